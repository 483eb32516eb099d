import { tierTitle } from '../law/tier-names.js';
import type { TierStanding } from '../schema/programme.js';
import type { Unit } from '../schema/snapshot.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { type PageSetting, say, titleOf } from './page-setting.js';
import type { LadderRows, RulesetRows } from './unit-rows.js';
import type { UnitTable } from './unit-table.js';

/** Places are few and units many: each place is written once, without the province where all lie in one. */
class Places {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #withProvince: boolean;

  constructor(units: readonly Unit[]) {
    this.#withProvince =
      new Set(units.map(({ province }) => province)).size > 1 || units.some(({ district }) => !district);
  }

  of({ parent, district, province }: Unit): number {
    const name = [parent, district, this.#withProvince && province].filter((one) => one).join(' · ');
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.names.push(name);
    this.#numbers.set(name, this.names.length - 1);
    return this.names.length - 1;
  }
}

const unitColumns = (setting: PageSetting) => [
  { kind: 't' as const, title: say(setting, 'Đơn vị', 'Unit') },
  { kind: 'p' as const, title: say(setting, 'Địa bàn', 'Place') },
];

export function criterionHeads(
  { numbers, titles }: RulesetRows,
  setting: PageSetting,
): { no: string; title: string }[] {
  return numbers.map((no) => ({ no, title: titles.get(no)?.[setting.locale] ?? '' }));
}

/** Every unit by one set: the outcome, how many criteria are met, and each criterion. */
export function rulesetTable(found: RulesetRows, id: string, setting: PageSetting): UnitTable {
  const { locale } = setting;
  const places = new Places(found.rows.map(({ unit }) => unit));
  const width = found.numbers.length;
  const rows = found.rows.map(({ unit, outcome, totals, criteria }) => [
    unit.name,
    places.of(unit),
    outcome,
    totals.met,
    totals.unmet,
    totals.unknown,
    criteria.padEnd(width, 'x'),
  ]);
  const of = (one: keyof typeof OUTCOME_LABELS) => OUTCOME_LABELS[one][locale];
  return {
    id,
    caption: say(
      setting,
      `Từng đơn vị, từng tiêu chí (✓ đạt, ✗ chưa đạt, ? chưa đủ căn cứ, ~ tạm tính): ${found.title?.vi ?? titleOf(found.id, setting)}`,
      `Unit by unit, criterion by criterion (✓ met, ✗ not met, ? not enough evidence, ~ provisional): ${found.title?.en ?? titleOf(found.id, setting)}`,
    ),
    columns: [
      ...unitColumns(setting),
      { kind: 'o', title: say(setting, 'Kết quả', 'Outcome') },
      { kind: 'n', title: `${say(setting, 'tiêu chí', 'criteria')} ${of('met')}` },
      { kind: 'n', title: of('unmet') },
      { kind: 'n', title: of('unknown') },
      { kind: 'c', title: '' },
    ],
    criteria: criterionHeads(found, setting),
    places: places.names,
    rows,
  };
}

function highest(
  standing: TierStanding,
  having: 'held' | 'reached' | 'recognised',
  setting: PageSetting,
): string {
  const tier = standing[having];
  if (tier !== null) return tierTitle(tier)[setting.locale];
  return standing.tiers[0]?.[having] === 'unmet'
    ? say(setting, 'chưa có', 'none')
    : say(setting, 'chưa rõ', 'not known');
}

/** Every unit by one ladder: the highest tier in each of the three ways, and how many criteria of each tier are met. */
export function ladderTable(found: LadderRows, id: string, setting: PageSetting): UnitTable {
  const places = new Places(found.rows.map(({ unit }) => unit));
  const tiers = [...new Set(found.rows.flatMap((row) => row.tiers.map(({ tier }) => tier)))];
  const rows = found.rows.map((row) => [
    row.unit.name,
    places.of(row.unit),
    highest(row, 'held', setting),
    highest(row, 'reached', setting),
    highest(row, 'recognised', setting),
    ...tiers.map((tier) => row.tiers.find((one) => one.tier === tier)?.totals.criteria.met ?? 0),
  ]);
  return {
    id,
    caption: say(
      setting,
      'Mức độ cao nhất của từng đơn vị, và số tiêu chí đạt của từng mức độ',
      'The highest tier of each unit, and how many criteria of each tier are met',
    ),
    columns: [
      ...unitColumns(setting),
      { kind: 't', title: say(setting, 'Hiện có', 'Held') },
      { kind: 't', title: say(setting, 'Theo số liệu', 'By evaluation') },
      { kind: 't', title: say(setting, 'Theo quyết định', 'By decision') },
      ...tiers.map((tier) => ({
        kind: 'n' as const,
        title: `${tierTitle(tier)[setting.locale]}: ${say(setting, 'tiêu chí đạt', 'criteria met')}`,
      })),
    ],
    criteria: [],
    places: places.names,
    rows,
  };
}
