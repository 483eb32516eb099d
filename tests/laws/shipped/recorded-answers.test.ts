import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getRuleset } from '../../../src/index.js';
import { recordAnswers } from '../../../src/testing/index.js';
import { ANSWERS, answersFile, recordedAnswers, SHIPPED } from './every-ruleset.js';

/**
 * A ruleset whose figures change gets a new revision, and its answers are recorded anew:
 * `npx vitest run tests/laws/shipped/recorded-answers.test.ts -u`. The snapshots stay the same, so that the difference
 * shows what the change does.
 */
describe('the answers recorded for a revision', () => {
  it.each(SHIPPED)('%s still gives them', async (version) => {
    const ruleset = getRuleset(version);
    const snapshots = recordedAnswers(version)?.answers.map(({ snapshot }) => snapshot);
    const made = { cases: 5, seed: 1, plain: true, declared: true };
    const answers = recordAnswers(ruleset, snapshots ? { snapshots } : made);
    await expect(`${JSON.stringify(answers, null, 2)}\n`).toMatchFileSnapshot(answersFile(version));
  });

  it('are those of versions that exist', () => {
    const files = readdirSync(ANSWERS, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    const versions = files.map((name) => name.replaceAll('\\', '/').replace(/\.json$/, ''));
    expect(versions.sort()).toEqual([...SHIPPED].sort());
  });
});
