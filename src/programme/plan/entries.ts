import { checkShape } from '../../check/shape.js';
import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { didYouMean, oneOf } from '../../problem/report.js';
import type { PlanBaseline, PlanFile, PlanMeasure, PlanTarget } from '../../schema/plan.js';
import { daySchema, type Localized } from '../../schema/text.js';
import { levelOf, type Scope, type Scopes } from './scopes.js';

/** A target or a figure of the baseline, with the unit or group and the measure it belongs to. */
export interface Entry<T> {
  readonly path: Path;
  readonly entry: T;
  readonly scope: Scope;
  readonly measure: PlanMeasure;
}

/** What a plan says, entry by entry, checked each by itself. */
export interface Entries {
  readonly targets: readonly Entry<PlanTarget>[];
  readonly baseline: readonly Entry<PlanBaseline>[];
}

export const measureKey = ({ kind, ruleset, tier, level }: PlanMeasure): string =>
  [kind, ruleset ?? '', tier ?? '', level ?? ''].join(' ');

const quoted = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');

/** Entries, checked one by one; those that are not sound are left out. */
export class EntryChecks {
  constructor(
    private readonly scopes: Scopes,
    private readonly problems: ProblemList,
  ) {}

  read({ targets, baseline = [], readings = [] }: PlanFile): Entries {
    const known = readings.map(({ id }) => id);
    const list = <T extends PlanTarget | PlanBaseline>(
      name: string,
      entries: readonly T[],
      check: (entry: T, path: Path) => boolean,
    ): Entry<T>[] =>
      entries.flatMap((entry, at) => {
        const path: Path = [name, at];
        this.#reading(entry, known, path);
        const scope = this.#scope(entry, path);
        const measure = this.#oneOf(entry, ['ruleset', 'tier'], path);
        if (!check(entry, path) || !scope || !measure) return [];
        return [{ path, entry, scope, measure: measureOf(entry, scope) }];
      });
    return {
      targets: list('targets', targets, (target, path) => this.#target(target, path)),
      baseline: list('baseline', baseline, (figure, path) => this.#baseline(figure, path)),
    };
  }

  #reading({ reading }: { reading?: string | undefined }, known: readonly string[], path: Path): void {
    if (reading === undefined || known.includes(reading)) return;
    this.problems.add('unknown-reference', [...path, 'reading'], () => ({
      found: reading,
      expected: oneOf(known),
      hint: didYouMean(reading, known, {
        vi: 'Khai báo cách hiểu này trong "readings".',
        en: 'Declare the reading under "readings".',
      }),
    }));
  }

  #scope({ unit, group }: PlanTarget | PlanBaseline, path: Path): Scope | undefined {
    if (!this.#oneOf({ unit, group }, ['unit', 'group'], path)) return undefined;
    return unit ? this.scopes.unit(unit) : this.scopes.group(group ?? '', [...path, 'group']);
  }

  /** Exactly one of several keys has to be there. */
  #oneOf(entry: object, keys: readonly string[], path: Path): boolean {
    const given = keys.filter((key) => (entry as Record<string, unknown>)[key] !== undefined);
    if (given.length === 1) return true;
    const expected: Localized = {
      vi: `đúng một trong ${quoted(keys)}`,
      en: `exactly one of ${quoted(keys)}`,
    };
    if (given.length === 0)
      this.problems.add('missing-key', path, () => ({
        found: entry,
        expected,
        hint: { vi: `Thêm một trong ${quoted(keys)}.`, en: `Add one of ${quoted(keys)}.` },
      }));
    else this.#notHere(path, given[1] ?? '', expected);
    return false;
  }

  #notHere(path: Path, key: string, expected: Localized): void {
    this.problems.add('not-allowed', [...path, key], () => ({
      found: key,
      expected,
      hint: { vi: `Bỏ "${key}".`, en: `Remove "${key}".` },
    }));
  }

  /** Keys that mean nothing beside others. */
  #without(entry: object, keys: readonly string[], path: Path, why: Localized): boolean {
    const given = keys.filter((key) => (entry as Record<string, unknown>)[key] !== undefined);
    for (const key of given) this.#notHere(path, key, why);
    return given.length === 0;
  }

  /** The shape lets the first day of a month stand for the month, and no day is looked up there. */
  #day({ period }: PlanTarget, path: Path): boolean {
    if (typeof period === 'string' || !('before' in period) || period.before.length === 7) return true;
    if (checkShape(daySchema, period.before).ok) return true;
    this.problems.add('not-a-day', [...path, 'period', 'before'], () => ({
      found: period.before,
      expected: { vi: 'một ngày có thật, hoặc một tháng', en: 'a real day, or a month' },
      hint: { vi: 'Kiểm tra lại ngày và tháng.', en: 'Check day and month.' },
    }));
    return false;
  }

  #target(target: PlanTarget, path: Path): boolean {
    if (!this.#day(target, path) || !this.#oneOf(target, ['close', 'reach'], path)) return false;
    if (target.close === undefined) return true;
    const forUnit = !Array.isArray(target.close) || this.#without(target, ['group'], path, OF_ONE_UNIT);
    return (
      this.#without(target, ['tier'], path, BY_RULESET) &&
      forUnit &&
      this.#each(target.close, [...path, 'close'])
    );
  }

  #baseline(figure: PlanBaseline, path: Path): boolean {
    if (!this.#oneOf(figure, ['openPairs', 'open', 'held'], path)) return false;
    if (figure.held !== undefined)
      return this.#without(figure, ['unknownPairs', 'unknown', 'setSize'], path, OF_PAIRS);
    const other = figure.open ? ['unknownPairs', 'group'] : ['unknown'];
    return (
      this.#without(figure, ['tier', 'unknownUnits'], path, BY_RULESET) &&
      this.#without(figure, other, path, OF_ONE_UNIT) &&
      this.#each([...(figure.open ?? []), ...(figure.unknown ?? [])], [...path, 'open'])
    );
  }

  /** Criteria are named once each. */
  #each(criteria: number | readonly string[], path: Path): boolean {
    if (typeof criteria === 'number') return true;
    const twice = criteria.findIndex((no, at) => criteria.indexOf(no) < at);
    if (twice < 0) return true;
    this.problems.add('duplicate-id', [...path, twice], () => ({
      found: criteria[twice],
      expected: { vi: 'mỗi tiêu chí một lần', en: 'each criterion once' },
      hint: { vi: 'Bỏ một trong hai.', en: 'Remove one of the two.' },
    }));
    return false;
  }
}

const OF_ONE_UNIT: Localized = {
  vi: 'từng tiêu chí chỉ kê được cho một đơn vị',
  en: 'criteria are named one by one for one unit only',
};
const BY_RULESET: Localized = {
  vi: 'lượt tiêu chí tính theo một bộ tiêu chí',
  en: 'pairs are those of a ruleset',
};
const OF_PAIRS: Localized = {
  vi: 'số đơn vị không đi cùng số lượt tiêu chí',
  en: 'units are not counted along with pairs',
};

function measureOf(entry: PlanTarget | PlanBaseline, scope: Scope): PlanMeasure {
  const { ruleset, tier } = entry;
  if (tier !== undefined) {
    const level = levelOf(scope);
    return { kind: 'tier', tier, ...(level !== undefined && { level }) };
  }
  const units = 'period' in entry ? entry.reach !== undefined : entry.held !== undefined;
  return { kind: units ? 'set' : 'pairs', ...(ruleset !== undefined && { ruleset }) };
}
