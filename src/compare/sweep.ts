import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { EvaluateOptions } from '../evaluate/evaluator.js';
import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import {
  amountOf,
  ceiling,
  compareAmounts,
  decimal,
  divideExactly,
  multiply,
  plain,
} from '../rule/amount.js';
import type { Literal } from '../schema/condition.js';
import type { Ruleset, Where } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { ShareThreshold, Sweep, SweepPlace, SweepPoint } from '../schema/sweep.js';
import { comparisonNote, hasUnlistedChanges } from './comparison-notes.js';
import { sideOf } from './impact.js';
import { inOrder } from './impact-counts.js';
import { type JudgedPlace, type Judging, type JudgingOf, judgingFor, placesOf } from './judging.js';
import { countOnlyOpen, emptyOnlyOpen, namedUnit } from './only-open.js';
import { countIn, emptyTally } from './outcome-table.js';
import { type ReadyFigure, readyFigure } from './sweep-figure.js';
import { SweptUnit, type UnitAt } from './sweep-unit.js';
import { type SweepValues, sweepValues } from './sweep-values.js';
import { PassingCounts, thresholdOf } from './thresholds.js';

/** Which figure to sweep, over which values. */
export interface SweepRequest {
  /** Id of the indicator whose figure it is, or a key as `withFigures` takes it: `17.1.total[region=southeast]`. */
  indicator: string;
  /** Needed only where the indicator has several figures. @since 0.1.0 */
  requirement?: string;
  /** Where the values hold; everywhere unless given. @since 0.1.0 */
  where?: Where;
  /** Values one by one, or `{ from, to, step }` in exact steps. */
  values: SweepValues;
  /** Per cent of the units: asks for the strictest value at which so many pass. @since 0.1.0 */
  share?: number | string;
}

export interface SweepOptions {
  /** Units named at each value at most; all are counted. Default 20. @since 0.1.0 */
  named?: number;
}

const MOST_NAMED = 20;

function badShare(found: unknown, hint: { vi: string; en: string }): NtmError {
  const expected = { vi: 'một tỷ lệ trên 0 và đến 100', en: 'a share above 0 and up to 100' };
  return new NtmError([problem('bad-option', '/share', { found, expected, hint })]);
}

/** The share, checked for what can be answered. */
function checkShare(share: number | string, { side, entangled, negated }: ReadyFigure): void {
  const sound = typeof share === 'number' ? Number.isFinite(share) : /^\d+(\.\d+)?$/.test(share);
  if (!sound || compareAmounts(amountOf(share), 0) <= 0 || compareAmounts(amountOf(share), 100) > 0)
    throw badShare(share, { vi: 'Ví dụ: 80', en: 'For example: 80' });
  if (side === undefined || entangled || negated) {
    throw badShare(share, {
      vi: 'Mức này không có chiều chặt hơn, hoặc mức khác phụ thuộc vào nó: xem từng giá trị.',
      en: 'This figure has no stricter side, or others depend on it: look at the values one by one.',
    });
  }
}

/** Points by region or group. */
class PlacePoints {
  readonly #places = new Map<string | null, SweepPlace>();

  constructor(readonly values: readonly Literal[]) {}

  count({ id, title }: JudgedPlace, found: readonly UnitAt[]): void {
    let place = this.#places.get(id);
    if (!place) {
      const points = this.values.map((value) => ({ value, indicator: emptyTally(), whole: emptyTally() }));
      place = { id, ...(title && { title }), units: 0, points };
      this.#places.set(id, place);
    }
    place.units += 1;
    for (const [at, point] of place.points.entries()) {
      const one = found[at] as UnitAt;
      countIn(point.indicator, one.indicator);
      countIn(point.whole, one.whole);
    }
  }

