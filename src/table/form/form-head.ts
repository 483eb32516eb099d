import type { Snapshot } from '../../schema/snapshot.js';
import { formatDay } from '../../words/figures.js';
import { UNIT_FIELDS } from '../column.js';
import { PLAIN_NAMES, UNIT_NAMES } from '../heading-names.js';
import { LEVEL_NAMES } from '../level-cell.js';
import { nameOfFact } from '../results/fact-name.js';
import { said, type TableSetting } from '../results/table-setting.js';

/** A line above the table of a form: who the unit is, and what else is told of it once. */
export interface HeadLine {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

/** What a form tells of a unit above its table. */
export function filledHead(
  { unit, assessedOn, year, remarks = [] }: Snapshot,
  setting: TableSetting,
): HeadLine[] {
  const { locale } = setting;
  const line = (key: string, title: string, value: string): HeadLine => ({ key, title, value, allowed: [] });
  const fields = UNIT_FIELDS.flatMap((field) => {
    const value = field === 'level' ? LEVEL_NAMES[unit.level][locale] : unit[field];
    if (value === undefined || value === null) return [];
    return [line(`unit.${field}`, UNIT_NAMES[field][locale][0] ?? field, value)];
  });
  const traits = Object.entries(unit.traits ?? {}).flatMap(([trait, holds]) =>
    holds === null
      ? []
      : [
          line(
            `trait:${trait}`,
            nameOfFact(trait, setting),
            holds ? said(setting, 'Có', 'Yes') : said(setting, 'Không', 'No'),
          ),
        ],
  );
  return [
    ...fields,
    line('assessedOn', PLAIN_NAMES.assessedOn[locale][0], formatDay(assessedOn, 'vi')),
    ...(year === undefined || year === null ? [] : [line('year', PLAIN_NAMES.year[locale][0], String(year))]),
    ...traits,
    ...remarks
      .filter(({ about }) => about === undefined)
      .map(({ text }) => line('remark', PLAIN_NAMES.remark[locale][0], text)),
  ];
}
