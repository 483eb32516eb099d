import type { Outcome } from '../schema/evaluation.js';
import type { Caused, ChangeCause } from '../schema/evaluation-comparison.js';
import { caused } from './result-cause.js';

/** Something that a criterion or a whole set is made of, and how it changed; one side is absent where it came or went. */
export interface Member {
  readonly before?: Outcome | undefined;
  readonly after?: Outcome | undefined;
  readonly caused: Caused;
}

/** Came with another text, or went with it. */
export const WITH_THE_TEXT: Caused = caused(['ruleset'], 'only');

interface Joined {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly members: readonly Member[];
  /** What else about the criterion itself differs. */
  readonly own: readonly ChangeCause[];
  /** Where nothing at all is seen to differ. */
  readonly otherwise: ChangeCause;
}

/** A member that stands in the way on the side where the whole is not met, and no longer or not yet on the other. */
function mattered({ before, after }: Joined, member: Member): boolean {
  if (member.before === member.after) return false;
  const hindered = (whole: Outcome, own: Outcome | undefined) => whole !== 'met' && own === whole;
  return hindered(after, member.after) || hindered(before, member.before);
}

/** Why a criterion, or the whole, differs: what made those of its members differ that stood in its way. */
export function joinedCause(joined: Joined): Caused {
  const { members, own, otherwise } = joined;
  const causes = new Set<ChangeCause>([...own, ...members.flatMap((member) => member.caused.causes)]);
  if (causes.size === 0) return caused([otherwise], 'unsettled');
  const unsure = members.some((member) => member.caused.decided === 'unsettled');
  if (causes.size === 1) return caused(causes, unsure ? 'unsettled' : 'only');
  if (joined.before === joined.after) return caused(causes, 'jointly');
  const deciding = members.filter((member) => mattered(joined, member));
  if (deciding.some((member) => member.caused.decided === 'unsettled')) return caused(causes, 'unsettled');
  const because = new Set<ChangeCause>([...own, ...deciding.map((member) => member.caused.because)]);
  const [first, ...others] = because;
  const sure = deciding.every((member) => member.caused.decided !== 'jointly');
  return first !== undefined && others.length === 0 && sure
    ? caused(causes, 'alone', first)
    : caused(causes, 'jointly');
}
