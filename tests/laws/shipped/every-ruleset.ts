import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getRuleset, listRulesets } from '../../../src/index.js';
import {
  LAWS,
  type Law,
  LawBroken,
  type LawId,
  type LawParameters,
  type RecordedAnswers,
} from '../../../src/testing/index.js';
import { OPEN_FAULTS } from './open-faults.js';

/** Every version inside the package, as `id@version`. */
export const SHIPPED = listRulesets().map(({ id, version }) => `${id}@${version}`);

/** Units each law tries each ruleset with; CI tries a thousand. */
export const CASES = Number(process.env.NTM_LAW_CASES ?? 20);

/** A law with open faults is tried with one seed, so that a rare one fails nobody by chance; `NTM_LAW_SEED` sets another. */
const SEED = Number(process.env.NTM_LAW_SEED ?? 20_240_301);
const seedOf = (id: LawId): { seed?: number } =>
  process.env.NTM_LAW_SEED !== undefined || OPEN_FAULTS.some(({ law }) => law === id) ? { seed: SEED } : {};

/** One file a version. */
export const ANSWERS = join(import.meta.dirname, 'answers');

/** Where the answers of a version are recorded. */
export const answersFile = (version: string): string => join(ANSWERS, `${version}.json`);

/** The answers recorded for a version, or none yet. */
export function recordedAnswers(version: string): RecordedAnswers | undefined {
  const file = answersFile(version);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RecordedAnswers) : undefined;
}

/** Tries a law; a fault that is known to be open is no news. */
function tried(law: Law, version: string, parameters: LawParameters): number {
  try {
    return law.check(getRuleset(version), parameters).cases;
  } catch (error) {
    const isKnown =
      error instanceof LawBroken &&
      OPEN_FAULTS.some((fault) => fault.law === law.id && fault.isBehind(error));
    if (isKnown) return CASES;
    throw error;
  }
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
        const cases = tried(law, version, { numRuns: CASES, ...seedOf(id), ...(answers && { answers }) });
        expect(cases).toBeGreaterThanOrEqual(CASES);
      },
      600_000,
    );
  });
}
