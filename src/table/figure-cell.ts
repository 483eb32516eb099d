import { parseNumber } from '../check/parse-number.js';
import type { ProblemCode } from '../problem/codes.js';
import { plainSpelling } from '../problem/nearest.js';
import { didYouMean, oneOf, type ProblemDetails } from '../problem/report.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Locale, Localized } from '../schema/text.js';
import { type Cell, isBlank, isError, isPercent, textOf } from './cell.js';

/** How the numbers of a file are written: unknown until the file or its reader says so. */
export interface NumberStyle {
  readonly locale: Locale;
  /** The whole file is known to be written so: `1.234` is 1234 in `vi`. */
  readonly declared: boolean;
}

/** What a cell was taken to mean although it may mean something else; the figure is used and the doubt is told. */
export type Doubt = 'share-for-percent' | 'dash-for-unknown';

/** What a cell says of one fact: nothing, a figure, or something that cannot be a figure of this fact. */
export type FigureCell =
  | { readonly kind: 'blank'; readonly doubt?: Doubt }
  | { readonly kind: 'figure'; readonly value: number | string | boolean; readonly doubt?: Doubt }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly details: ProblemDetails };

const refused = (code: ProblemCode, details: ProblemDetails): FigureCell => ({
  kind: 'refused',
  code,
  details,
});

/** Words of offices for a figure nobody has; none of them is a zero. */
const NOT_KNOWN = new Set(
  ['không có số liệu', 'chưa có số liệu', 'chưa có', 'chưa rõ', 'không rõ', 'kcsl', 'n/a', 'na', 'null'].map(
    plainSpelling,
  ),
);
const DOTS = /^(\.{2,}|…+|\?+)$/;
const DASH = /^[-–—]+$/;

const YES = new Set(['có', 'đạt', 'rồi', 'đúng', 'x', 'yes', 'true', 'met', '1'].map(plainSpelling));
const NO = new Set(
  ['không', 'chưa', 'chưa đạt', 'không đạt', 'chưa có', 'no', 'false', 'unmet', 'not met', '0'].map(
    plainSpelling,
  ),
);
const TICKS = new Set(['✓', '✔', '☑', '√']);

const YES_OR_NO = { vi: 'có hoặc không', en: 'yes or no' };

/** Whether a text says that nobody knows the figure. */
export function saysNothing(text: string): boolean {
  return text === '' || DOTS.test(text) || NOT_KNOWN.has(plainSpelling(text));
}

/** A yes or no as offices write it: Có, Đạt, x, ✓ · Không, Chưa đạt. Undefined for anything else. */
export function flagIn(text: string): boolean | undefined {
  if (TICKS.has(text)) return true;
  const plain = plainSpelling(text);
  return YES.has(plain) ? true : NO.has(plain) ? false : undefined;
}

function gradeIn(text: string, { grades = [] }: FactDefinition): FigureCell {
  const plain = plainSpelling(text);
  const names = (grade: (typeof grades)[number]): string[] =>
    [String(grade.id), grade.title?.vi, grade.title?.en].filter((one) => one !== undefined);
  const grade = grades.find((one) => names(one).some((name) => plainSpelling(name) === plain));
  if (grade) return { kind: 'figure', value: grade.id };
  const known = grades.map(({ id, title }) => title?.vi ?? String(id));
  return refused('unknown-grade', {
    found: text,
    expected: oneOf(known),
    hint: didYouMean(text, known, { vi: 'Ghi một mức của thang.', en: 'Write a grade of the scale.' }),
  });
}

const A_NUMBER = { vi: 'một số', en: 'a number' };
const WRITE_A_NUMBER = { vi: 'Ghi một số, ví dụ 9,5.', en: 'Write a number, for example 9,5.' };

function turnedIntoDate(cell: Date): FigureCell {
  return refused('wrong-type', {
    shown: textOf(cell),
    expected: A_NUMBER,
    hint: {
      vi: 'Bảng tính đã đổi số thành ngày: định dạng ô là văn bản hoặc số rồi ghi lại.',
      en: 'The spreadsheet turned the number into a date: make the cell text or number, then write it again.',
    },
  });
}

function failed(error: string): FigureCell {
  return refused('not-a-number', {
    shown: error,
    expected: A_NUMBER,
    hint: {
      vi: 'Công thức hoặc định dạng của ô bị lỗi; sửa lại ô.',
      en: 'The formula or the format of the cell fails; mend it.',
    },
  });
}

