import type { Vocabulary } from '../check/vocabulary.js';
import { declarableIds } from '../law/declarable-ids.js';
import type { ProblemCode } from '../problem/codes.js';
import type { Path } from '../problem/problem.js';
import { boundsOf } from '../rule/fact-range.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';

/** A sound snapshot, and what may be spoilt in it. */
export interface Soundness {
  readonly snapshot: Snapshot;
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  /** Chooses among the facts that fit. */
  readonly pick: number;
}

/** What was spoilt, and where. */
export interface Spoilt {
  readonly input: unknown;
  readonly path: Path;
}

type Spoil = (sound: Soundness) => Spoilt | undefined;

type Fitting = (definition: FactDefinition) => boolean;

const isNumeric: Fitting = ({ type }) => type !== 'boolean' && type !== 'level';

/** Gives a fact of a fitting kind an entry that cannot be right. */
function spoilFact(fits: Fitting, entry: (definition: FactDefinition) => unknown, ...within: Path): Spoil {
  return ({ snapshot, ruleset, pick }) => {
    const keys = Object.keys(ruleset.facts).filter((key) => fits(ruleset.facts[key] as FactDefinition));
    const key = keys[pick % keys.length];
    if (key === undefined) return undefined;
    const facts = { ...snapshot.facts, [key]: entry(ruleset.facts[key] as FactDefinition) };
    return { input: { ...snapshot, facts }, path: ['facts', key, ...within] };
  };
}

function spoilUnit(unit: Readonly<Record<string, unknown>>, ...path: Path): Spoil {
  return ({ snapshot }) => ({
    input: { ...snapshot, unit: { ...snapshot.unit, ...unit } },
    path: ['unit', ...path],
  });
}

const spoilDay =
  (day: string): Spoil =>
  ({ snapshot }) => ({ input: { ...snapshot, assessedOn: day }, path: ['assessedOn'] });

const aboveMost = (definition: FactDefinition): number | undefined => boundsOf(definition).max;

/** A part that is one more than its whole. */
const partAboveWhole: Spoil = ({ snapshot, ruleset, pick }) => {
  const shares = Object.values(ruleset.facts).flatMap((definition) =>
    definition.type === 'percent' && (boundsOf(definition).max ?? 0) <= 100
      ? (definition.derivations ?? []).flatMap((one) => ('ratioOf' in one ? [one.ratioOf] : []))
      : [],
  );
  const [part, whole] = shares[pick % shares.length] ?? [];
  if (part === undefined || whole === undefined) return undefined;
  return { input: { ...snapshot, facts: { [part]: 8, [whole]: 7 } }, path: ['facts', part] };
};

const unknownGroup: Spoil = ({ snapshot, ruleset }) =>
  ruleset.groups && {
    input: { ...snapshot, unit: { ...snapshot.unit, group: 'no-such-group' } },
    path: ['unit', 'group'],
  };

const unknownEntry: Spoil = ({ snapshot, ruleset: { id } }) => ({
  input: { ...snapshot, declared: { [id]: { 'no-such-entry': { outcome: 'met' } } } },
  path: ['declared', id, 'no-such-entry'],
});

const tooManyReported: Spoil = ({ snapshot, ruleset }) => {
  const ofCriteria = Math.max(1, declarableIds(ruleset).criteria.size);
  const reported = { [ruleset.id]: { criteria: ofCriteria + 1, ofCriteria } };
  return { input: { ...snapshot, reported }, path: ['reported', ruleset.id, 'criteria'] };
};

const otherLevel: Spoil = ({ snapshot, ruleset }) => {
  const level = ruleset.level === 'commune' ? 'village' : 'commune';
  return { input: { ...snapshot, unit: { ...snapshot.unit, level } }, path: ['unit', 'level'] };
};

const unknownProvince: Spoil = (sound) =>
  sound.vocabulary.territory && spoilUnit({ province: 'Tỉnh Không Có' }, 'province')(sound);

const unknownTrait: Spoil = (sound) =>
  sound.vocabulary.traits &&
  spoilUnit({ traits: { 'no-such-trait': true } }, 'traits', 'no-such-trait')(sound);

const unknownStandard: Spoil = (sound) =>
  sound.vocabulary.standards &&
  spoilFact(
    (one) => isNumeric(one) && one.variesBy?.includes('standard') === true,
    () => ({ value: 0, standard: 'no/such' }),
    'standard',
  )(sound);

const unknownFact: Spoil = ({ snapshot, vocabulary }) =>
  vocabulary.closed
    ? {
        input: { ...snapshot, facts: { ...snapshot.facts, 'no.suchFact': 1 } },
        path: ['facts', 'no.suchFact'],
      }
    : undefined;

/** Ways to spoil a snapshot, by the code of the error that has to come of it. */
export const SPOILINGS: readonly (readonly [ProblemCode, Spoil])[] = [
  ['text-for-number', spoilFact(isNumeric, () => '9,5')],
  ['text-for-number', spoilFact(isNumeric, () => 'khoảng một nửa')],
  ['not-a-number', spoilFact(isNumeric, () => Number.NaN)],
  ['not-a-number', spoilFact(isNumeric, () => Number.POSITIVE_INFINITY)],
  ['wrong-type', spoilFact(isNumeric, () => true)],
  [
    'wrong-type',
    spoilFact(
      ({ type }) => type === 'boolean',
      () => 1,
    ),
  ],
  [
    'unknown-grade',
    spoilFact(
      ({ type }) => type === 'level',
      () => 'no-such-grade',
    ),
  ],
  [
    'out-of-bounds',
    spoilFact(
      (one) => isNumeric(one) && aboveMost(one) !== undefined,
      (one) => (aboveMost(one) ?? 0) + 1,
    ),
  ],
  ['out-of-bounds', spoilFact(isNumeric, (one) => (boundsOf(one).min ?? 0) - 1)],
  ['out-of-range', spoilFact(isNumeric, () => 1e300)],
  [
    'not-whole',
    spoilFact(
      ({ type }) => type === 'count',
      () => 0.5,
    ),
  ],
  ['bounds-contradict', spoilFact(isNumeric, () => ({ atLeast: 2, atMost: 1 }))],
  ['bounds-contradict', spoilFact(isNumeric, () => ({ value: 1, atLeast: 1 }))],
  ['duplicate-reading', spoilFact(isNumeric, () => [1, 2], 1)],
  [
    'qualifier-not-used',
    spoilFact(
      (one) => isNumeric(one) && !one.variesBy?.includes('sex'),
      () => ({ value: 1, sex: 'male' }),
      'sex',
    ),
  ],
  ['unknown-standard', unknownStandard],
  ['numerator-over-denominator', partAboveWhole],
  ['unknown-fact', unknownFact],
  ['unknown-key', ({ snapshot }) => ({ input: { ...snapshot, fact: 1 }, path: ['fact'] })],
  ['missing-key', ({ snapshot: { unit: _unit, ...rest } }) => ({ input: rest, path: ['unit'] })],
  ['missing-key', ({ snapshot: { assessedOn: _day, ...rest } }) => ({ input: rest, path: ['assessedOn'] })],
  ['bad-format', spoilDay('24/01/2024')],
  ['not-a-day', spoilDay('2024-02-30')],
  ['not-allowed', spoilUnit({ level: 'xã' }, 'level')],
  ['unknown-province', unknownProvince],
  ['unknown-trait', unknownTrait],
  ['wrong-level', otherLevel],
  ['unknown-group', unknownGroup],
  ['unknown-declared-entry', unknownEntry],
  ['reported-exceeds-total', tooManyReported],
];
