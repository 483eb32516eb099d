import writeXlsxFile, { type Cell as WrittenCell } from 'write-excel-file/universal';
import type { RulesetVocabulary } from '../../check/ruleset-vocabulary.js';
import type { Evaluation } from '../../schema/evaluation.js';
import type { Snapshot } from '../../schema/snapshot.js';
import type { Locale, Localized } from '../../schema/text.js';
import { formatDay } from '../../words/figures.js';
import { CLASSIFICATION_LABELS, LEVEL_LABELS, OUTCOME_LABELS } from '../../words/labels.js';
import { sheetMarkup } from '../results/sheet-markup.js';
import { withOwnNames } from '../results/sheet-names.js';
import { said, type TableSetting, tableSetting } from '../results/table-setting.js';
import { type FilledEntry, filledEntries } from './filled-entries.js';

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

interface FormColumn {
  readonly heading: Localized;
  readonly width: number;
  readonly of: (entry: FilledEntry) => string | number | null;
}

const COLUMNS: readonly FormColumn[] = [
  { heading: { vi: 'TT', en: 'No' }, width: 7, of: ({ no }) => no },
  { heading: { vi: 'Tiêu chí', en: 'Criterion' }, width: 18, of: ({ criterion }) => criterion },
  { heading: { vi: 'Nội dung', en: 'Content' }, width: 38, of: ({ title }) => title },
  { heading: { vi: 'Mức đạt chuẩn', en: 'Requirement' }, width: 16, of: ({ required }) => required },
  {
    heading: { vi: 'Số liệu', en: 'Figure' },
    width: 12,
    of: ({ figure }) => (typeof figure === 'object' && figure !== null ? figure.day : figure),
  },
  { heading: { vi: 'Xã tự đánh giá', en: 'Self-assessment' }, width: 12, of: ({ self }) => self },
  { heading: { vi: 'Kết quả thẩm định', en: 'Appraisal' }, width: 12, of: ({ appraisal }) => appraisal },
  { heading: { vi: 'Minh chứng', en: 'Documents' }, width: 18, of: ({ documents }) => documents },
  {
    heading: { vi: 'Cơ quan phụ trách', en: 'Responsible' },
    width: 18,
    of: ({ responsible }) => responsible,
  },
  { heading: { vi: 'Ghi chú', en: 'Notes' }, width: 40, of: ({ note }) => note },
];

const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const text = (value: string, more: object = {}): WrittenCell => ({
  value,
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...(LIKE_A_FORMULA.test(value) && { format: '@' }),
  ...more,
});

const across = (value: string, more: object = {}): WrittenCell[] => [
  text(value, { columnSpan: COLUMNS.length, wrap: false, ...more }),
  ...Array.from({ length: COLUMNS.length - 1 }, () => null),
];

const BORDER = { borderStyle: 'thin', borderColor: '#808080' };
const DIFFERENT = '#F9DDDA';

function entryRow(entry: FilledEntry): WrittenCell[] {
  return COLUMNS.map(({ of }, at) => {
    const value = of(entry);
    // The two results that differ are marked, and the note says so in words.
    const more = {
      ...BORDER,
      ...(entry.differs && (at === 5 || at === 6) && { backgroundColor: DIFFERENT }),
    };
    if (typeof value === 'number')
      return { value, type: Number, alignVertical: 'top', ...more } as WrittenCell;
    return text(value ?? '', more);
  });
}

function titleRows({ evaluation }: FilledForm, setting: TableSetting): WrittenCell[][] {
  const { locale } = setting;
  const { unit, ruleset, assessedOn, year, outcome, totals } = evaluation;
  const where = [unit.name, unit.district, unit.province].filter((one) => one).join(', ');
  const labels = ruleset.purpose === 'classification' ? CLASSIFICATION_LABELS : OUTCOME_LABELS;
  const { criteria, indicators } = totals;
  return [
    across(said(setting, 'BIỂU ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN', 'ASSESSMENT OF RESULTS'), {
      fontWeight: 'bold',
      fontSize: 13,
      align: 'center',
    }),
    across(ruleset.title[locale], { fontWeight: 'bold', align: 'center' }),
    across(where, { align: 'center' }),
    across(
      said(
        setting,
        `Ngày đánh giá: ${formatDay(assessedOn, locale)} · Năm: ${year} · ${ruleset.id}@${ruleset.version}`,
        `Judged on ${formatDay(assessedOn, locale)} · year ${year} · ${ruleset.id}@${ruleset.version}`,
      ),
      { align: 'center' },
    ),
    across(
      said(
        setting,
        `Kết quả: ${labels[outcome].vi} · ${criteria.met}/${criteria.total} tiêu chí, ${indicators.met}/${indicators.total} chỉ tiêu đạt`,
        `Outcome: ${labels[outcome].en} · ${criteria.met}/${criteria.total} criteria, ${indicators.met}/${indicators.total} indicators met`,
      ),
      { align: 'center', fontWeight: 'bold' },
    ),
  ];
}

