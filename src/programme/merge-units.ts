import { tierRank } from '../law/rulesets-for.js';
import { tierTitle } from '../law/tier-names.js';
import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { MergedUnits, MergeInto, MergeNote } from '../schema/merge.js';
import type { Snapshot, Unit } from '../schema/snapshot.js';
import { mergeFacts } from './merge-facts.js';
import type { MergedPart } from './merge-readings.js';
import { mergeNote } from './merge-texts.js';
import { inForce } from './review-recognitions.js';
import { duplicate, mixedLevels } from './roll-up-problems.js';
import { unitKey } from './unit-key.js';

type Predecessor = NonNullable<Unit['predecessors']>[number];

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Whether an entry of `predecessors` is a unit: by code where both have one, else by name. */
function isOf(entry: Predecessor, unit: Unit): boolean {
  return entry.code && unit.code ? entry.code === unit.code : plain(entry.name) === plain(unit.name);
}

const places = (list: readonly string[]): string => [...new Set(list)].join(', ');

/** The unit, the parts with how much of each was merged, and the entries of `predecessors`. */
function partsOf(
  snapshots: readonly Snapshot[],
  unit: Unit,
): { parts: MergedPart[]; predecessors: Predecessor[]; absent: Predecessor[] } {
  const named = unit.predecessors ?? [];
  const own: MergedPart[] = snapshots.map((snapshot) => ({
    snapshot,
    whole: named.find((entry) => isOf(entry, snapshot.unit))?.whole !== false,
  }));
  const absent = named.filter((entry) => !snapshots.some((snapshot) => isOf(entry, snapshot.unit)));
  const added = snapshots
    .filter((snapshot) => !named.some((entry) => isOf(entry, snapshot.unit)))
    .map(({ unit: { code, name } }): Predecessor => ({ ...(code && { code }), name, whole: true }));
  const others: MergedPart[] = absent.map(({ whole }) => ({ snapshot: undefined, whole: whole !== false }));
  return { parts: [...own, ...others], predecessors: [...named, ...added], absent };
}

/** Traits in which all parts agree; the unit's own come first. */
function traitsOf(snapshots: readonly Snapshot[], given: Unit['traits'], notes: MergeNote[]): Unit['traits'] {
  const said = snapshots.map(({ unit }) => unit.traits ?? {});
  const names = [...new Set(said.flatMap((traits) => Object.keys(traits)))];
  const common = names.filter((name) => said.every((traits) => traits[name] === said[0]?.[name]));
  const differing = names.filter((name) => !common.includes(name) && given?.[name] === undefined);
  if (differing.length > 0) notes.push(mergeNote('traits-differ', places(differing)));
  const kept = Object.fromEntries(common.map((name) => [name, said[0]?.[name] ?? null]));
  return { ...kept, ...given };
}

/** The highest tier that each part is recognised as. */
function noteRecognitions(snapshots: readonly Snapshot[], notes: MergeNote[]): void {
  const highest = snapshots.map(({ recognitions, assessedOn }) => {
    const tiers = inForce(recognitions ?? [], assessedOn).map(({ tier }) => tier);
    return tiers.sort((a, b) => tierRank(b) - tierRank(a))[0];
  });
  const [first] = highest;
  if (highest.every((one) => one === undefined)) return;
  if (first !== undefined && highest.every((one) => one === first)) {
    notes.push(mergeNote('recognitions-by-decision', first, tierTitle(first)));
    return;
  }
  const list = (shown: (tier: string) => string): string =>
    snapshots
      .map(({ unit }, at) => {
        const tier = highest[at];
        return `${unit.name}: ${tier === undefined ? '–' : shown(tier)}`;
      })
      .join('; ');
  const shown = { vi: list((tier) => tierTitle(tier).vi), en: list((tier) => tierTitle(tier).en) };
  notes.push(
    mergeNote(
      'recognitions-differ',
      list((tier) => tier),
      shown,
    ),
  );
}

function noteWhatStays(snapshots: readonly Snapshot[], unit: Unit, notes: MergeNote[]): void {
  const sets = (key: 'declared' | 'reported'): string[] =>
    snapshots.flatMap((one) => Object.keys(one[key] ?? {}));
  for (const set of new Set(sets('declared'))) notes.push(mergeNote('declared-dropped', set));
  for (const set of new Set(sets('reported'))) notes.push(mergeNote('reported-dropped', set));
  const groups = snapshots.flatMap((one) => one.unit.group ?? []);
  if (groups.length > 0 && !unit.group) notes.push(mergeNote('group-dropped', places(groups)));
  noteRecognitions(snapshots, notes);
}

