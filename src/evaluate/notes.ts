import type { Note, NoteCode } from '../schema/evaluation.js';
import type { Localized } from '../schema/text.js';

/** A day as Vietnamese texts write it: 24/01/2024. */
const ngay = (day: string | undefined): string => (day ?? '').split('-').reverse().join('/');

type Details = Readonly<Record<string, string>>;

/** The words of every note. `about` is the fact, trait, indicator or set it speaks of. */
const TEXTS: Record<NoteCode, (about: string, details: Details) => Localized> = {
  'year-assumed': (_, { year }) => ({
    vi: `Hiện trạng không ghi năm; lấy năm ${year} theo ngày đánh giá.`,
    en: `The snapshot names no year; ${year} is taken from the day of judgement.`,
  }),
  'year-differs': (about, { asOf, year }) => ({
    vi: `Số liệu ${about} thuộc ngày ${ngay(asOf)}, không thuộc năm được đánh giá (${year}).`,
    en: `The figure of ${about} is of ${asOf}, not of the year judged (${year}).`,
  }),
  'period-ended': (about, { year }) => ({
    vi: `Giai đoạn của ${about} đã kết thúc; kết quả năm ${year} vẫn được đánh giá theo văn bản cuối cùng.`,
    en: `The period of ${about} has ended; results of ${year} are still judged by its last text.`,
  }),
  'not-in-force': (about, { day = '', from = '', to = '' }) => {
    const early = day < from;
    return {
      vi: `Giả định: ngày ${ngay(day)} ${about} ${early ? 'chưa có hiệu lực' : 'không còn áp dụng'} (áp dụng từ ${ngay(from)} đến ${ngay(to)}).`,
      en: `What-if: on ${day} ${about} was ${early ? 'not yet' : 'no longer'} in force (it judges from ${from} to ${to}).`,
    };
  },
  draft: (about, { vi, en }) => ({
    vi: `Dự thảo: kết quả dựa trên nội dung chưa có hiệu lực (${vi ?? about}).`,
    en: `Draft (dự thảo): the result rests on figures that are not law (${en ?? about}).`,
  }),
  'trait-assumed': (about) => ({
    vi: `Hiện trạng không nói về đặc điểm: ${about}; coi như không có.`,
    en: `The snapshot does not speak of: ${about}; taken as not so.`,
  }),
  'special-column': (_, { column, columnVi, vi, en }) => ({
    vi: `Đánh giá theo cột ${columnVi ?? column}: ${vi}.`,
    en: `Judged by the column ${column}: ${en}.`,
  }),
  'column-ambiguous': (_, { vi, en }) => ({
    vi: `Câu chữ chưa rõ: ${vi}`,
    en: `The wording is open to doubt: ${en}`,
  }),
  'context-missing': (about, { candidates, candidatesVi }) => ({
    vi: `Chưa xác định được ${about === 'region' ? 'vùng' : 'nhóm xã'}; chỉ tiêu chỉ được kết luận khi mọi khả năng đều cho cùng kết quả (${candidatesVi ?? candidates}).`,
    en: `It is not settled which ${about} applies; an indicator is decided only where all candidates agree (${candidates}).`,
  }),
  'standard-assumed': (about, { standard }) => ({
    vi: `Số liệu ${about} không ghi chuẩn; coi như đo theo chuẩn ${standard}.`,
    en: `The figure of ${about} names no standard; taken as measured by ${standard}.`,
  }),
  'counts-differ': (about) => ({
    vi: `Số liệu ghi của ${about} khác số tính từ số đếm; dùng số đếm.`,
    en: `The figure entered for ${about} differs from the one its counts give; the counts decide.`,
  }),
  'finer-figure-decides': (about) => ({
    vi: `Với ${about}, số liệu chi tiết hơn cho kết quả khác số liệu chung; dùng số liệu chi tiết.`,
    en: `For ${about}, a finer figure decides otherwise than the coarser one; the finer figure counts.`,
  }),
  'readings-conflict': (about) => ({
    vi: `Các số liệu ghi cho ${about} mâu thuẫn nhau.`,
    en: `The figures given for ${about} contradict one another.`,
  }),
  'later-reading-used': (about, { asOf }) => ({
    vi: `${about} có nhiều số liệu theo thời gian; dùng số liệu ngày ${ngay(asOf)}.`,
    en: `${about} has several readings in time; the one of ${asOf} is used.`,
  }),
  'reading-after-assessment': (about, { asOf }) => ({
    vi: `Số liệu ${about} (ngày ${ngay(asOf)}) có sau ngày đánh giá.`,
    en: `The reading of ${about} (${asOf}) is later than the day of judgement.`,
  }),
  'declaration-contradicts-facts': (about) => ({
    vi: `Kết quả công bố cho ${about} trái với số liệu.`,
    en: `What is declared for ${about} contradicts the facts.`,
  }),
  'declarations-disagree': (about) => ({
    vi: `Các kết quả công bố cho ${about} không thống nhất; dùng kết quả của cấp có thẩm quyền cao nhất.`,
    en: `Declarations for ${about} disagree; the most senior one counts.`,
  }),
  'reported-inconsistent': (about) => ({
    vi: `Tổng số báo cáo của ${about} không khớp với bộ tiêu chí hoặc với số liệu.`,
    en: `The totals reported for ${about} do not fit the ruleset or the facts.`,
  }),
  'fact-refused': (about) => ({
    vi: `Số liệu ${about} không hợp lệ nên coi như chưa biết.`,
    en: `The figure of ${about} was refused and counts as not known.`,
  }),
  'fact-unavailable': (about) => ({
    vi: `Không lấy được số liệu ${about}; kết quả phụ thuộc vào số liệu này là chưa đủ căn cứ.`,
    en: `The figure of ${about} could not be had; what depends on it is unknown.`,
  }),
  'entry-refused': (about) => ({
    vi: `Mục ${about} không hợp lệ nên không được dùng.`,
    en: `The entry ${about} was refused and is not used.`,
  }),
  'fact-outside-ruleset': (about) => ({
    vi: `Số liệu ${about} không được bộ tiêu chí này dùng.`,
    en: `The fact ${about} is not used by this ruleset.`,
  }),
  'changes-unlisted': (about) => ({
    vi: `${about}: quyết định sửa đổi có những thay đổi chưa liệt kê được; mọi kết quả theo số liệu chưa sửa là tạm tính.`,
    en: `${about}: the amending decision changed things that cannot be listed; outcomes by untouched figures are provisional.`,
  }),
  'related-version': (about, { day }) => ({
    vi: `${about} không có phiên bản cho ngày ${ngay(day)}; dùng phiên bản gần nhất.`,
    en: `${about} has no version for ${day}; the nearest one is used.`,
  }),
};

/** Collects the notes of one evaluation: each thing once, in the order it was met. */
export class NoteBook {
  readonly #notes = new Map<string, Note>();

  readonly take = (code: NoteCode, about: string, details: Details = {}): void => {
    const key = `${code}|${about}`;
    if (!this.#notes.has(key)) this.#notes.set(key, { code, about, text: TEXTS[code](about, details) });
  };

  add(note: Note): void {
    const key = `${note.code}|${note.about ?? ''}|${note.problem?.path ?? ''}`;
    if (!this.#notes.has(key)) this.#notes.set(key, note);
  }

  list(): Note[] {
    return [...this.#notes.values()];
  }
}

export function noteText(code: NoteCode, about: string, details: Details = {}): Localized {
  return TEXTS[code](about, details);
}
