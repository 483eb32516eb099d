import type { Ruleset } from '../../schema/ruleset.js';
import type { Locale, Localized } from '../../schema/text.js';
import { columnLetters } from '../cell.js';
import { columnKey } from '../column.js';
import { EXPLANATION_SHEET } from '../sheets-beside.js';
import type { TemplateField } from '../template-fields.js';
import type { ColumnHelp } from './column-help.js';
import type { TemplateCell, TemplateSheet } from './write-template.js';

/** How to fill a template in; the first sentences are those that keep results right. */
export const ADVICE: readonly Localized[] = [
  {
    vi: 'Chưa có số liệu thì để trống: ô trống là “chưa biết”, không phải số 0. Bằng 0 thì ghi 0.',
    en: 'Leave blank what is not known: a blank means “not known”, never zero. Write 0 where it is zero.',
  },
  {
    vi: 'Tỷ lệ ghi theo phần trăm: 95,3 hoặc 95,3% (không ghi 0,953).',
    en: 'Write shares as per cent: 95,3 or 95.3% (not 0.953).',
  },
  {
    vi: 'Dấu thập phân là dấu phẩy. Không ghi chữ hay đơn vị tính trong ô số; số lớn ghi liền (1234) hoặc 1 234.',
    en: 'Decimals may have a comma or a point. No words or units in a cell of figures; write thousands as 1234 or 1 234.',
  },
  {
    vi: 'Có/Không: có thể ghi Có, Không, Đạt, Chưa đạt hoặc đánh dấu x. Để trống nếu chưa biết.',
    en: 'Yes or no: Có, Không, Đạt, Chưa đạt, Yes, No or a mark x. Leave blank if it is not known.',
  },
  {
    vi: 'Ngày ghi ngày/tháng/năm. Có thể thêm, bớt, đổi chỗ các cột; giữ nguyên dòng mã hoặc tên cột.',
    en: 'Days are day/month/year. Columns may be added, left out and moved; keep the row of keys or the names.',
  },
  {
    vi: 'Có số đếm (số hộ, số người) thì ghi cả tử số và mẫu số: kết quả chính xác hơn tỷ lệ đã làm tròn.',
    en: 'Where you have counts (households, people), give part and whole: they decide more exactly than a rounded share.',
  },
];

const HEADINGS: readonly { readonly title: Localized; readonly width: number }[] = [
  { title: { vi: 'Cột', en: 'Column' }, width: 7 },
  { title: { vi: 'Nội dung cột', en: 'What it holds' }, width: 48 },
  { title: { vi: 'Đơn vị tính', en: 'Unit of measure' }, width: 22 },
  { title: { vi: 'Giá trị cho phép', en: 'Allowed values' }, width: 28 },
  { title: { vi: 'Cách tính, lưu ý', en: 'How it is measured' }, width: 70 },
  { title: { vi: 'Dùng cho', en: 'Asked for by' }, width: 36 },
  { title: { vi: 'Mã cột', en: 'Key' }, width: 40 },
];

/** A sheet that explains every column of a template, and how cells are read. */
export function explanationSheet(
  fields: readonly (TemplateField & { readonly help: ColumnHelp })[],
  rulesets: readonly Ruleset[],
  locale: Locale,
): TemplateSheet {
  const cell = (text: string, look: TemplateCell['look'] = 'text'): TemplateCell => ({ text, look });
  return {
    name: EXPLANATION_SHEET[locale],
    widths: HEADINGS.map(({ width }) => width),
    landscape: true,
    fitToWidth: true,
    rows: [
      [cell(EXPLANATION_SHEET[locale], 'title')],
      ...rulesets.map((ruleset) => [
        { ...cell(`${ruleset.title[locale]} (${ruleset.id}@${ruleset.version})`, 'plain'), across: 6 },
      ]),
      ...ADVICE.map((one) => [{ ...cell(`• ${one[locale]}`, 'plain'), across: 6 }]),
      [],
      HEADINGS.map(({ title }) => cell(title[locale], 'heading')),
      ...fields.map(({ column, asksFor, help }, at) => [
        cell(columnLetters(at)),
        cell(help.title),
        cell(help.unit),
        cell(help.allowed.join(' / ')),
        cell(help.note),
        cell([asksFor.no, asksFor.title[locale]].filter((one) => one !== '').join(' ')),
        cell(columnKey(column), 'key'),
      ]),
    ],
  };
}
