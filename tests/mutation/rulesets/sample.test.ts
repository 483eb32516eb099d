import { describe, expect, it } from 'vitest';
import { getRuleset } from '../../../src/index.js';
import type { FactCatalogue, FactDefinition } from '../../../src/schema/fact.js';
import { exampleFiles, readExamples } from '../../rulesets/examples.js';
import { conditionMutants } from './condition-mutants.js';
import { otherLiterals, rowMutants } from './figure-mutants.js';
import { isNoticed } from './noticed.js';
import { rulesetMutants } from './ruleset-mutants.js';

/** Which changes of each version are tried here, out of all: the whole is `npm run mutate:rulesets`. */
const EVERY = 40;
const FIRST = Number(process.env.NTM_MUTATE_FIRST ?? 7);

const FACTS: FactCatalogue & Readonly<Record<'a.rate' | 'a.count' | 'a.flag' | 'a.grade', FactDefinition>> = {
  'a.rate': { type: 'percent', title: { vi: 'a', en: 'a' } },
  'a.count': { type: 'count', title: { vi: 'a', en: 'a' } },
  'a.flag': { type: 'boolean', title: { vi: 'a', en: 'a' } },
  'a.grade': {
    type: 'level',
    title: { vi: 'a', en: 'a' },
    grades: [{ id: 'dat' }, { id: 'kha' }, { id: 'tot' }],
  },
};

describe('a figure or an operator changed in a ruleset', () => {
  it.each(exampleFiles())('%s: the examples notice', (path) => {
    const file = readExamples(path);
    const mutants = rulesetMutants(getRuleset(file.ruleset)).filter(
      ({ kind }) => kind === 'figure' || kind === 'operator',
    );
    const unnoticed = mutants
      .filter((_one, at) => at % EVERY === FIRST % Math.min(EVERY, mutants.length))
      .filter((mutant) => !isNoticed(mutant, file))
      .map(({ indicator = '', says }) => `${indicator} ${says}`);
    expect(unnoticed).toEqual([]);
  });

  it('that is not changed is not noticed: the examples fit the rulesets as they are', () => {
    for (const path of exampleFiles().slice(0, 3)) {
      const file = readExamples(path);
      const same = { kind: 'figure', says: 'the same', to: getRuleset(file.ruleset) } as const;
      expect(isNoticed(same, file), path).toBe(false);
    }
  });
});

describe('the changes tried', () => {
  it('of a share are a hundredth and one whole, up and down; of a count one', () => {
    expect(otherLiterals(95, FACTS['a.rate'])).toEqual([94, 94.99, 95.01, 96]);
    expect(otherLiterals('95.5', FACTS['a.rate'])).toEqual([94.5, 95.49, 95.51, 96.5]);
    expect(otherLiterals(3, FACTS['a.count'])).toEqual([2, 4]);
  });
  it('of yes is no, of a grade its neighbours, of a list each of its members', () => {
    expect(otherLiterals(true, FACTS['a.flag'])).toEqual([false]);
    expect(otherLiterals('kha', FACTS['a.grade'])).toEqual(['dat', 'tot']);
    expect(otherLiterals('tot', FACTS['a.grade'])).toEqual(['kha']);
    expect(otherLiterals([1, 2], FACTS['a.count'])).toEqual([[2], [0, 2], [2, 2], [1], [1, 1], [1, 3]]);
  });
  it('of two columns with different figures are both figures changed for each other', () => {
    const rows = [
      { where: { region: 'delta' }, value: 90, evidence: 'published' },
      { where: { region: 'mountains' }, value: 80, evidence: 'published' },
    ] as const;
    const swapped = rowMutants(rows, FACTS['a.rate']).find(({ says }) => says.includes('change figures'));
    expect(swapped?.to.map((row) => 'value' in row && row.value)).toEqual([80, 90]);
  });
  it('of conditions are operators, every group, every part, and negation', () => {
    const leaf = { fact: 'a.flag', operator: 'equal', value: true } as const;
    const other = { fact: 'a.count', operator: 'greaterThanInclusive', value: 1 } as const;
    const says = conditionMutants({ all: [leaf, { not: other }] }, FACTS).map((one) => one.says);
    expect(says).toEqual([
      'all → any',
      `all without ${JSON.stringify(leaf)}`,
      `all without ${JSON.stringify({ not: other })}`,
      'a.flag equal → notEqual',
      'a.flag equal true → false',
      'without its not',
      'a.count greaterThanInclusive → greaterThan',
      'a.count greaterThanInclusive → lessThanInclusive',
      'a.count greaterThanInclusive 1 → 0',
      'a.count greaterThanInclusive 1 → 2',
    ]);
  });
});
