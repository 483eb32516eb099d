import { describe, expect, it } from 'vitest';
import { NoteBook, noteText } from '../../src/evaluate/notes.js';

/** What a note says, Vietnamese first. */
function words(...asked: Parameters<typeof noteText>): [string, string] {
  const { vi, en } = noteText(...asked);
  return [vi, en];
}

const WATER = 'water.cleanRate';
const SET = 'vn/commune-ntm/2021-2025';

describe('the words of notes', () => {
  it('on years and days write days as each language does', () => {
    expect(words('year-assumed', '', { year: '2024' })).toEqual([
      'Hiện trạng không ghi năm; lấy năm 2024 theo ngày đánh giá.',
      'The snapshot names no year; 2024 is taken from the day of judgement.',
    ]);
    expect(words('year-differs', WATER, { asOf: '2022-12-31', year: '2023' })).toEqual([
      'Số liệu water.cleanRate thuộc ngày 31/12/2022, không thuộc năm được đánh giá (2023).',
      'The figure of water.cleanRate is of 2022-12-31, not of the year judged (2023).',
    ]);
    expect(words('later-reading-used', WATER, { asOf: '2023-12-31' })).toEqual([
      'water.cleanRate có nhiều số liệu theo thời gian; dùng số liệu ngày 31/12/2023.',
      'water.cleanRate has several readings in time; the one of 2023-12-31 is used.',
    ]);
    expect(words('reading-after-assessment', WATER, { asOf: '2024-06-30' })).toEqual([
      'Số liệu water.cleanRate (ngày 30/06/2024) có sau ngày đánh giá.',
      'The reading of water.cleanRate (2024-06-30) is later than the day of judgement.',
    ]);
  });

  it('on texts say which judges, and what is supposed', () => {
    expect(words('period-ended', SET, { year: '2026' })).toEqual([
      'Giai đoạn của vn/commune-ntm/2021-2025 đã kết thúc; kết quả năm 2026 vẫn được đánh giá theo văn bản cuối cùng.',
      'The period of vn/commune-ntm/2021-2025 has ended; results of 2026 are still judged by its last text.',
    ]);
    const force = { from: '2022-03-08', to: '2025-12-31' };
    expect(words('not-in-force', SET, { ...force, day: '2021-06-17' })).toEqual([
      'Giả định: ngày 17/06/2021 vn/commune-ntm/2021-2025 chưa có hiệu lực (áp dụng từ 08/03/2022 đến 31/12/2025).',
      'What-if: on 2021-06-17 vn/commune-ntm/2021-2025 was not yet in force (it judges from 2022-03-08 to 2025-12-31).',
    ]);
    expect(words('not-in-force', SET, { ...force, day: '2026-01-01' })).toEqual([
      'Giả định: ngày 01/01/2026 vn/commune-ntm/2021-2025 không còn áp dụng (áp dụng từ 08/03/2022 đến 31/12/2025).',
      'What-if: on 2026-01-01 vn/commune-ntm/2021-2025 was no longer in force (it judges from 2022-03-08 to 2025-12-31).',
    ]);
    expect(words('not-in-force', SET, { ...force, day: '2022-03-08' })[1]).toContain(
      'was no longer in force',
    );
    expect(words('not-in-force', SET)).toEqual([
      'Giả định: ngày  vn/commune-ntm/2021-2025 không còn áp dụng (áp dụng từ  đến ).',
      'What-if: on  vn/commune-ntm/2021-2025 was no longer in force (it judges from  to ).',
    ]);
    expect(words('draft', SET, { vi: 'Dự thảo bộ tiêu chí', en: 'Draft criteria' })).toEqual([
      'Dự thảo: kết quả dựa trên nội dung chưa có hiệu lực (Dự thảo bộ tiêu chí).',
      'Draft (dự thảo): the result rests on figures that are not law (Draft criteria).',
    ]);
    expect(words('draft', SET)).toEqual([
      `Dự thảo: kết quả dựa trên nội dung chưa có hiệu lực (${SET}).`,
      `Draft (dự thảo): the result rests on figures that are not law (${SET}).`,
    ]);
    expect(words('changes-unlisted', SET)).toEqual([
      `${SET}: quyết định sửa đổi có những thay đổi chưa liệt kê được; mọi kết quả theo số liệu chưa sửa là tạm tính.`,
      `${SET}: the amending decision changed things that cannot be listed; outcomes by untouched figures are provisional.`,
    ]);
    expect(words('related-version', SET, { day: '2021-06-17' })).toEqual([
      `${SET} không có phiên bản cho ngày 17/06/2021; dùng phiên bản gần nhất.`,
      `${SET} has no version for 2021-06-17; the nearest one is used.`,
    ]);
  });

  it('on columns name them by their titles', () => {
    const title = { vi: 'xã an toàn khu', en: 'safe-zone communes' };
    expect(words('special-column', 's', { column: 'Mountains', columnVi: 'Miền núi', ...title })).toEqual([
      'Đánh giá theo cột Miền núi: xã an toàn khu.',
      'Judged by the column Mountains: safe-zone communes.',
    ]);
    expect(words('special-column', 's', { column: 'mountains', ...title })[0]).toBe(
      'Đánh giá theo cột mountains: xã an toàn khu.',
    );
    expect(words('column-ambiguous', 's', { vi: 'hai cách hiểu', en: 'two readings' })).toEqual([
      'Câu chữ chưa rõ: hai cách hiểu',
      'The wording is open to doubt: two readings',
    ]);
    const candidates = { candidates: 'Delta, Mountains', candidatesVi: 'Đồng bằng, Miền núi' };
    expect(words('context-missing', 'region', candidates)).toEqual([
      'Chưa xác định được vùng; chỉ tiêu chỉ được kết luận khi mọi khả năng đều cho cùng kết quả (Đồng bằng, Miền núi).',
      'It is not settled which region applies; an indicator is decided only where all candidates agree (Delta, Mountains).',
    ]);
    expect(words('context-missing', 'group', { candidates: 'one, two' })).toEqual([
      'Chưa xác định được nhóm xã; chỉ tiêu chỉ được kết luận khi mọi khả năng đều cho cùng kết quả (one, two).',
      'It is not settled which group applies; an indicator is decided only where all candidates agree (one, two).',
    ]);
    expect(words('trait-assumed', 'island')).toEqual([
      'Hiện trạng không nói về đặc điểm: island; coi như không có.',
      'The snapshot does not speak of: island; taken as not so.',
    ]);
  });

  it('on figures say which one counts', () => {
    expect(words('standard-assumed', 'poverty.rate', { standard: 'vn/2022-2025' })).toEqual([
      'Số liệu poverty.rate không ghi chuẩn; coi như đo theo chuẩn vn/2022-2025.',
      'The figure of poverty.rate names no standard; taken as measured by vn/2022-2025.',
    ]);
    expect(words('counts-differ', WATER)).toEqual([
      'Số liệu ghi của water.cleanRate khác số tính từ số đếm; dùng số đếm.',
      'The figure entered for water.cleanRate differs from the one its counts give; the counts decide.',
    ]);
    expect(words('finer-figure-decides', WATER)).toEqual([
      'Với water.cleanRate, số liệu chi tiết hơn cho kết quả khác số liệu chung; dùng số liệu chi tiết.',
      'For water.cleanRate, a finer figure decides otherwise than the coarser one; the finer figure counts.',
    ]);
    expect(words('readings-conflict', WATER)).toEqual([
      'Các số liệu ghi cho water.cleanRate mâu thuẫn nhau.',
      'The figures given for water.cleanRate contradict one another.',
    ]);
    expect(words('fact-refused', WATER)).toEqual([
      'Số liệu water.cleanRate không hợp lệ nên coi như chưa biết.',
      'The figure of water.cleanRate was refused and counts as not known.',
    ]);
    expect(words('fact-unavailable', WATER)).toEqual([
      'Không lấy được số liệu water.cleanRate; kết quả phụ thuộc vào số liệu này là chưa đủ căn cứ.',
      'The figure of water.cleanRate could not be had; what depends on it is unknown.',
    ]);
    expect(words('fact-outside-ruleset', WATER)).toEqual([
      'Số liệu water.cleanRate không được bộ tiêu chí này dùng.',
      'The fact water.cleanRate is not used by this ruleset.',
    ]);
  });

  it('on what was declared and reported say whose word counts', () => {
    expect(words('declaration-contradicts-facts', '17.1')).toEqual([
      'Kết quả công bố cho 17.1 trái với số liệu.',
      'What is declared for 17.1 contradicts the facts.',
    ]);
    expect(words('declarations-disagree', '17.1')).toEqual([
      'Các kết quả công bố cho 17.1 không thống nhất; dùng kết quả của cấp có thẩm quyền cao nhất.',
      'Declarations for 17.1 disagree; the most senior one counts.',
    ]);
    expect(words('reported-inconsistent', SET)).toEqual([
      `Tổng số báo cáo của ${SET} không khớp với bộ tiêu chí hoặc với số liệu.`,
      `The totals reported for ${SET} do not fit the ruleset or the facts.`,
    ]);
    expect(words('entry-refused', '/unit/group')).toEqual([
      'Mục /unit/group không hợp lệ nên không được dùng.',
      'The entry /unit/group was refused and is not used.',
    ]);
  });
});

