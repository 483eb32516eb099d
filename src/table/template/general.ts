import type { Ruleset } from '../../schema/ruleset.js';
import type { Level, Locale, Localized } from '../../schema/text.js';
import { GENERAL_KEYS, GENERAL_VALUE, type GeneralKey } from '../general-sheet.js';
import { LEVEL_NAMES } from '../level-cell.js';
import { GENERAL_SHEET } from '../sheets-beside.js';
import type { ValueLists } from './value-lists.js';
import type { TemplateCell, TemplateSheet } from './write-template.js';

const ENTRIES: Readonly<Record<GeneralKey, { readonly title: Localized; readonly note: Localized }>> = {
  'unit.level': {
    title: { vi: 'Cấp', en: 'Level' },
    note: { vi: 'Cấp của các đơn vị trong bảng.', en: 'The level of the units in the table.' },
  },
  'unit.province': {
    title: { vi: 'Tỉnh, thành phố', en: 'Province' },
    note: {
      vi: 'Tên vào ngày đánh giá. Quyết định cột (vùng) của mức đạt chuẩn.',
      en: 'Its name on the day of judgement. It decides the column (region) of the requirements.',
    },
  },
  'unit.formerProvince': {
    title: { vi: 'Tỉnh trước 01/7/2025', en: 'Former province' },
    note: {
      vi: 'Chỉ ghi khi tỉnh hiện nay gồm nhiều vùng.',
      en: 'Only where the present province spans regions.',
    },
  },
  'unit.district': {
    title: { vi: 'Huyện', en: 'District' },
    note: {
      vi: 'Nếu mọi đơn vị thuộc một huyện. Từ 01/7/2025 không còn cấp huyện.',
      en: 'If all units are in one. There are none since 1 July 2025.',
    },
  },
  assessedOn: {
    title: { vi: 'Ngày đánh giá', en: 'Day of judgement' },
    note: {
      vi: 'Bắt buộc. Ngày/tháng/năm: chọn văn bản đang có hiệu lực.',
      en: 'Required. Day/month/year: it picks the text in force.',
    },
  },
  year: {
    title: { vi: 'Năm đánh giá', en: 'Year judged' },
    note: {
      vi: 'Năm của số liệu: chọn mức đạt chuẩn của năm đó.',
      en: 'The year of the figures: it picks the requirements of that year.',
    },
  },
};

const HEADINGS: readonly Localized[] = [
  { vi: 'Mã', en: 'Key' },
  { vi: 'Thông tin', en: 'What' },
  { vi: 'Điền vào đây', en: 'Fill in here' },
  { vi: 'Lưu ý', en: 'Note' },
];

/** The sheet that is filled in once for all units: province, day and year. */
export function generalSheet(
  rulesets: readonly Ruleset[],
  level: Level,
  locale: Locale,
  lists: ValueLists,
): TemplateSheet {
  const cell = (text: string, look: TemplateCell['look']): TemplateCell => ({ text, look });
  const keys = Object.keys(GENERAL_KEYS) as GeneralKey[];
  const values: Partial<Record<GeneralKey, string>> = { 'unit.level': LEVEL_NAMES[level][locale] };
  const title = rulesets.map((ruleset) => ruleset.title[locale]).join('; ');
  return {
    name: GENERAL_SHEET[locale],
    widths: [20, 26, 30, 70],
    rows: [
      [cell(title, 'title')],
      HEADINGS.map((heading) => cell(heading[locale], 'heading')),
      ...keys.map((key) => [
        cell(key, 'key'),
        cell(ENTRIES[key].title[locale], 'text'),
        cell(values[key] ?? '', 'to-fill'),
        cell(ENTRIES[key].note[locale], 'text'),
      ]),
    ],
    guidance: keys.map((key, at) => ({
      cells: `${'ABCD'[GENERAL_VALUE]}${at + 3}`,
      title: ENTRIES[key].title[locale],
      text: ENTRIES[key].note[locale],
      ...(key === 'unit.level' && {
        list: lists.place(Object.values(LEVEL_NAMES).map((name) => name[locale])),
      }),
    })),
  };
}
