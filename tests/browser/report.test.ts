import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { communes } from '../report/communes.js';
import { judged, PAGES, page } from '../report/pages.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 360, height: 740 };

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ntm-report-'));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page from a folder, as people do who were sent one, and notes whatever it asks for or complains of. */
async function open(text: string, options: BrowserContextOptions = {}) {
  const file = join(folder, 'report.html');
  writeFileSync(file, text);
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  tab.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
  });
  await tab.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  return { tab, complaints, close: () => context.close() };
}

/** The policy keeps scripts of others out of the page; the tools of the browser are not bound by it. */
async function seriousFindings(tab: Page): Promise<string[]> {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run;
    interface Finding {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    const { violations } = await run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}

const kinds = Object.entries(PAGES).flatMap(([name, input]) =>
  (['vi', 'en'] as const).map((locale) => ({ name, locale, input })),
);

describe.each(kinds)('a page of $name ($locale)', ({ input, locale }) => {
  test('opens from a folder without complaint or request, and has no serious finding of axe', async () => {
    const { tab, complaints, close } = await open(page(input(), { locale }));
    expect(await seriousFindings(tab)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('fits a narrow screen without scrolling sideways', async () => {
    const { tab, close } = await open(page(input(), { locale }), { viewport: PHONE });
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      PHONE.width,
    );
    expect(await seriousFindings(tab)).toEqual([]);
    await close();
  });
});

const pagesOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

test('prints on A4, folded parts unfolded: a tier’s page is longer than that of its next tier alone', async () => {
  const print = async (name: string): Promise<number> => {
    const { tab, close } = await open(page(PAGES[name]?.() ?? {}));
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    await close();
    return pagesOf(pdf);
  };
  const [unit, tiers, many] = [
    await print('one unit by one set'),
    await print('one unit by its tiers'),
    await print('many units by one set'),
  ];
  expect(unit).toBeGreaterThanOrEqual(5);
  expect(unit).toBeLessThanOrEqual(20);
  expect(tiers).toBeGreaterThan(2 * unit - 4);
  expect(many).toBeGreaterThanOrEqual(2);
  expect(many).toBeLessThanOrEqual(8);
});

describe('the table of many units', () => {
  const units = judged(communes(450));
  const first = (tab: Page) => tab.locator('table.units tbody tr').first().locator('th').innerText();
  const shown = (tab: Page) => tab.locator('table.units tbody tr').count();

  test('sorts by keyboard, and says by what', async () => {
    const { tab, complaints, close } = await open(page({ units }, { locale: 'en' }));
    const head = tab.locator('table.units thead th').nth(3);
    await head.locator('button').focus();
    await tab.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const most = Math.max(...units.map(({ totals }) => totals.criteria.met));
    const least = Math.min(...units.map(({ totals }) => totals.criteria.met));
    const met = () => tab.locator('table.units tbody tr').first().locator('td').nth(2).innerText();
    expect(await met()).toBe(String(most));
    await tab.keyboard.press('Space');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await met()).toBe(String(least));
    expect(complaints).toEqual([]);
    await close();
  });

  test('leafs through, finds names with and without accents, and filters by outcome', async () => {
    const { tab, close } = await open(page({ units }, { locale: 'en' }));
    expect(await shown(tab)).toBe(200);
    await tab.getByRole('button', { name: 'Last page' }).click();
    expect(await shown(tab)).toBe(50);
    expect(await tab.locator('[data-do=status]').innerText()).toBe('Rows 401–450 of 450');
    await tab.getByLabel('Search name or place').fill('xa vi du 42');
    expect(await shown(tab)).toBe(11);
    expect(await first(tab)).toBe('Xã Ví Dụ 42');
    await tab.getByLabel('Search name or place').fill('');
    await tab.getByLabel('Outcome').selectOption('m');
    const met = units.filter(({ outcome }) => outcome === 'met').length;
    expect(await tab.locator('[data-do=status]').innerText()).toBe(`Rows 1–${Math.min(200, met)} of ${met}`);
    await close();
  });

  test('draws what the page held before the script came', async () => {
    const text = page({ units });
    const rows = async (javaScriptEnabled: boolean): Promise<string> => {
      const { tab, close } = await open(text, { javaScriptEnabled });
      const found = await tab.locator('table.units tbody').first().innerHTML();
      await close();
      return found.replace(/\s*\n\s*/g, '');
    };
    // Compared as one, for the difference would be a thousand lines long.
    expect((await rows(true)) === (await rows(false))).toBe(true);
  });

  test('shows totals and first rows where there is no script at all, and no dead controls', async () => {
    const { tab, close } = await open(page({ units }), { javaScriptEnabled: false });
    expect(await shown(tab)).toBe(200);
    expect(await tab.locator('.controls:visible').count()).toBe(0);
    expect(await tab.locator('noscript').first().innerText()).toContain('200 dòng đầu trong 450');
    await close();
  });
});
