import type { IndicatorResult, Part } from '../schema/evaluation.js';
import type { Caused, CauseStanding, ChangeCause } from '../schema/evaluation-comparison.js';
import { counterfactual, type Taken } from './counterfactual.js';
import { differs, type PartDifference } from './part-changes.js';

/** What about the two evaluations as wholes differs, and how to look up what their parts refer to. */
export interface CauseSetting {
  readonly sameRuleset: boolean;
  readonly sameSnapshot: boolean;
  readonly sameDay: boolean;
  /** Year, region, group, area or traits. */
  readonly contextDiffers: boolean;
  /** Whether the law itself asks for something else, where a comparison of the texts was given. */
  readonly figuresDiffer?: ((after: string) => boolean) | undefined;
  /** What changed about an indicator or criterion that a part refers to. */
  readonly referred: (refersTo: NonNullable<Part['refersTo']>) => Caused | undefined;
}

/** Of several causes that cannot be told apart, the change is booked under the first. */
const ORDER: readonly ChangeCause[] = ['ruleset', 'requirement', 'context', 'declared', 'fact'];

/** Causes found so far, and whether they can be told apart at all. */
interface Found {
  readonly causes: Set<ChangeCause>;
  unsettled: boolean;
}

export function inOrder(causes: Iterable<ChangeCause>): ChangeCause[] {
  const given = new Set(causes);
  return ORDER.filter((cause) => given.has(cause));
}

/** One cause first, the others behind it in their order. */
export function caused(
  causes: Iterable<ChangeCause>,
  decided: CauseStanding,
  because?: ChangeCause | undefined,
): Caused {
  const ordered = inOrder(causes);
  const first = because ?? (ordered[0] as ChangeCause);
  return { because: first, causes: [first, ...ordered.filter((cause) => cause !== first)], decided };
}

/** Why the law's figure for this unit is another one. */
function figureCauses(after: string, setting: CauseSetting, found: Found): void {
  const { sameRuleset, sameSnapshot, sameDay, contextDiffers, figuresDiffer } = setting;
  const lawDiffers = !sameRuleset && (figuresDiffer?.(after) ?? true);
  if (lawDiffers) found.causes.add('requirement');
  if (contextDiffers) found.causes.add('context');
  if (lawDiffers || contextDiffers) {
    if (lawDiffers && contextDiffers) found.unsettled = true;
    return;
  }
  // The same law for the same place and year: another case of the indicator holds, or the figure is relative to a
  // set whose text changed.
  if (sameSnapshot) found.causes.add('requirement');
  else {
    found.causes.add('fact');
    if (!sameDay) {
      found.causes.add('requirement');
      found.unsettled = true;
    }
  }
}

function otherSetCauses({ sameRuleset, sameSnapshot, sameDay }: CauseSetting, found: Found): void {
  if (sameSnapshot) found.causes.add('ruleset');
  else {
    found.causes.add('fact');
    if (!sameRuleset || !sameDay) {
      found.causes.add('ruleset');
      found.unsettled = true;
    }
  }
}

/** A part that only one side has: with another text, at a place where it is not required, or with figures by sex. */
function oneSidedCauses(split: boolean, setting: CauseSetting, found: Found): void {
  const { sameRuleset, sameSnapshot, contextDiffers } = setting;
  if (!sameRuleset) {
    found.causes.add('ruleset');
    // Either the text asks for men and women apart now, or the unit tells them apart now.
    if (split && !sameSnapshot) {
      found.causes.add('fact');
      found.unsettled = true;
    }
  } else if (split) found.causes.add(sameSnapshot ? 'context' : 'fact');
  else found.causes.add(contextDiffers ? 'context' : 'fact');
}

function partCauses(difference: PartDifference, after: string, setting: CauseSetting, found: Found): void {
  const { before: was, after: is } = difference;
  if (!was || !is) {
    oneSidedCauses(difference.split === true, setting, found);
    return;
  }
  if (is.refersTo) {
    if (!difference.outcome) return;
    const own = is.refersTo.ruleset === undefined ? setting.referred(is.refersTo) : undefined;
    if (own) {
      for (const cause of own.causes) found.causes.add(cause);
      if (own.decided !== 'only') found.unsettled = true;
    } else otherSetCauses(setting, found);
    return;
  }
  if (is.fact === undefined) {
    if (difference.outcome) found.causes.add('context');
    return;
  }
  if (difference.observed) found.causes.add('fact');
  if (difference.structure) found.causes.add(setting.sameRuleset ? 'context' : 'ruleset');
  if (difference.required) figureCauses(after, setting, found);
}

const declaredText = ({ declared }: IndicatorResult): string =>
  declared ? JSON.stringify([declared.outcome, declared.by, declared.label ?? '']) : '';

/** Whether what was declared differs, or counts on one side only though nothing else does. */
function declaredDiffers(before: IndicatorResult, after: IndicatorResult, found: Found): boolean {
  if (declaredText(before) !== declaredText(after)) return true;
  const counted = (result: IndicatorResult) => result.basis === 'declared';
  return counted(before) !== counted(after) && found.causes.size === 0;
}

/** Whether one of several causes made the difference by itself. */
function decideBetween(
  before: IndicatorResult,
  after: IndicatorResult,
  parts: readonly PartDifference[],
  causes: readonly ChangeCause[],
): Caused {
  const members: Record<keyof Taken, readonly ChangeCause[]> = {
    fact: ['fact'],
    figure: ['requirement', 'context'],
    declared: ['declared'],
  };
  const kinds = (Object.keys(members) as (keyof Taken)[]).filter((kind) =>
    members[kind].some((cause) => causes.includes(cause)),
  );
  if (causes.includes('ruleset')) return caused(causes, 'unsettled');
  let open = false;
  for (const kind of kinds) {
    const only = { fact: false, figure: false, declared: false, [kind]: true } as Taken;
    const without = { fact: true, figure: true, declared: true, [kind]: false } as Taken;
    const [alone, rest] = [only, without].map((taken) => counterfactual(before, after, parts, taken));
    if (alone === undefined || rest === undefined) open = true;
    else if (alone === after.outcome && rest === before.outcome) {
      const [first, ...others] = causes.filter((cause) => members[kind].includes(cause));
      return caused(causes, others.length > 0 ? 'unsettled' : 'alone', first);
    }
  }
  return caused(causes, open ? 'unsettled' : 'jointly');
}

/** Why two results of one indicator differ. Only for results that do. */
export function resultCause(
  before: IndicatorResult,
  after: IndicatorResult,
  parts: readonly PartDifference[],
  setting: CauseSetting,
): Caused {
  const found: Found = { causes: new Set(), unsettled: false };
  for (const part of parts) if (differs(part)) partCauses(part, after.id, setting, found);
  if (declaredDiffers(before, after, found)) found.causes.add('declared');
  const unlisted = (result: IndicatorResult) => result.because.includes('changes-unlisted');
  if (unlisted(before) !== unlisted(after) && found.causes.size === 0) found.causes.add('ruleset');
  if (found.causes.size === 0) {
    // Nothing the results show: the text, the unit's figures elsewhere, or the way of judging.
    found.causes.add(!setting.sameRuleset ? 'ruleset' : setting.sameSnapshot ? 'context' : 'fact');
    found.unsettled = true;
  }
  const causes = inOrder(found.causes);
  if (causes.length === 1) return caused(causes, found.unsettled ? 'unsettled' : 'only');
  if (found.unsettled) return caused(causes, 'unsettled');
  if (before.outcome === after.outcome) return caused(causes, 'jointly');
  return decideBetween(before, after, parts, causes);
}
