import { tierRank } from '../law/rulesets-for.js';
import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type {
  RecognitionReview,
  ReviewRow,
  ReviewTally,
  RevocationCheck,
  RevocationVerdict,
} from '../schema/revocation.js';
import type { Recognition, Unit } from '../schema/snapshot.js';
import { levelSchema } from '../schema/text.js';
import { recognisedTiers } from './recognised.js';
import { unitKey } from './unit-key.js';

/** What is to be looked at first stands first. */
const ORDER: readonly RevocationVerdict[] = ['revoke', 'at-risk', 'unknown', 'keep'];

const TALLY_KEYS = { keep: 'keep', 'at-risk': 'atRisk', revoke: 'revoke', unknown: 'unknown' } as const;

/** The recognitions that are in force on a day, one a tier, in the order the tiers are first named. */
export function inForce(recognitions: readonly Recognition[], day: string): Recognition[] {
  const tiers = [...new Set(recognitions.map(({ tier }) => tier))];
  return tiers.flatMap((tier) => {
    const [found] = recognisedTiers(recognitions, [tier], day);
    return found?.state === 'in-force' && found.recognition ? [found.recognition] : [];
  });
}

/** Takes one check after another and keeps a row of each. */
export class ReviewBook {
  readonly #rows = new Map<string, ReviewRow>();
  readonly #tallies = new Map<string, ReviewTally>();
  readonly #units = new Set<string>();
  #notRecognised = 0;
  #notListed = 0;

  /** A unit without a recognition to review: its list holds none, or there is no list. */
  without(unit: Unit, listed: boolean): void {
    this.#units.add(unitKey(unit));
    if (listed) this.#notRecognised += 1;
    else this.#notListed += 1;
  }

  take(unit: Unit, check: RevocationCheck): void {
    const key = `${unitKey(unit)} ${check.tier}`;
    if (this.#rows.has(key)) throw new NtmError([duplicate(unit, check.tier)]);
    this.#units.add(unitKey(unit));
    this.#rows.set(key, rowOf(unit, check));
    const kind = `${check.level} ${check.tier}`;
    const tally: ReviewTally = this.#tallies.get(kind) ?? {
      level: check.level,
      tier: check.tier,
      total: 0,
      keep: 0,
      atRisk: 0,
      revoke: 0,
      unknown: 0,
    };
    tally.total += 1;
    tally[TALLY_KEYS[check.verdict]] += 1;
    this.#tallies.set(kind, tally);
  }

  review(): RecognitionReview {
    return {
      kind: 'recognition-review',
      rows: [...this.#rows].sort(byUrgency).map(([, row]) => row),
      tallies: [...this.#tallies.values()].sort(byTier),
      units: this.#units.size,
      notRecognised: this.#notRecognised,
      notListed: this.#notListed,
    };
  }
}

const byTier = (a: ReviewTally, b: ReviewTally): number =>
  levelSchema.options.indexOf(a.level) - levelSchema.options.indexOf(b.level) ||
  tierRank(a.tier) - tierRank(b.tier) ||
  (a.tier < b.tier ? -1 : 1);

function byUrgency([a, one]: [string, ReviewRow], [b, other]: [string, ReviewRow]): number {
  const share = (row: ReviewRow): number => row.share?.least ?? -1;
  return (
    ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict) ||
    share(other) - share(one) ||
    (other.failed?.most ?? -1) - (one.failed?.most ?? -1) ||
    (a < b ? -1 : 1)
  );
}

function rowOf(unit: Unit, check: RevocationCheck): ReviewRow {
  const { tier, recognition, verdict, provisional, failed, of, share, keyCriteriaFailed, notes } = check;
  const numbers = (list: readonly { readonly criterion: string }[]) => list.map(({ criterion }) => criterion);
  return {
    unit,
    tier,
    recognition,
    verdict,
    provisional,
    failed,
    of,
    share,
    keyFailed: numbers(keyCriteriaFailed.failed),
    keyPossible: numbers(keyCriteriaFailed.possible),
    notes: notes.map(({ code }) => code),
  };
}

function duplicate(unit: Unit, tier: string): ReturnType<typeof problem> {
  return problem('duplicate-unit', '', {
    found: `${unit.code ?? unit.name} · ${tier}`,
    expected: { vi: 'mỗi đơn vị một lần', en: 'every unit once' },
    hint: {
      vi: 'Bỏ bản trùng; nếu là hai đơn vị cùng tên, ghi mã (code) hoặc đơn vị cấp trên (parent).',
      en: 'Remove one; two units of the same name are told apart by code, parent or district.',
    },
  });
}
