import { describe, expect, test } from 'vitest';
import { knownRulesets, listRulesets, rulesetsFor } from '../../src/index.js';
import { flat, NTM, ntm } from './ntm.js';

describe('ntm list', () => {
  test('names every set with its versions, from when to when each judges, and what amended it', async () => {
    const { code, out } = await ntm(['list']);
    expect(code).toBe(0);
    for (const { id, version } of listRulesets()) {
      expect(out).toContain(id);
      expect(out).toContain(`@${version}`);
    }
    expect(flat(out)).toContain('@2022-03-08 08/03/2022 – 29/02/2024 · 19 tiêu chí, 57 chỉ tiêu');
    expect(flat(out)).toContain('sửa đổi theo 211/QĐ-TTg (01/03/2024)');
    expect(out).toContain('kế tiếp: vn/commune-ntm/2026-2030 từ 15/02/2026');
  });

  test('speaks English when asked', async () => {
    const { out } = await ntm(['list', '--locale', 'en']);
    expect(flat(out)).toContain('8 March 2022 – 29 February 2024 · 19 criteria, 75 indicators');
    expect(out).not.toMatch(/tiêu chí/);
  });

  test('with --on names only the version that judges that day', async () => {
    const before = await ntm(['list', '--tier', 'ntm', '--on', '2024-02-29']);
    expect(before.out).toContain('@2022-03-08');
    expect(before.out).not.toContain('@2024-03-01');
    const after = await ntm(['list', '--tier', 'ntm', '--on', '2024-03-01']);
    expect(after.out).toContain('@2024-03-01');
    expect(after.out).not.toContain('@2022-03-08');
  });

  test('with --level and --tier narrows, and says so when nothing fits', async () => {
    const advanced = await ntm(['list', '--level', 'commune', '--tier', 'advanced']);
    expect(advanced.out).toContain('vn/commune-advanced/2021-2025');
    expect(advanced.out).not.toContain(NTM);
    const none = await ntm(['list', '--on', '1999-01-01']);
    expect(none).toMatchObject({ code: 0, out: '', err: 'Không có bộ tiêu chí nào phù hợp.\n' });
  });

  test('with --json prints the entries of listRulesets, then those known by name', async () => {
    const { out } = await ntm(['list', '--json', '--tier', 'ntm']);
    expect(JSON.parse(out)).toEqual([...listRulesets({ tier: 'ntm' }), ...knownRulesets({ tier: 'ntm' })]);
    expect(JSON.parse((await ntm(['list', '--json', '--on', '1999-01-01'])).out)).toEqual([]);
  });

  test('a day that does not exist or a tier that no set has is a wrong command line, and the remedy is said', async () => {
    const day = await ntm(['list', '--on', '2023-02-29', '--locale', 'en']);
    expect(day.code).toBe(64);
    expect(day.err).toContain('--on: There is no such day. [not-a-day]');
    expect(day.err).toContain('remedy: For example: --on 2024-06-01');
    const tier = await ntm(['list', '--tier', 'advansed']);
    expect(tier.code).toBe(64);
    expect(tier.err).toContain('cách sửa: Có phải ý bạn là “advanced”?');
  });

  test('names the sets known by name only, apart from those that can judge', async () => {
    const { out } = await ntm(['list', '--locale', 'en']);
    const [, named = ''] = out.split('Known by name only');
    for (const { id } of knownRulesets()) expect(named).toContain(id);
  });

  test('with --for finds the sets for a unit, the province’s own before the national one', async () => {
    const args = ['list', '--for', 'Lào Cai', '--level', 'commune', '--on', '2024-06-01'];
    const { code, out } = await ntm(args);
    expect(code).toBe(0);
    const own = out.indexOf('lao-cai/commune-ntm/2022-2025@');
    expect(own).toBeGreaterThanOrEqual(0);
    expect(out.indexOf(`${NTM}@2024-03-01`)).toBeGreaterThan(own);
    expect(out).not.toContain('quang-ninh/');
    expect(JSON.parse((await ntm([...args, '--json'])).out)).toEqual(
      JSON.parse(JSON.stringify(rulesetsFor({ level: 'commune', province: 'Lào Cai' }, '2024-06-01'))),
    );
  });

  test('with --for says why there is none, and what is missing or misspelt on the command line', async () => {
    const district = await ntm(['list', '--for', 'Lào Cai', '--level', 'district', '--on', '2025-07-01']);
    expect(flat(district.out)).toContain('Từ ngày 01/07/2025 không còn cấp huyện');
    const bare = await ntm(['list', '--for', 'Lào Cai', '--locale', 'en']);
    expect(bare).toMatchObject({ code: 64, out: '' });
    expect(bare.err).toContain('--level is missing.');
    expect(bare.err).toContain('--on is missing.');
    const misspelt = await ntm(['list', '--for', 'Lao Kai', '--level', 'commune', '--on', '2024-06-01']);
    expect(misspelt.code).toBe(64);
    expect(misspelt.err).toContain('Có phải ý bạn là “Lào Cai”?');
  });
});
