import type { RevocationNoteCode, RevocationTip } from '../schema/revocation.js';
import type { Localized } from '../schema/text.js';

type Details = Readonly<Record<string, string | number>>;

const dayVi = (day: string | number | undefined): string => String(day).split('-').reverse().join('/');

const TEXTS: Readonly<Record<Exclude<RevocationNoteCode, 'rule-note'>, (d: Details) => Localized>> = {
  'authority-decides': ({ vi, en }) => ({
    vi: `Thuộc trường hợp thu hồi; việc thu hồi do cấp có thẩm quyền quyết định${vi ? ` (${vi})` : ''}.`,
    en: `It is a case of revocation; whether to revoke is for the authority to decide${en ? ` (${en})` : ''}.`,
  }),
  'rule-not-known': ({ vi, en }) => ({
    vi: `Chưa có nguồn về quy định thu hồi cho trường hợp này (${vi}).`,
    en: `No source at hand gives the rule of revocation for this (${en}).`,
  }),
  'rule-not-in-force': ({ day }) => ({
    vi: `Quy định thu hồi có hiệu lực từ ${dayVi(day)}, sau ngày xét.`,
    en: `The rule of revocation is in force from ${day}, after the day asked about.`,
  }),
  'set-not-in-force': ({ set }) => ({
    vi: `Bộ tiêu chí dùng để đo (${set}) không có phiên bản áp dụng cho ngày và năm này.`,
    en: `The set to measure by (${set}) has no version for this day and year.`,
  }),
  'day-assumed': ({ basis }) => ({
    vi: `Không ghi ngày xét; dùng quy định mới nhất hiện có (${basis}).`,
    en: `No day is given; the latest rule at hand is used (${basis}).`,
  }),
  'recognition-not-in-force': ({ vi, en }) => ({
    vi: `Quyết định công nhận không còn hiệu lực vào ngày xét (${vi}).`,
    en: `The recognition is not in force on that day (${en}).`,
  }),
  'reported-decides': () => ({
    vi: 'Kết luận dựa trên tổng số tiêu chí do đơn vị báo cáo.',
    en: 'The verdict rests on the number of criteria that the unit reports.',
  }),
  'reported-counts': () => ({
    vi: 'Số tiêu chí không đạt lấy theo tổng số đơn vị báo cáo; kết luận không phụ thuộc vào đó.',
    en: 'How many criteria failed is as the unit reports; the verdict does not hang on it.',
  }),
  'reported-inconsistent': () => ({
    vi: 'Tổng số báo cáo không khớp với bộ tiêu chí hoặc với kết quả đánh giá nên không được dùng.',
    en: 'The reported totals do not fit the set or what is found, and are not used.',
  }),
  'other-set': ({ used, set }) => ({
    vi: `Đo theo ${used} thay cho ${set}; tiêu chí then chốt được tìm theo tên.`,
    en: `Measured by ${used} in place of ${set}; key criteria are found by their names.`,
  }),
  'own-set': ({ sets }) => ({
    vi: `Tỉnh có bộ tiêu chí riêng (${sets}); để đo theo bộ đó, hãy chọn rõ.`,
    en: `The province has a set of its own (${sets}); name it to measure by it.`,
  }),
  'totals-differ': ({ found, official }) => ({
    vi: `Bộ tiêu chí có ${found} tiêu chí, quy định thu hồi tính trên ${official}.`,
    en: `The set has ${found} criteria; the rule of revocation counts ${official}.`,
  }),
  'key-criteria-unplaced': ({ vi, en }) => ({
    vi: `Chưa rõ tiêu chí then chốt nào nằm trong số tiêu chí không đạt (${vi}).`,
    en: `Which of the key criteria are among those failed is not known (${en}).`,
  }),
};

export function noteText(code: Exclude<RevocationNoteCode, 'rule-note'>, details: Details = {}): Localized {
  return TEXTS[code](details);
}

const criteriaEn = (count: number): string => (count === 1 ? '1 criterion' : `${count} criteria`);

type Described<K extends RevocationTip['kind']> = Omit<Extract<RevocationTip, { kind: K }>, 'text' | 'kind'>;

export function moreFailuresText(
  { more, failed, key }: Omit<Described<'more-failures'>, 'case'>,
  of: number,
): Localized {
  return {
    vi: `Thêm ${more} tiêu chí không đạt (thành ${failed}/${of})${key > 0 ? `, trong các tiêu chí không đạt có ít nhất ${key} tiêu chí then chốt` : ''}: thuộc trường hợp thu hồi.`,
    en: `${criteriaEn(more)} more failed (${failed} of ${of})${key > 0 ? `, at least ${key} key ${key === 1 ? 'criterion' : 'criteria'} among all of them` : ''}: a case of revocation.`,
  };
}

export function fewerFailuresText(
  { fewer, failed, key }: Described<'fewer-failures'>,
  of: number,
): Localized {
  const fromKeyVi =
    key === 0 ? '' : key === fewer ? ' (đều là tiêu chí then chốt)' : `, trong đó ${key} tiêu chí then chốt`;
  const fromKeyEn =
    key === 0 ? '' : key === fewer ? ` (key ${key === 1 ? 'one' : 'ones'})` : `, ${key} of them key ones`;
  return {
    vi: `Thêm ${fewer} tiêu chí đạt${fromKeyVi}, còn ${failed}/${of} không đạt: giữ được công nhận.`,
    en: `${criteriaEn(fewer)} more met${fromKeyEn}, leaving ${failed} of ${of} failed: the recognition is kept.`,
  };
}

export function criteriaText(criteria: readonly string[], keys: readonly string[]): Localized {
  const list = (key: string): string =>
    criteria.map((one) => (keys.includes(one) ? `${one} (${key})` : one)).join(', ');
  return {
    vi: `Kết luận phụ thuộc vào tiêu chí chưa đủ căn cứ: ${list('then chốt')}.`,
    en: `The verdict hangs on criteria not decided: ${list('key')}.`,
  };
}

export function factText(title: Localized, missing: readonly string[]): Localized {
  return {
    vi: `Kết luận phụ thuộc vào số liệu: ${missing.join(', ')} (${title.vi}).`,
    en: `The verdict hangs on a fact: ${missing.join(', ')} (${title.en}).`,
  };
}
