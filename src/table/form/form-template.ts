import { evaluate } from '../../by-id/evaluate.js';
import { NtmError } from '../../problem/problem.js';
import type { Part } from '../../schema/evaluation.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Snapshot } from '../../schema/snapshot.js';
import { type Column, columnKey, UNIT_FIELDS } from '../column.js';
import { LEVEL_NAMES } from '../level-cell.js';
import { said, type TableSetting, tableSetting } from '../results/table-setting.js';
import { columnHelp, type HelpSetting, RESULTS } from '../template/column-help.js';
import { ADVICE } from '../template/explanation.js';
import { ValueLists } from '../template/value-lists.js';
import { wideFields } from '../template/wide-fields.js';
import type { TemplateUnit } from '../template/wide-template.js';
import { askedEntries } from '../template-fields.js';
import { type FilledEntry, filledEntries, requiredText } from './filled-entries.js';
import type { HeadLine } from './form-head.js';
import { entryRows, type FigureLine, type FormRow, figureRow } from './form-row.js';
import { type FormSheet, writeForms } from './write-forms.js';

type Judged = readonly {
  readonly year: number;
  readonly entries: ReadonlyMap<string, FilledEntry>;
  /** What the requirements take for granted. */
  readonly assumed: readonly string[];
}[];

/**
 * What a set says of a unit that has told nothing yet, for each year it judges. A year in which the unit cannot be
 * judged, such as one in which its province did not exist, says nothing.
 */
function judgedYears(ruleset: Ruleset, unit: TemplateUnit, setting: TableSetting): Judged {
  const from = Number((ruleset.effectiveFrom ?? ruleset.period.from).slice(0, 4));
  const to = Number((ruleset.effectiveTo ?? ruleset.period.to).slice(0, 4));
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => from + at).flatMap((year) => {
    const blank = {
      unit: { ...unit, name: unit.name || '?', level: ruleset.level },
      assessedOn: `${year}-12-31`,
      year,
      facts: {},
    } as Snapshot;
    try {
      const evaluation = evaluate(blank, ruleset);
      const entries = filledEntries(evaluation, blank, setting);
      const assumed = evaluation.notes.filter(({ code }) => code === 'trait-assumed');
      return [
        {
          year,
          entries: new Map(entries.map((one) => [one.entry, one])),
          assumed: assumed.map(({ text }) => text[setting.locale]),
        },
      ];
    } catch (error) {
      if (error instanceof NtmError) return [];
      throw error;
    }
  });
}

/** What is required in every year, or year by year where it changes. */
function overYears(judged: Judged, at: string, pick: (parts: readonly Part[]) => string): string {
  const texts = judged.map(({ year, entries }) => ({ year, text: pick(entries.get(at)?.parts ?? []) }));
  if (new Set(texts.map(({ text }) => text)).size <= 1) return texts[0]?.text ?? '';
  return texts
    .filter(({ text }) => text !== '')
    .map(({ year, text }) => `${year}: ${text}`)
    .join('; ');
}

function figureLine(column: Column, help: HelpSetting): FigureLine {
  const { title, unit, allowed } = columnHelp(column, help);
  return {
    key: columnKey(column),
    title,
    unit,
    figure: null,
    allowed,
    ...(column.kind === 'fact' && { fact: column.fact, sex: column.sex }),
  };
}

/** The rows of one set; figures that a set above asks for already are not asked for again. */
function setRows(
  ruleset: Ruleset,
  unit: TemplateUnit,
  asked: Set<string>,
  help: HelpSetting,
  setting: TableSetting,
): { readonly rows: FormRow[]; readonly assumed: readonly string[] } {
  const judged = judgedYears(ruleset, unit, setting);
  const fields = askedEntries(ruleset, asked);
  const linesOf = (entry: string): FigureLine[] =>
    fields
      .filter((one) => one.entry === entry)
      .flatMap(({ columns }) => columns.map((one) => figureLine(one, help)));
  const entries = [...(judged.at(-1)?.entries.values() ?? [])];
  const rows = [
    ...linesOf('').map(figureRow),
    ...entries.flatMap((entry) =>
      entryRows({ ...entry, found: '' }, ruleset.id, linesOf(entry.entry), setting, (parts, { entry: id }) =>
        overYears(judged, id, (all) =>
          requiredText(
            all.filter((part) => parts.some((one) => one.id === part.id)),
            setting,
          ),
        ),
      ),
    ),
  ];
  return { rows, assumed: judged.flatMap((one) => one.assumed) };
}

function headOf(unit: TemplateUnit, help: HelpSetting): HeadLine[] {
  const columns: Column[] = [
    { kind: 'unit', field: 'level' },
    ...wideFields(help.rulesets)
      .map(({ column }) => column)
      .filter(
        ({ kind }) => kind === 'unit' || kind === 'reported' || kind === 'recognised' || kind === 'remark',
      ),
  ];
  const days: Column[] = [{ kind: 'assessedOn' }, { kind: 'year' }];
  const first = columns.findIndex(({ kind }) => kind !== 'unit');
  return [...columns.slice(0, first), ...days, ...columns.slice(first)].map((column) => {
    const { title, allowed } = columnHelp(column, help);
    const field = column.kind === 'unit' ? UNIT_FIELDS.find((one) => one === column.field) : undefined;
    const value =
      field === 'level'
        ? LEVEL_NAMES[help.level][help.locale]
        : field === undefined
          ? ''
          : (unit[field] ?? '');
    return { key: columnKey(column), title, value, allowed };
  });
}

/** Forms to fill in, one sheet a unit, or a single blank one. */
export function formTemplate(
  help: HelpSetting,
  units: readonly TemplateUnit[],
): { readonly write: () => Promise<Uint8Array> } {
  const { rulesets, level, locale, vocabulary } = help;
  const setting = tableSetting({ locale, names: vocabulary });
  const [first] = rulesets;
  const sheets = (units.length > 0 ? units : [{ name: '' }]).map((unit): FormSheet => {
    const asked = new Set<string>();
    const sets = rulesets.map((ruleset) => setRows(ruleset, unit, asked, help, setting));
    const assumed = [...new Set(sets.flatMap((one) => one.assumed))];
    const about = said(setting, 'Mức đạt chuẩn ghi ở trên', 'The requirements above');
    return {
      name: unit.name === '' ? said(setting, 'Biểu', 'Form') : unit.name,
      level,
      titles: [
        said(setting, 'BIỂU ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN', 'ASSESSMENT OF RESULTS'),
        rulesets.length === 1
          ? (first?.title[locale] ?? '')
          : rulesets.map(({ title }) => title[locale]).join('; '),
        rulesets.map(({ id, version }) => `${id}@${version}`).join('; '),
      ],
      head: headOf(unit, help),
      rows: sets.flatMap(({ rows }, at) => [
        ...(sets.length > 1 ? [rulesets[at]?.title[locale] ?? ''] : []),
        ...rows,
      ]),
      below: [...ADVICE.slice(0, 4).map((one) => one[locale]), ...assumed.map((one) => `${about}: ${one}`)],
    };
  });
  const lists = new ValueLists(locale);
  return { write: () => writeForms(sheets, setting, { lists, results: RESULTS[locale] }) };
}
