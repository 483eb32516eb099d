import type { MergeNote, MergeNoteCode, MergeReason } from '../schema/merge.js';
import type { Locale, Localized } from '../schema/text.js';

const REASONS: Readonly<Record<MergeReason, Localized>> = {
  'rate-without-counts': {
    vi: 'Tỷ lệ chỉ tính được từ số đếm của mọi đơn vị; không lấy trung bình các tỷ lệ.',
    en: 'A rate follows only from the counts of all parts; rates are not averaged.',
  },
  'does-not-add-up': {
    vi: 'Số liệu này không cộng được và không tính được từ số liệu khác.',
    en: 'The figure does not add up and does not follow from others.',
  },
  'parts-disagree': {
    vi: 'Các đơn vị không giống nhau ở điểm này.',
    en: 'The parts are not the same in this.',
  },
  'part-missing': {
    vi: 'Có đơn vị chưa có số liệu này.',
    en: 'Some part does not say it.',
  },
  'part-not-whole': {
    vi: 'Có đơn vị chỉ nhập một phần; chưa biết phần nhập vào.',
    en: 'Some unit was merged in part only; that part is not known.',
  },
  'days-differ': {
    vi: 'Các số liệu thuộc những ngày khác nhau.',
    en: 'The readings are of different days.',
  },
  'not-in-catalogue': {
    vi: 'Số liệu không có trong danh mục nên chưa biết có cộng được không.',
    en: 'The fact is not in the catalogue, so whether it adds up is not known.',
  },
};

const NOTES: Readonly<Record<MergeNoteCode, (about: string) => Localized>> = {
  'rate-from-counts': (about) => ({
    vi: `${about} được tính từ số liệu đã cộng.`,
    en: `${about} follows from the figures added up.`,
  }),
  'count-incomplete': (about) => ({
    vi: `${about} chỉ biết trong khoảng: có đơn vị chưa có số liệu hoặc chỉ nhập một phần.`,
    en: `${about} is known in bounds only: some part does not say it or was merged in part.`,
  }),
  'days-differ': (about) => ({
    vi: `${about} được cộng từ số liệu của những ngày khác nhau.`,
    en: `${about} adds up readings of different days.`,
  }),
  'years-differ': (about) => ({
    vi: `Các đơn vị được xét theo những năm khác nhau (${about}); chưa chọn năm.`,
    en: `The parts are judged for different years (${about}); none is chosen.`,
  }),
  'day-of-judgement': (about) => ({
    vi: `Ngày đánh giá là ngày muộn nhất của các đơn vị: ${about.split('-').reverse().join('/')}.`,
    en: `The day of judgement is the latest of the parts: ${about}.`,
  }),
  'declared-dropped': (about) => ({
    vi: `Kết quả công bố theo ${about} là của từng đơn vị cũ, không chuyển sang đơn vị mới.`,
    en: `What was declared by ${about} is of the former units and does not pass on.`,
  }),
  'reported-dropped': (about) => ({
    vi: `Tổng số báo cáo theo ${about} là của từng đơn vị cũ, không chuyển sang đơn vị mới.`,
    en: `The totals reported by ${about} are of the former units and do not pass on.`,
  }),
  'recognitions-by-decision': (about) => ({
    vi: `Các đơn vị cũ đều được công nhận ở mức “${about}”: UBND cấp tỉnh ra quyết định công nhận đơn vị mới ở mức tương ứng (Công văn 267/BNN-VPĐP ngày 09/01/2024); khi chưa có quyết định thì chưa được công nhận.`,
    en: `All former units are recognised as “${about}”: the provincial committee recognises the new unit at that tier by a decision (dispatch 267/BNN-VPĐP, 9 January 2024); until then it is not.`,
  }),
  'recognitions-differ': (about) => ({
    vi: `Các đơn vị cũ được công nhận ở mức khác nhau (${about}); đơn vị mới ở mức nào thì văn bản đang có không nói.`,
    en: `The former units are recognised at different tiers (${about}); the papers at hand do not say what the new unit is.`,
  }),
  'traits-differ': (about) => ({
    vi: `Đặc điểm không giống nhau ở các đơn vị nên không chuyển sang: ${about}.`,
    en: `Traits in which the parts differ are not taken over: ${about}.`,
  }),
  'group-dropped': (about) => ({
    vi: `Nhóm của đơn vị cũ (${about}) không chuyển sang đơn vị mới.`,
    en: `The group of the former units (${about}) does not pass on.`,
  }),
  'predecessor-missing': (about) => ({
    vi: `Không có hiện trạng của ${about}; số liệu cộng chỉ biết mức ít nhất.`,
    en: `There is no snapshot of ${about}; what adds up is known from below only.`,
  }),
};

export const reasonText = (code: MergeReason): Localized => REASONS[code];

/** A note about a fact, a set, a unit; `shown` where that is called otherwise in each language. */
export function mergeNote(code: MergeNoteCode, about: string, shown?: Localized): MergeNote {
  const text = (locale: Locale): string => NOTES[code](shown?.[locale] ?? about)[locale];
  return { code, about, text: { vi: text('vi'), en: text('en') } };
}
