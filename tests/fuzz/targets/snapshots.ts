import fc from 'fast-check';
import { evaluate, evaluateTiers, getRuleset, listRulesets, parseSnapshot } from '../../../src/index.js';
import { snapshotsFor } from '../../../src/testing/index.js';
import { problemsThrownBy } from '../findings.js';
import { soundFiles } from '../sound-files.js';
import type { NamedTarget } from '../target.js';
import { valueTarget } from '../value-target.js';

/** The examples of the docs, and made-up units for every set. */
function sound(): unknown[] {
  const made = listRulesets().flatMap(({ id, version }) =>
    fc.sample(snapshotsFor(getRuleset(id, { version })), { numRuns: 4, seed: 1 }),
  );
  return [...soundFiles('docs/examples', /\.snapshot\.json$/), ...made];
}

const NTM = 'vn/commune-ntm/2021-2025';

/** The set a snapshot is judged by: of its level, or of another one. */
function idFor(input: unknown): string {
  const level = (input as { unit?: { level?: unknown } } | null)?.unit?.level;
  return level === 'village' ? 'vn/village-ntm/2018-2020' : NTM;
}

/** Only what `parseSnapshot` lets through is looked into: an input may be a proxy that throws. */
export const snapshots: NamedTarget = {
  name: 'snapshot',
  reads: 'parseSnapshot, then evaluate',
  share: 20,
  prepare: () =>
    valueTarget('snapshot', sound(), (input) => {
      const parsed = parseSnapshot(input);
      if (!parsed.ok) return parsed.errors;
      problemsThrownBy(() => evaluate(input, idFor(parsed.value)));
      return undefined;
    }),
};

export const judgedSnapshots: NamedTarget = {
  name: 'judged-snapshot',
  reads: 'evaluate with onInvalid: unknown',
  share: 1,
  prepare: () => {
    const made = fc.sample(snapshotsFor(getRuleset(NTM)), { numRuns: 200, seed: 2 });
    const read = (input: unknown) => problemsThrownBy(() => evaluate(input, NTM, { onInvalid: 'unknown' }));
    return valueTarget(
      'judged-snapshot',
      made.filter((one) => read(one) === undefined),
      read,
    );
  },
};

export const ladderOfSnapshots: NamedTarget = {
  name: 'tiers-of-snapshot',
  reads: 'evaluateTiers',
  share: 3,
  prepare: () =>
    valueTarget('tiers-of-snapshot', soundFiles('docs/examples', /\.snapshot\.json$/), (input) =>
      problemsThrownBy(() => evaluateTiers(input)),
    ),
};
