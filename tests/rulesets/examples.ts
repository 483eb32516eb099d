import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compile,
  type Evaluation,
  type IndicatorResult,
  NtmError,
  parseSnapshot,
  type Ruleset,
  type Snapshot,
} from '../../src/index.js';
import type { LawInWords } from './law/law-in-words.js';

/**
 * The examples beside the rulesets: `<version>.examples.json` beside `<version>.json` or `<version>.amendment.json`.
 * All figures in them are literal: they were copied from the sources, not from the rulesets.
 */
export interface ExamplesFile {
  /** The version judged, as `id@version`. */
  readonly ruleset: string;
  readonly assessedOn: string;
  readonly year: number;
  /** Where the set is not printed by region: the province of every unit. */
  readonly province?: string;
  /** Units that examples start from. */
  readonly units?: Readonly<Record<string, Situation>>;
  readonly examples: readonly Example[];
  /** What the sources say the set asks. */
  readonly law?: LawInWords;
  /** For each figure of the law: what is just enough, and what is one step short of it. */
  readonly boundaries?: readonly Boundary[];
  /** Indicators that stay unknown whatever is known about the unit, and why. */
  readonly open?: readonly Open[];
}

type Facts = Readonly<Record<string, unknown>>;
type Declared = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Situation {
  readonly region?: string;
  readonly province?: string;
  readonly group?: string;
  readonly traits?: Readonly<Record<string, boolean>>;
  readonly year?: number;
  /** In an example that starts from a unit, `null` takes the fact away. */
  readonly facts?: Facts;
  readonly declared?: Declared;
}

export interface Example extends Situation {
  readonly says: string;
  readonly from?: string;
  /** By indicator id, by `criterion:<no>`, and `set` for the whole. Of a result, only the fields given are checked. */
  readonly expect: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One or several columns; `every`: each region, or each group, of the set. */
interface Columns {
  readonly region?: string | readonly string[];
  readonly group?: string | readonly string[];
}

export interface Boundary extends Columns {
  readonly indicator: string;
  readonly part?: string;
  readonly year?: number;
  readonly case?: string;
  readonly traits?: Readonly<Record<string, boolean>>;
  readonly declared?: Declared;
  /** What else is known in both situations. */
  readonly given?: Facts;
  readonly met?: Facts;
  readonly unmet?: Facts;
  readonly unknown?: Facts;
}

export interface Open extends Columns {
  readonly indicator: string;
  readonly declared?: Declared;
  readonly given?: Facts;
  readonly reasons: readonly string[];
}

/** A province of each region, as the provinces were before 1 July 2025. */
const PROVINCES: Readonly<Record<string, string>> = {
  'northern-midlands-mountains': 'Lào Cai',
  'red-river-delta': 'Thái Bình',
  'north-central-coast': 'Nghệ An',
  'south-central-coast': 'Bình Định',
  'central-highlands': 'Gia Lai',
  southeast: 'Bình Phước',
  'mekong-delta': 'An Giang',
};

export const FOLDER = 'rulesets';

export function exampleFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.examples.json'))
    .map((name) => join(FOLDER, name))
    .sort();
}

export const readExamples = (path: string): ExamplesFile =>
  JSON.parse(readFileSync(path, 'utf8')) as ExamplesFile;

export function columnsOf(ruleset: Ruleset): {
  regions: (string | undefined)[];
  groups: (string | undefined)[];
} {
  return {
    regions: ruleset.regions?.filter((region) => region !== 'general') ?? [undefined],
    groups: ruleset.groups?.map(({ id }) => id) ?? [undefined],
  };
}

function spread(
  wanted: string | readonly string[] | undefined,
  every: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  if (wanted === 'every') return every;
  return typeof wanted === 'object' ? wanted : [wanted];
}

/** A line that holds in several columns, once for each. */
export function inEachColumn<T extends Columns>(
  line: T,
  ruleset: Ruleset,
): (Omit<T, 'region' | 'group'> & { region?: string; group?: string })[] {
  const every = columnsOf(ruleset);
  return spread(line.region, every.regions).flatMap((region) =>
    spread(line.group, every.groups).map((group) => {
      const { region: _regions, group: _groups, ...rest } = line;
      return { ...rest, ...(region && { region }), ...(group && { group }) };
    }),
  );
}

const withoutNulls = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

/** What an example says of its unit, on top of what it starts from. */
export function situationOf(file: ExamplesFile, example: Example): Situation {
  const start = example.from === undefined ? {} : file.units?.[example.from];
  if (!start) throw new Error(`no unit ${example.from}`);
  const declared: Record<string, Readonly<Record<string, unknown>>> = { ...start.declared };
  for (const [ruleset, results] of Object.entries(example.declared ?? {}))
    declared[ruleset] = withoutNulls({ ...declared[ruleset], ...results });
  return {
    ...start,
    ...example,
    traits: { ...start.traits, ...example.traits },
    facts: withoutNulls({ ...start.facts, ...example.facts }),
    declared,
  };
}

/** Judges a situation of an examples file. */
export type Judge = (situation: Situation) => Evaluation;

/** Snapshots of a file that have been checked, by their text. */
const checkedOf = new WeakMap<ExamplesFile, Map<string, Snapshot>>();

/** Judges by a ruleset, the version the file names or a changed one; what is asked twice is checked once. */
export function judgeOf(
  file: ExamplesFile,
  ruleset: Ruleset,
  evaluate: (snapshot: Snapshot) => Evaluation = compile(ruleset).evaluate,
): Judge {
  const checked = checkedOf.get(file) ?? new Map<string, Snapshot>();
  checkedOf.set(file, checked);
  return (situation) => {
    const input = unitOf(file, ruleset.level, situation);
    const key = JSON.stringify(input);
    let snapshot = checked.get(key);
    if (!snapshot) {
      const parsed = parseSnapshot(input);
      if (!parsed.ok) throw new NtmError(parsed.errors);
      snapshot = parsed.value;
      checked.set(key, snapshot);
    }
    return evaluate(snapshot);
  };
}

function unitOf(file: ExamplesFile, level: string, situation: Situation): object {
  const province = situation.province ?? (situation.region ? PROVINCES[situation.region] : file.province);
  return {
    unit: {
      level,
      name: 'Mẫu',
      ...(province && { province }),
      ...(situation.traits && { traits: situation.traits }),
      ...(situation.group && { group: situation.group }),
    },
    assessedOn: file.assessedOn,
    year: situation.year ?? file.year,
    facts: situation.facts ?? {},
    declared: situation.declared ?? {},
  };
}

export function resultsOf(evaluation: Evaluation): IndicatorResult[] {
  return [
    ...evaluation.prerequisites,
    ...evaluation.criteria.flatMap((criterion) => criterion.indicators),
    ...evaluation.placeholders,
  ];
}

/** The result an expectation is about, with the facts still missing. */
export function resultFor(evaluation: Evaluation, about: string): object {
  if (about === 'set') {
    const missing = new Set(resultsOf(evaluation).flatMap((result) => result.missing));
    return { ...evaluation, missing: [...missing] };
  }
  const found = about.startsWith('criterion:')
    ? evaluation.criteria.find(({ no }) => about === `criterion:${no}`)
    : resultsOf(evaluation).find(({ id }) => id === about);
  if (!found) throw new Error(`${evaluation.ruleset.id} has no ${about}`);
  return found;
}
