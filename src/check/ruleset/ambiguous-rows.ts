import { specificity, WHERE_KEYS } from '../../law/requirement-row.js';
import type { Path } from '../../problem/problem.js';
import { pointer } from '../../problem/report.js';
import type { RequirementRow, Where } from '../../schema/ruleset.js';
import type { RulesetScope } from './scope.js';

type Places = ReadonlyMap<string, ReadonlySet<string | number>>;

interface Placed {
  readonly at: number;
  readonly places: Places;
}

/** Rows of two hundred regions each are compared by sets: with lists the time would be unbounded for practical ends. */
function placesOf(where: Where): Places {
  const places = new Map<string, ReadonlySet<string | number>>();
  for (const key of WHERE_KEYS) {
    const wanted = where[key];
    if (wanted !== undefined)
      places.set(key, new Set(Array.isArray(wanted) ? wanted : [wanted as string | number]));
  }
  return places;
}

function meet(a: ReadonlySet<string | number>, b: ReadonlySet<string | number>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

function overlap(a: Places, b: Places): boolean {
  for (const [key, places] of a) {
    const others = b.get(key);
    if (others && !meet(places, others)) return false;
  }
  return true;
}

/**
 * Two rows of one text, equally specific, that hold in one case: nobody can say which figure counts. A row of a
 * later text precedes those of an earlier one and never conflicts with them.
 */
export function checkAmbiguousRows(rows: readonly RequirementRow[], base: Path, scope: RulesetScope): void {
  const rivals = new Map<string, Placed[]>();
  for (const [at, row] of rows.entries()) {
    const rank = `${row.layer ?? 0}|${specificity(row.where)}`;
    const places = placesOf(row.where);
    const earlier = rivals.get(rank) ?? [];
    for (const first of earlier) {
      if (scope.problems.full) return;
      if (overlap(first.places, places)) ambiguous(first.at, at, row, base, scope);
    }
    rivals.set(rank, [...earlier, { at, places }]);
  }
}

function ambiguous(
  first: number,
  second: number,
  row: RequirementRow,
  base: Path,
  scope: RulesetScope,
): void {
  scope.add('ambiguous-rows', [...base, second, 'where'], () => ({
    shown: JSON.stringify(row.where),
    expected: { vi: 'mỗi trường hợp một mức', en: 'one figure for each case' },
    hint: {
      vi: `Cùng áp dụng với dòng ${pointer('', ...base, first)}; ghi rõ hơn hoặc bỏ một dòng.`,
      en: `It holds together with ${pointer('', ...base, first)}; make one more specific or remove it.`,
    },
  }));
}
