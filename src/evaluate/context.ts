import { type Column, GENERAL_COLUMN } from '../law/requirement-row.js';
import { regionsOf } from '../law/territory.js';
import type { TakeNote } from '../rule/reading.js';
import type { CompiledCondition, Run } from '../rule/run.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { yearFromFacts } from './year.js';

export interface CompiledContext {
  readonly specialColumns: readonly {
    readonly when: CompiledCondition;
    readonly spec: NonNullable<Ruleset['specialColumns']>[number];
  }[];
  readonly groups: readonly { readonly id: string; readonly when: CompiledCondition | undefined }[];
}

/** The year judged: given, else the one the facts agree on, else that of the day of judgement, with a note. */
export function yearOf(snapshot: Snapshot, note: TakeNote): number {
  if (snapshot.year !== undefined && snapshot.year !== null) return snapshot.year;
  const agreed = yearFromFacts(snapshot);
  if (agreed !== undefined) return agreed;
  const year = Number(snapshot.assessedOn.slice(0, 4));
  note('year-assumed', '', { year: String(year) });
  return year;
}

/** The regions a unit may be judged by, before columns for special communes. */
function regionCandidates(ruleset: Ruleset, snapshot: Snapshot): readonly (string | undefined)[] {
  if (!ruleset.regions) return [undefined];
  const columns = ruleset.regions.filter((region) => region !== GENERAL_COLUMN);
  const own = ruleset.territory
    ? regionsOf(ruleset.territory, snapshot.unit, snapshot.assessedOn)
    : undefined;
  return own && own.length > 0 ? own : columns;
}

/** Candidates by their names in both languages, for the note that says they are not settled. */
function named(
  ids: readonly (string | undefined)[],
  titleOf: (id: string) => Localized | undefined,
): Record<string, string> {
  const titles = ids.filter((id) => id !== undefined).map((id) => titleOf(id) ?? { vi: id, en: id });
  return {
    candidates: titles.map(({ en }) => en).join(', '),
    candidatesVi: titles.map(({ vi }) => vi).join(', '),
  };
}

/**
 * Every column this unit may be judged by: one where province, traits and group settle it, else all candidates,
 * so that an indicator is decided only where they agree.
 */
export function columnsFor(
  ruleset: Ruleset,
  compiled: CompiledContext,
  snapshot: Snapshot,
  year: number,
  run: Run,
): Column[] {
  let regions = [...regionCandidates(ruleset, snapshot)];
  const regionTitle = (id: string): Localized | undefined => ruleset.territory?.regions[id];
  const probe: Column = {
    region: regions.length === 1 ? regions[0] : undefined,
    area: snapshot.unit.area ?? undefined,
    year,
  };
  for (const { when, spec } of compiled.specialColumns) {
    if (regions.length === 1 && regions[0] === spec.column) continue;
    const finding = when(run, probe);
    if (finding.outcome === 'met') {
      regions = [spec.column];
      const { vi, en } = spec.title;
      const column = regionTitle(spec.column) ?? { vi: spec.column, en: spec.column };
      run.note('special-column', spec.id, { column: column.en, columnVi: column.vi, vi, en });
      if (spec.note) run.note('column-ambiguous', spec.id, { vi: spec.note.vi, en: spec.note.en });
      break;
    }
    if (finding.outcome === 'unknown' && !regions.includes(spec.column)) regions.push(spec.column);
    else noteAssumedTraits(spec.when, snapshot, run.note);
  }
  if (regions.length > 1) run.note('context-missing', 'region', named(regions, regionTitle));

  const base: Column = { ...probe, region: regions[0] };
  const groups = groupCandidates(compiled, snapshot, run, base);
  const groupTitle = (id: string): Localized | undefined =>
    ruleset.groups?.find((group) => group.id === id)?.title;
  if (groups.length > 1) run.note('context-missing', 'group', named(groups, groupTitle));
  return regions.flatMap((region) => groups.map((group) => ({ ...base, region, group })));
}

/** A group the authority has given wins over one derived; several that hold are all candidates. */
function groupCandidates(
  compiled: CompiledContext,
  snapshot: Snapshot,
  run: Run,
  column: Column,
): (string | undefined)[] {
  const given = snapshot.unit.group;
  if (given) return [given];
  if (compiled.groups.length === 0) return [undefined];
  const findings = compiled.groups.map(({ id, when }) => ({
    id,
    outcome: when ? when(run, column).outcome : ('unknown' as const),
  }));
  const possible = findings.filter(({ outcome }) => outcome !== 'unmet');
  return possible.length > 0 ? possible.map(({ id }) => id) : [undefined];
}

type When = NonNullable<Ruleset['specialColumns']>[number]['when'];

function noteAssumedTraits(when: When, snapshot: Snapshot, note: TakeNote): void {
  if ('trait' in when) {
    if (typeof snapshot.unit.traits?.[when.trait] !== 'boolean') note('trait-assumed', when.trait);
    return;
  }
  const parts =
    'all' in when
      ? when.all
      : 'any' in when
        ? when.any
        : 'not' in when
          ? [when.not]
          : 'of' in when
            ? when.of
            : [];
  for (const part of parts) noteAssumedTraits(part, snapshot, note);
}
