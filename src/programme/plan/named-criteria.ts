import { oneOf } from '../../problem/report.js';
import type { PlanBaseline } from '../../schema/plan.js';
import type { Entry } from './entries.js';
import { type PlanProblems, written } from './plan-problems.js';
import type { SolvedTarget } from './solve.js';

const named = ({ entry }: SolvedTarget): readonly string[] => (Array.isArray(entry.close) ? entry.close : []);

const inside = (inner: SolvedTarget, outer: SolvedTarget): boolean =>
  outer.span.from <= inner.span.from && inner.span.to <= outer.span.to;

const apart = (a: SolvedTarget, b: SolvedTarget): boolean =>
  a.span.to <= b.span.from || b.span.to <= a.span.from;

/**
 * Criteria that targets of one unit name: each has to be open, can be closed once only, and one that is closed in a
 * month is among those closed in its year.
 */
export function checkNamedCriteria(
  targets: readonly SolvedTarget[],
  baseline: Entry<PlanBaseline> | undefined,
  told: PlanProblems,
): void {
  const { open, unknown = [] } = baseline?.entry ?? {};
  for (const [at, target] of targets.entries()) {
    const others = targets.slice(0, at);
    for (const [place, no] of named(target).entries()) {
      const before = others.find((other) => apart(other, target) && named(other).includes(no));
      if (open && !open.includes(no) && !unknown.includes(no))
        told.notOpen(target, place, no, oneOf([...open, ...unknown]));
      else if (before)
        told.notOpen(target, place, no, {
          vi: `tiêu chí chưa có ở kỳ ${written(before.entry.period)}`,
          en: `a criterion that is not yet closed in ${written(before.entry.period)}`,
        });
    }
    for (const other of others) {
      const [inner, outer] = inside(target, other) ? [target, other] : [other, target];
      if (named(inner).length === 0 || named(outer).length === 0 || !inside(inner, outer)) continue;
      for (const [place, no] of named(inner).entries())
        if (!named(outer).includes(no))
          told.notOpen(inner, place, no, {
            vi: `một trong các tiêu chí của kỳ ${written(outer.entry.period)}`,
            en: `one of the criteria of ${written(outer.entry.period)}`,
          });
    }
  }
}
