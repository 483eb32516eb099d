import { completenessOf } from '../../law/completeness.js';
import type { ProblemCode } from '../../problem/codes.js';
import { same } from '../../problem/report.js';
import { LIMITS } from '../../schema/limits.js';
import type { RulesetScope } from './scope.js';

/** Problems that change which figures a set seems to have. */
const CONFUSING: readonly ProblemCode[] = [
  'totals-mismatch',
  'unknown-requirement',
  'unused-requirement',
  'unknown-region',
  'unknown-group',
  'out-of-range',
  'bad-period',
];

/** The official totals are those of what is listed, and the completeness stated is the one there is. */
export function checkTotals(scope: RulesetScope): void {
  const { totals, criteria, completeness } = scope.file;
  const listed = {
    criteria: criteria.length,
    indicators: criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0),
  };
  const isWhole = completeness === 'complete' || completeness === 'structure';
  for (const key of ['criteria', 'indicators'] as const) {
    const total = totals[key];
    if (total === null || (isWhole ? listed[key] === total : listed[key] <= total)) continue;
    scope.add('totals-mismatch', ['totals', key], () => ({
      found: total,
      expected: same(String(listed[key])),
      hint: {
        vi: `Danh mục có ${listed[key]}; sửa tổng số hoặc danh mục.`,
        en: `${listed[key]} are listed; correct the total or the list.`,
      },
    }));
  }
  // What is complete cannot be said while it is not known what there is.
  if (hasFewColumns(scope) && !scope.problems.has(...CONFUSING)) checkCompleteness(scope);
}

function checkCompleteness(scope: RulesetScope): void {
  const { file } = scope;
  const computed = completenessOf(file);
  // Where the number of indicators is not known, no list can be said to be whole.
  const openTotal = file.completeness === 'partial' && file.totals.indicators === null;
  if (computed === file.completeness || openTotal) return;
  scope.add('completeness-mismatch', ['completeness'], () => ({
    found: file.completeness,
    expected: same(computed),
    hint: {
      vi: `Ghi “${computed}”, hoặc bổ sung phần còn thiếu.`,
      en: `Write “${computed}”, or supply what is missing.`,
    },
  }));
}

/** Completeness is looked up in every column, so their number bounds the time it takes. */
function hasFewColumns(scope: RulesetScope): boolean {
  const { regions, groups, period } = scope.file;
  const years = Math.max(1, Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1);
  const columns = (regions?.length ?? 1) * (groups?.length ?? 1) * years;
  if (columns <= LIMITS.columns) return true;
  scope.add('too-large', ['regions'], () => ({
    found: columns,
    expected: {
      vi: `nhiều nhất ${LIMITS.columns} cột (vùng × nhóm × năm)`,
      en: `at most ${LIMITS.columns} columns (regions × groups × years)`,
    },
    hint: {
      vi: 'Bớt vùng, nhóm hoặc rút ngắn giai đoạn.',
      en: 'Use fewer regions or groups, or a shorter period.',
    },
  }));
  return false;
}
