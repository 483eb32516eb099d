import type { Tally } from './evaluation.js';
import type { CountBounds } from './programme.js';
import type { ShareBounds } from './revocation.js';
import type { FactEntry } from './snapshot.js';
import type { Level, Localized } from './text.js';

/** What is counted: tiers reached by evaluation, or recognised by decisions in force. */
export type RollUpBy = 'evaluation' | 'recognition';

/**
 * Whether a model village (thôn kiểu mẫu) counts among the new-rural villages, which the law at hand does not say:
 * `counted`, as an advanced commune counts among the new-rural communes, or `apart`.
 */
export type ModelVillages = 'counted' | 'apart';

/** How many units of a level have a tier. */
export interface TierCount {
  tier: string;
  /** The parent's fact, such as `communes.ntm`. */
  fact: string;
  count: CountBounds;
  /** Cumulative: an advanced commune is met under `ntm` too. */
  tally: Tally;
  /** Of all units of the level; null where there is none. */
  share: ShareBounds | null;
  /** Units whose outcome is decided, provisionally. */
  provisional: number;
}

/** Units whose recognition was revoked (bị thu hồi quyết định công nhận). */
export type RevokedCount = Omit<TierCount, 'tier' | 'provisional'>;

/** The units of one level. */
export interface LevelCounts {
  level: Level;
  /** The parent's fact, such as `communes.total`. */
  fact: string;
  total: number;
  /** Those of whom nothing is known but that they exist. */
  withoutData: number;
  /** Those among them that are known by number only. */
  nameless: number;
  tiers: TierCount[];
  /** By recognition only. */
  revoked?: RevokedCount;
}

export type RollUpNoteCode =
  | 'model-villages-counted'
  | 'model-villages-apart'
  | 'days-differ'
  | 'urban-units-excluded';

export interface RollUpNote {
  code: RollUpNoteCode;
  about: string;
  text: Localized;
}

/** Units below, counted for the unit above (tổng hợp): villages of a commune, communes of a district … */
export interface RollUp {
  kind: 'roll-up';
  by: RollUpBy;
  /** One level; districts and towns of a province are two. Empty where there is no unit. */
  levels: LevelCounts[];
  /** Which reading was counted; for villages only. */
  modelVillages?: ModelVillages;
  /**
   * Facts for the parent's snapshot, as far as the catalogue has them: exact counts as values, others as bounds. What
   * rests on provisional outcomes is `approximate`, so that it decides provisionally there too.
   */
  facts: Readonly<Record<string, FactEntry>>;
  /** Keys of urban units (phường, thị trấn), which this programme does not count. */
  excluded: { wards: string[]; townships: string[] };
  /** First and last day of judgement. */
  days: { first: string; last: string } | null;
  /** Keys of all units counted, in order; what keeps a unit of two roll-ups from being counted twice. */
  members: string[];
  notes: RollUpNote[];
}
