import type { CompiledCriterion } from '../../../evaluate/compiled-ruleset.js';
import { never } from './formula.js';
import { groupProofs } from './group-proofs.js';
import type { JudgedSet } from './judged-set.js';
import { NOT_EXEMPT, type Proofs, undecidable } from './proofs.js';
import type { Stated } from './requirement.js';
import { proofsByVerdict, type Verdict } from './verdict.js';

/** Literals of a rule for passing are what the decision says of passing. */
const passRule = (id: string): Stated => ({ id, evidence: 'published' });

/** A criterion passes when all its indicators do, unless it has another rule. Nothing to test is never met. */
export function criterionProofs(set: JudgedSet, { criterion, indicators, pass }: CompiledCriterion): Proofs {
  const rule = set.ruleset.criteria.find(({ no }) => no === criterion.no)?.pass;
  if (pass && rule) return set.proofs(rule, passRule(criterion.no));
  return every(
    set,
    criterion.no,
    indicators.map(({ indicator }) => set.indicator(indicator.id)),
  );
}

/** A set passes when all prerequisites and criteria do, unless it has another rule. */
export function wholeProofs(set: JudgedSet): Proofs {
  const { ruleset, compiled, declared } = set;
  const criteria = compiled.criteria.map(({ criterion }) => set.criterion(criterion.no));
  const allDeclared =
    criteria.length > 0 && compiled.criteria.every(({ criterion }) => declared.criteria.has(criterion.no));
  // What nobody has named stands in the way, unless every criterion has been declared as a whole.
  const unnamed = compiled.openEnded && !allDeclared ? [undecidable('not-encoded')] : [];
  if (ruleset.pass) {
    const passed = set.proofs(ruleset.pass, passRule(ruleset.id));
    return unnamed.length > 0
      ? { met: never('not-encoded'), unmet: passed.unmet, exempt: NOT_EXEMPT }
      : passed;
  }
  const placeholders = compiled.placeholders
    .filter(({ indicator }) => !allDeclared || declared.indicators.has(indicator.id))
    .map(({ indicator }) => set.indicator(indicator.id));
  const prerequisites = compiled.prerequisites.map(({ indicator }) => set.indicator(indicator.id));
  return every(set, ruleset.id, [...prerequisites, ...criteria, ...placeholders], unnamed);
}

function every(
  set: JudgedSet,
  name: string,
  verdicts: readonly (Verdict | undefined)[],
  more: readonly Proofs[] = [],
): Proofs {
  const parts = [...verdicts.flatMap((verdict) => (verdict ? [proofsByVerdict(verdict)] : [])), ...more];
  if (parts.length === 0) return undecidable('not-encoded');
  return groupProofs(parts, parts.length, (part) => set.rulebook.step(set.prefix, name, part).fact);
}
