import type { Unit } from '../../schema/snapshot.js';
import type { Localized } from '../../schema/text.js';
import { columnLetters } from '../cell.js';
import { type Column, columnKey } from '../column.js';
import type { TemplateField } from '../template-fields.js';
import { type ColumnHelp, columnHelp, type HelpSetting } from './column-help.js';
import { explanationSheet } from './explanation.js';
import { generalSheet } from './general.js';
import type { Guidance } from './sheet-markup.js';
import { ValueLists } from './value-lists.js';
import { wideFields } from './wide-fields.js';
import type { TemplateCell, TemplateSheet } from './write-template.js';

const NAME: Localized = { vi: 'Số liệu', en: 'Figures' };

/** Rows of headings: what asks for a column, its name, its key. */
const HEADINGS = 3;

/** Rows that drop-downs and notes reach. */
const LAST_ROW = 20_000;

type HelpedField = TemplateField & { readonly help: ColumnHelp };

/** A unit that is written into the template beforehand. */
export type TemplateUnit = Pick<Unit, 'name'> & Partial<Omit<Unit, 'name' | 'level'>>;

const nameOf = ({ title, unit }: ColumnHelp): string => (unit === '' ? title : `${title} (${unit})`);

/** One cell over all the columns that one criterion asks for. */
function groupRow(fields: readonly HelpedField[], { locale }: HelpSetting): (TemplateCell | null)[] {
  const row: (TemplateCell | null)[] = [];
  for (const [at, { asksFor }] of fields.entries()) {
    if (at > 0 && fields[at - 1]?.asksFor.title === asksFor.title) {
      row.push(null);
      continue;
    }
    const rest = fields.slice(at).findIndex((one) => one.asksFor.title !== asksFor.title);
    const across = rest < 0 ? fields.length - at : rest;
    const text = [asksFor.no, asksFor.title[locale]].filter((one) => one !== '').join(' ');
    row.push({ text, look: 'group', across });
  }
  return row;
}

function unitCell(column: Column, unit: TemplateUnit, serial: number): string {
  if (column.kind === 'serial') return String(serial);
  if (column.kind !== 'unit' || column.field === 'level') return '';
  return unit[column.field] ?? '';
}

function guidanceFor({ help }: HelpedField, at: number, lists: ValueLists): Guidance {
  const letters = columnLetters(at);
  const unit = help.unit === '' ? '' : `(${help.unit}) `;
  return {
    cells: `${letters}${HEADINGS + 1}:${letters}${LAST_ROW}`,
    title: help.title,
    text: `${unit}${help.note}`.trim() || help.title,
    ...(help.allowed.length > 0 && { list: lists.place(help.allowed) }),
  };
}

const widthOf = ({ column, help }: HelpedField): number => {
  if (column.kind === 'serial') return 6;
  if (column.kind === 'unit') return column.field === 'name' ? 24 : 16;
  return Math.min(26, Math.max(12, Math.ceil(help.title.length / 3)));
};

/** The sheets of a template with one row a unit. */
export function wideTemplate(setting: HelpSetting, units: readonly TemplateUnit[]): TemplateSheet[] {
  const { rulesets, level, locale } = setting;
  const lists = new ValueLists(locale);
  const fields = wideFields(rulesets).map((field) => ({ ...field, help: columnHelp(field.column, setting) }));
  const blank = fields.map(({ column }) => ({
    text: '',
    look: column.kind === 'serial' ? ('text' as const) : ('to-fill' as const),
  }));
  const filled = units.map((unit, serial) =>
    fields.map(({ column }, at) => ({
      text: unitCell(column, unit, serial + 1),
      look: blank[at]?.look ?? ('to-fill' as const),
    })),
  );
  return [
    {
      name: NAME[locale],
      widths: fields.map(widthOf),
      fixed: { rows: HEADINGS, columns: 2 },
      landscape: true,
      rows: [
        groupRow(fields, setting),
        fields.map(({ help }) => ({ text: nameOf(help), look: 'heading' as const })),
        fields.map(({ column }) => ({ text: columnKey(column), look: 'key' as const })),
        ...filled,
        blank,
      ],
      columnsLike: HEADINGS + filled.length,
      guidance: fields.flatMap((field, at) =>
        field.column.kind === 'serial' ? [] : [guidanceFor(field, at, lists)],
      ),
    },
    generalSheet(rulesets, level, locale, lists),
    explanationSheet(fields, rulesets, locale),
    ...lists.sheets(),
  ];
}
