import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ROOT = 'docs/site';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The site as a plain static host serves it, under a path of its own. */
export interface ServedSite {
  readonly address: string;
  readonly close: () => void;
}

export const MOUNTED = '/somewhere/ntm/';

function fileFor(path: string): string | undefined {
  if (!path.startsWith(MOUNTED)) return undefined;
  const file = join(ROOT, normalize(`/${path.slice(MOUNTED.length)}`));
  const index = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
  return existsSync(index) ? index : undefined;
}

export async function serveSite(): Promise<ServedSite> {
  if (!existsSync(join(ROOT, 'playground/playground.js')))
    throw new Error(`there is no site in ${ROOT}: run npm run docs first`);
  const server: Server = createServer((request, response) => {
    const file = fileFor(decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${MOUNTED}`, close: () => server.close() };
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
}

/** A page with all that it asked for and all that went wrong in it. */
export interface WatchedPage {
  readonly tab: Page;
  readonly requested: string[];
  readonly faults: string[];
}

export async function watchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    viewport: { width: 1366, height: 900 },
    ...options,
  });
  const tab = await context.newPage();
  const requested: string[] = [];
  const faults: string[] = [];
  tab.on('request', (request) => requested.push(request.url()));
  tab.on('pageerror', (error) => faults.push(String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  return { tab, requested, faults };
}
