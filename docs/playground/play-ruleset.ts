import { amend, type Evaluation, getRuleset, NtmError, type Ruleset } from '../../src/index.js';

/** Why an amendment does not fit is said by the evaluation; the form shows the text it was made for. */
function amended(base: Ruleset, amendments: readonly unknown[]): Ruleset {
  let ruleset = base;
  for (const amendment of amendments) {
    try {
      ruleset = amend(ruleset, amendment as never);
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
    }
  }
  return ruleset;
}

/** The text that an evaluation judged by, for the form: with the figures of one's own that it used. */
export function judgedRuleset(
  { ruleset: { id, version, amendedBy } }: Evaluation,
  chosen: string,
  day: string,
  amendments: readonly unknown[],
): Ruleset {
  try {
    return amended(getRuleset(id, { version }), amendedBy.length > 0 ? amendments : []);
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return amended(getRuleset(chosen, { on: day }), amendments);
  }
}
