import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLaw } from '../../src/build/read-rulesets.js';
import { PAGES_FOLDER, reviewPages } from '../../src/build/review-pages.js';

const pages = reviewPages(readLaw());
const remedy = 'run `npm run review-pages` and review the difference';

const onDisk = readdirSync(PAGES_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => path.replaceAll('\\', '/'));

describe('the review pages', () => {
  test('there is one for every version, and none without a ruleset', () => {
    expect([...onDisk].sort(), remedy).toEqual([...pages.keys()].sort());
  });

  test.each([...pages.keys()])('%s says what the rulesets say', (path) => {
    const found = onDisk.includes(path) ? readFileSync(join(PAGES_FOLDER, path), 'utf8') : undefined;
    expect(found === pages.get(path), `docs/rulesets/${path} is stale: ${remedy}`).toBe(true);
  });
});
