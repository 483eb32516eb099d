import { describe, expect, test } from 'vitest';
import { getRuleset } from '../../src/index.js';
import { example, flat, NTM, ntm } from './ntm.js';

describe('ntm show', () => {
  test('shows every criterion and indicator of a set with its figure', async () => {
    const { code, out } = await ntm(['show', `${NTM}@2022-03-08`]);
    expect(code).toBe(0);
    const ruleset = getRuleset(`${NTM}@2022-03-08`);
    for (const { no, title, indicators } of ruleset.criteria) {
      expect(out).toContain(`\n${no} ${title.vi}\n`);
      for (const { id } of indicators)
        expect(out).toMatch(new RegExp(`\\n {2}${id.replace('.', '\\.')} {2,}`));
    }
    expect(flat(out)).toContain('Tỷ lệ người dân tham gia bảo hiểm y tế (đạt cho cả nam và nữ): ≥ 90 %');
    expect(flat(out)).toContain('quyết định 318/QĐ-TTg ngày 08/03/2022, Thủ tướng Chính phủ');
  });

  test('tells figures by region, and which regions have none', async () => {
    const { out } = await ntm(['show', `${NTM}@2022-03-08`, '--locale', 'en']);
    expect(flat(out)).toContain(
      '≥ 50 % Northern midlands and mountains; ≥ 70 % Red River Delta; not known: North Central, South Central Coast, Central Highlands, Southeast, Mekong Delta',
    );
    expect(flat(out)).toContain('≤ 16.5 % Red River Delta');
  });

  test('with --region and --year shows the figure that holds there, by id or by name', async () => {
    for (const region of [
      'red-river-delta',
      'Đồng bằng sông Hồng',
      'dong bang song hong',
      'Red River Delta',
    ]) {
      const { code, out } = await ntm(['show', `${NTM}@2022-03-08`, '--region', region, '--year', '2023']);
      expect(code).toBe(0);
      expect(flat(out)).toContain('suy dinh dưỡng thể thấp còi: ≤ 16,5 % 15.4');
      expect(flat(out)).toContain('sổ khám chữa bệnh điện tử: ≥ 70 %');
      expect(flat(out)).toContain('cơ sở vật chất tối thiểu: không phải xét');
    }
  });

  test('tells which figures are published, unconfirmed, not known and left to the province', async () => {
    const text = flat((await ntm(['show', `${NTM}@2022-03-08`])).out);
    expect(text).toMatch(/Do UBND cấp tỉnh quy định: 4 — 2\.1–2\.4/);
    expect(text).toMatch(/Chưa rõ mức đạt: \d+ — 4\.2, 9\.2, 10, 11, .*; biết một phần: 15\.4/);
    expect(text).toMatch(/Mức đạt chưa có nguồn xác nhận \(~\): \d+ — 1\.1, 1\.2/);
    expect(text).toContain('Câu hỏi còn mở');
    expect(text).toContain('Nguồn');
  });

  test('with --indicator shows one indicator: facts, figures row by row with their sources, notes', async () => {
    const { out } = await ntm(['show', `${NTM}@2022-03-08`, '--indicator', '15.4', '--locale', 'en']);
    expect(out).toContain('15 Health');
    expect(flat(out)).toContain(
      'health.electronicRecordRate: Share of the population with an electronic health record',
    );
    expect(flat(out)).toContain(
      'rate: 70 (region red-river-delta): published — Legal question-and-answer page',
    );
    expect(flat(out)).toContain('Only two regions have a published figure');
    expect(out).not.toContain('14 Education');
  });

  test('shows the text as amended from the day it is', async () => {
    const old = await ntm(['show', `${NTM}@2022-03-08`, '--indicator', '15.4']);
    expect(old.out).toContain('health.electronicRecordRate');
    const now = await ntm(['show', NTM, '--indicator', '15.4']);
    expect(now.out).toContain('health.electronicRecordsImplemented');
    expect(flat(now.out)).toContain('sửa đổi theo 211/QĐ-TTg (01/03/2024)');
  });

  test('with --amend shows a set as a file of one’s own makes it', async () => {
    const without = await ntm(['show', NTM, '-i', '10', '--region', 'red-river-delta']);
    expect(flat(without.out)).toContain('Thu nhập bình quân đầu người/năm: chưa rõ mức');
    const amended = await ntm([
      'show',
      NTM,
      '-i',
      '10',
      '--region',
      'red-river-delta',
      '--year',
      '2024',
      '--amend',
      example('constructed-province.amendment.json'),
    ]);
    expect(flat(amended.out)).toContain('≥ 57,3 triệu đồng/người/năm (đề xuất)');
    expect(amended.out).toContain('[dự thảo]');
  });

  test('an amendment of another text is refused, naming file and place', async () => {
    const { code, err } = await ntm([
      'show',
      'vn/commune-advanced/2021-2025',
      '--amend',
      example('constructed-province.amendment.json'),
    ]);
    expect(code).toBe(65);
    expect(err).toMatch(/constructed-province\.amendment\.json \/amends: .*\[wrong-base\]/);
  });

  test('shows a ruleset from a file, and how many criteria nobody has named', async () => {
    const { code, out } = await ntm(['show', example('lao-cai-commune-advanced-2018-2020.ruleset.json')]);
    expect(code).toBe(0);
    expect(out).toContain('8 Hệ thống chính trị: chưa có chỉ tiêu');
    expect(out).toContain('và 10 tiêu chí chưa rõ tên: #9–#18');
  });

  test('with --json prints the ruleset, or the indicator', async () => {
    expect(JSON.parse((await ntm(['show', NTM, '--json'])).out)).toEqual(getRuleset(NTM));
    const indicator = JSON.parse((await ntm(['show', NTM, '--json', '-i', '15.1'])).out) as { id: string };
    expect(indicator.id).toBe('15.1');
  });

  test.each([
    [['show', 'vn/commune-ntn/2021-2025'], 'unknown-ruleset', '“vn/commune-ntm/2021-2025”'],
    [['show', `${NTM}@2022-03-09`], 'unknown-version', '“2022-03-08”'],
    [['show', NTM, '-i', '15.9'], 'unknown-reference', '“15.'],
    [['show', NTM, '-i', '15'], 'unknown-reference', 'Criterion 15 has: 15.1, 15.2, 15.3, 15.4.'],
    [['show', NTM, '--region', 'red-river-dleta'], 'unknown-region', '“red-river-delta”'],
    [['show', NTM, '--year', '2031'], 'out-of-range', 'Choose a year of the period.'],
  ])('%j is a wrong command line, and the nearest right one is named', async (args, code, remedy) => {
    const ran = await ntm([...args, '--locale', 'en']);
    expect(ran).toMatchObject({ code: 64, out: '' });
    expect(ran.err).toContain(`[${code}]`);
    expect(ran.err).toContain(remedy);
  });
});