  list(): SweepPlace[] {
    return inOrder(this.#places.values());
  }
}

type SweepSetting = SweepOptions & { vocabulary?: RulesetVocabulary; first?: Judging };

/** A sweep to which units are given one at a time. */
export interface OpenSweep {
  take(snapshot: Snapshot): void;
  end(): Sweep;
}

/** Tries every value for every unit, one unit at a time; see `sweep`. */
export function openSweep(
  judgingOf: JudgingOf,
  request: SweepRequest,
  { named = MOST_NAMED, vocabulary = {}, first }: SweepSetting,
): OpenSweep {
  const values = sweepValues(request.values);
  const prepared = new Map<Judging, ReadyFigure>();
  const readyFor = (judging: Judging): ReadyFigure => {
    let ready = prepared.get(judging);
    if (!ready) {
      ready = readyFigure(judging, { ...request, values }, vocabulary);
      if (request.share !== undefined) checkShare(request.share, ready);
      prepared.set(judging, ready);
    }
    return ready;
  };
  let example = first && readyFor(first);
  const points = values.map(
    (value): SweepPoint => ({
      value,
      indicator: emptyTally(),
      whole: emptyTally(),
      onlyOpen: emptyOnlyOpen(),
    }),
  );
  const [regions, groups] = [new PlacePoints(values), new PlacePoints(values)];
  const passing = new Map<string, PassingCounts>();
  let units = 0;
  let affected = 0;
  const take = (snapshot: Snapshot): void => {
    const ready = readyFor(judgingOf(snapshot));
    example ??= ready;
    const unit = new SweptUnit(ready, snapshot);
    const found = values.map((value) => unit.at(value));
    units += 1;
    for (const [at, point] of points.entries()) {
      const one = found[at] as UnitAt;
      countIn(point.indicator, one.indicator);
      countIn(point.whole, one.whole);
      if (one.onlyOpen)
        countOnlyOpen(point.onlyOpen, one.onlyOpen, () => namedUnit(snapshot, unit.judgement.year), named);
    }
    const places = placesOf(unit.judgement);
    regions.count(places.region, found);
    groups.count(places.group, found);
    if (request.share !== undefined) countPassing(unit, passing);
    if (unit.affected || ready.entangled) affected += 1;
  };
  const end = (): Sweep => {
    const side = example?.side;
    const stricter = side === undefined ? null : side === 'above' ? 'higher' : 'lower';
    const rulesets = [...prepared.keys()].map(({ evaluator }) => evaluator.ruleset);
    return {
      judgedBy: { ...sideOf(rulesets), draft: true },
      indicator: example?.indicator.id ?? request.indicator,
      title: example?.indicator.title ?? { vi: request.indicator, en: request.indicator },
      requirement: example?.requirement ?? request.requirement ?? '',
      where: example?.where ?? request.where ?? {},
      stricter,
      units,
      affected,
      points,
      regions: regions.list(),
      groups: groups.list(),
      ...(request.share !== undefined &&
        example && { share: shareOf(request.share, units, passing, example) }),
      notes: rulesets
        .filter(hasUnlistedChanges)
        .map(({ id, version }) => comparisonNote('changes-unlisted', `${id}@${version}`)),
    };
  };
  return { take, end };
}

/** The same of units that are all at hand. */
export function sweepOf(
  snapshots: Iterable<Snapshot>,
  judgingOf: JudgingOf,
  request: SweepRequest,
  setting: SweepSetting,
): Sweep {
  const open = openSweep(judgingOf, request, setting);
  for (const snapshot of snapshots) open.take(snapshot);
  return open.end();
}

const KINDS = ['sure', 'possible'] as const;
const WHATS = ['indicator', 'whole'] as const;

const gradesOf = ({ open }: ReadyFigure): readonly Literal[] | undefined => {
  const definition = open.leaves[0]?.definition;
  return definition?.type === 'level' ? definition.grades?.map(({ id }) => id) : undefined;
};

function countPassing(unit: SweptUnit, counts: Map<string, PassingCounts>): void {
  const found = unit.strictest(gradesOf(unit.ready));
  for (const kind of KINDS) {
    for (const what of WHATS) {
      const key = `${kind} ${what}`;
      const own = counts.get(key) ?? new PassingCounts(unit.ready.side === 'above' ? 'higher' : 'lower');
      counts.set(key, own);
      own.add(found[kind][what]);
    }
  }
}

function shareOf(
  share: number | string,
  units: number,
  counts: ReadonlyMap<string, PassingCounts>,
  ready: ReadyFigure,
): NonNullable<Sweep['share']> {
  const needed = ceiling(divideExactly(multiply(amountOf(share), units), 100, 1)).toNumber();
  const stricter = ready.side === 'above' ? 'higher' : 'lower';
  const grades = gradesOf(ready);
  const gradeOf = grades && ((place: number) => grades[place] as Literal);
  const thresholds = (what: (typeof WHATS)[number]): ShareThreshold => {
    const of = (kind: (typeof KINDS)[number]) => {
      const passing = counts.get(`${kind} ${what}`)?.strictest(needed) ?? { kind: 'any' as const };
      return thresholdOf(passing, stricter, gradeOf);
    };
    return { sure: of('sure'), possible: of('possible') };
  };
  return {
    share: plain(decimal(amountOf(share))),
    needed,
    indicator: thresholds('indicator'),
    whole: thresholds('whole'),
  };
}

/**
 * What a figure of the law (mức đạt chuẩn) would mean over a range of values: for each value how many units are met,
 * unmet and unknown, by its indicator and as a whole, by region and group, and for how many the indicator is the only
 * thing open; and the strictest value at which a given share of the units passes, exactly, from the units’ own figures
 * and not only among the values listed.
 *
 * Everything else about a unit is judged once; the result is the same as judging it by the text with each value put
 * in (see `withFigures`). Where facts are unknown, a share passes `sure` at one value and is `possible` at another.
 *
 * @param snapshots parsed ones (see `parseSnapshot`); taken one by one, none is kept
 * @throws NtmError for a figure that does not exist, values it cannot have, a floor that would be broken, and a share
 * of a figure without a stricter side
 * @example
 * const { points, share } = sweep(communes, ruleset, { indicator: '15.1', values: { from: 85, to: 100, step: 1 }, share: 80 });
 * points[5] // { value: 90, indicator: { total: 120, met: 97, unmet: 20, unknown: 3 }, whole: { … }, onlyOpen: { … } }
 * share?.indicator // { sure: { kind: 'value', value: 91.3 }, possible: { kind: 'value', value: 92 } }
 * @since 0.1.0
 */
export function sweep(
  snapshots: Iterable<Snapshot>,
  ruleset: Ruleset,
  request: SweepRequest,
  options: EvaluateOptions & SweepOptions & { vocabulary?: RulesetVocabulary } = {},
): Sweep {
  const judging = judgingFor(ruleset, options);
  return sweepOf(snapshots, () => judging, request, { ...options, first: judging });
}
