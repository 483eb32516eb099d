import { compileRuleset } from '../evaluate/compiled-ruleset.js';
import type { EvaluateOptions } from '../evaluate/evaluator.js';
import type { Evaluation, IndicatorResult, Outcome } from '../schema/evaluation.js';
import type { Impact, ImpactedResult, ImpactedUnit, ImpactList, ImpactSide } from '../schema/impact.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { comparedRuleset } from './compare-rulesets.js';
import { comparisonNote, hasUnlistedChanges } from './comparison-notes.js';
import { type CountedPairing, ImpactCounts, PlaceCounts } from './impact-counts.js';
import { type Pairing, pairingOf } from './impact-pairing.js';
import { type Judging, type JudgingOf, judgementOf, judgingFor, placesOf, tellsApart } from './judging.js';
import { namedUnit, onlyOpenEntry } from './only-open.js';
import { boundsOf, outcomeTable } from './outcome-table.js';
import { differs, pairParts, partChange } from './part-changes.js';

/** What to show of an impact. */
export interface ImpactOptions {
  /** Units named in each list at most; all are counted. Default 50. @since 0.1.0 */
  named?: number;
  /** Sets between the two, through which renumbered indicators are followed. @since 0.1.0 */
  between?: readonly Ruleset[];
}

const MOST_NAMED = 50;

type ListName = 'gains' | 'falls' | 'becomesUnknown' | 'becomesDecided';

function listOf(before: Outcome, after: Outcome): ListName | undefined {
  if (before === after) return undefined;
  if (after === 'unknown') return 'becomesUnknown';
  if (before === 'unknown') return 'becomesDecided';
  return after === 'met' ? 'gains' : 'falls';
}

function resultOf(result: IndicatorResult): ImpactedResult {
  const { id, title, outcome, provisional, basis, observed, required, unit } = result;
  return {
    id,
    title,
    outcome,
    provisional,
    basis,
    ...(observed !== undefined && { observed }),
    ...(required !== undefined && { required }),
    ...(unit && { unit }),
  };
}

function resultsById({ prerequisites, criteria, placeholders }: Evaluation): Map<string, IndicatorResult> {
  const all = [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators), ...placeholders];
  return new Map(all.map((result) => [result.id, result]));
}

/** One changed unit, with the indicators that changed for it: the two evaluations are made for named units only. */
function impactedUnit(snapshot: Snapshot, was: Judging, is: Judging, pairing: Pairing): ImpactedUnit {
  const [before, after] = [was.evaluator.evaluate(snapshot), is.evaluator.evaluate(snapshot)];
  const [first, second] = [resultsById(before), resultsById(after)];
  return {
    unit: namedUnit(snapshot, after.year),
    before: before.outcome,
    after: after.outcome,
    criteria: { before: before.totals.criteria, after: after.totals.criteria },
    indicators: [...pairing.prerequisites, ...pairing.indicators].flatMap(({ beforeId, afterId }) => {
      const old = beforeId === undefined ? undefined : first.get(beforeId);
      const now = afterId === undefined ? undefined : second.get(afterId);
      if (old?.outcome === now?.outcome) return [];
      const parts = pairParts(old?.parts ?? [], now?.parts ?? []).filter(differs);
      return [
        {
          ...(old && { before: resultOf(old) }),
          ...(now && { after: resultOf(now) }),
          parts: parts.map(partChange),
        },
      ];
    }),
  };
}

/** What is known of one pair of texts, worked out when the first unit is judged by them. */
interface PairOfTexts {
  readonly pairing: Pairing;
  readonly counted: CountedPairing;
  readonly openEnded: { readonly before: boolean; readonly after: boolean };
  readonly byBefore: { readonly region: boolean; readonly group: boolean };
}

const openEnded = ({ evaluator }: Judging): boolean => compileRuleset(evaluator.ruleset).openEnded;

export function sideOf(texts: Iterable<Ruleset>): ImpactSide {
  const rulesets = [...texts];
  return {
    rulesets: rulesets.map(comparedRuleset),
    draft: rulesets.some(({ status }) => status === 'draft'),
  };
}

/** An impact to which units are given one at a time. */
export interface OpenImpact {
  take(snapshot: Snapshot): void;
  end(): Impact;
}

/**
 * Judges every unit by two texts, one unit at a time, and counts what changes; see `impact`. What it keeps grows with
 * the result: the entries of the texts, the regions, and the units named.
 */
