import type { Unit } from '../schema/snapshot.js';
import type { Territory } from '../schema/territory.js';
import type { Localized } from '../schema/text.js';
import type { RulesetEntry } from './shipped-law.js';
import { formerProvinceId, plainName, provinceId } from './territory.js';
import { urbanKind } from './urban-unit.js';
import { versionInForce } from './version-in-force.js';

/** What of a unit decides which rulesets are for it. */
export type UnitToJudge = Pick<Unit, 'level'> & Partial<Omit<Unit, 'level'>>;

/** One set that is for the unit on that day. */
export interface FittingRuleset {
  readonly ruleset: RulesetEntry;
  /** Whose set it is: the unit's district or province, or the nation. */
  readonly from: 'district' | 'province' | 'nation';
  /** `period-ended`: no successor is in force yet, so results of its period are still judged by it. */
  readonly judges: 'in-force' | 'period-ended';
}

/** Something to know where no set, or not the expected one, is found. */
export interface FindingAnswer {
  readonly code: 'level-abolished' | 'out-of-scope' | 'gap-in-time' | 'no-ruleset' | 'province-unknown';
  readonly text: Localized;
  /** Versions nearest in time, as `id@version`. */
  readonly nearest: readonly string[];
}

export interface RulesetsFor {
  readonly rulesets: readonly FittingRuleset[];
  readonly answers: readonly FindingAnswer[];
}

/** Districts and towns ceased to exist with the two-level local government of 1 July 2025. */
const ABOLISHED: Readonly<Record<string, string>> = { district: '2025-07-01', town: '2025-07-01' };

const LEVEL_ABOLISHED: Localized = {
  vi: 'Từ ngày 01/07/2025 không còn cấp huyện, thị xã, thành phố thuộc tỉnh; các bộ tiêu chí cấp này chỉ để tra cứu.',
  en: 'Since 1 July 2025 there are no districts, towns or provincial cities; their sets are kept for history.',
};

/** Says so where a level no longer exists on a day. */
export function levelAbolished(level: string, on: string): Localized | undefined {
  const since = ABOLISHED[level];
  return since !== undefined && on >= since ? LEVEL_ABOLISHED : undefined;
}

/** Tiers in the order of the ladder; others follow by name. */
const TIER_ORDER = ['ntm', 'advanced', 'model', 'modern', 'completion', 'smart'];

/** The place of a tier in the order in which tiers are listed. */
export const tierRank = (tier: string): number => {
  const rank = TIER_ORDER.indexOf(tier);
  return rank < 0 ? TIER_ORDER.length : rank;
};

const FROM_ORDER = { district: 0, province: 1, nation: 2 } as const;

/** Whose set an entry is, seen from the unit; undefined when it is another place's. */
function standing(
  entry: RulesetEntry,
  provinces: readonly string[],
  district: string | undefined,
): FittingRuleset['from'] | undefined {
  const { jurisdiction } = entry;
  if (jurisdiction === 'vn') return 'nation';
  if (provinces.includes(jurisdiction)) return 'province';
  return district !== undefined && provinces.some((province) => jurisdiction === `${province}-${district}`)
    ? 'district'
    : undefined;
}

/**
 * The rulesets that are for a unit on a day, each tier's own province before the nation, and a clear answer where
 * there is none: gaps in time, levels that no longer exist, units out of scope.
 */
export function rulesetsAmong(
  entries: readonly RulesetEntry[],
  territory: Territory,
  unit: UnitToJudge,
  on: string,
  year: number,
): RulesetsFor {
  const answers: FindingAnswer[] = [];
  const abolished = levelAbolished(unit.level, on);
  const ofLevel = entries.filter((entry) => entry.level === unit.level);
  if (abolished) {
    const latest = ofLevel.filter(({ jurisdiction }) => jurisdiction === 'vn').slice(-3);
    return {
      rulesets: [],
      answers: [
        {
          code: 'level-abolished',
          text: abolished,
          nearest: latest.map(({ id, version }) => `${id}@${version}`),
        },
      ],
    };
  }
  if (urbanKind(unit) === 'ward') {
    return {
      rulesets: [],
      answers: [
        {
          code: 'out-of-scope',
          text: {
            vi: 'Phường không thuộc phạm vi chương trình nông thôn mới (xét đô thị văn minh).',
            en: 'A ward (phường) is outside the new rural programme; it is judged as urban (đô thị văn minh).',
          },
          nearest: [],
        },
      ],
    };
  }
  const province = unit.province ? provinceId(territory, unit.province, on) : undefined;
  if (unit.province && province === undefined) {
    answers.push({
      code: 'province-unknown',
      text: {
        vi: `Không có tỉnh “${unit.province}” vào ngày này; chỉ tìm bộ tiêu chí của cả nước.`,
        en: `There is no province “${unit.province}” on that day; only national sets are looked for.`,
      },
      nearest: [],
    });
  }
  const former = unit.formerProvince ? formerProvinceId(territory, unit.formerProvince) : undefined;
  const provinces = [province, former].filter((one): one is string => one !== undefined);
  const district = unit.district ? plainName(unit.district.replace(/^(huyện|thị xã)\s+/i, '')) : undefined;

  const fitting: FittingRuleset[] = [];
  const passed: RulesetEntry[] = [];
  for (const id of new Set(ofLevel.map((entry) => entry.id))) {
    const versions = ofLevel.filter((entry) => entry.id === id);
    const from = standing(versions[0] as RulesetEntry, provinces, district);
    if (!from) continue;
    const choice = versionInForce(versions, on, year);
    if (choice.kind === 'none') passed.push(...choice.nearest);
    else fitting.push({ ruleset: choice.version, from, judges: choice.kind });
  }
  fitting.sort(
    (a, b) =>
      tierRank(a.ruleset.tier) - tierRank(b.ruleset.tier) ||
      (a.ruleset.tier < b.ruleset.tier ? -1 : a.ruleset.tier > b.ruleset.tier ? 1 : 0) ||
      FROM_ORDER[a.from] - FROM_ORDER[b.from] ||
      (a.ruleset.id < b.ruleset.id ? -1 : 1),
  );
  if (fitting.length === 0 && passed.length > 0) answers.push(gapInTime(on, passed));
  if (fitting.length === 0 && passed.length === 0) {
    answers.push({
      code: 'no-ruleset',
      text: {
        vi: 'Chưa có bộ tiêu chí nào cho đơn vị này trong gói.',
        en: 'No ruleset for this unit is inside the package.',
      },
      nearest: [],
    });
  }
  return { rulesets: fitting, answers };
}

/** Names the national texts that ended last and begin next around the day. */
function gapInTime(on: string, passed: readonly RulesetEntry[]): FindingAnswer {
  const before = passed
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const after = passed
    .filter(({ effectiveFrom }) => effectiveFrom > on)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const name = ({ id, version }: RulesetEntry): string => `${id}@${version}`;
  const nearest = [...before.slice(0, 1), ...after.slice(0, 1)].map(name);
  return {
    code: 'gap-in-time',
    text: {
      vi: `Không có văn bản nào áp dụng vào ngày ${on}; gần nhất: ${nearest.join(', ')}.`,
      en: `No text judges ${on}; nearest: ${nearest.join(', ')}.`,
    },
    nearest,
  };
}
