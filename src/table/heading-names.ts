import type { Localized } from '../schema/text.js';
import type { Column, ReportedField, UnitField } from './column.js';

/** What templates call the columns of a unit; the first name is the one they write. */
export const UNIT_NAMES: Readonly<Record<UnitField, { vi: readonly string[]; en: readonly string[] }>> = {
  name: {
    vi: [
      'Tên đơn vị',
      'Tên xã',
      'Tên thôn',
      'Tên huyện',
      'Tên thị xã',
      'Tên tỉnh',
      'Đơn vị',
      'Xã',
      'Thôn',
      'Thôn, bản',
      'Tên thôn, bản',
      'Tên',
      'Đơn vị hành chính',
    ],
    en: [
      'Unit',
      'Name',
      'Commune',
      'Village',
      'Name of unit',
      'Name of village',
      'Name of commune',
      'Name of district',
      'Name of town',
      'Name of province',
    ],
  },
  code: {
    vi: ['Mã đơn vị hành chính', 'Mã đơn vị', 'Mã xã', 'Mã ĐVHC', 'Mã'],
    en: ['Code', 'Unit code'],
  },
  level: { vi: ['Cấp', 'Cấp đơn vị'], en: ['Level'] },
  province: { vi: ['Tỉnh', 'Tỉnh, thành phố', 'Tên tỉnh, thành phố', 'Tỉnh/thành phố'], en: ['Province'] },
  formerProvince: { vi: ['Tỉnh cũ', 'Tỉnh trước sáp nhập', 'Tỉnh trước 01/7/2025'], en: ['Former province'] },
  district: { vi: ['Huyện', 'Thuộc huyện', 'Huyện, thị xã, thành phố'], en: ['District'] },
  parent: { vi: ['Đơn vị cấp trên', 'Thuộc đơn vị', 'Thuộc xã'], en: ['Parent', 'Parent unit'] },
  group: { vi: ['Nhóm', 'Nhóm xã'], en: ['Group', 'Commune group'] },
  area: { vi: ['Khu vực', 'Địa bàn'], en: ['Area'] },
};

export const PLAIN_NAMES = {
  assessedOn: { vi: ['Ngày đánh giá', 'Ngày'], en: ['Assessed on', 'Day of judgement', 'Date'] },
  year: { vi: ['Năm', 'Năm đánh giá', 'Năm số liệu'], en: ['Year', 'Year judged'] },
  remark: { vi: ['Ghi chú', 'Nhận xét'], en: ['Note', 'Notes', 'Remark', 'Remarks'] },
  serial: { vi: ['TT', 'STT', 'Số TT', 'Số thứ tự'], en: ['No', 'No.', '#', 'Serial'] },
} as const satisfies Partial<Record<Column['kind'], { vi: readonly string[]; en: readonly string[] }>>;

export const REPORTED_NAMES: Readonly<Record<ReportedField, Localized>> = {
  criteria: { vi: 'Số tiêu chí đạt theo báo cáo', en: 'Criteria met as reported' },
  ofCriteria: { vi: 'Tổng số tiêu chí theo báo cáo', en: 'Criteria in all as reported' },
  indicators: { vi: 'Số chỉ tiêu đạt theo báo cáo', en: 'Indicators met as reported' },
  ofIndicators: { vi: 'Tổng số chỉ tiêu theo báo cáo', en: 'Indicators in all as reported' },
};

export const SEX_SUFFIXES: readonly { readonly sex: 'male' | 'female'; readonly words: readonly string[] }[] =
  [
    { sex: 'female', words: ['nữ', 'phụ nữ', 'female', 'women'] },
    { sex: 'male', words: ['nam', 'male', 'men'] },
  ];
