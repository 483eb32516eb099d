import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.js';
import { withFiles } from './ntm.js';

function* broken(): Generator<string> {
  yield 'half';
  throw new Error('interrupted');
}

describe('a file that is written', () => {
  it('holds all its pieces', async () => {
    await withFiles({}, async (path) => {
      await writeWhole(path('a.csv'), new Set(['một\n', 'hai\n']), false);
      expect(readFileSync(path('a.csv'), 'utf8')).toBe('một\nhai\n');
      expect(await readdir(dirname(path('a.csv')))).toEqual(['a.csv']);
    });
  });

  it('is not there at all when its pieces end early, and leaves the old one as it was', async () => {
    await withFiles({ 'old.csv': 'old' }, async (path) => {
      await expect(writeWhole(path('new.csv'), broken(), false)).rejects.toThrow('interrupted');
      await expect(writeWhole(path('old.csv'), broken(), true)).rejects.toThrow('interrupted');
      expect(await readdir(dirname(path('a')))).toEqual(['old.csv']);
      expect(readFileSync(path('old.csv'), 'utf8')).toBe('old');
    });
  });

  it('never takes the place of another unless it may', async () => {
    await withFiles({ 'old.csv': 'old' }, async (path) => {
      await expect(writeWhole(path('old.csv'), 'new', false)).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readFileSync(path('old.csv'), 'utf8')).toBe('old');
      await writeWhole(path('old.csv'), 'new', true);
      expect(readFileSync(path('old.csv'), 'utf8')).toBe('new');
      expect(await readdir(dirname(path('a')))).toEqual(['old.csv']);
    });
  });

  it('is written to where a link leads', async () => {
    await withFiles({}, async (path) => {
      mkdirSync(path('real'));
      writeFileSync(path('real/a.csv'), 'old');
      symlinkSync(path('real/a.csv'), path('link.csv'));
      await writeWhole(path('link.csv'), 'new', true);
      expect(readFileSync(path('real/a.csv'), 'utf8')).toBe('new');
      expect(readFileSync(path('link.csv'), 'utf8')).toBe('new');
    });
  });

  it('needs a folder that is there', async () => {
    await withFiles({}, async (path) => {
      await expect(writeWhole(path('nowhere/a.csv'), 'new', false)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
});
