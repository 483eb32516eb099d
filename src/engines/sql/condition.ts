import type { Column } from '../../law/requirement-row.js';
import type { Condition } from '../../schema/condition.js';
import { writtenInline } from './layout.js';
import { type LeafScope, leafVerdict } from './leaf.js';
import {
  all,
  any,
  asCondition,
  decided,
  FALSE,
  isFalse,
  isTrue,
  isUnknown,
  not,
  type Truth,
  test,
} from './truth.js';
import { opposite, type Verdict, verdict } from './verdict.js';

/** What a rule may ask of the rest of the statement. */
export interface ConditionScope extends Omit<LeafScope, 'judge'> {
  readonly trait: (id: string) => Truth;
  readonly reference: (to: {
    readonly ruleset?: string | undefined;
    readonly criterion?: string | undefined;
    readonly indicator?: string | undefined;
  }) => Verdict;
}

const count = (truth: Truth): string =>
  isTrue(truth) ? '1' : `CASE WHEN ${writtenInline(asCondition(truth))} THEN 1 ELSE 0 END`;

/** A sum of ones and noughts. */
function counted(truths: readonly Truth[]): string {
  const terms = truths.filter((one) => !isFalse(one) && !isUnknown(one)).map(count);
  return terms.length === 0 ? '0' : terms.join(' + ');
}

/** The lesser of k and what is left of the group, as text. */
function wanted(k: number, left: readonly Truth[]): string {
  const sure = left.filter(isTrue).length;
  if (sure >= k || left.every(isTrue)) return String(Math.min(k, sure));
  const rest = counted(left);
  return `CASE WHEN ${rest} < ${k} THEN ${rest} ELSE ${k} END`;
}

/** k of n by counts: met once k are met, unmet once k cannot be reached any more. */
function kOfN(k: number, children: readonly Verdict[]): Truth {
  const left = children.map(({ exempt }) => not(exempt));
  const met = children.map(({ truth, exempt }) => all(truth, not(exempt)));
  const possible = children.map(({ truth, exempt }) => all(not(exempt), not(heldFalse(truth))));
  const least = wanted(k, left);
  return decided(
    test(`${counted(met)} >= ${least}`, { sure: true }),
    test(`${counted(possible)} < ${least}`, { sure: true }),
  );
}

/** Whether a truth is FALSE, which NULL is not. */
function heldFalse(truth: Truth): Truth {
  if (isUnknown(truth)) return FALSE;
  const sql = `COALESCE(${writtenInline(not(truth))}, FALSE)`;
  return isTrue(truth) || isFalse(truth)
    ? not(truth)
    : test(sql, { opposite: `COALESCE(${writtenInline(truth)}, TRUE)`, sure: true });
}

/** Exempt parts are left out of their group; a group with nothing left is exempt itself. */
function joined(kind: 'all' | 'any' | 'k-of-n', k: number, children: readonly Verdict[]): Verdict {
  const exempt = all(...children.map((child) => child.exempt));
  if (kind === 'all') return { truth: all(...children.map(({ truth }) => truth)), exempt };
  if (kind === 'any')
    return verdict(any(...children.map(({ truth, exempt: left }) => all(truth, not(left)))), exempt);
  return verdict(kOfN(k, children), exempt);
}

/**
 * A rule in one column, as SQL. Negation is pushed to the leaves, as the engine does, so that what is exempt stays
 * exempt.
 */
export function conditionVerdict(
  condition: Condition,
  column: Column,
  scope: ConditionScope,
  negated = false,
): Verdict {
  const inner = (part: Condition): Verdict => conditionVerdict(part, column, scope, negated);
  if ('all' in condition) return joined(negated ? 'any' : 'all', 0, condition.all.map(inner));
  if ('any' in condition) return joined(negated ? 'all' : 'any', 0, condition.any.map(inner));
  if ('not' in condition) return conditionVerdict(condition.not, column, scope, !negated);
  if ('atLeast' in condition) {
    const { atLeast, of } = condition;
    return joined('k-of-n', negated ? of.length - atLeast + 1 : atLeast, of.map(inner));
  }
  if ('fact' in condition) {
    const judge: LeafScope['judge'] = (other, at) => conditionVerdict(other, at, scope);
    return leafVerdict(condition, column, { ...scope, judge }, negated);
  }
  if ('trait' in condition) {
    const found = verdict(scope.trait(condition.trait));
    return negated ? opposite(found) : found;
  }
  const found = scope.reference(condition);
  return negated ? opposite(found) : found;
}
