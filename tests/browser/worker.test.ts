import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForBrowser } from '../packaged/bundle.js';
import { snapshotJson } from '../packaged/snapshot.js';
import { launchBrowser, watchedPage } from './site.js';

/** Nothing may be loaded but from the page's own server, and no code generated, in the worker either. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'";

const WORKER = `
import { evaluate, listRulesets } from 'ntm-rules';
self.addEventListener('message', ({ data }) => {
  const { ruleset, outcome, totals } = evaluate(data, 'vn/commune-ntm/2021-2025');
  let generated = 'allowed';
  try { new Function('return 1')(); } catch { generated = 'refused'; }
  self.postMessage([ruleset.id, outcome, totals.criteria.total, listRulesets().length > 40, generated].join(' '));
});`;

const APP = `
const worker = new Worker('/worker.js', { type: 'module' });
worker.addEventListener('message', ({ data }) => { document.title = data; });
worker.addEventListener('error', ({ message }) => { document.title = 'error: ' + message; });
worker.postMessage(${snapshotJson});`;

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>loading</title><script type="module" src="/app.js"></script>';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  const bundle = await bundleForBrowser(WORKER, process.cwd());
  const files = new Map([
    ['/', ['text/html', PAGE]],
    ['/app.js', ['text/javascript', APP]],
    ['/worker.js', ['text/javascript', bundle.outputFiles[0]?.text ?? '']],
  ]);
  server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? [];
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': `${type ?? 'text/plain'}; charset=utf-8`,
      'Content-Security-Policy': POLICY,
    });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('the whole package judges a commune in a worker that forbids generated code', async () => {
  const { tab } = await watchedPage(browser);
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
  await expect.poll(() => tab.title(), { timeout: 30_000 }).not.toBe('loading');
  expect(await tab.title()).toMatch(/^vn\/commune-ntm\/2021-2025 (met|unmet|unknown) 19 true refused$/);
});
