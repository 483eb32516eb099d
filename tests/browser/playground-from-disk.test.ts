import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, utils } from '@e965/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, watchedPage } from './site.js';

const ADDRESS = pathToFileURL(resolve('docs/site/playground/index.html')).href;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

const rows = Array.from({ length: 1_500 }, (_, at) => `Xã ${at + 1};Quảng Ninh;30/06/2024;2024;89`);
const CSV = `Tên xã;Tỉnh;Ngày đánh giá;Năm đánh giá;Tỷ lệ người dân tham gia bảo hiểm y tế (%)\n${rows.join('\n')}\n`;

describe('the playground opened from a disk', () => {
  test('judges a table in a worker, stays answering, saves its results, and asks for nothing', async () => {
    const { tab, requested, faults } = await watchedPage(browser);
    await tab.goto(ADDRESS);
    await tab.waitForSelector('.summary .outcome');
    await tab.setInputFiles('input[type=file]', {
      name: 'cac-xa.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(CSV),
    });
    await expect.poll(() => tab.innerText('.many'), { timeout: 50_000 }).toContain('1.500 đơn vị');
    await tab.waitForSelector('.busy', { state: 'hidden' });
    expect(tab.workers()).toHaveLength(1);
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('button', { name: 'Lưu kết quả (XLSX)' }).click(),
    ]);
    const book = read(readFileSync(await download.path()));
    expect(utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {})).toHaveLength(1_500);
    expect(faults).toEqual([]);
    expect(requested.filter((address) => !/^(file|blob):/.test(address))).toEqual([]);
    await tab.context().close();
  });
});
