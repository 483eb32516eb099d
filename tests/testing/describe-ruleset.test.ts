import { afterEach, describe, expect, it, vi } from 'vitest';
import { getRuleset } from '../../src/index.js';
import {
  type DescribeOptions,
  describeRuleset,
  LAWS,
  LawBroken,
  recordAnswers,
} from '../../src/testing/index.js';

const ruleset = getRuleset('vn/village-ntm/2018-2020');

interface Told {
  readonly group: string;
  readonly names: string[];
  readonly timeouts: (number | undefined)[];
  readonly tests: (() => void)[];
}

/** What a framework is told, without running anything. */
function toldBy(options: DescribeOptions, given: (framework: object) => DescribeOptions): Told {
  const names: string[] = [];
  const timeouts: (number | undefined)[] = [];
  const tests: (() => void)[] = [];
  let group = '';
  const framework = {
    describe(name: string, inside: () => void) {
      group = name;
      inside();
    },
    it(name: string, test: () => void, timeout?: number) {
      names.push(name);
      tests.push(test);
      timeouts.push(timeout);
    },
  };
  describeRuleset(ruleset, { ...options, ...given(framework) });
  return { group, names, timeouts, tests };
}

const handedIn = (framework: object): DescribeOptions => framework as DescribeOptions;

describe('describeRuleset', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is one test for each law, under the id, version and revision of the ruleset', () => {
    const { group, names, timeouts } = toldBy({}, handedIn);
    expect(group).toBe(`${ruleset.id}@${ruleset.version}#${ruleset.revision}`);
    expect(names.map((name) => name.split(':')[0])).toEqual(LAWS.map(({ id }) => id));
    expect(new Set(timeouts)).toEqual(new Set([60_000]));
  });
  it('speaks Vietnamese unless told otherwise', () => {
    const name = (options: DescribeOptions) => toldBy({ laws: ['total'], ...options }, handedIn).names;
    const title = LAWS.find(({ id }) => id === 'total')?.title;
    expect(name({})).toEqual([`total: ${title?.vi}`]);
    expect(name({ locale: 'en' })).toEqual([`total: ${title?.en}`]);
  });
  it('tries the laws asked for alone, for as long as told', () => {
    const { names, timeouts } = toldBy({ laws: ['order-free', 'monotone'], timeout: 5 }, handedIn);
    expect(names).toHaveLength(2);
    expect(timeouts).toEqual([5, 5]);
  });
  it('finds describe and it in the global scope, as jest puts them there', () => {
    const { names } = toldBy({ laws: ['total'] }, (framework) => {
      for (const [name, value] of Object.entries(framework)) vi.stubGlobal(name, value);
      return {};
    });
    expect(names).toHaveLength(1);
  });
  it('says that it needs a framework where there is none', () => {
    vi.stubGlobal('describe', undefined);
    vi.stubGlobal('it', undefined);
    expect(() => describeRuleset(ruleset)).toThrow(
      'describeRuleset needs a test framework: describeRuleset(ruleset, { describe, it })',
    );
  });
  it('a law that is kept passes its test, one that is broken fails it with the unit that shows it', () => {
    const kept = toldBy({ laws: ['total', 'version-stable'], numRuns: 5 }, handedIn);
    for (const test of kept.tests) expect(test).not.toThrow();
    const recorded = recordAnswers(ruleset, { cases: 3 });
    const answers = { ...recorded, answers: recorded.answers.map((one) => ({ ...one, set: 'm' })) };
    const [test] = toldBy({ laws: ['version-stable'], numRuns: 5, answers }, handedIn).tests;
    expect(test).toThrow(LawBroken);
    expect(test).toThrow(/version-stable\n.*\n.*\ncounterexample: /);
  });
});
