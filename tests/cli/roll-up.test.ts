import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/words/scorecard-layout.js';
import { flat, ntm, withFiles } from './ntm.js';

const unit = (level: string, name: string, recognitions?: object[]): string =>
  JSON.stringify({
    unit: { level, name, district: 'Ba Chẽ', province: 'Quảng Ninh' },
    assessedOn: '2022-12-31',
    ...(recognitions && { recognitions }),
  });
const ntmOnly = [{ tier: 'ntm' }];
const FILES = {
  'a.snapshot.json': unit('commune', 'Xã A', [{ tier: 'ntm' }, { tier: 'advanced' }]),
  'b.snapshot.json': unit('commune', 'Xã B', ntmOnly),
  'c.snapshot.json': unit('commune', 'Xã C'),
  't.snapshot.json': unit('commune', 'Thị trấn Ba Chẽ', ntmOnly),
};

describe('a folder of communes', () => {
  test('how many have each tier, with what is not known', async () => {
    await withFiles(FILES, async (path) => {
      const { code, out } = await ntm(['rollup', path(''), '--by', 'recognition', '--total', '4']);
      expect(code).toBe(0);
      expect(out).toContain('Tổng hợp 4 xã');
      expect(flat(out)).toContain('NTM 2–4/4 50–100 % 2');
      expect(flat(out)).toContain('NTM nâng cao 1–3/4 25–75 % 2');
      expect(out).toContain('1 đơn vị chưa có dữ liệu');
      expect(out).toContain('Không tính vào số xã: 1 thị trấn');
      expect(out).toContain('"communes.ntm": {"atLeast":2,"atMost":4}');
    });
  });
  test('--json is one roll-up, whose facts go into the snapshot of the district', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm(['rollup', path(''), '--by', 'recognition', '--json']);
      expect(JSON.parse(out)).toMatchObject({
        kind: 'roll-up',
        by: 'recognition',
        facts: { 'communes.total': 3, 'communes.ntm': { atLeast: 2, atMost: 3 } },
      });
    });
  });
  test('counts by evaluation unless told otherwise', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm(['rollup', path(''), '--locale', 'en']);
      expect(out).toContain('Roll-up of 3 communes');
      expect(out).toContain('by evaluation');
    });
  });
});

describe('what is refused', () => {
  test('levels that do not go together, at the file that brings them', async () => {
    await withFiles({ ...FILES, 'd.snapshot.json': unit('village', 'Thôn 1', []) }, async (path) => {
      const { code, out, err } = await ntm(['rollup', path(''), '--by', 'recognition', '--locale', 'en']);
      expect({ code, out }).toEqual({ code: 65, out: '' });
      expect(err).toContain('d.snapshot.json');
      expect(err).toContain('[mixed-levels]');
    });
  });
  test('one unit twice', async () => {
    await withFiles({ ...FILES, 'z.snapshot.json': unit('commune', 'Xã A', ntmOnly) }, async (path) => {
      const { code, err } = await ntm(['rollup', path(''), '--by', 'recognition']);
      expect(code).toBe(65);
      expect(err).toContain('z.snapshot.json');
      expect(err).toContain('[duplicate-unit]');
    });
  });
  test('one snapshot that is not sound, since a unit less is a wrong total', async () => {
    await withFiles({ ...FILES, 'x.snapshot.json': '{}' }, async (path) => {
      expect(await ntm(['rollup', path('')])).toMatchObject({ code: 65, out: '' });
    });
  });
  test.each([
    [['--total', '1.5'], 'The option needs a number.'],
    [['--total', '2'], '[total-below-counted]'],
    [['--by', 'both'], 'The option does not take this value.'],
    [['--ladder', 'vn/comune/2021-2025'], '[unknown-ladder]'],
  ])('%j: 64', async (options, message) => {
    await withFiles(FILES, async (path) => {
      const { code, err } = await ntm(['rollup', path(''), ...options, '--locale', 'en']);
      expect(code).toBe(64);
      expect(err).toContain(message);
    });
  });
});

test.each(['vi', 'en'])('fits 80 columns in %s', async (locale) => {
  await withFiles(FILES, async (path) => {
    const { out } = await ntm(['rollup', path(''), '--by', 'recognition', '--locale', locale], {
      columns: 80,
    });
    expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });
});
