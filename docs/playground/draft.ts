import type { Level, Locale } from '../../src/index.js';

/** A snapshot while it is being written: every part may be missing or refused. */
export interface Draft {
  unit: { level: Level; name: string; [key: string]: unknown };
  assessedOn: string;
  year?: number;
  facts: Record<string, unknown>;
  declared?: Record<string, Record<string, unknown>>;
  reported?: Record<string, Record<string, unknown>>;
  [key: string]: unknown;
}

/** Everything a link holds: the unit, the set that judges it, and figures of one's own. */
export interface PlayState {
  readonly locale: Locale;
  /** An id (the version of the day) or `id@version` (any day, as a what-if). */
  readonly ruleset: string;
  readonly draft: Draft;
  readonly amendments: readonly unknown[];
}

/** A unit of which nothing is known yet. */
export const blankDraft = (level: Level, assessedOn: string): Draft => ({
  unit: { level, name: '' },
  assessedOn,
  facts: {},
});

/** A snapshot as the engine takes it: a unit without a name is still a unit. */
export function snapshotOf(draft: Draft, locale: Locale): Draft {
  const name = draft.unit.name.trim();
  const nameless = locale === 'vi' ? '(chưa ghi tên)' : '(no name yet)';
  return { ...draft, unit: { ...draft.unit, name: name === '' ? nameless : name } };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A draft from a value that may be anything: a shared link, a file. What a snapshot cannot do without is filled in;
 * everything else stays and is checked by the engine each time it judges.
 */
export function draftFrom(value: unknown, today: string): Draft | undefined {
  if (!isObject(value) || !isObject(value.unit)) return undefined;
  const { unit, facts, assessedOn, year, declared, reported, ...others } = value;
  const level = unit.level;
  if (typeof level !== 'string' || !['village', 'commune', 'district', 'town', 'province'].includes(level))
    return undefined;
  return {
    ...others,
    unit: { ...unit, level: level as Level, name: typeof unit.name === 'string' ? unit.name : '' },
    assessedOn: typeof assessedOn === 'string' ? assessedOn : today,
    ...(typeof year === 'number' && { year }),
    facts: isObject(facts) ? { ...facts } : {},
    ...(isObject(declared) && { declared: declared as NonNullable<Draft['declared']> }),
    ...(isObject(reported) && { reported: reported as NonNullable<Draft['reported']> }),
  };
}
