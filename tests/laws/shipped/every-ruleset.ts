import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getRuleset, listRulesets } from '../../../src/index.js';
import { LAWS, type LawId, type RecordedAnswers } from '../../../src/testing/index.js';

/** Every version inside the package, as `id@version`. */
export const SHIPPED = listRulesets().map(({ id, version }) => `${id}@${version}`);

/** Units each law tries each ruleset with; CI tries a thousand. */
export const CASES = Number(process.env.NTM_LAW_CASES ?? 20);

/** Another seed each time, so that rare faults are found; `NTM_LAW_SEED` sets one, to find a fault again. */
const SEED = process.env.NTM_LAW_SEED === undefined ? {} : { seed: Number(process.env.NTM_LAW_SEED) };

/** One file a version. */
export const ANSWERS = join(import.meta.dirname, 'answers');

/** Where the answers of a version are recorded. */
export const answersFile = (version: string): string => join(ANSWERS, `${version}.json`);

/** The answers recorded for a version, or none yet. */
export function recordedAnswers(version: string): RecordedAnswers | undefined {
  const file = answersFile(version);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedAnswers) : undefined;
}

/** One law over every ruleset inside the package. */
export function holdsForEveryRuleset(id: LawId): void {
  const law = LAWS.find((one) => one.id === id);
  if (!law) throw new Error(`no law ${id}`);
  describe(`${id}: ${law.title.en}`, () => {
    it.each(SHIPPED)(
      '%s',
      (version) => {
        const answers = recordedAnswers(version);
        const parameters = { numRuns: CASES, ...SEED, ...(answers && { answers }) };
        const { cases } = law.check(getRuleset(version), parameters);
        expect(cases).toBeGreaterThanOrEqual(CASES);
      },
      600_000,
    );
  });
}
