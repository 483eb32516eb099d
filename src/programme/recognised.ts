import type { Outcome } from '../schema/evaluation.js';
import type { RecognisedTier, RecognitionState } from '../schema/programme.js';
import type { Recognition } from '../schema/snapshot.js';

/**
 * What a record of recognition says. Everything that is not one of these words is a record of its own kind (a dossier
 * submitted, say): it is kept, and whether the tier is recognised stays unknown.
 */
const STATUSES: Readonly<Record<string, 'recognised' | 'revoked' | 'not-yet'>> = {
  recognised: 'recognised',
  announced: 'recognised',
  completed: 'recognised',
  revoked: 'revoked',
  submitted: 'not-yet',
  requested: 'not-yet',
  registered: 'not-yet',
};

interface Decided {
  readonly state: RecognitionState;
  readonly recognition?: Recognition;
  readonly day: string;
}

const dayOf = ({ decision }: Recognition): string => decision?.date ?? '';

/** What the records of one tier come to: the latest decision taken by that day counts. */
function decided(records: readonly Recognition[], tier: string, day: string): Decided {
  let found: Decided = { state: 'none', day: '' };
  for (const recognition of records) {
    if (recognition.tier !== tier || dayOf(recognition) > day) continue;
    const says = STATUSES[recognition.status ?? 'recognised'];
    if (says === 'not-yet' || dayOf(recognition) < found.day) continue;
    if (says === undefined) {
      if (found.state === 'none') found = { state: 'unknown', recognition, day: '' };
      continue;
    }
    const over = recognition.validUntil && recognition.validUntil < day;
    const state = says === 'revoked' ? 'revoked' : over ? 'expired' : 'in-force';
    found = { state, recognition, day: dayOf(recognition) };
  }
  return found;
}

const OUTCOMES: Readonly<Record<RecognitionState, Outcome>> = {
  'in-force': 'met',
  expired: 'unmet',
  revoked: 'unmet',
  none: 'unmet',
  unknown: 'unknown',
};

/**
 * Which tiers the decisions in force on a day recognise, lowest first; an advanced commune is recognised as a
 * new-rural commune too. Unknown where the unit's recognitions are not listed at all: an empty list says that there
 * is none, an absent one says nothing. A lower tier revoked after a higher one was recognised leaves the higher one
 * unknown, since the law at hand does not say what becomes of it.
 */
export function recognisedTiers(
  recognitions: readonly Recognition[] | undefined,
  tiers: readonly string[],
  day: string,
): RecognisedTier[] {
  if (!recognitions) return tiers.map((tier) => ({ tier, state: 'unknown', outcome: 'unknown' }));
  const found = tiers.map((tier) => decided(recognitions, tier, day));
  const settled = found.map((own, at): Decided => {
    const undermined = found
      .slice(0, at)
      .some((lower) => lower.state === 'revoked' && own.state === 'in-force' && lower.day >= own.day);
    return undermined ? { ...own, state: 'unknown' } : own;
  });
  return settled.map(({ state, recognition }, at): RecognisedTier => {
    const higher = tiers.slice(at + 1).map((tier, above) => ({ tier, own: settled[at + 1 + above] }));
    const including = higher.find(({ own }) => own?.state === 'in-force');
    const perhaps = higher.some(({ own }) => own?.state === 'unknown');
    const own = OUTCOMES[state];
    const outcome = own === 'met' || including ? 'met' : perhaps ? 'unknown' : own;
    return {
      tier: tiers[at] as string,
      state,
      outcome,
      ...(recognition && { recognition }),
      ...(own !== 'met' && including && { impliedBy: including.tier }),
    };
  });
}
