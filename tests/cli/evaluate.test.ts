import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Evaluation, evaluate, getRuleset } from '../../src/index.js';
import { ADVANCED, block, example, flat, NTM, ntm, withFiles } from './ntm.js';

const evaluated = async (name: string, ruleset: string, ...args: string[]): Promise<string> =>
  (await ntm(['evaluate', example(name), '--ruleset', ruleset, ...args])).out;

describe('Quang Kim, June 2021', () => {
  test('is judged as a what-if, and the output says first that the set was not yet in force', async () => {
    const vi = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`);
    expect(flat(vi.slice(0, vi.indexOf('CHƯA ĐẠT')))).toContain(
      '! ĐÁNH GIÁ GIẢ ĐỊNH: ngày 17/06/2021 bộ tiêu chí này chưa có hiệu lực (áp dụng từ 08/03/2022 đến 31/12/2025).',
    );
    const en = await evaluated('quang-kim.snapshot.json', `${ADVANCED}@2022-03-08`, '--locale', 'en');
    expect(flat(en.slice(0, en.indexOf('NOT MET')))).toContain(
      '! WHAT-IF: on 17 June 2021 this set was not yet in force',
    );
  });

  test('misses health insurance by 21.2 points of 90 and 26.2 of 95', async () => {
    const vi = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`);
    expect(block(vi, 'Chưa đạt: 1 chỉ tiêu')).toContain('68,8 %, cần ≥ 90 % → còn thiếu 21,2 điểm phần trăm');
    const en = await evaluated('quang-kim.snapshot.json', `${ADVANCED}@2022-03-08`, '--locale', 'en');
    expect(block(en, 'Not met: 1 indicator')).toContain(
      '68.8 %, required ≥ 95 % → short by 26.2 percentage points',
    );
  });

  test('has a row a criterion: mark, number, name, indicators met, and what is open and why', async () => {
    const out = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`);
    expect(out).toMatch(/^✗ {3}15 {2}Y tế +0\/4 {2}chưa đạt 15\.1; thiếu số liệu 15\.2–15\.4$/m);
    expect(out).toMatch(/^\? {4}2 {2}Giao thông +0\/4 {2}mức do tỉnh quy định 2\.1–2\.4$/m);
    expect(out).toMatch(/^\? {3}10 {2}Thu nhập +0\/1 {2}chưa rõ mức đạt 10$/m);
  });

  test('8 and 15 poor households without the number of households: the missing fact is named, no rate is', async () => {
    const out = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`);
    expect(block(out, 'Thiếu số liệu')).toMatch(/^ {2}11 +Tổng số hộ \(households\.total\)$/m);
    expect(out).not.toMatch(/11: 0/);
  });

  test('figures at hand whose requirement nobody knows are told apart from missing ones', async () => {
    const out = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`);
    expect(flat(out)).toContain('đã có số liệu, chỉ chờ mức đạt: 9.2: 94 %; 10: 40,2 triệu đồng/người/năm');
    expect(flat(out)).toContain('Mức đạt do UBND cấp tỉnh quy định: 4 chỉ tiêu 2.1–2.4');
  });

  test('by the day alone no version judges: an error that names the nearest version', async () => {
    const { code, out, err } = await ntm(['evaluate', example('quang-kim.snapshot.json'), '--ruleset', NTM]);
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(/quang-kim\.snapshot\.json \/assessedOn: .*\[not-in-force\]/);
    expect(err).toContain(`${NTM}@2022-03-08`);
  });

  test('by the 18 criteria of Lào Cai 2018-2020 from a file: 16 of 18 as declared', async () => {
    const out = await evaluated(
      'quang-kim.snapshot.json',
      example('lao-cai-commune-advanced-2018-2020.ruleset.json'),
    );
    expect(out).toMatch(/^Tiêu chí +16\/18 +2 +0$/m);
    expect(out).toMatch(/^✗~ +8 {2}Hệ thống chính trị +– {2}theo công bố \(tự đánh giá, 17\/06\/2021\)$/m);
    expect(out).toContain('tạm tính: theo kết quả công bố');
  });
});

describe('reported totals', () => {
  test('Quảng An: 16/19 and 70/75 stand beside what its figures decide', async () => {
    const vi = await evaluated('quang-an.snapshot.json', ADVANCED);
    expect(vi).toContain('? CHƯA ĐỦ CĂN CỨ');
    expect(vi).toMatch(/^Chỉ tiêu +1\/75 +0 +74$/m);
    expect(vi).toContain('Theo báo cáo: 16/19 tiêu chí, 70/75 chỉ tiêu — ✗ chưa đạt');
    expect(flat(vi)).toContain('còn 3 tiêu chí chưa đạt; còn 5 chỉ tiêu chưa đạt');
    expect(block(vi, 'Đạt sát mức')).toContain('95,3 %, cần ≥ 95 % → còn dư 0,3 điểm phần trăm');
  });

  test('Nam Sơn: 16/19 and 72/75 force exactly one open indicator in each open criterion', async () => {
    const vi = await evaluated('nam-son.snapshot.json', ADVANCED);
    expect(vi).toContain('Theo báo cáo: 16/19 tiêu chí, 72/75 chỉ tiêu — ✗ chưa đạt');
    expect(flat(vi)).toContain('mỗi tiêu chí chưa đạt còn đúng một chỉ tiêu chưa đạt');
    const en = await evaluated('nam-son.snapshot.json', ADVANCED, '--locale', 'en');
    expect(flat(en)).toContain('As reported: 16/19 criteria, 72/75 indicators — ✗ not met');
    expect(flat(en)).toContain('each open criterion has exactly one open indicator');
  });
});

describe('the constructed commune', () => {
  const amended = ['--amend', example('constructed-province.amendment.json')];

  test('reaches NTM with its amendment, and the output says draft, provisional and why', async () => {
    const out = await evaluated('constructed-commune.snapshot.json', NTM, ...amended);
    expect(out).toContain('[dự thảo]');
    expect(out).toContain('theo sửa đổi 211/QĐ-TTg (01/03/2024), 00/QĐ-UBND (ví dụ)');
    expect(flat(out)).toContain(
      '✓ ĐẠT — tạm tính: mức đạt chuẩn chưa có nguồn xác nhận; mức đạt chuẩn mới là đề xuất',
    );
    expect(out).toMatch(/^Tiêu chí +19\/19 +0 +0$/m);
    expect(flat(block(out, '~ Tạm tính'))).toContain('mức đạt chuẩn mới là đề xuất: 2.1–2.4, 4.2, 9.2, 10');
    expect(block(out, 'Căn cứ của các kết quả')).toContain('Quyết định 2373/QĐ-BYT');
  });

  test('misses the advanced set by counts that can be mended, nearest first', async () => {
    const out = block(
      await evaluated('constructed-commune.snapshot.json', ADVANCED, ...amended),
      'Chưa đạt: 4 chỉ tiêu',
    );
    expect(flat(out)).toContain(
      '99,5 % (2.388/2.400), cần 100 % → còn thiếu 0,5 điểm phần trăm (ít nhất 12 trên tổng số 2.400)',
    );
    expect(flat(out)).toContain('còn thiếu 5 điểm phần trăm (ít nhất 120 trên tổng số 2.400)');
    const order = [...out.matchAll(/^ {2}(\d+(?:\.\d+)?) /gm)].map(([, id]) => id);
    expect(order.indexOf('4')).toBeLessThan(order.indexOf('17.5'));
    expect(order.indexOf('17.5')).toBeLessThan(order.indexOf('17.11'));
  });

  test('an amendment that fits none of the sets is not passed over in silence', async () => {
    const { code, err } = await ntm([
      'evaluate',
      example('quang-an.snapshot.json'),
      '-r',
      NTM,
      ...amended,
      '--locale',
      'en',
    ]);
    expect(code).toBe(0);
    expect(err).toContain('constructed-province.amendment.json was applied to none of the rulesets above');
    expect(err).toContain('(nam-dinh)');
  });
});

describe('which text judges', () => {
  test('an amendment that has its say through a prerequisite is not called unused', async () => {
    const { out, err } = await ntm([
      'evaluate',
      example('constructed-commune.snapshot.json'),
      '-r',
      ADVANCED,
      '--amend',
      example('constructed-province.amendment.json'),
    ]);
    expect(out).toMatch(/^ ✓~ P1 /m);
    expect(err).toBe('');
  });

  test('an id stands for the text inside the package even beside a file with the same id', async () => {
    const stricter = JSON.parse(
      JSON.stringify(getRuleset(`${NTM}@2022-03-08`)).replace('"value":90', '"value":96'),
    ) as object;
    await withFiles({ 'mine.json': JSON.stringify(stricter) }, async (path) => {
      const args = ['evaluate', example('quang-an.snapshot.json'), '-r', NTM, '-r', path('mine.json')];
      const { out, err } = await ntm([...args, '--json']);
      expect(err).toBe('');
      const required = (JSON.parse(out) as Evaluation[]).map(
        ({ criteria }) =>
          criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === '15.1')?.required,
      );
      expect(required).toEqual([90, 96]);
    });
  });
});

describe('how much is said', () => {
  test('--brief takes a few lines, the usual card says that there is more, --all names every missing fact', async () => {
    const brief = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`, '--brief');
    expect(brief.split('\n').length).toBeLessThan(20);
    expect(brief).toContain('Tiêu chí: ✗ 15 ? 1–14, 16–19');
    const usual = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`);
    expect(usual).toContain('Xem đầy đủ: thêm --all');
    expect(usual).not.toContain('planning.generalPlanApproved');
    const all = await evaluated('quang-kim.snapshot.json', `${NTM}@2022-03-08`, '--all');
    expect(all).toContain('planning.generalPlanApproved');
    expect(all).not.toContain('Xem đầy đủ');
  });

  test('several rulesets judge each snapshot', async () => {
    const { out } = await ntm([
      'evaluate',
      example('quang-an.snapshot.json'),
      '-r',
      NTM,
      '-r',
      ADVANCED,
      '--brief',
    ]);
    expect(out).toContain(`${NTM}@2022-03-08`);
    expect(out).toContain(`${ADVANCED}@2022-03-08`);
  });

  test('a folder stands for its *.snapshot.json; those of another level are refused and the rest is judged', async () => {
    const { code, out, err } = await ntm([
      'evaluate',
      'docs/examples',
      '-r',
      `${ADVANCED}@2022-03-08`,
      '--brief',
    ]);
    expect(code).toBe(65);
    for (const name of ['Xã Quang Kim', 'Xã Quảng An', 'Xã Nam Sơn', 'Xã Ví Dụ']) expect(out).toContain(name);
    expect(err).toMatch(/ba-che\.snapshot\.json \/unit\/level: .*\[wrong-level\]/);
    expect(err).toMatch(/lao-cai-city\.snapshot\.json \/unit\/level: .*\[wrong-level\]/);
  });

  test('- reads standard input', async () => {
    const stdin = readFileSync(example('nam-son.snapshot.json'), 'utf8');
    const { code, out } = await ntm(['evaluate', '-', '-r', ADVANCED], { stdin });
    expect(code).toBe(0);
    expect(out).toContain('Theo báo cáo: 16/19 tiêu chí, 72/75 chỉ tiêu');
  });
});

describe('options of the evaluation', () => {
  const json = async (...args: string[]): Promise<Evaluation> =>
    JSON.parse(await evaluated('quang-kim.snapshot.json', ...(args as [string]), '--json')) as Evaluation;

  test('--json prints the evaluation that the library gives', async () => {
    const snapshot: unknown = JSON.parse(readFileSync(example('quang-kim.snapshot.json'), 'utf8'));
    expect(await json(`${NTM}@2022-03-08`)).toEqual(
      JSON.parse(JSON.stringify(evaluate(snapshot, `${NTM}@2022-03-08`))),
    );
  });

  test('--json names households.total as what indicator 11 still misses', async () => {
    const { criteria } = await json(`${NTM}@2022-03-08`);
    const eleven = criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === '11');
    expect(eleven).toMatchObject({ outcome: 'unknown', missing: ['households.total'] });
    expect(eleven).not.toHaveProperty('observed');
  });

  test('--json is an object for one file and one ruleset, else an array, even of one', async () => {
    const one = await evaluated('quang-an.snapshot.json', NTM, '--json');
    expect(JSON.parse(one)).toHaveProperty('outcome', 'unknown');
    const two = await ntm([
      'evaluate',
      example('quang-an.snapshot.json'),
      '-r',
      NTM,
      '-r',
      ADVANCED,
      '--json',
    ]);
    expect((JSON.parse(two.out) as Evaluation[]).map(({ ruleset }) => ruleset.id)).toEqual([NTM, ADVANCED]);
    const folder = await ntm([
      'evaluate',
      'docs/examples',
      '-r',
      'vn/commune-model/2021-2025@2022-03-08',
      '--json',
    ]);
    expect(Array.isArray(JSON.parse(folder.out))).toBe(true);
  });

  test('--declared ignore leaves declared results out', async () => {
    const file = example('lao-cai-commune-advanced-2018-2020.ruleset.json');
    expect((await json(file)).totals.criteria).toMatchObject({ met: 16, unmet: 2 });
    expect((await json(file, '--declared', 'ignore')).totals.criteria).toMatchObject({ met: 0, unknown: 18 });
  });

  test('--evidence published does not judge by figures that no source confirms', async () => {
    const any = JSON.parse(await evaluated('quang-an.snapshot.json', ADVANCED, '--json')) as Evaluation;
    const published = JSON.parse(
      await evaluated('quang-an.snapshot.json', ADVANCED, '--json', '--evidence', 'published'),
    ) as Evaluation;
    expect(any.totals.indicators.met).toBe(1);
    expect(published.totals.indicators.met).toBe(0);
  });
});

describe('exit codes', () => {
  const codeOf = async (name: string, ruleset: string, ...args: string[]): Promise<number> =>
    (await ntm(['evaluate', example(name), '-r', ruleset, ...args])).code;

  test('judging ends with 0 whatever comes out', async () => {
    expect(await codeOf('quang-kim.snapshot.json', `${NTM}@2022-03-08`)).toBe(0);
    expect(await codeOf('quang-an.snapshot.json', NTM)).toBe(0);
  });

  test('--fail-on unmet ends with 1 for an unmet outcome and not for an unknown one', async () => {
    expect(await codeOf('quang-kim.snapshot.json', `${NTM}@2022-03-08`, '--fail-on', 'unmet')).toBe(1);
    expect(await codeOf('quang-an.snapshot.json', NTM, '--fail-on', 'unmet')).toBe(0);
  });

  test('--fail-on unknown ends with 1 for anything but met', async () => {
    expect(await codeOf('quang-an.snapshot.json', NTM, '--fail-on', 'unknown')).toBe(1);
    expect(await codeOf('quang-kim.snapshot.json', `${NTM}@2022-03-08`, '--fail-on', 'unknown')).toBe(1);
    const amend = ['--amend', example('constructed-province.amendment.json')];
    expect(await codeOf('constructed-commune.snapshot.json', NTM, '--fail-on', 'unknown', ...amend)).toBe(0);
  });
});
