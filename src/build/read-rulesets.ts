import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAmended } from '../check/amend.js';
import { parseLadder } from '../check/parse-ladder.js';
import { parseRecognitionRules } from '../check/parse-recognition-rules.js';
import { parseRuleset } from '../check/parse-ruleset.js';
import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { checkShape } from '../check/shape.js';
import type { RulesetEntry, ShippedLaw } from '../law/shipped-law.js';
import type { Problem } from '../problem/problem.js';
import { formatProblems } from '../problem/report.js';
import { bibliographySchema } from '../schema/evidence.js';
import { factCatalogueSchema, standardCatalogueSchema, traitCatalogueSchema } from '../schema/fact.js';
import { type KnownByName, knownByNameCatalogueSchema } from '../schema/known-by-name.js';
import type { Ladder } from '../schema/ladder.js';
import { type ProgrammeTargets, programmeTargetsSchema } from '../schema/programme-targets.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { Ruleset } from '../schema/ruleset.js';
import { territorySchema } from '../schema/territory.js';

/** A file of `rulesets/` with its content. */
export interface LawFile {
  /** Path from the repository's root, for messages. */
  readonly path: string;
  readonly json: unknown;
}

export interface ReadLaw {
  readonly vocabulary: RulesetVocabulary;
  /** Every version, oldest first within a set. */
  readonly rulesets: readonly {
    readonly ruleset: Ruleset;
    readonly file: LawFile;
    readonly kind: 'ruleset' | 'amendment';
  }[];
  /** Sets known by name only, by the id each would have. */
  readonly known: Readonly<Record<string, KnownByName>>;
  /** National ladders before those of provinces. */
  readonly ladders: readonly Ladder[];
  readonly recognition: readonly RecognitionRules[];
  readonly targets: ProgrammeTargets;
}

function read(path: string): LawFile {
  return { path, json: JSON.parse(readFileSync(path, 'utf8')) as unknown };
}

function filesUnder(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .map((name) => join(folder, name))
    .sort();
}

class LawProblems extends Error {
  constructor(problems: readonly Problem[]) {
    super(`the rulesets have problems:\n${formatProblems(problems)}`);
  }
}

function shaped<T extends Parameters<typeof checkShape>[0]>(
  schema: T,
  file: LawFile,
): Extract<ReturnType<typeof checkShape<T>>, { ok: true }>['value'] {
  const result = checkShape(schema, file.json);
  if (!result.ok) throw new LawProblems(result.problems.map((one) => ({ ...one, file: file.path })));
  return result.value;
}

/** Reads and checks everything in `rulesets/`. The build stops at the first file that is not sound. */
export function readLaw(folder = 'rulesets'): ReadLaw {
  const facts: Record<string, unknown> = {};
  for (const path of filesUnder(join(folder, 'facts'), /\.json$/)) {
    for (const [key, definition] of Object.entries(shaped(factCatalogueSchema, read(path)))) {
      if (Object.hasOwn(facts, key)) throw new Error(`${path}: the fact ${key} is defined twice`);
      facts[key] = definition;
    }
  }
  const shared: RulesetVocabulary = {
    facts: facts as NonNullable<RulesetVocabulary['facts']>,
    sources: shaped(bibliographySchema, read(join(folder, 'bibliography.json'))),
    traits: shaped(traitCatalogueSchema, read(join(folder, 'traits.json'))),
    standards: shaped(standardCatalogueSchema, read(join(folder, 'standards.json'))),
    territory: shaped(territorySchema, read(join(folder, 'vn', 'territory.json'))),
    closed: true,
  };
  const known = shaped(knownByNameCatalogueSchema, read(join(folder, 'known-by-name.json')));
  const targets = shaped(programmeTargetsSchema, read(join(folder, 'vn', 'programme-targets.json')));
  const versions = filesUnder(folder, /\d{4}-\d{2}-\d{2}(\.amendment)?\.json$/).map(read);
  const ids = versions.flatMap(({ json }) => (json as { id?: string }).id ?? []);
  const vocabulary: RulesetVocabulary = { ...shared, rulesets: [...new Set(ids)] };
  const problems: Problem[] = [];
  const done = new Map<string, ReadLaw['rulesets'][number]>();
  for (const file of versions.filter(({ path }) => !path.endsWith('.amendment.json'))) {
    const parsed = parseRuleset(file.json, { ...vocabulary, file: file.path });
    if (parsed.ok)
      done.set(`${parsed.value.id}@${parsed.value.version}`, {
        ruleset: parsed.value,
        file,
        kind: 'ruleset',
      });
    else problems.push(...parsed.errors);
  }
  if (problems.length > 0) throw new LawProblems(problems);
  // Amendments in the order of their names, which are their dates; each may amend an earlier one.
  for (const file of versions.filter(({ path }) => path.endsWith('.amendment.json'))) {
    const base = done.get(String((file.json as { amends?: unknown }).amends));
    if (!base)
      throw new Error(
        `${file.path}: amends ${JSON.stringify((file.json as { amends?: unknown }).amends)}, which is not among the rulesets`,
      );
    const parsed = parseAmended(base.ruleset, file.json, { ...vocabulary, file: file.path });
    if (parsed.ok)
      done.set(`${parsed.value.id}@${parsed.value.version}`, {
        ruleset: parsed.value,
        file,
        kind: 'amendment',
      });
    else problems.push(...parsed.errors);
  }
  if (problems.length > 0) throw new LawProblems(problems);
  const rulesets = [...done.values()].sort((a, b) => (key(a.ruleset) < key(b.ruleset) ? -1 : 1));
  const recognition = checkedRecognition(
    filesUnder(join(folder, 'vn', 'recognition'), /\.json$/).map(read),
    vocabulary,
  );
  const ladders = checkedLadders(
    filesUnder(folder, /ladders[\\/][a-z]+-\d{4}-\d{4}\.json$/).map(read),
    rulesets.map(({ ruleset }) => ruleset),
    vocabulary,
  );
  return { vocabulary, rulesets, known, ladders, recognition, targets };
}

