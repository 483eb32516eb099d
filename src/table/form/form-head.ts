import type { Snapshot } from '../../schema/snapshot.js';
import { formatDay } from '../../words/figures.js';
import { UNIT_FIELDS } from '../column.js';
import { PLAIN_NAMES, UNIT_NAMES } from '../heading-names.js';
import { LEVEL_NAMES } from '../level-cell.js';
import { nameOfFact } from '../results/fact-name.js';
import { said, type TableSetting } from '../results/table-setting.js';
import { remarkKey } from './head-key.js';
import { predecessorLines, recognitionLines, reportedLines } from './standing-lines.js';

/** A line above the table of a form: who the unit is, and what else is told of it once. */
export interface HeadLine {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

/** What a form tells of a unit above its table; remarks about `entries` stand in their rows. */
export function filledHead(
  snapshot: Snapshot,
  entries: ReadonlySet<string>,
  setting: TableSetting,
): HeadLine[] {
  const { unit, assessedOn, year, remarks = [] } = snapshot;
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
    ...predecessorLines(snapshot, setting),
    ...recognitionLines(snapshot, setting),
    ...reportedLines(snapshot, setting),
    ...remarks
      .filter(({ about }) => about === undefined || !entries.has(about))
      .map((one) =>
        line(
          remarkKey(one),
          `${PLAIN_NAMES.remark[locale][0]}${one.about === undefined ? '' : ` ${one.about}`}`,
          one.text,
        ),
      ),
  ];
}
