import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLaw } from './read-rulesets.js';
import { PAGES_FOLDER, reviewPages } from './review-pages.js';

const pages = reviewPages(readLaw());
for (const [path, text] of pages) {
  const file = join(PAGES_FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
// A page without a ruleset would look like law that no longer ships.
for (const path of readdirSync(PAGES_FOLDER, { recursive: true, encoding: 'utf8' })) {
  const known = pages.has(path.replaceAll('\\', '/'));
  if (path.endsWith('.md') && !known) rmSync(join(PAGES_FOLDER, path));
}
