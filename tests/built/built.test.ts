import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as source from '../../src/index.js';
import { ENTRIES, testsFromOutside } from './entries.js';

describe('the tests of the built package', () => {
  it('have the built package before them and not its source', async () => {
    const built = await import(/* @vite-ignore */ `${process.cwd()}/dist/index.js`);
    expect(source.NtmError).toBe(built.NtmError);
    expect(source.evaluate).toBe(built.evaluate);
  });
  it('know every entry of the package', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      exports: Record<string, { import?: { default: string } }>;
    };
    const built = Object.values(exports).flatMap((entry) => entry.import?.default ?? []);
    const single = built.filter((path) => !path.includes('*')).map((path) => path.replace('./', ''));
    expect([...ENTRIES.values()].sort()).toEqual(single.sort());
  });
  it('are most of those that judge, whichever are added', () => {
    const files = testsFromOutside();
    expect(files.length).toBeGreaterThanOrEqual(60);
    for (const folder of ['cases', 'check', 'engines', 'evaluate', 'law', 'laws', 'programme', 'testing'])
      expect(files.filter((file) => file.startsWith(`tests/${folder}/`))).not.toEqual([]);
  });
});
