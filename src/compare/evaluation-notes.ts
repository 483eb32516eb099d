import type { Evaluation } from '../schema/evaluation.js';
import type { EvaluationComparison } from '../schema/evaluation-comparison.js';
import type { RulesetComparison } from '../schema/ruleset-comparison.js';

type ComparisonNote = EvaluationComparison['notes'][number];

const pinned = ({ ruleset }: Evaluation): string => `${ruleset.id}@${ruleset.version}`;

/** What the evaluations' own notes say of the texts, as far as it bears on what differs. */
export function evaluationNotes(
  before: Evaluation,
  after: Evaluation,
  rulesets: RulesetComparison | undefined,
): ComparisonNote[] {
  const sides = before.audit.rulesetHash === after.audit.rulesetHash ? [after] : [before, after];
  const of = (code: 'changes-unlisted' | 'draft'): ComparisonNote[] =>
    sides.flatMap((side) => {
      const note = side.notes.find((one) => one.code === code);
      return note ? [{ code, about: pinned(side), text: note.text }] : [];
    });
  const guessed = rulesets?.notes.find(({ code }) => code === 'guessed-pairs');
  const unlisted = of('changes-unlisted');
  return [
    ...(sides.length > 1 ? unlisted : []),
    ...of('draft'),
    ...(guessed ? [{ code: 'guessed-pairs' as const, about: guessed.about, text: guessed.text }] : []),
  ];
}
