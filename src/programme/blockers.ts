import type { CriterionResult, Evaluation, IndicatorResult, Outcome } from '../schema/evaluation.js';
import type { Blocker } from '../schema/programme.js';
import type { Localized } from '../schema/text.js';

/** The tier below, and whether a unit has it. */
export interface LowerTier {
  readonly tier: string;
  readonly title: Localized;
  readonly held: Outcome;
}

type NotMet = 'unmet' | 'unknown';

const isOpen = <T extends { readonly outcome: Outcome }>(one: T): one is T & { readonly outcome: NotMet } =>
  one.outcome !== 'met';

function openCriterion({
  no,
  title,
  outcome,
  reasons,
  indicators,
}: CriterionResult & { outcome: NotMet }): Blocker {
  const open = indicators.filter(isOpen).map(({ id }) => id);
  return { kind: 'criterion', id: no, title, outcome, indicators: open, reasons: [...reasons] };
}

function openEntry(
  kind: 'prerequisite' | 'placeholder',
  { id, title, outcome, reasons }: IndicatorResult & { outcome: NotMet },
): Blocker {
  return { kind, id, title, outcome, indicators: [], reasons: [...reasons] };
}

/** The lower tier as one blocker: by the prerequisite that asks for it, or because the ladder has it come first. */
function lowerTierBlocker(
  lower: LowerTier | undefined,
  asking: IndicatorResult | undefined,
  stands: boolean,
): Blocker[] {
  if (!lower) return [];
  const open = asking && !stands && isOpen(asking) ? asking : undefined;
  if (!open && lower.held === 'met') return [];
  const outcome = open ? open.outcome : (lower.held as NotMet);
  return [
    {
      kind: 'tier',
      id: lower.tier,
      title: open ? open.title : lower.title,
      outcome,
      indicators: [],
      reasons: open ? [...open.reasons] : outcome === 'unknown' ? ['child-unknown'] : [],
    },
  ];
}

/** What a tier has to show for itself. */
export interface ToBlock {
  readonly evaluation: Evaluation | undefined;
  /** The set's outcome, the tier below standing where it may. */
  readonly outcome: Outcome;
  readonly lower: LowerTier | undefined;
  /** The prerequisite that asks for the tier below. */
  readonly lowerId: string | undefined;
  readonly lowerStands: boolean;
  readonly title: Localized;
  /** The id of the set, or of the tier where none is at hand. */
  readonly id: string;
}

/**
 * What stands between a unit and a tier: the tier below, named once and without what blocks it; prerequisites, criteria
 * and unnamed indicators that are not met; or the set itself, where none judges or more is asked than anybody has listed.
 */
export function blockersOf({
  evaluation,
  outcome,
  lower,
  lowerId,
  lowerStands,
  title,
  id,
}: ToBlock): Blocker[] {
  const asking = evaluation?.prerequisites.find((one) => one.id === lowerId);
  const below = lowerTierBlocker(lower, asking, lowerStands);
  if (outcome === 'met') return below;
  const set = (reasons: Blocker['reasons']): Blocker => ({
    kind: 'set',
    id,
    title,
    outcome: outcome === 'unmet' ? 'unmet' : 'unknown',
    indicators: [],
    reasons,
  });
  if (!evaluation) return [...below, set(['not-encoded'])];
  const own = [
    ...evaluation.prerequisites
      .filter((one) => one !== asking)
      .filter(isOpen)
      .map((one) => openEntry('prerequisite', one)),
    ...evaluation.criteria.filter(isOpen).map(openCriterion),
    ...evaluation.placeholders.filter(isOpen).map((one) => openEntry('placeholder', one)),
  ];
  const explained = own.length > 0 || (asking !== undefined && isOpen(asking) && !lowerStands);
  return explained ? [...below, ...own] : [...below, set([...evaluation.reasons])];
}
