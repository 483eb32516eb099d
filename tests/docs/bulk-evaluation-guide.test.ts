import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as everything from '../../src/index.js';
import { printedBy, programsOf, promisedBy } from './programs.js';

const guide = readFileSync('docs/guides/bulk-evaluation.md', 'utf8');
const programs = programsOf(guide);

describe('the guide to judging many units', () => {
  test.each(programs)('under “$heading” prints what it says, and nothing else', async ({ code }) => {
    const promised = promisedBy(code);
    expect(promised.length).toBeGreaterThan(0);
    expect(await printedBy(code, { 'ntm-rules': everything })).toEqual(promised);
  });

  test('shows a program for every way', () => {
    expect(programs.map(({ heading }) => heading)).toHaveLength(5);
  });
});