/** Ladders lead to sets that are here, of their own level and tier, and name prerequisites they have. */
function checkedLadders(
  files: readonly LawFile[],
  rulesets: readonly Ruleset[],
  { sources, rulesets: ids = [] }: RulesetVocabulary,
): Ladder[] {
  const problems: Problem[] = [];
  const ladders = files.flatMap(({ path, json }) => {
    const texts = (id: string) => rulesets.filter((one) => one.id === id);
    const parsed = parseLadder(json, { rulesets: ids, texts, ...(sources && { sources }), file: path });
    if (parsed.ok) return [parsed.value];
    problems.push(...parsed.errors);
    return [];
  });
  if (problems.length > 0) throw new LawProblems(problems);
  return ladders.sort(
    (a, b) => Number(b.jurisdiction === 'vn') - Number(a.jurisdiction === 'vn') || (a.id < b.id ? -1 : 1),
  );
}

function checkedRecognition(files: readonly LawFile[], vocabulary: RulesetVocabulary): RecognitionRules[] {
  const problems: Problem[] = [];
  const rules = files.flatMap(({ path, json }) => {
    const parsed = parseRecognitionRules(json, { ...vocabulary, file: path });
    if (parsed.ok) return [parsed.value];
    problems.push(...parsed.errors);
    return [];
  });
  if (problems.length > 0) throw new LawProblems(problems);
  return rules;
}

const key = (ruleset: Ruleset): string => `${ruleset.id}@${ruleset.version}`;

function entryOf(ruleset: Ruleset): RulesetEntry {
  return {
    id: ruleset.id,
    version: ruleset.version,
    versionBasis: ruleset.versionBasis,
    revision: ruleset.revision,
    title: ruleset.title,
    level: ruleset.level,
    tier: ruleset.tier,
    jurisdiction: ruleset.jurisdiction,
    status: ruleset.status ?? 'law',
    purpose: ruleset.purpose ?? 'standard',
    period: ruleset.period,
    effectiveFrom: ruleset.effectiveFrom,
    ...(ruleset.effectiveTo !== undefined && { effectiveTo: ruleset.effectiveTo }),
    ...(ruleset.successor && { successor: ruleset.successor }),
    totals: { criteria: ruleset.totals.criteria, indicators: ruleset.totals.indicators },
    completeness: ruleset.completeness,
    amendedBy: ruleset.amendedBy ?? [],
    loadable: true,
  };
}

/** The law as it goes into the package: a light index, and texts that are read when first asked for. */
export function shippedLawOf({
  vocabulary,
  rulesets,
  known,
  ladders,
  recognition,
  targets,
}: ReadLaw): ShippedLaw {
  return {
    entries: rulesets.map(({ ruleset }) => entryOf(ruleset)),
    known: Object.entries(known).map(([id, { evidence: _evidence, sources: _sources, ...entry }]) => ({
      id,
      ...entry,
      loadable: false,
    })),
    texts: Object.fromEntries(
      rulesets.map(({ ruleset, file, kind }) => [key(ruleset), { kind, text: JSON.stringify(file.json) }]),
    ),
    facts: JSON.stringify(vocabulary.facts),
    sources: JSON.stringify(vocabulary.sources),
    traits: JSON.stringify(vocabulary.traits),
    standards: JSON.stringify(vocabulary.standards),
    territory: JSON.stringify(vocabulary.territory),
    ladders: JSON.stringify(ladders),
    recognition: JSON.stringify(recognition),
    targets: JSON.stringify(targets),
  };
}
