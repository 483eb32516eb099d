import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { ntm } from '../cli/ntm.js';
import { commandsOf, guides, programsOf, textOfGuide } from './guide-blocks.js';

/** The guides that the documentation promises. */
const PROMISED = [
  'first-evaluation.md',
  'judging-a-spreadsheet.md',
  'your-provinces-figures.md',
  'embedding.md',
  'reading-a-ruleset.md',
  'changing-a-ruleset-safely.md',
  'missing-data-and-evidence.md',
  'plans-and-revocation-reviews.md',
  'json-rules-engine.md',
  'sql.md',
];

describe('the guides', () => {
  test('are all there', () => {
    expect(guides).toEqual(expect.arrayContaining(PROMISED));
  });

  const commands = guides.flatMap(commandsOf);

  test.each(commands)('$guide shows what ntm $command prints', async ({ args, pieces }) => {
    const { code, out, err } = await ntm(args, { columns: 92 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(pieces.length).toBeGreaterThan(0);
    let from = 0;
    for (const piece of pieces) {
      const at = out.indexOf(piece, from);
      expect(at, `${piece}\n--- is not in ---\n${out}`).toBeGreaterThanOrEqual(from);
      from = at + piece.length;
    }
  });

  test('show commands, and programs that say what they print', () => {
    expect(commands.length).toBeGreaterThan(5);
    const programs = guides.flatMap(programsOf);
    expect(programs.length).toBeGreaterThan(12);
    expect(programs.filter(({ printed }) => printed === undefined || printed === '')).toEqual([]);
    // A block that was marked otherwise by mistake would be run by nobody.
    for (const guide of guides) {
      const marked = [...textOfGuide(guide).matchAll(/^```js run$/gm)].length;
      expect(programsOf(guide), guide).toHaveLength(marked);
    }
  });

  test.each(guides)('%s links to files that exist', (guide) => {
    const path = join('docs/guides', guide);
    for (const [, link = ''] of textOfGuide(guide).matchAll(/\]\((?![a-z]+:)([^)#]+)[^)]*\)/g))
      expect(existsSync(join(dirname(path), link)), link).toBe(true);
  });
});