function checkedTogether(snapshots: readonly Snapshot[], unit: Unit): void {
  const levels = new Set([unit.level]);
  const keys = new Set<string>();
  for (const [at, snapshot] of snapshots.entries()) {
    const key = unitKey(snapshot.unit);
    levels.add(snapshot.unit.level);
    if (levels.size > 1)
      throw new NtmError([{ ...mixedLevels(snapshot.unit.level, levels), path: `/${at}/unit/level` }]);
    if (keys.has(key)) throw new NtmError([{ ...duplicate(key), path: `/${at}/unit` }]);
    keys.add(key);
  }
}

/** Several checked snapshots made into one, which is still to be checked. */
export function mergedUnits(
  snapshots: readonly Snapshot[],
  into: MergeInto,
  catalogue: FactCatalogue,
): Omit<MergedUnits, 'snapshot'> & { snapshot: Snapshot } {
  const [only, ...others] = snapshots;
  const unit = into.unit ?? (others.length === 0 ? only?.unit : undefined);
  if (!only || !unit) throw new NtmError([unitMissing(snapshots.length)]);
  checkedTogether(snapshots, unit);
  const days = snapshots.map(({ assessedOn }) => assessedOn);
  const assessedOn = into.assessedOn ?? [...days].sort().at(-1) ?? only.assessedOn;
  const { parts, predecessors, absent } = partsOf(snapshots, unit);
  const recognitions = snapshots.flatMap((one) =>
    one.recognitions?.length ? [{ unit: one.unit, recognitions: [...one.recognitions] }] : [],
  );
  if (others.length === 0 && parts.length === 1 && parts[0]?.whole)
    return { kind: 'merge', snapshot: continued(only, unit, into), dropped: [], recognitions, notes: [] };

  const notes: MergeNote[] = [];
  if (into.assessedOn === undefined && days.some((day) => day !== assessedOn))
    notes.push(mergeNote('day-of-judgement', assessedOn));
  const years = snapshots.map(({ year }) => year ?? undefined);
  const [agreed] = new Set(years);
  const year = into.year ?? (new Set(years).size === 1 ? agreed : undefined);
  if (into.year === undefined && new Set(years).size > 1)
    notes.push(mergeNote('years-differ', places(years.map(String))));
  for (const { name } of absent) notes.push(mergeNote('predecessor-missing', name));
  const traits = traitsOf(snapshots, unit.traits, notes);
  noteWhatStays(snapshots, unit, notes);
  const merged = mergeFacts(parts, catalogue, { assessedOn, year: year ?? Number(assessedOn.slice(0, 4)) });
  const remarks = snapshots.flatMap((one) =>
    (one.remarks ?? []).map((remark) => ({ ...remark, text: `${one.unit.name}: ${remark.text}` })),
  );
  return {
    kind: 'merge',
    snapshot: {
      unit: { ...unit, predecessors, ...(traits && Object.keys(traits).length > 0 && { traits }) },
      assessedOn,
      ...(year !== undefined && { year }),
      facts: merged.facts,
      ...(into.recognitions && { recognitions: into.recognitions }),
      ...(remarks.length > 0 && { remarks }),
    },
    dropped: [...merged.dropped],
    recognitions,
    notes: [...notes, ...merged.notes],
  };
}

/** A unit that goes on alone, under its own name or a new one: nothing changes. */
function continued(snapshot: Snapshot, unit: Unit, { assessedOn, year, recognitions }: MergeInto): Snapshot {
  const { code, name } = snapshot.unit;
  const isNew = unitKey(unit) !== unitKey(snapshot.unit);
  const named = unit.predecessors ?? [];
  const predecessors = named.some((entry) => isOf(entry, snapshot.unit))
    ? named
    : [...named, { ...(code && { code }), name, whole: true }];
  return {
    ...snapshot,
    unit: isNew ? { ...unit, predecessors } : unit,
    ...(assessedOn !== undefined && { assessedOn }),
    ...(year !== undefined && { year }),
    ...(recognitions && { recognitions: [...(snapshot.recognitions ?? []), ...recognitions] }),
  };
}

function unitMissing(count: number): ReturnType<typeof problem> {
  return count === 0
    ? problem('missing-key', '', {
        found: undefined,
        expected: { vi: 'ít nhất một hiện trạng', en: 'at least one snapshot' },
        hint: { vi: 'Đưa vào hiện trạng của các đơn vị cũ.', en: 'Give the snapshots of the former units.' },
      })
    : problem('missing-key', '/unit', {
        found: undefined,
        expected: { vi: 'đơn vị mới', en: 'the new unit' },
        hint: {
          vi: 'Ghi cấp (level), tên (name), và nếu biết thì mã (code), tỉnh (province) của đơn vị mới.',
          en: 'Say its level and name, and what is known of its code and province.',
        },
      });
}
