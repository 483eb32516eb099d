import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/words/scorecard-layout.js';
import { flat, ntm, withFiles } from './ntm.js';

const part = (name: string, facts: object, rest: object = {}): string =>
  JSON.stringify({
    unit: { level: 'commune', name, province: 'Yên Bái' },
    assessedOn: '2025-06-30',
    year: 2025,
    facts,
    ...rest,
  });
const FILES = {
  'a.snapshot.json': part(
    'Xã A',
    { 'households.total': 100, 'water.hygienicHouseholds': 92, 'health.insuredRate': 95 },
    { recognitions: [{ tier: 'ntm' }] },
  ),
  'b.snapshot.json': part('Xã B', {
    'households.total': 200,
    'water.hygienicHouseholds': 170,
    'water.hygienicRate': 85,
  }),
};
const NEW = [
  '--name',
  'Xã Mới',
  '--province',
  'Lào Cai',
  '--former-province',
  'Yên Bái',
  '--on',
  '2025-12-31',
];

describe('two communes made one', () => {
  test('what is kept, what is not and why', async () => {
    await withFiles(FILES, async (path) => {
      const { code, out } = await ntm(['merge', path(''), ...NEW]);
      expect(code).toBe(0);
      const text = flat(out);
      expect(text).toContain('nhập từ Xã A, Xã B');
      expect(text).toContain('giữ 2 số liệu, bỏ 1');
      expect(text).toContain(
        'bảo hiểm y tế: tỷ lệ chỉ tính được từ số đếm của mọi đơn vị; không lấy trung bình',
      );
      expect(text).toContain('Tỷ lệ hộ dùng nước hợp vệ sinh được tính từ số liệu đã cộng');
      expect(text).toContain('(Xã A: NTM; Xã B: –)');
    });
  });
  test('--json is the whole result', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm(['merge', path(''), ...NEW, '--json']);
      expect(JSON.parse(out)).toMatchObject({
        kind: 'merge',
        snapshot: {
          unit: { name: 'Xã Mới', predecessors: [{ name: 'Xã A' }, { name: 'Xã B' }] },
          assessedOn: '2025-12-31',
          facts: { 'households.total': 300, 'water.hygienicHouseholds': 262 },
        },
        dropped: [{ fact: 'health.insuredRate', code: 'rate-without-counts' }],
      });
    });
  });
  test('--out writes a snapshot that can be judged, and replaces no file unasked', async () => {
    await withFiles(FILES, async (path) => {
      const args = [
        'merge',
        path('a.snapshot.json'),
        path('b.snapshot.json'),
        ...NEW,
        '--out',
        path('new.json'),
      ];
      expect((await ntm(args)).code).toBe(0);
      expect(JSON.parse(readFileSync(path('new.json'), 'utf8')).unit.name).toBe('Xã Mới');
      const judged = await ntm(['evaluate', path('new.json'), '-r', 'vn/commune-ntm/2021-2025', '--brief']);
      expect(judged.code).toBe(0);
      expect(await ntm(args)).toMatchObject({ code: 64, out: '' });
      expect((await ntm([...args, '--force'])).code).toBe(0);
    });
  });
  test('a unit merged in part only gives no counts', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm(['merge', path(''), ...NEW, '--in-part', 'Xã B', '--json']);
      expect(JSON.parse(out).snapshot.facts['households.total']).toEqual({ atLeast: 100, atMost: 300 });
    });
  });
});

describe('what is refused', () => {
  test('no name for the new unit, or a province that does not exist that day: the option is named', async () => {
    await withFiles(FILES, async (path) => {
      const nameless = await ntm(['merge', path(''), '--locale', 'en']);
      expect(nameless.code).toBe(64);
      expect(nameless.err).toContain('--name');
      const placeless = await ntm([
        'merge',
        path(''),
        '--name',
        'Xã Mới',
        '--province',
        'Yên Bái',
        '--on',
        '2025-12-31',
        '--locale',
        'en',
      ]);
      expect(placeless.code).toBe(64);
      expect(placeless.err).toContain('--province');
    });
  });
  test('a snapshot that is not sound, by its file', async () => {
    await withFiles(
      { ...FILES, 'c.snapshot.json': part('Xã C', { 'households.total': -1 }) },
      async (path) => {
        const { code, err } = await ntm(['merge', path(''), ...NEW, '--locale', 'en']);
        expect(code).toBe(65);
        expect(err).toContain('c.snapshot.json /facts/households.total');
      },
    );
  });
  test('a day that does not exist', async () => {
    await withFiles(FILES, async (path) => {
      expect((await ntm(['merge', path(''), '--name', 'X', '--on', '2025-02-30'])).code).toBe(64);
    });
  });
});

test.each(['vi', 'en'])('fits 80 columns in %s', async (locale) => {
  await withFiles(FILES, async (path) => {
    const { out } = await ntm(['merge', path(''), ...NEW, '--locale', locale], { columns: 80 });
    expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });
});