function percentElsewhere(text: string): FigureCell {
  return refused('wrong-type', {
    shown: text,
    expected: A_NUMBER,
    hint: {
      vi: 'Cột này không phải tỷ lệ: bỏ định dạng phần trăm.',
      en: 'This column is no share: take the per-cent format away.',
    },
  });
}

/** `68,3 triệu` and `95%`: the sign of per cent may stand behind a percentage, and nothing else behind a number. */
function numberIn(text: string, percent: boolean, style: NumberStyle): FigureCell {
  const sign = /\s*(%\s*)+$/.exec(text)?.[0] ?? '';
  if (sign !== '' && !percent) return percentElsewhere(text);
  const parsed = parseNumber(text.slice(0, text.length - sign.length), style.locale, {
    declared: style.declared,
  });
  if (parsed.ok) return doubted(numeric(parsed.value), percent && sign === '');
  const [first] = parsed.errors;
  return refused(first?.code ?? 'text-for-number', {
    found: text,
    expected: first?.expected ?? A_NUMBER,
    hint: first?.hint ?? WRITE_A_NUMBER,
  });
}

/** A number where it holds every digit, else the decimal string. */
function numeric(decimal: string): number | string {
  const number = Number(decimal);
  return decimal.replace(/\D/g, '').length <= 15 && Number.isFinite(number) ? number : decimal;
}

/** 0,95 in a column of per cent is 0.95 % as written; most likely 95 % was meant, and only the office can say. */
function doubted(value: number | string, percent: boolean): FigureCell {
  const number = Number(value);
  return percent && number > 0 && number <= 1
    ? { kind: 'figure', value, doubt: 'share-for-percent' }
    : { kind: 'figure', value };
}

function flagCell(cell: Exclude<Cell, null>): FigureCell {
  const flag = typeof cell === 'boolean' ? cell : flagIn(textOf(cell));
  if (flag !== undefined) return { kind: 'figure', value: flag };
  return refused('wrong-type', {
    shown: textOf(cell),
    expected: YES_OR_NO,
    hint: {
      vi: 'Ghi “có” hoặc “không” (hoặc đánh dấu x); chưa biết thì để trống.',
      en: 'Write “có” or “không” (or tick x); leave it blank if it is not known.',
    },
  });
}

/**
 * What a cell says of a fact. A blank, a dash, dots and words such as *không có số liệu* are not known, never zero.
 * A cell formatted as per cent is the per cent it shows.
 */
export function figureIn(cell: Cell | undefined, fact: FactDefinition, style: NumberStyle): FigureCell {
  if (cell === undefined || cell === null || isBlank(cell)) return { kind: 'blank' };
  if (isError(cell)) return failed(cell.error);
  const text = textOf(cell);
  if (typeof cell === 'string') {
    if (DASH.test(text)) return { kind: 'blank', doubt: 'dash-for-unknown' };
    const isWordOfScale = fact.type === 'boolean' && flagIn(text) !== undefined;
    if (!isWordOfScale && saysNothing(text)) return { kind: 'blank' };
  }
  if (fact.type === 'boolean') return flagCell(cell);
  if (cell instanceof Date) return turnedIntoDate(cell);
  if (fact.type === 'level') return gradeIn(text, fact);
  const percent = fact.type === 'percent';
  if (isPercent(cell)) {
    return percent ? { kind: 'figure', value: numeric(cell.percent) } : percentElsewhere(text);
  }
  if (typeof cell === 'number') return doubted(cell, percent);
  if (typeof cell === 'boolean') {
    return refused('wrong-type', { found: cell, expected: A_NUMBER, hint: WRITE_A_NUMBER });
  }
  return numberIn(text, percent, style);
}

/** What a doubt is about, for the list of warnings. */
export const DOUBT_TEXTS: Readonly<Record<Doubt, Localized>> = {
  'share-for-percent': {
    vi: 'Được hiểu là phần trăm đúng như ghi; nếu là tỷ lệ (0,95 = 95 %), nhân với 100 hoặc định dạng ô là phần trăm.',
    en: 'Taken as per cent as written; if it is a share (0.95 = 95 %), multiply by 100 or format the cell as per cent.',
  },
  'dash-for-unknown': {
    vi: 'Gạch ngang được hiểu là chưa có số liệu, không phải số 0; nếu là 0 thì ghi 0.',
    en: 'A dash is taken as not known, not as zero; write 0 where it is zero.',
  },
};
