import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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

describe.each(['from a server', 'from a disk'])('the search page %s', (from) => {
  const base = (): string =>
    from === 'from a disk' ? pathToFileURL(resolve('docs/site')).href : site.address.replace(/\/$/, '');

  test('finds guides, rulesets and names of the API by keyboard alone, and asks nobody else', async () => {
    const { tab, requested, faults } = await watchedPage(browser);
    await tab.goto(`${base()}/index.html`);
    await tab.getByRole('link', { name: 'Tìm', exact: true }).click();
    await tab.waitForSelector('#search-field');
    await tab.keyboard.type('bao hiem y te');
    const found = tab.locator('#search-results a');
    await expect.poll(() => found.count()).toBeGreaterThan(3);
    const plain = await found.allInnerTexts();
    expect(await tab.innerText('#search-status')).toMatch(/^\d+ kết quả$/);
    await tab.fill('#search-field', 'bảo hiểm y tế');
    expect(await found.allInnerTexts()).toEqual(plain);
    await tab.fill('#search-field', 'evaluateTiers');
    expect(await found.first().getAttribute('href')).toMatch(/^api\/functions\/.*evaluateTiers\.html$/);
    await tab.fill('#search-field', 'sql');
    await tab.keyboard.press('ArrowDown');
    const first = await tab.evaluate<string>('document.activeElement.getAttribute("href")');
    await tab.keyboard.press('Enter');
    await expect.poll(() => tab.url()).toContain(first.split('#')[0]);
    await tab.goBack();
    await expect.poll(() => tab.inputValue('#search-field')).toBe('sql');
    await expect.poll(() => found.count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    expect(requested.filter((address) => !address.startsWith(base()))).toEqual([]);
    await tab.context().close();
  });
});

test.each([
  { width: 1366, height: 900 },
  { width: 390, height: 800 },
])('the results have no serious finding and stay on the screen: %j', async (viewport) => {
  const { tab } = await watchedPage(browser, { viewport, bypassCSP: true });
  await tab.goto(`${site.address}search.en.html#q=income`);
  await tab.waitForSelector('#search-results li');
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate<{ violations: { id: string; impact: string }[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(
    await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0);
  await tab.context().close();
});
