import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { API_REPORTS, apiReports, RENEW } from '../../src/build/api-reports.js';

/** The first line at which two texts part, so that a stale report says where. */
function firstDifference(kept: string, made: string): string | undefined {
  if (kept === made) return undefined;
  const [before, after] = [kept.split('\n'), made.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  return `line ${at + 1}: “${before[at] ?? ''}” is now “${after[at] ?? ''}” – if this is meant: ${RENEW}`;
}

describe('the reports of the public types', () => {
  const pages = apiReports();
  test('are there for every entry, and for nothing else', () => {
    expect(existsSync(API_REPORTS) ? readdirSync(API_REPORTS).sort() : []).toEqual([...pages.keys()].sort());
  });
  test.each([...pages])('%s is that of the types as built', (file, made) => {
    const path = join(API_REPORTS, file);
    expect(firstDifference(existsSync(path) ? readFileSync(path, 'utf8') : '', made)).toBeUndefined();
  });
  test.each([
    ['index', 'export function evaluate('],
    ['core', 'export function evaluate('],
    ['sql', 'export function toSql('],
    ['testing', 'export function describeRuleset('],
    ['json-rules-engine', 'export function toEngine('],
  ])('that of %s tells what it is asked for most', (entry, declaration) => {
    expect(pages.get(`${entry}.api.md`)).toContain(declaration);
  });
});
