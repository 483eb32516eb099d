import type { Almanac } from 'json-rules-engine';
import type { Outcome } from '../../../schema/evaluation.js';
import { conditionProofs } from './condition-proofs.js';
import type { JudgedSet } from './judged-set.js';
import { type CaseChoice, NO_CASE } from './leaf-proofs.js';
import type { Stated } from './requirement.js';

/**
 * The cases of an indicator, each a step of its own. In every run the fact `cases` lists those that may hold: the
 * first that does, else all that are not known not to, else none.
 */
export function caseChoice(set: JudgedSet, stated: Stated): CaseChoice {
  const { rulebook, prefix, setting } = set;
  const scope = set.scope(stated);
  const cases = Object.entries(stated.cases ?? {}).map(([id, condition]) => {
    const proofs = conditionProofs(condition, { year: setting.year }, scope);
    return { id, step: rulebook.step(prefix, `${stated.id} case ${id}`, proofs).fact };
  });
  const fact = `${prefix}cases:${stated.id}`;
  const needs = cases.map(({ step }) => step);
  rulebook.computed.set(fact, async (_, almanac: Almanac) => {
    const open: string[] = [];
    for (const { id, step } of cases) {
      const outcome = await almanac.factValue<Outcome>(step);
      if (outcome === 'met') return [id];
      if (outcome === 'unknown') open.push(id);
    }
    return open.length > 0 ? open : [NO_CASE];
  });
  return {
    ids: [...cases.map(({ id }) => id), NO_CASE],
    ruledOut: (id) => ({ kind: 'test', fact, operator: 'doesNotContain', value: id, needs }),
  };
}
