import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForBrowser } from '../packaged/bundle.js';
import { snapshotJson } from '../packaged/snapshot.js';

const policy = "default-src 'none'; script-src 'self'";

/** Notes every violation in the document itself, where the test can read it without running code in the page. */
const watch = `
document.documentElement.dataset.violations = '';
document.addEventListener('securitypolicyviolation', (event) => {
  document.documentElement.dataset.violations += event.effectiveDirective + ' ' + event.blockedURI + '; ';
});`;

const judge = `
import { compile, parseSnapshot } from 'ntm-rules/core';
import ruleset from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';
const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
const result = compile(ruleset).evaluate(parsed.value);
document.title = result.ruleset.id + ' ' + result.outcome + ' ' + result.totals.criteria.total;`;

const generate = `
try { new Function('return 1')(); document.title = 'generated'; } catch { document.title = 'blocked'; }`;

const page = (script: string) => `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8"><title>loading</title><script src="/watch.js"></script></head>
  <body><script type="module" src="${script}"></script></body>
</html>`;

let server: Server;
let browser: Browser;
let address: string;
const served: string[] = [];

beforeAll(async () => {
  const bundle = await bundleForBrowser(judge, process.cwd());
  const files = new Map([
    ['/', { type: 'text/html', body: page('/judge.js') }],
    ['/generating', { type: 'text/html', body: page('/generate.js') }],
    ['/watch.js', { type: 'text/javascript', body: watch }],
    ['/judge.js', { type: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '' }],
    ['/generate.js', { type: 'text/javascript', body: generate }],
  ]);
  server = createServer((request, response) => {
    served.push(request.url ?? '');
    const file = files.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200, {
      'Content-Type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'Content-Security-Policy': policy,
    });
    response.end(file?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface Visit {
  tab: Page;
  /** Addresses the page asked for, wherever they lead. */
  requested: string[];
  /** Errors thrown in the page or written to its console. */
  errors: string[];
}

/** Opens a page and waits until its script has written the title. */
async function visit(path: string): Promise<Visit> {
  const tab = await browser.newPage();
  const requested: string[] = [];
  const errors: string[] = [];
  tab.on('request', (request) => requested.push(request.url()));
  tab.on('pageerror', (error) => errors.push(String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await tab.goto(address + path, { waitUntil: 'load' });
  await expect
    .poll(async () => errors.length > 0 || (await tab.title()) !== 'loading', { timeout: 20_000 })
    .toBe(true);
  return { tab, requested, errors };
}

test('a commune is judged in a page that forbids generated code', async () => {
  served.length = 0;
  const { tab, requested, errors } = await visit('/');
  expect(errors).toEqual([]);
  expect(await tab.title()).toMatch(/^vn\/commune-ntm\/2021-2025 (met|unmet|unknown) 19$/);
  expect(await tab.getAttribute('html', 'data-violations')).toBe('');
  expect(served).toEqual(['/', '/watch.js', '/judge.js']);
  expect(requested).toEqual(served.map((path) => address + path));
});

test('such a page does notice generated code', async () => {
  const { tab } = await visit('/generating');
  await expect.poll(() => tab.title()).toBe('blocked');
  expect(await tab.getAttribute('html', 'data-violations')).toBe('script-src eval; ');
});
