import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type ServedSite, serveSite, watchedPage } from './site.js';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

const PAGES = [
  'index.html',
  'index.en.html',
  'playground/index.html',
  'playground/index.html#en',
  'playground/index.html#example=constructed',
  'search.html#q=bao%20hiem',
  'guides/index.html',
  'guides/sql.html',
  'rulesets/index.html',
  'rulesets/vn/commune-ntm/2021-2025/2024-03-01.html',
];

const SCREENS = [
  { name: 'a desktop', viewport: { width: 1366, height: 900 }, colorScheme: 'light' },
  { name: 'a phone in the dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const;

describe.each(SCREENS)('on $name', ({ viewport, colorScheme }) => {
  test.each(PAGES)(
    '%s has no serious finding, no fault, nothing from elsewhere and nothing beyond the screen',
    async (path) => {
      const { tab, requested, faults } = await watchedPage(browser, {
        viewport,
        colorScheme,
        bypassCSP: true,
      });
      await tab.goto(`${site.address}${path}`);
      if (path.startsWith('playground')) {
        await tab.waitForSelector('.summary .outcome');
        await tab.locator('.tools button').first().click();
      }
      await tab.evaluate(axe.source);
      const { violations } = await tab.evaluate<{
        violations: { id: string; impact: string; nodes: { html: string }[] }[];
      }>('axe.run(document, { resultTypes: ["violations"] })');
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(serious).toEqual([]);
      expect(faults).toEqual([]);
      expect(requested.filter((address) => !address.startsWith(site.address))).toEqual([]);
      expect(
        await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0);
      await tab.context().close();
    },
  );
});

describe.each(SCREENS)('a table of communes on $name', ({ viewport, colorScheme }) => {
  test('with refused cells, results by tiers and the choice of templates has no serious finding and fits', async () => {
    const { tab, faults } = await watchedPage(browser, { viewport, colorScheme, bypassCSP: true });
    await tab.goto(`${site.address}playground/index.html`);
    await tab.waitForSelector('.summary .outcome');
    const rows = Array.from(
      { length: 20 },
      (_, at) => `Xã ${at + 1};Quảng Ninh;30/06/2024;${at < 9 ? 'nhiều' : 90}`,
    );
    await tab.setInputFiles('input[type=file]', {
      name: 'cac-xa.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `Tên xã;Tỉnh;Ngày đánh giá;Tỷ lệ người dân tham gia bảo hiểm y tế\n${rows.join('\n')}\n`,
      ),
    });
    await tab.waitForSelector('.portfolio tbody tr:nth-child(20)');
    await tab.locator('.template summary').click();
    await tab.evaluate(axe.source);
    const { violations } = await tab.evaluate<{ violations: { id: string; impact: string }[] }>(
      'axe.run(document, { resultTypes: ["violations"] })',
    );
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(faults).toEqual([]);
    expect(
      await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
    await tab.context().close();
  });
});