describe('a book of notes', () => {
  it('keeps each thing once, in the order it was met', () => {
    const book = new NoteBook();
    book.take('counts-differ', WATER);
    book.take('later-reading-used', WATER, { asOf: '2023-06-30' });
    book.take('later-reading-used', WATER, { asOf: '2023-12-31' });
    book.take('counts-differ', 'poverty.rate');
    expect(book.list().map(({ code, about }) => [code, about])).toEqual([
      ['counts-differ', WATER],
      ['later-reading-used', WATER],
      ['counts-differ', 'poverty.rate'],
    ]);
    expect(book.list()[1]?.text.en).toContain('2023-06-30');
  });
  it('tells what was refused apart by its place', () => {
    const book = new NoteBook();
    const refused = (path: string) => ({
      code: 'fact-refused' as const,
      about: WATER,
      text: noteText('fact-refused', WATER),
      problem: { path } as never,
    });
    book.add(refused('/facts/a'));
    book.add(refused('/facts/b'));
    book.add(refused('/facts/a'));
    const { problem: _, ...without } = refused('');
    book.add(without);
    book.add({ code: 'fact-refused', text: without.text });
    expect(book.list().map(({ about, problem }) => [about, problem?.path])).toEqual([
      [WATER, '/facts/a'],
      [WATER, '/facts/b'],
      [WATER, undefined],
      [undefined, undefined],
    ]);
  });
});
