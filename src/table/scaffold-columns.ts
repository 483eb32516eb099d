import type { Localized } from '../schema/text.js';

/** The columns of the sheet to fill in, in their order. */
export const SCAFFOLD_COLUMNS = {
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  title: { vi: 'Nội dung', en: 'Title' },
  requirement: { vi: 'Tên mức', en: 'Requirement' },
  region: { vi: 'Vùng', en: 'Region' },
  group: { vi: 'Nhóm xã', en: 'Group' },
  year: { vi: 'Năm', en: 'Year' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  figure: { vi: 'Mức đạt chuẩn', en: 'Figure' },
  number: { vi: 'Số quyết định', en: 'Decision number' },
  date: { vi: 'Ngày quyết định', en: 'Decision date' },
  article: { vi: 'Điều, khoản', en: 'Article' },
  note: { vi: 'Ghi chú', en: 'Note' },
} as const satisfies Record<string, Localized>;
export type ScaffoldColumn = keyof typeof SCAFFOLD_COLUMNS;

export const COLUMN_ORDER = Object.keys(SCAFFOLD_COLUMNS) as ScaffoldColumn[];

export const FIGURES_SHEET: Localized = { vi: 'Mức đạt chuẩn', en: 'Figures' };
export const ABOUT_SHEET: Localized = { vi: 'Thông tin', en: 'About' };

/** What the second sheet says of the whole file: its first column is the key, its second the value. */
export const ABOUT_KEYS = {
  amends: { vi: 'Bộ tiêu chí và phiên bản mà các mức này bổ sung', en: 'The rulesets these figures are for' },
  jurisdiction: { vi: 'Mã tỉnh; để trống nếu dùng cho mọi nơi', en: 'The province; blank for all' },
  'title.vi': { vi: 'Tên bằng tiếng Việt', en: 'Title in Vietnamese' },
  'title.en': { vi: 'Tên bằng tiếng Anh', en: 'Title in English' },
  'citation.number': {
    vi: 'Số quyết định dùng cho mọi dòng không ghi riêng',
    en: 'The decision number of every row without its own',
  },
  'citation.date': { vi: 'Ngày của quyết định đó', en: 'The day of that decision' },
} as const satisfies Record<string, Localized>;
export type AboutKey = keyof typeof ABOUT_KEYS;
