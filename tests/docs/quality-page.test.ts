import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { qualityPage } from '../quality/page.js';
import { recordsAtHand } from '../quality/records.js';

it('docs/quality.md says what was measured and kept; if not, `npm run quality` writes it anew', () => {
  expect(readFileSync('docs/quality.md', 'utf8')).toBe(qualityPage(recordsAtHand()));
});

it('a share that was not measured is never shown as one', () => {
  const nothing = { counts: undefined, rulesets: undefined, code: undefined, fuzzing: undefined };
  const page = qualityPage(nothing);
  expect(page.match(/Not measured yet\./g)).toHaveLength(7);
  expect(page).not.toMatch(/\d %/);
});

it('mutants no test reaches count as not noticed, endless ones as noticed', () => {
  const file = { file: 'src/gap/gap.ts', every: 1, commit: 'abcdef123456', changed: false };
  const page = qualityPage({
    counts: undefined,
    rulesets: undefined,
    fuzzing: undefined,
    code: { gap: [{ ...file, noticed: 6, timedOut: 1, survived: 2, notCovered: 1 }] },
  });
  expect(page).toContain('| gap | 1 | 10 | 7 | 70 % |');
});
