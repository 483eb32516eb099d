import { plainSpelling } from '../../problem/nearest.js';
import type { Localized } from '../../schema/text.js';
import { type Cell, textOf } from '../cell.js';

/** The columns of a form, in the order of offices; what the figures come to and the key of the row stand behind. */
export const FORM_COLUMNS = {
  no: { heading: { vi: 'TT', en: 'No' }, width: 7 },
  criterion: { heading: { vi: 'Tiêu chí', en: 'Criterion' }, width: 18 },
  title: { heading: { vi: 'Nội dung', en: 'Content' }, width: 38 },
  required: { heading: { vi: 'Mức đạt chuẩn', en: 'Requirement' }, width: 16 },
  figure: { heading: { vi: 'Số liệu', en: 'Figure' }, width: 12 },
  self: { heading: { vi: 'Xã tự đánh giá', en: 'Self-assessment' }, width: 12 },
  appraisal: { heading: { vi: 'Kết quả thẩm định', en: 'Appraisal' }, width: 12 },
  documents: { heading: { vi: 'Minh chứng', en: 'Documents' }, width: 18 },
  responsible: { heading: { vi: 'Cơ quan phụ trách', en: 'Responsible' }, width: 18 },
  note: { heading: { vi: 'Ghi chú', en: 'Notes' }, width: 26 },
  found: { heading: { vi: 'Theo số liệu', en: 'By the figures' }, width: 26 },
  key: { heading: { vi: 'Mã', en: 'Key' }, width: 12 },
} as const satisfies Record<string, { readonly heading: Localized; readonly width: number }>;
export type FormColumn = keyof typeof FORM_COLUMNS;

export const COLUMN_NAMES = Object.keys(FORM_COLUMNS) as FormColumn[];

/** Where a form has its columns, from 0, and the row of their headings. */
export interface FormHeadings {
  readonly row: number;
  readonly at: Partial<Readonly<Record<FormColumn, number>>>;
  /** What stands above each column. */
  readonly texts: readonly string[];
}

/** Other words of offices: a village assesses itself too, and “Số liệu” has more to say on some forms. */
const OTHERWISE: readonly (readonly [FormColumn, RegExp])[] = [
  ['self', /(^|\s)tự đánh giá($|\s)/i],
  ['appraisal', /(^|\s)thẩm định($|\s)/i],
  ['documents', /^(tài liệu )?minh chứng/i],
  ['figure', /^(số liệu|kết quả thực hiện)($|\s)/i],
  ['title', /^nội dung/i],
  ['no', /^(stt|số tt)$/i],
];

const NAMES = new Map(
  COLUMN_NAMES.flatMap((name) =>
    [FORM_COLUMNS[name].heading.vi, FORM_COLUMNS[name].heading.en].map(
      (heading) => [plainSpelling(heading), name] as const,
    ),
  ),
);

function columnNamed(text: string): FormColumn | undefined {
  if (text === '' || text.length > 100) return undefined;
  return NAMES.get(plainSpelling(text)) ?? OTHERWISE.find(([, words]) => words.test(text))?.[0];
}

const LOOKED_AT = 60;
const WIDEST = 50;

/** The headings of a form: what is asked for, and at least one of figure, self-assessment and appraisal. */
export function formHeadings(rows: readonly (readonly Cell[])[]): FormHeadings | undefined {
  for (const [row, cells] of rows.slice(0, LOOKED_AT).entries()) {
    const texts = cells.slice(0, WIDEST).map(textOf);
    const at: Partial<Record<FormColumn, number>> = {};
    for (const [place, text] of texts.entries()) {
      const name = columnNamed(text.replace(/\s+/g, ' '));
      if (name !== undefined) at[name] ??= place;
    }
    const asks = at.figure !== undefined || at.self !== undefined || at.appraisal !== undefined;
    if (at.no !== undefined && at.title !== undefined && asks) return { row, at, texts };
  }
  return undefined;
}
