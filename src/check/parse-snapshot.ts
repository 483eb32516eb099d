import type { Parsed, Problem } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { LIMITS } from '../schema/limits.js';
import { type FactEntry, type Snapshot, snapshotSchemaShape, type Unit } from '../schema/snapshot.js';
import { checkFact } from './facts.js';
import { deepFreeze } from './frozen.js';
import { isObject } from './is-object.js';
import { checkJudgedSets } from './judged-sets.js';
import { plainCopy } from './plain-copy.js';
import { leaveOut } from './refused-entries.js';
import { matchShape } from './shape.js';
import { checkShares } from './shares.js';
import { checkUnit } from './unit.js';
import type { Vocabulary } from './vocabulary.js';

/** A snapshot after checking: what could be read, and what was refused. */
export interface CheckedSnapshot {
  /** Absent when nothing can be judged: no unit, no day, or not a plain JSON object at all. */
  readonly snapshot: Snapshot | undefined;
  readonly problems: readonly Problem[];
}

/** A snapshot out of which everything misshapen has been taken; what has to be there may be missing. */
type Draft = Partial<Omit<Snapshot, 'unit' | 'facts'>> & {
  unit?: Partial<Unit>;
  facts?: Record<string, unknown>;
  $schema?: unknown;
};

/** Snapshots of this check in which nothing was refused, with the frozen vocabulary they were checked against. */
const sound = new WeakMap<object, Vocabulary>();

/**
 * Checks a snapshot and keeps what is sound, naming everything that was refused. What came out of here whole, and is
 * checked against the same frozen vocabulary, is not looked through a second time: a row of a table is checked as it
 * is read, and again by whatever judges it.
 */
export function checkSnapshot(input: unknown, vocabulary: Vocabulary): CheckedSnapshot {
  if (isObject(input) && sound.get(input) === vocabulary)
    return { snapshot: input as unknown as Snapshot, problems: [] };
  const checked = checkAnew(input, vocabulary);
  if (checked.snapshot && checked.problems.length === 0 && isLasting(vocabulary))
    sound.set(checked.snapshot, vocabulary);
  return checked;
}

const lasting = new WeakSet<Vocabulary>();

/** Whether a vocabulary can have no other names tomorrow. */
function isLasting(vocabulary: Vocabulary): boolean {
  if (lasting.has(vocabulary)) return true;
  if (![vocabulary, ...Object.values(vocabulary)].every((one) => Object.isFrozen(one))) return false;
  lasting.add(vocabulary);
  return true;
}

function checkAnew(input: unknown, vocabulary: Vocabulary): CheckedSnapshot {
  const problems = new ProblemList();
  const copy = plainCopy(input, problems);
  const draft = copy.value;
  if (copy.halted || !isObject(draft)) {
    if (problems.empty) matchShape(snapshotSchemaShape, draft, { problems });
    return { snapshot: undefined, problems: problems.list() };
  }
  dropNulls(draft);
  const shaped = matchShape(snapshotSchemaShape, draft, { problems, refused: copy.refused });
  const canBeJudged = leaveOut(draft, [...copy.refused, ...(shaped.ok ? [] : shaped.places)]);
  const checked = checkMeaning(draft as Draft, vocabulary, problems);
  const snapshot = canBeJudged && checked ? deepFreeze(checked as Snapshot) : undefined;
  return { snapshot, problems: problems.list() };
}

/** Everything is looked at even where the rest is beyond repair, so that all is said at once. */
function checkMeaning(
  draft: Draft,
  vocabulary: Vocabulary,
  problems: ProblemList,
): Partial<Snapshot> | undefined {
  const { $schema: _editors, facts: rawFacts = {}, unit, declared, reported, ...others } = draft;
  const keys = Object.keys(rawFacts);
  if (keys.length > LIMITS.facts) {
    problems.add('too-large', ['facts'], () => ({
      found: keys.length,
      expected: { vi: `nhiều nhất ${LIMITS.facts} số liệu`, en: `at most ${LIMITS.facts} facts` },
      hint: {
        vi: 'Mỗi hiện trạng chỉ gồm số liệu của một đơn vị.',
        en: 'A snapshot holds the facts of one unit.',
      },
    }));
    return undefined;
  }
  const facts: Record<string, Exclude<FactEntry, null>> = {};
  for (const key of keys) {
    const entry = checkFact(key, rawFacts[key], { vocabulary, problems });
    if (entry !== undefined) facts[key] = entry;
  }
  if (vocabulary.facts) for (const key of checkShares(facts, vocabulary.facts, problems)) delete facts[key];
  return {
    ...(unit && { unit: checkUnit(unit, others.assessedOn, vocabulary, problems) as Unit }),
    ...others,
    ...(declared && { declared: checkJudgedSets('declared', declared, vocabulary, problems) }),
    ...(reported && { reported: checkJudgedSets('reported', reported, vocabulary, problems) }),
    facts,
  };
}

/** Null is the same as absent: of sections, of declared and reported entries and of what these say. */
function dropNulls(draft: Readonly<Record<string, unknown>>): void {
  dropNullMembers(draft, 1);
  dropNullMembers(draft.declared, 3);
  dropNullMembers(draft.reported, 2);
}

function dropNullMembers(value: unknown, levels: number): void {
  if (!isObject(value) || levels === 0) return;
  for (const [key, member] of Object.entries(value)) {
    if (member === null) delete (value as Record<string, unknown>)[key];
    else dropNullMembers(member, levels - 1);
  }
}

/**
 * Checks one unit's snapshot (hiện trạng) and returns it composed and frozen, or every problem at once.
 * Blank, `null` and absent facts are not known, never zero. Figures are numbers or decimal strings with a point;
 * `"9,5"` is refused with the reading it would have.
 *
 * @param input anything; it is read once, without recursion and within limits, before it is looked at
 * @param vocabulary what names are checked against; the facts of a ruleset, or the whole catalogue
 * @example
 * parseSnapshot({ unit: { level: 'commune', name: 'Xã A' }, assessedOn: '2024-01-24', facts: { 'health.insuredRate': 95.3 } }, vocabulary)
 * // { ok: true, value: … }
 * parseSnapshot({ …, facts: { 'health.insuredRate': 120 } }, vocabulary)
 * // { ok: false, errors: [{ code: 'out-of-bounds', path: '/facts/health.insuredRate', … }] }
 * @since 0.1.0
 */
export function parseSnapshot(input: unknown, vocabulary: Vocabulary = {}): Parsed<Snapshot> {
  const { snapshot, problems } = checkSnapshot(input, vocabulary);
  return snapshot && problems.length === 0
    ? { ok: true, value: snapshot }
    : { ok: false, errors: [...problems] };
}
