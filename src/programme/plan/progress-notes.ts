import type { ProgressNote, ProgressNoteCode } from '../../schema/plan.js';
import type { Localized } from '../../schema/text.js';

const TEXTS: Readonly<Record<ProgressNoteCode, (about: string, count: number) => Localized>> = {
  'ambiguous-unit': (about) => ({
    vi: `${about}: nhiều đơn vị khớp với tên này trong kế hoạch nên coi như chưa đủ căn cứ; ghi thêm mã hoặc huyện`,
    en: `${about}: several units fit this name of the plan, so nothing of it is known; add code or district`,
  }),
  'after-day': (_about, count) => ({
    vi: `kết quả sau ngày xem xét của ${count} đơn vị, nhóm không được tính`,
    en: `what was found later of ${count} units or groups does not count`,
  }),
  'before-baseline': (about) => ({
    vi: `${about}: kết quả có trước số liệu đầu kỳ của kế hoạch nên không được tính`,
    en: `${about}: what was found is older than the baseline of the plan and does not count`,
  }),
  'size-differs': (about) => ({
    vi: `${about}: số tiêu chí của bộ khác với đầu kỳ nên không so sánh được`,
    en: `${about}: the set has another size than at the beginning, so the two cannot be compared`,
  }),
  'without-data': (_about, count) => ({
    vi: `${count} đơn vị của kế hoạch chưa có kết quả nào`,
    en: `nothing was found of ${count} units of the plan`,
  }),
};

/** Notes on the progress of a plan, each once. */
export class ProgressNotes {
  readonly #notes = new Map<string, { code: ProgressNoteCode; about: string; count: number }>();

  add(code: ProgressNoteCode, about: string, count = 1): void {
    if (count === 0) return;
    const key = `${code} ${about}`;
    const known = this.#notes.get(key);
    // What is about one unit or group is said once; what is about none of them is counted.
    if (!known) this.#notes.set(key, { code, about, count });
    else if (about === '') known.count += count;
  }

  list(): ProgressNote[] {
    return [...this.#notes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, note]) => ({ ...note, text: TEXTS[note.code](note.about, note.count) }));
  }
}
