import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core.js';

/** The section on limits; other tables of the page name other things. */
const [, page = ''] = /^## Limits$([\s\S]*?)^## /m.exec(readFileSync('docs/security.md', 'utf8')) ?? [];

describe('docs/security.md', () => {
  it.each(Object.entries(LIMITS))('tells the limit %s as it is enforced: %i', (name, value) => {
    const line = page.split('\n').find((one) => one.startsWith(`| \`${name}\` |`));
    expect(line?.replaceAll(',', '')).toMatch(new RegExp(`^\\| \`${name}\` \\| ${value} `));
  });
  it.each(['HTML', 'CSV', 'workbooks', 'SQL', 'terminal', 'JSON', 'Markdown', 'JSON pointers'])(
    'tells how %s is kept from being taken for something else',
    (output) => {
      const [, outputs = ''] =
        /^## What comes out$([\s\S]*?)^## /m.exec(readFileSync('docs/security.md', 'utf8')) ?? [];
      expect(outputs.split('\n').some((line) => line.startsWith(`| ${output}`))).toBe(true);
    },
  );
  it('tells no limit that there is not', () => {
    const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(told.filter((name) => !Object.hasOwn(LIMITS, name as string))).toEqual([]);
  });
});