export function openImpact(
  before: JudgingOf,
  after: JudgingOf,
  { named = MOST_NAMED, between = [] }: ImpactOptions = {},
): OpenImpact {
  const known = new Map<Judging, Map<Judging, PairOfTexts>>();
  const counts = new ImpactCounts(named);
  const [regions, groups] = [new PlaceCounts(), new PlaceCounts()];
  const table = outcomeTable();
  const lists: Record<ListName, ImpactList> = {
    gains: { count: 0, units: [] },
    falls: { count: 0, units: [] },
    becomesUnknown: { count: 0, units: [] },
    becomesDecided: { count: 0, units: [] },
  };
  const textsOf = (was: Judging, is: Judging): PairOfTexts => {
    const ofBefore = known.get(was) ?? new Map<Judging, PairOfTexts>();
    known.set(was, ofBefore);
    let texts = ofBefore.get(is);
    if (!texts) {
      const pairing = pairingOf(was, is, between);
      const own = tellsApart(is.evaluator.ruleset);
      texts = {
        pairing,
        counted: counts.pairing(pairing),
        openEnded: { before: openEnded(was), after: openEnded(is) },
        byBefore: { region: !own.region, group: !own.group },
      };
      ofBefore.set(is, texts);
    }
    return texts;
  };
  let units = 0;
  const take = (snapshot: Snapshot): void => {
    const [was, is] = [before(snapshot), after(snapshot)];
    const texts = textsOf(was, is);
    const [first, second] = [was.evaluator.outcomes(snapshot), is.evaluator.outcomes(snapshot)];
    units += 1;
    table[first.outcome][second.outcome] += 1;
    counts.count(texts.counted, first, second);
    const open = {
      before: onlyOpenEntry(first, was.evaluator.layout, texts.openEnded.before),
      after: onlyOpenEntry(second, is.evaluator.layout, texts.openEnded.after),
    };
    if (open.before || open.after)
      counts.countOpen(texts.counted, open.before, open.after, () => namedUnit(snapshot, second.year));
    const places = placesOf(judgementOf(is, snapshot));
    const { byBefore } = texts;
    const older = byBefore.region || byBefore.group ? placesOf(judgementOf(was, snapshot)) : places;
    regions.count(byBefore.region ? older.region : places.region, first.outcome, second.outcome);
    groups.count(byBefore.group ? older.group : places.group, first.outcome, second.outcome);
    const name = listOf(first.outcome, second.outcome);
    if (name) {
      const list = lists[name];
      if (list.count < named) list.units.push(impactedUnit(snapshot, was, is, texts.pairing));
      list.count += 1;
    }
  };
  const end = (): Impact => {
    const pairs = [...known].flatMap(([was, others]) =>
      [...others].map(([is, texts]) => ({ was, is, texts })),
    );
    const [olderTexts, newerTexts] = [
      new Set(pairs.map(({ was }) => was.evaluator.ruleset)),
      new Set(pairs.map(({ is }) => is.evaluator.ruleset)),
    ];
    return {
      before: sideOf(olderTexts),
      after: sideOf(newerTexts),
      units,
      table,
      bounds: boundsOf(table),
      criteria: counts.criteria(),
      indicators: counts.indicators(),
      regions: regions.list(),
      groups: groups.list(),
      ...lists,
      notes: notesOn(
        new Set([...olderTexts, ...newerTexts]),
        new Set(pairs.flatMap(({ texts }) => texts.pairing.guessed)),
      ),
    };
  };
  return { take, end };
}

/** The same of units that are all at hand. */
export function impactOf(
  snapshots: Iterable<Snapshot>,
  before: JudgingOf,
  after: JudgingOf,
  options: ImpactOptions = {},
): Impact {
  const open = openImpact(before, after, options);
  for (const snapshot of snapshots) open.take(snapshot);
  return open.end();
}

function notesOn(rulesets: ReadonlySet<Ruleset>, guessed: ReadonlySet<string>): Impact['notes'] {
  const pinned = ({ id, version, amendedBy = [] }: Ruleset): string =>
    [`${id}@${version}`, ...amendedBy.slice(-1)].join(' + ');
  const all = [...rulesets];
  return [
    ...all.filter(({ status }) => status === 'draft').map((one) => comparisonNote('draft', pinned(one))),
    ...all.filter(hasUnlistedChanges).map((one) => comparisonNote('changes-unlisted', pinned(one))),
    ...(guessed.size > 0 ? [comparisonNote('guessed-pairs', [...guessed].join(', '))] : []),
  ];
}

/**
 * What another text, or other figures, would change for many units: tables of outcomes before and after for the whole,
 * every criterion and every indicator, by region and by group; who gains, who falls, whose outcome becomes unknown or
 * decided, with the indicators that changed and their figures; units that lack one indicator only.
 *
 * Counts are exact, lists name the first units. Where outcomes are unknown, `bounds` say how many units are met, gain
 * and fall at least and at most. Snapshots are taken one by one and none is kept.
 *
 * @param snapshots parsed ones (see `parseSnapshot`)
 * @throws NtmError `wrong-level` and whatever else keeps a snapshot from being judged by a text
 * @example
 * const { gains, falls } = impact(communes, ruleset, withFigures(ruleset, { '15.1': 92 }));
 * falls.units[0].indicators[0] // { before: { id: '15.1', outcome: 'met', observed: 91, required: 90 }, after: { … } }
 * @since 0.1.0
 */
export function impact(
  snapshots: Iterable<Snapshot>,
  before: Ruleset,
  after: Ruleset,
  options: EvaluateOptions & ImpactOptions = {},
): Impact {
  const [was, is] = [judgingFor(before, options), judgingFor(after, options)];
  return impactOf(
    snapshots,
    () => was,
    () => is,
    options,
  );
}
