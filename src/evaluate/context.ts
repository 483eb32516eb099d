import { GENERAL_COLUMN } from '../law/requirement-row.js';
import { regionsOf } from '../law/territory.js';
import { type Code, UNKNOWN } from '../rule/code.js';
import type { Place } from '../rule/place.js';
import type { TakeNote } from '../rule/reading.js';
import type { Rule } from '../rule/rule.js';
import type { Run } from '../rule/run.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { yearFromFacts } from './year.js';

export interface CompiledContext {
  readonly specialColumns: readonly {
    readonly when: Rule;
    readonly spec: NonNullable<Ruleset['specialColumns']>[number];
  }[];
  readonly groups: readonly { readonly id: string; readonly when: Rule | undefined }[];
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

/** What settling the columns of a unit may ask. */
interface Setting extends Run {
  /** Somebody reads the notes. */
  readonly isHeard: boolean;
  /** A column with the figures that hold in it. */
  placeIn(region: string | undefined, group: string | undefined): Place;
  codeOf(rule: Rule, place: Place): Code;
}

type Candidates = readonly (string | undefined)[];

/** The regions a unit may be judged by, before columns for special communes. */
function regionCandidates({ regions, territory }: Ruleset, { unit, assessedOn }: Snapshot): Candidates {
  if (!regions) return [undefined];
  const own = territory && regionsOf(territory, unit, assessedOn);
  return own && own.length > 0 ? own : regions.filter((region) => region !== GENERAL_COLUMN);
}

/** Says that candidates are not settled, by their names in both languages. */
function noteCandidates(
  note: TakeNote,
  about: 'region' | 'group',
  ids: Candidates,
  titleOf: (id: string) => Localized | undefined,
): void {
  const titles = ids.filter((id) => id !== undefined).map((id) => titleOf(id) ?? { vi: id, en: id });
  note('context-missing', about, {
    candidates: titles.map(({ en }) => en).join(', '),
    candidatesVi: titles.map(({ vi }) => vi).join(', '),
  });
}

/**
 * Every column this unit may be judged by: one where province, traits and group settle it, else all candidates,
 * so that an indicator is decided only where they agree.
 */
export function placesFor(
  ruleset: Ruleset,
  { specialColumns, groups }: CompiledContext,
  snapshot: Snapshot,
  run: Setting,
): Place[] {
  let regions = regionCandidates(ruleset, snapshot);
  const settled = regions.length === 1 ? regions[0] : undefined;
  const titleOfRegion = (id: string): Localized | undefined => ruleset.territory?.regions[id];
  for (const { when, spec } of specialColumns) {
    if (regions.length === 1 && regions[0] === spec.column) continue;
    const code = run.codeOf(when, run.placeIn(settled, undefined));
    if (code > UNKNOWN) {
      regions = [spec.column];
      const { vi, en } = spec.title;
      const column = titleOfRegion(spec.column) ?? { vi: spec.column, en: spec.column };
      run.note('special-column', spec.id, { column: column.en, columnVi: column.vi, vi, en });
      if (spec.note) run.note('column-ambiguous', spec.id, { vi: spec.note.vi, en: spec.note.en });
      break;
    }
    if (code === UNKNOWN && !regions.includes(spec.column)) regions = [...regions, spec.column];
    else if (run.isHeard) noteAssumedTraits(when, run, snapshot);
  }
  if (regions.length > 1) noteCandidates(run.note, 'region', regions, titleOfRegion);

  const { group } = snapshot.unit;
  const candidates = group ? [group] : groupCandidates(groups, run, regions[0]);
  if (candidates.length > 1)
    noteCandidates(
      run.note,
      'group',
      candidates,
      (id) => ruleset.groups?.find((one) => one.id === id)?.title,
    );
  if (regions.length === 1 && candidates.length === 1) return [run.placeIn(regions[0], candidates[0])];
  return regions.flatMap((region) => candidates.map((one) => run.placeIn(region, one)));
}

/** Of groups that are derived, all that may hold are candidates; one the authority has given wins over them. */
function groupCandidates(
  groups: CompiledContext['groups'],
  run: Setting,
  region: string | undefined,
): Candidates {
  if (groups.length === 0) return NO_GROUP;
  const place = run.placeIn(region, undefined);
  const possible = groups.filter(({ when }) => !when || run.codeOf(when, place) >= UNKNOWN);
  return possible.length > 0 ? possible.map(({ id }) => id) : NO_GROUP;
}

const NO_GROUP: Candidates = [undefined];

function noteAssumedTraits(rule: Rule, run: Setting, snapshot: Snapshot): void {
  if ('rules' in rule) for (const one of rule.rules) noteAssumedTraits(one, run, snapshot);
  else if (rule.type === 'trait' && typeof snapshot.unit.traits?.[rule.trait] !== 'boolean')
    run.note('trait-assumed', rule.trait);
}
