import writeXlsxFile from 'write-excel-file/universal';
import type { RulesetVocabulary } from '../../check/ruleset-vocabulary.js';
import type { Evaluation } from '../../schema/evaluation.js';
import type { Snapshot } from '../../schema/snapshot.js';
import type { Locale } from '../../schema/text.js';
import { formatDay } from '../../words/figures.js';
import { CLASSIFICATION_LABELS, OUTCOME_LABELS } from '../../words/labels.js';
import { said, type TableSetting, tableSetting } from '../results/table-setting.js';
import { filledRows } from './filled-rows.js';
import { filledHead } from './form-head.js';
import type { FormRow } from './form-row.js';
import { type FormSheet, writeForms } from './write-forms.js';

/** A unit as it was judged, and the snapshot that holds what each body says of it. */
export interface FilledForm {
  evaluation: Evaluation;
  snapshot: Snapshot;
}

/** How a filled form is written. */
export interface FilledFormOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
  /** Gives facts and grades their names (`shippedVocabulary()`); without it some show as ids. @since 0.1.0 */
  names?: RulesetVocabulary;
}

/** One unit with every set that it was judged by: one sheet. */
interface UnitForm {
  readonly snapshot: Snapshot;
  readonly evaluations: readonly [Evaluation, ...Evaluation[]];
}

/** Sets that judged the same snapshot, one behind the other, share a sheet: read back, it is one unit again. */
function byUnit(forms: readonly FilledForm[]): UnitForm[] {
  const units: { snapshot: Snapshot; evaluations: [Evaluation, ...Evaluation[]] }[] = [];
  for (const { snapshot, evaluation } of forms) {
    const last = units.at(-1);
    if (last?.snapshot === snapshot) last.evaluations.push(evaluation);
    else units.push({ snapshot, evaluations: [evaluation] });
  }
  return units;
}

function outcomeLine(
  { ruleset, outcome, totals }: Evaluation,
  isAlone: boolean,
  setting: TableSetting,
): string {
  const labels = ruleset.purpose === 'classification' ? CLASSIFICATION_LABELS : OUTCOME_LABELS;
  const { criteria, indicators } = totals;
  const of = isAlone ? said(setting, 'Kết quả', 'Outcome') : `${ruleset.title[setting.locale]}`;
  return said(
    setting,
    `${of}: ${labels[outcome].vi} · ${criteria.met}/${criteria.total} tiêu chí, ${indicators.met}/${indicators.total} chỉ tiêu đạt`,
    `${of}: ${labels[outcome].en} · ${criteria.met}/${criteria.total} criteria, ${indicators.met}/${indicators.total} indicators met`,
  );
}

function titlesOf({ evaluations }: UnitForm, setting: TableSetting): string[] {
  const { locale } = setting;
  const [{ unit, assessedOn, year }] = evaluations;
  const where = [unit.name, unit.district, unit.province].filter((one) => one).join(', ');
  const sets = evaluations.map(({ ruleset }) => `${ruleset.id}@${ruleset.version}`).join('; ');
  return [
    said(setting, 'BIỂU ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN', 'ASSESSMENT OF RESULTS'),
    evaluations.map(({ ruleset }) => ruleset.title[locale]).join('; '),
    where,
    said(
      setting,
      `Ngày đánh giá: ${formatDay(assessedOn, locale)} · Năm: ${year} · ${sets}`,
      `Judged on ${formatDay(assessedOn, locale)} · year ${year} · ${sets}`,
    ),
    ...evaluations.map((one) => outcomeLine(one, evaluations.length === 1, setting)),
  ];
}

/** Where the unit's own result and the appraisal say different things, one line each. */
function differenceLines(rows: readonly FormRow[], setting: TableSetting): string[] {
  const different = rows.filter(({ differs }) => differs);
  const heading =
    different.length === 0
      ? said(
          setting,
          'Tự đánh giá và kết quả thẩm định không khác nhau ở chỉ tiêu nào.',
          'Self-assessment and appraisal differ nowhere.',
        )
      : said(
          setting,
          `Tự đánh giá và kết quả thẩm định khác nhau ở ${different.length} chỉ tiêu:`,
          `Self-assessment and appraisal differ in ${different.length} indicators:`,
        );
  return [
    heading,
    ...different.map(({ no, title, self, appraisal }) =>
      said(
        setting,
        `${no} ${title}: tự đánh giá ${self}, thẩm định ${appraisal}`,
        `${no} ${title}: self-assessed ${self}, appraised ${appraisal}`,
      ),
    ),
  ];
}

function sheetOf(form: UnitForm, setting: TableSetting): FormSheet {
  const { evaluations, snapshot } = form;
  const [first] = evaluations;
  const { rows, entries } = filledRows(evaluations, snapshot, setting);
  const asked = rows.filter((row) => typeof row !== 'string');
  return {
    name: first.unit.name,
    level: first.unit.level,
    titles: titlesOf(form, setting),
    head: filledHead(snapshot, entries, setting),
    rows,
    below: differenceLines(asked, setting),
  };
}

/** A workbook has to have a sheet, even where there is no unit. */
async function emptyWorkbook(setting: TableSetting): Promise<Uint8Array> {
  const nothing = said(setting, 'Không có đơn vị nào.', 'No unit.');
  const blob = await writeXlsxFile([{ sheet: 'Sheet', data: [[{ value: nothing, type: String }]] }]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Forms filled in, one sheet a unit, as offices keep them: TT · Tiêu chí · Nội dung · Mức đạt chuẩn · Số liệu ·
 * Xã tự đánh giá · Kết quả thẩm định · Minh chứng · Cơ quan phụ trách · Ghi chú; what the figures come to and the key
 * of the row stand behind; where self-assessment and appraisal differ is marked and listed below, then room for
 * signatures. A4 landscape. Sets that judged the same snapshot, one behind the other, share its sheet.
 *
 * `readTable` reads the same snapshot back: recognitions, reported totals and merged units stand above the table; what
 * a cell has no room for (days, further bodies, whose remark it is) the key of its row keeps as long as the cell is not
 * changed.
 *
 * What nobody has told stays blank: a blank is not known, never zero and never met.
 *
 * @returns the bytes of an XLSX workbook
 * @example
 * const snapshot = parseSnapshot(input); // { ok: true, value }
 * await filledForm([{ evaluation: evaluate(snapshot.value, 'vn/commune-ntm/2021-2025'), snapshot: snapshot.value }])
 * @since 0.1.0
 */
export async function filledForm(
  forms: readonly FilledForm[],
  options: FilledFormOptions = {},
): Promise<Uint8Array> {
  const setting = tableSetting(options);
  if (forms.length === 0) return emptyWorkbook(setting);
  return writeForms(
    byUnit(forms).map((form) => sheetOf(form, setting)),
    setting,
  );
}
