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

function statusOf({ status = 'recognised' }: Recognition): (typeof STATUSES)[string] | undefined {
  return Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
}

interface Decided {
  readonly state: RecognitionState;
  readonly recognition?: Recognition;
  readonly day: string;
  /** Other sets under which the tier is recognised as well. */
  readonly alsoUnder?: readonly string[];
}

const dayOf = ({ decision }: Recognition): string => decision?.date ?? '';

const NONE: Decided = { state: 'none', day: '' };

/** The latest of several records; of equally late ones the last listed. */
function latestOf(records: readonly Recognition[]): Recognition | undefined {
  return records.reduce<Recognition | undefined>(
    (best, next) => (best && dayOf(next) < dayOf(best) ? best : next),
    undefined,
  );
}

/** What a decision comes to that nothing later contradicts. */
function standing(recognition: Recognition, day: string): Decided {
  const over = recognition.validUntil && recognition.validUntil < day;
  const revoked = statusOf(recognition) === 'revoked';
  return {
    state: revoked ? 'revoked' : over ? 'expired' : 'in-force',
    recognition,
    day: dayOf(recognition),
  };
}

/** The sets of earlier decisions that are still in force beside the latest: not over, and after every revocation. */
function setsBeside(
  latest: Recognition,
  granted: readonly Recognition[],
  revoked: readonly Recognition[],
  day: string,
): string[] {
  const standingOnes = granted.filter(
    (one) => standing(one, day).state === 'in-force' && revoked.every((other) => dayOf(other) < dayOf(one)),
  );
  const sets = standingOnes.flatMap(({ ruleset }) => ruleset ?? []);
  return [...new Set(sets)].filter((set) => set !== latest.ruleset);
}

/**
 * What the records of one tier come to on a day: the latest decision counts. Whether a recognition or a revocation came
 * last has to be known: without a date, or on one day, they settle nothing, except that what was recognised only once
 * and was revoked stays revoked. A status we do not know, at least as late as the decision, leaves it open.
 */
function decided(records: readonly Recognition[], tier: string, day: string): Decided {
  const own = records.filter((one) => one.tier === tier && dayOf(one) <= day);
  const having = (status: string | undefined) => own.filter((one) => statusOf(one) === status);
  const [granted, revoked, unknown] = [having('recognised'), having('revoked'), having(undefined)];
  const latest = latestOf([...granted, ...revoked]);
  const doubt = latestOf(unknown);
  if (!latest) return doubt ? { ...NONE, state: 'unknown', recognition: doubt } : NONE;
  const found = standing(latest, day);
  if (doubt && (dayOf(doubt) === '' || dayOf(doubt) >= found.day))
    return { ...found, state: 'unknown', recognition: doubt };
  const others = statusOf(latest) === 'revoked' ? granted : revoked;
  const unordered = others.some((one) => dayOf(one) === '' || dayOf(one) === found.day);
  if (!unordered) {
    const alsoUnder = found.state === 'in-force' ? setsBeside(latest, granted, revoked, day) : [];
    return alsoUnder.length > 0 ? { ...found, alsoUnder } : found;
  }
  const [revocation] = revoked;
  return granted.length === 1 && revocation
    ? standing(latestOf(revoked) ?? revocation, day)
    : { ...found, state: 'unknown' };
}

/** Records of a tier made by that day that decide nothing yet. */
function pendingAmong(records: readonly Recognition[], tier: string, day: string): Recognition[] {
  return records.filter((one) => one.tier === tier && dayOf(one) <= day && statusOf(one) === 'not-yet');
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
    const undermined = found.slice(0, at).some((lower) => {
      const later = lower.day === '' || own.day === '' || lower.day >= own.day;
      return lower.state === 'revoked' && own.state === 'in-force' && later;
    });
    return undermined ? { ...own, state: 'unknown' } : own;
  });
  return settled.map(({ state, recognition, alsoUnder }, at): RecognisedTier => {
    const higher = tiers.slice(at + 1).map((tier, above) => ({ tier, own: settled[at + 1 + above] }));
    const including = higher.find(({ own }) => own?.state === 'in-force');
    const perhaps = higher.some(({ own }) => own?.state === 'unknown');
    const own = OUTCOMES[state];
    const pending = pendingAmong(recognitions, tiers[at] as string, day);
    const outcome = own === 'met' || including ? 'met' : perhaps ? 'unknown' : own;
    return {
      tier: tiers[at] as string,
      state,
      outcome,
      ...(recognition && { recognition }),
      ...(alsoUnder && state === 'in-force' && { alsoUnder: [...alsoUnder] }),
      ...(own !== 'met' && including && { impliedBy: including.tier }),
      ...(pending.length > 0 && { pending }),
    };
  });
}
