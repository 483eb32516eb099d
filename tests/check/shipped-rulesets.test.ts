import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaw } from '../../src/build/read-rulesets.js';
import { parseRuleset, parseSnapshot } from '../../src/core.js';
import { usedSources } from '../../src/law/complete-ruleset.js';
import { indicator, rulesetText, SOURCES } from '../sample.js';

const law = readLaw();
const files = readdirSync('rulesets', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);

const contentOf = (name: string): unknown =>
  JSON.parse(readFileSync(join('rulesets', name), 'utf8')) as unknown;

/** Every text, alone or in a list, that stands under a key anywhere in a file. */
function textsUnder(key: string, value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [own, inner] of Object.entries(value)) {
    if (own === key) for (const text of [inner].flat()) if (typeof text === 'string') found.add(text);
    textsUnder(key, inner, found);
  }
  return found;
}

describe('the shipped law', () => {
  it('reads cleanly, every file of it', () => {
    expect(law.rulesets.length).toBeGreaterThan(4);
    const versions = files.filter((name) => /\d{4}-\d{2}-\d{2}(\.amendment)?\.json$/.test(name));
    expect(law.rulesets.map(({ file }) => file.path).sort()).toEqual(
      versions.map((name) => join('rulesets', name)).sort(),
    );
  });
  it('lies where its id and version say', () => {
    for (const { ruleset, file, kind } of law.rulesets) {
      expect(file.path).toBe(
        join('rulesets', ruleset.id, `${ruleset.version}${kind === 'amendment' ? '.amendment' : ''}.json`),
      );
    }
  });
  it('cites no source that is not there', () => {
    for (const { ruleset, file } of law.rulesets) {
      const missing = usedSources(ruleset).filter((id) => !Object.hasOwn(ruleset.sources, id));
      expect([file.path, missing]).toEqual([file.path, []]);
    }
  });
  it('holds no source in the bibliography that nobody cites, and cites none beside it', () => {
    const cited = new Set(files.flatMap((name) => [...textsUnder('sources', contentOf(name))]));
    const bibliography = Object.keys(law.vocabulary.sources ?? {});
    expect(bibliography.filter((id) => !cited.has(id))).toEqual([]);
    expect([...cited].filter((id) => !bibliography.includes(id))).toEqual([]);
  });
  it('keeps each fact in the file its name begins with', () => {
    for (const name of files.filter((one) => one.startsWith('facts'))) {
      const keys = Object.keys(JSON.parse(readFileSync(join('rulesets', name), 'utf8')) as object);
      expect([
        name,
        new Set(keys.map((key) => `facts/${hyphenated(key.split('.')[0] as string)}.json`)),
      ]).toEqual([name, new Set([name])]);
    }
  });
  it('uses every fact of the catalogue but these', () => {
    const facts = law.vocabulary.facts ?? {};
    const named = files
      .filter((name) => !name.startsWith('facts'))
      .flatMap((name) => [...textsUnder('fact', contentOf(name))]);
    const derived = (key: string): string[] => [
      key,
      ...(facts[key]?.derivations ?? []).flatMap((one) => Object.values(one).flat().flatMap(derived)),
    ];
    const used = new Set(named.flatMap(derived));
    expect(
      Object.keys(facts)
        .filter((key) => !used.has(key))
        .sort(),
    ).toEqual(Object.keys(UNUSED));
  });
  it('has a catalogue that is sound by itself: scales with grades, derivations that lead to numbers and end', () => {
    const parsed = parseRuleset(
      rulesetText(
        [indicator({ condition: { fact: 'population.total', operator: 'greaterThan', value: 0 } })],
        { facts: law.vocabulary.facts, sources: SOURCES },
      ),
    );
    expect(parsed.ok ? [] : parsed.errors).toEqual([]);
  });
  it('lets results be declared for every set it has or knows of', () => {
    for (const id of [...law.rulesets.map(({ ruleset }) => ruleset.id), ...Object.keys(law.known)]) {
      const snapshot = {
        unit: { level: 'commune', name: 'X' },
        assessedOn: '2024-01-24',
        declared: { [id]: { '1': { outcome: 'met' } } },
      };
      expect([id, parseSnapshot(snapshot, law.vocabulary)]).toMatchObject([id, { ok: true }]);
    }
  });
  it('knows every trait and standard that a condition names', () => {
    for (const name of files.filter((one) => !one.startsWith('facts'))) {
      for (const trait of textsUnder('trait', contentOf(name)))
        expect(Object.keys(law.vocabulary.traits ?? {})).toContain(trait);
      for (const standard of textsUnder('standard', contentOf(name)))
        expect(Object.keys(law.vocabulary.standards ?? {})).toContain(standard);
    }
  });
});

const hyphenated = (word: string): string => word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Facts that no ruleset uses, with why they are kept. Whoever adds a set that uses one takes it off this list. */
const UNUSED: Readonly<Record<string, string>> = {
  'housing.belowMinistryStandardHouseholds':
    'reported by Quang Kim in 2021, in households and not as a share',
  'housing.builtInPeriod': 'reported by Lào Cai city in 2022: work done in the year, which no set judges',
  'housing.repairedInPeriod': 'reported by Lào Cai city in 2022: work done in the year, which no set judges',
  'schools.spendingInPeriod': 'reported by Lào Cai city in 2022: money spent, which no set judges',
  'transport.concretedInPeriodLength':
    'reported by Lào Cai city in 2022: work done in the year, which no set judges',
};
