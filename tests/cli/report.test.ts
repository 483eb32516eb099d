import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADVANCED, example, NTM, ntm, withFiles } from './ntm.js';

const QUANG_AN = example('quang-an.snapshot.json');
const NAM_SON = example('nam-son.snapshot.json');

describe('ntm report', () => {
  test('writes the page of one unit by one set, and says so', async () => {
    await withFiles({}, async (path) => {
      const { code, err } = await ntm(['report', QUANG_AN, '-r', ADVANCED, '--out', path('a.html')]);
      expect(err).toContain(path('a.html'));
      expect(code).toBe(0);
      const page = readFileSync(path('a.html'), 'utf8');
      expect(page).toContain('<html lang="vi">');
      expect(page).toContain('<h1><bdi>Xã Quảng An</bdi></h1>');
      expect(page).toContain('Đồng bằng sông Hồng');
    });
  });

  test('writes the page of one unit by its tiers in English, under a title of one’s own', async () => {
    await withFiles({}, async (path) => {
      const args = ['--tiers', 'auto', '--title', 'Quảng An <2024>', '--locale', 'en'];
      expect((await ntm(['report', QUANG_AN, ...args, '--out', path('a.html')])).code).toBe(0);
      const page = readFileSync(path('a.html'), 'utf8');
      expect(page).toContain('<h1><bdi>Quảng An &lt;2024&gt;</bdi></h1>');
      expect(page).toContain('class="ladder"');
    });
  });

  test('writes one page of several units, by set and by ladder', async () => {
    await withFiles({}, async (path) => {
      expect((await ntm(['report', QUANG_AN, NAM_SON, '-r', NTM, '--out', path('a.html')])).code).toBe(0);
      expect(readFileSync(path('a.html'), 'utf8')).toContain('Tổng hợp 2 đơn vị');
      expect((await ntm(['report', QUANG_AN, NAM_SON, '-t', 'auto', '--out', path('b.html')])).code).toBe(0);
      expect(readFileSync(path('b.html'), 'utf8')).toContain('id="l1-table-data"');
    });
  });

  test('fills in the forms as well', async () => {
    await withFiles({}, async (path) => {
      const files = ['--out', path('a.html'), '--form', path('a.xlsx')];
      expect((await ntm(['report', QUANG_AN, '-r', ADVANCED, ...files])).code).toBe(0);
      expect([...readFileSync(path('a.xlsx')).subarray(0, 2)]).toEqual([0x50, 0x4b]);
    });
  });

  test.each([
    { args: ['-r', NTM], option: '--out' },
    { args: ['-r', NTM, '--out', 'page.xlsx'], option: '--out' },
    { args: ['-r', NTM, '--out', 'no-such-folder/page.html'], option: '--out' },
    { args: ['-r', NTM, '--out', 'page.html', '--form', 'form.csv'], option: '--form' },
    { args: ['--out', 'no-such-page.html'], option: '--ruleset' },
  ])('says what to type instead of $args', async ({ args, option }) => {
    const { code, err } = await ntm(['report', QUANG_AN, ...args, '--locale', 'en']);
    expect(code).not.toBe(0);
    expect(err).toContain(option);
    expect(existsSync('page.html') || existsSync('no-such-page.html')).toBe(false);
  });

  test('replaces no file unless told to', async () => {
    await withFiles({ 'a.html': 'mine' }, async (path) => {
      const args = ['report', QUANG_AN, '-r', ADVANCED, '--out', path('a.html')];
      expect((await ntm(args)).code).not.toBe(0);
      expect(readFileSync(path('a.html'), 'utf8')).toBe('mine');
      expect((await ntm([...args, '--force'])).code).toBe(0);
      expect(readFileSync(path('a.html'), 'utf8')).toContain('<!doctype html>');
    });
  });
});
