import { plainSpelling } from '../problem/nearest.js';
import type { ProblemDetails } from '../problem/report.js';
import type { Declaration, Recognition, ReportedTotals } from '../schema/snapshot.js';
import { type Cell, textOf } from './cell.js';
import type { Body, ReportedField } from './column.js';
import { dayIn } from './day-cell.js';
import { flagIn } from './figure-cell.js';
import type { CellRefusal } from './table-problem.js';

interface Refused {
  readonly refused: CellRefusal;
}

const refused = (code: CellRefusal['code'], details: ProblemDetails): Refused => ({
  refused: { code, details },
});

const BASICALLY_MET = plainSpelling('cơ bản đạt');

/** A result as offices enter it: Đạt, Chưa đạt, x. *Cơ bản đạt* is no outcome of the law: unmet, its label kept. */
export function declarationIn(cell: Cell, by: Body | undefined): Refused | { declaration: Declaration } {
  const text = textOf(cell);
  const from = by === undefined ? {} : { by };
  if (plainSpelling(text) === BASICALLY_MET)
    return { declaration: { outcome: 'unmet', label: text, ...from } };
  const met = typeof cell === 'boolean' ? cell : flagIn(text);
  if (met !== undefined) return { declaration: { outcome: met ? 'met' : 'unmet', ...from } };
  return refused('not-allowed', {
    shown: text,
    expected: { vi: 'Đạt, Chưa đạt hoặc Cơ bản đạt', en: 'Đạt (met), Chưa đạt (unmet) or Cơ bản đạt' },
    hint: { vi: 'Ghi “Đạt” hoặc “Chưa đạt”.', en: 'Write “Đạt” or “Chưa đạt”.' },
  });
}

/** `16`, or `16/19` with the total behind it. */
export function reportedIn(cell: Cell, field: ReportedField): Refused | { reported: ReportedTotals } {
  const text = textOf(cell);
  const [, met, of] = /^(\d{1,4})(?:\s*\/\s*(\d{1,4}))?$/.exec(cell instanceof Date ? '' : text) ?? [];
  const whole = field === 'criteria' ? 'ofCriteria' : field === 'indicators' ? 'ofIndicators' : undefined;
  if (met === undefined || (of !== undefined && whole === undefined)) {
    return refused(cell instanceof Date ? 'wrong-type' : 'text-for-number', {
      shown: text,
      expected: { vi: 'một số, hoặc dạng 16/19', en: 'a number, or the form 16/19' },
      hint:
        cell instanceof Date
          ? {
              vi: 'Bảng tính đã đổi 16/19 thành ngày: định dạng ô là văn bản rồi ghi lại.',
              en: 'The spreadsheet turned it into a date: make the cell text, then write it again.',
            }
          : { vi: 'Ghi ví dụ 16 hoặc 16/19.', en: 'Write for example 16 or 16/19.' },
    });
  }
  return { reported: { [field]: Number(met), ...(of !== undefined && whole && { [whole]: Number(of) }) } };
}

/** When a tier was recognised: a year, a day, or that it was. *Không* says that the unit is not recognised. */
export function recognitionIn(cell: Cell, tier: string): Refused | { recognition: Recognition | undefined } {
  const text = textOf(cell);
  const day = dayIn(cell);
  if (day !== undefined) return { recognition: { tier, status: 'recognised', decision: { date: day } } };
  if (/^(19|20)\d{2}$/.test(text))
    return { recognition: { tier, status: 'recognised', resultYear: Number(text) } };
  const flag = typeof cell === 'boolean' ? cell : flagIn(text);
  if (flag !== undefined) return { recognition: flag ? { tier, status: 'recognised' } : undefined };
  return refused('bad-format', {
    shown: text,
    expected: { vi: 'một năm, một ngày, có hoặc không', en: 'a year, a day, yes or no' },
    hint: {
      vi: 'Ghi năm được công nhận, ví dụ 2022.',
      en: 'Write the year of recognition, for example 2022.',
    },
  });
}
