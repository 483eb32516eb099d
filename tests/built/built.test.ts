import { describe, expect, it } from 'vitest';
import * as source from '../../src/index.js';
import { testsFromOutside } from './entries.js';

describe('the tests of the built package', () => {
  it('have the built package before them and not its source', async () => {
    const built = await import(/* @vite-ignore */ `${process.cwd()}/dist/index.js`);
    expect(source.NtmError).toBe(built.NtmError);
    expect(source.evaluate).toBe(built.evaluate);
  });
  it('are most of those that judge, whichever are added', () => {
    const files = testsFromOutside();
    expect(files.length).toBeGreaterThanOrEqual(60);
    for (const folder of ['cases', 'check', 'engines', 'evaluate', 'law', 'laws', 'programme', 'testing'])
      expect(files.filter((file) => file.startsWith(`tests/${folder}/`))).not.toEqual([]);
  });
});
