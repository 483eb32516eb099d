import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { amountOf, compareAmounts, decimal, plain, subtract } from '../../rule/amount.js';
import type { Tally } from '../../schema/evaluation.js';
import type { CountBounds } from '../../schema/programme.js';
import type { GroupTotals, PairTotals } from '../../schema/summary.js';
import type { PublishedGroup } from '../../schema/summary-items.js';
import { PairCount, type Pairs } from './pair-count.js';
import { publishedSum } from './published-sum.js';
import type { ToldOfGroup } from './ruleset-count.js';

/** How many entries a set has, where that is known without its text. */
export interface SetSize {
  readonly criteria: number | null;
  readonly indicators: number | null;
}

function pairsOf(sum: CountBounds, units: number, of: number): Pairs {
  return { of, met: sum.least, open: units * of - sum.most, unknown: sum.most - sum.least };
}

function totalsOf(pairs: Pairs, units: number): Omit<PairTotals, 'distribution'> {
  const count = new PairCount(pairs.of, false);
  count.add(pairs, units);
  return count.totals(0);
}

/**
 * What the open pairs of a group prove of its units' outcomes: a unit with an open criterion or indicator has not met
 * the set, and so many open ones need at least so many units; whoever is left has met it once both are known.
 */
function outcomesOf(units: number, criteria: Pairs | undefined, indicators: Pairs | undefined): Tally {
  const known = [criteria, indicators].filter((one) => one !== undefined);
  const unmet = Math.max(0, ...known.map(({ open, of }) => Math.ceil(open / of)));
  const perhapsOpen = known.reduce((sum, { open, unknown }) => sum + open + unknown, 0);
  const met = known.length === 2 ? Math.max(0, units - perhapsOpen) : 0;
  return { total: units, met, unmet, unknown: units - met - unmet };
}

/** What the mean was before it rose by so much. */
function before(
  mean: number | string | undefined,
  more: number | string | undefined,
  path: Path,
  problems: ProblemList,
): string | undefined {
  if (more === undefined) return undefined;
  if (mean === undefined || compareAmounts(amountOf(mean), amountOf(more)) < 0) {
    problems.add('out-of-range', path, () => ({
      found: more,
      expected:
        mean === undefined
          ? { vi: 'đi cùng số bình quân đã tăng', en: 'along with the mean that rose by it' }
          : { vi: `nhiều nhất ${mean}`, en: `at most ${mean}` },
      hint: {
        vi: 'Mức tăng tính trên số bình quân ghi trong "means".',
        en: 'It is the rise of the mean given in "means".',
      },
    }));
    return undefined;
  }
  return plain(decimal(subtract(amountOf(mean), amountOf(more))));
}

function missingSize(path: Path, key: string, problems: ProblemList): void {
  problems.add('missing-key', [...path, key], () => ({
    found: undefined,
    expected: {
      vi: 'số tiêu chí hoặc chỉ tiêu của bộ',
      en: 'the number of criteria or indicators of the set',
    },
    hint: {
      vi: 'Gói không có bộ này, hoặc bộ này không rõ tổng số: hãy ghi ra.',
      en: 'The set, or its size, is not known inside the package: say it.',
    },
  }));
}

/** Reads one published group, or says everything that is wrong with it. */
export function groupFigures(
  item: PublishedGroup,
  size: SetSize | undefined,
  { path, problems }: { readonly path: Path; readonly problems: ProblemList },
): ToldOfGroup | undefined {
  const already = problems.size;
  const { units, means = {}, earlier } = item;
  const rounded = means.rounded ?? false;
  const pairs = (
    of: number | null | undefined,
    open: number | undefined,
    mean: number | string | undefined,
    keys: { size: string; open: string; mean: string },
  ): Pairs | undefined => {
    if (open === undefined && mean === undefined) return undefined;
    if (of === null || of === undefined) {
      missingSize(path, keys.size, problems);
      return undefined;
    }
    const paths = { open: [...path, keys.open], mean: [...path, 'means', keys.mean] };
    const sum = publishedSum({ units, of, open, mean, rounded }, paths, problems);
    return sum && pairsOf(sum, units, of);
  };
  const criteria = pairs(item.setSize ?? size?.criteria, item.openPairs, means.criteria, {
    size: 'setSize',
    open: 'openPairs',
    mean: 'criteria',
  });
  const indicators = pairs(item.ofIndicators ?? size?.indicators, item.openIndicators, means.indicators, {
    size: 'ofIndicators',
    open: 'openIndicators',
    mean: 'indicators',
  });
  const rise = [...path, 'earlier', 'more'];
  const was = earlier && {
    criteria: before(means.criteria, earlier.more.criteria, [...rise, 'criteria'], problems),
    indicators: before(means.indicators, earlier.more.indicators, [...rise, 'indicators'], problems),
  };
  if (problems.size > already) return undefined;
  const totals: GroupTotals = {
    group: item.group,
    ...(item.province !== undefined && { province: item.province }),
    ...(item.district !== undefined && { district: item.district }),
    ...(item.year !== undefined && { year: item.year }),
    units,
    ...(criteria && { criteria: totalsOf(criteria, units) }),
    ...(indicators && { indicators: totalsOf(indicators, units) }),
    ...(earlier && {
      earlier: {
        year: earlier.year,
        ...(was?.criteria !== undefined && { criteria: was.criteria }),
        ...(was?.indicators !== undefined && { indicators: was.indicators }),
      },
    }),
  };
  const outcomes = outcomesOf(units, criteria, indicators);
  return { units, outcomes, criteria, indicators, year: item.year ?? null, totals };
}