/** Where the unit's own result and the appraisal say different things, one line each. */
function differenceRows(entries: readonly FilledEntry[], setting: TableSetting): WrittenCell[][] {
  const different = entries.filter(({ differs }) => differs);
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
    [],
    across(heading, { fontWeight: 'bold' }),
    ...different.map(({ no, title, self, appraisal }) =>
      across(
        said(
          setting,
          `${no} ${title}: tự đánh giá ${self}, thẩm định ${appraisal}`,
          `${no} ${title}: self-assessed ${self}, appraised ${appraisal}`,
        ),
      ),
    ),
  ];
}

/** Left and right, with room to sign between. */
function signatureRows({ evaluation: { unit } }: FilledForm, setting: TableSetting): WrittenCell[][] {
  const pair = (left: string, right: string, more: object = {}): WrittenCell[] => [
    text(left, { columnSpan: 5, align: 'center', wrap: false, ...more }),
    ...Array.from({ length: 4 }, () => null),
    text(right, { columnSpan: 5, align: 'center', wrap: false, ...more }),
    ...Array.from({ length: 4 }, () => null),
  ];
  const level = LEVEL_LABELS[unit.level].vi.toLocaleUpperCase('vi');
  return [
    [],
    pair('', said(setting, '…………, ngày …… tháng …… năm ………', '…………, date ………………')),
    pair(
      said(setting, 'NGƯỜI LẬP BIỂU', 'PREPARED BY'),
      unit.level === 'village'
        ? said(setting, 'TRƯỞNG THÔN', 'HEAD OF THE VILLAGE')
        : said(setting, `TM. ỦY BAN NHÂN DÂN ${level}`, 'FOR THE PEOPLE’S COMMITTEE'),
      { fontWeight: 'bold' },
    ),
    pair(
      said(setting, '(Ký, ghi rõ họ tên)', '(Signature, full name)'),
      said(setting, '(Ký tên, đóng dấu)', '(Signature, seal)'),
    ),
  ];
}

/** Rows above the headings of the columns, an empty one last. */
const HEADING_ROW = 6;

function rowsOf(form: FilledForm, setting: TableSetting): WrittenCell[][] {
  const entries = filledEntries(form.evaluation, form.snapshot, setting);
  const heads = COLUMNS.map(({ heading }) =>
    text(heading[setting.locale], {
      ...BORDER,
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      backgroundColor: '#E4EAF1',
    }),
  );
  return [
    ...titleRows(form, setting),
    [],
    heads,
    ...entries.map(entryRow),
    ...differenceRows(entries, setting),
    ...signatureRows(form, setting),
  ];
}

/** A workbook has to have a sheet, even where there is no unit. */
async function emptyWorkbook(setting: TableSetting): Promise<Uint8Array> {
  const nothing = said(setting, 'Không có đơn vị nào.', 'No unit.');
  const blob = await writeXlsxFile([{ sheet: 'Sheet', data: [[text(nothing)]] }]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Forms filled in, one sheet a unit and set, as offices keep them: TT · Tiêu chí · Nội dung · Mức đạt chuẩn · Số liệu ·
 * Xã tự đánh giá · Kết quả thẩm định · Minh chứng · Cơ quan phụ trách · Ghi chú; what the figures come to stands in the
 * notes, where self-assessment and appraisal differ is marked and listed below, then room for signatures. A4 landscape.
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
  const named = withOwnNames(
    forms.map(({ evaluation: { unit } }) => ({
      id: 'results',
      name: unit.name,
      slug: 'form',
      columns: [],
      rows: [],
    })),
  );
  const written = forms.map((form) => rowsOf(form, setting));
  const frames = named.map(({ name }, at) => ({
    name,
    headingRow: HEADING_ROW,
    columns: COLUMNS.length,
    rows: written[at]?.length ?? 0,
    filter: false,
  }));
  const blob = await writeXlsxFile(
    named.map(({ name }, at) => ({
      sheet: name,
      orientation: 'landscape' as const,
      stickyRowsCount: HEADING_ROW + 1,
      columns: COLUMNS.map(({ width }) => ({ width })),
      data: written[at] ?? [],
    })),
    { fontFamily: 'Times New Roman', fontSize: 11, features: [sheetMarkup(frames)] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
