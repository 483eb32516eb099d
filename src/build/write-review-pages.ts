import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMPARISONS_FOLDER, comparisonPages } from './comparison-pages.js';
import { readLaw } from './read-rulesets.js';
import { PAGES_FOLDER, reviewPages } from './review-pages.js';

const law = readLaw();

function writePages(folder: string, pages: ReadonlyMap<string, string>): void {
  for (const [path, text] of pages) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // A page without a ruleset would look like law that no longer ships.
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const known = pages.has(path.replaceAll('\\', '/'));
    if (path.endsWith('.md') && !known) rmSync(join(folder, path));
  }
}

writePages(PAGES_FOLDER, reviewPages(law));
writePages(COMPARISONS_FOLDER, comparisonPages(law));
