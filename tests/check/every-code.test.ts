import { describe, expect, it } from 'vitest';
import * as core from '../../src/core.js';
import { fromJsonRulesEngine } from '../../src/engines/json-rules-engine/index.js';
import { sqlRow, toSql } from '../../src/engines/sql/index.js';
import {
  amend,
  checkRecognition,
  checkRevocation,
  compareEvaluations,
  evaluate,
  formatProblems,
  getRuleset,
  knownRulesets,
  NtmError,
  type Problem,
  type ProblemCode,
  parseAmendment,
  parseNumber,
  parsePlan,
  parseSnapshot,
  type RollUpOptions,
  reviewRecognitions,
  rollUp,
  type TierStanding,
  tierStandings,
  withFigures,
} from '../../src/index.js';
import { PROBLEM_MEANINGS } from '../../src/problem/codes.js';
import { amendmentText, indicator, row, rulesetOf, rulesetText } from '../sample.js';
import { flag, named, parse, rate, withCondition, withRows } from './ruleset-text.js';
import { both, COMMUNE, communeWith, problemsOf } from './told.js';

const NTM = 'vn/commune-ntm/2021-2025';

function thrownBy(act: () => unknown): readonly Problem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const insured = (value: unknown) => problemsOf(parseSnapshot(communeWith({ 'health.insuredRate': value })));
const inUnit = (unit: object, assessedOn = '2025-07-01') =>
  problemsOf(parseSnapshot(communeWith({}, { unit: { ...COMMUNE, ...unit }, assessedOn })));
const declaring = (declared: object) => thrownBy(() => evaluate(communeWith({}, { declared }), NTM));
const inSet = (condition: unknown, rest: object = {}, set: object = {}) =>
  problemsOf(parse(withCondition(condition, rest, set)));
const inRow = (rowText: unknown) => problemsOf(parse(withRows(rowText)));
const amending = (changes: readonly object[], rest: object = {}) =>
  thrownBy(() => core.amend(BASE, amendmentText(changes, rest)));
/** A commune with 11 open criteria, and what is to be closed of them. */
const planning = (targets: readonly object[]) =>
  problemsOf(
    parsePlan({
      format: 1,
      baseline: [{ unit: COMMUNE, ruleset: NTM, setSize: 19, openPairs: 11 }],
      targets: targets.map((target) => ({ unit: COMMUNE, ruleset: NTM, ...target })),
    }),
  );
const groups = { groups: [{ id: 'upland', title: both('upland') }] };

const standingOf = (level: 'commune' | 'village', name: string): TierStanding => ({
  unit: { level, name },
  assessedOn: '2024-06-01',
  year: 2024,
  ladder: null,
  tiers: [],
  reached: null,
  recognised: null,
  held: null,
});
const rolling = (children: readonly TierStanding[], options: Partial<RollUpOptions> = {}) =>
  thrownBy(() => rollUp(children, { by: 'evaluation', ...options }));

const BASE = rulesetOf([
  indicator({ condition: named() as core.Condition, requirements: { rate: [row(80, {}, { floor: true })] } }),
]);

/** Codes of the command line, which alone reads files and options; its own tests bring them about. */
type OfTheCommandLine = 'unreadable-file' | 'bad-json';

/** One way to bring about each code. */
const CAUSES: Readonly<Record<Exclude<ProblemCode, OfTheCommandLine>, () => readonly Problem[]>> = {
  'too-deep': () => problemsOf(parseSnapshot(JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`))),
  'too-large': () => problemsOf(parseSnapshot({ facts: new Array(1_000_000) })),
  'text-too-long': () => problemsOf(parseSnapshot('x'.repeat(30_000))),
  'forbidden-key': () => problemsOf(parseSnapshot(JSON.parse('{"__proto__":{}}'))),
  'not-plain-json': () => insured(new Date(0)),
  'wrong-type': () => insured(true),
  'missing-key': () => problemsOf(parseSnapshot({})),
  'unknown-key': () => problemsOf(parseSnapshot(communeWith({}, { fact: 1 }))),
  'not-allowed': () => inUnit({ level: 'xã' }),
  'bad-format': () => problemsOf(parseSnapshot(communeWith({}, { assessedOn: '24/1/2024' }))),
  'out-of-range': () => problemsOf(parseSnapshot(communeWith({}, { year: 1999 }))),
  'empty-group': () => inSet({ all: [] }),
  'not-a-number': () => insured(Number.NaN),
  'text-for-number': () => insured('9,5'),
  'unknown-fact': () => problemsOf(parseSnapshot(communeWith({ 'health.insuredRat': 95 }))),
  'unknown-grade': () => inSet({ fact: 'disaster.grade', operator: 'equal', value: 'x' }),
  'out-of-bounds': () => insured(120),
  'not-whole': () => problemsOf(parseSnapshot(communeWith({ 'poverty.poorHouseholds': 0.5 }))),
  'numerator-over-denominator': () =>
    problemsOf(parseSnapshot(communeWith({ 'health.insuredPeople': 2, 'population.total': 1 }))),
  'bounds-contradict': () => insured({ atLeast: 2, atMost: 1 }),
  'duplicate-reading': () => insured([1, 2]),
  'qualifier-not-used': () => insured({ value: 1, standard: 'vn/2022-2025' }),
  'unknown-standard': () =>
    problemsOf(parseSnapshot(communeWith({ 'poverty.poorRate': { value: 1, standard: 'x' } }))),
  'unknown-trait': () => inUnit({ traits: { iland: true } }),
  'unknown-province': () => inUnit({ province: 'Yên Bái' }),
  'former-province-mismatch': () => inUnit({ formerProvince: 'Hà Giang' }),
  'wrong-level': () =>
    thrownBy(() => evaluate(communeWith({}, { unit: { ...COMMUNE, level: 'village' } }), NTM)),
  'unknown-group': () =>
    thrownBy(() =>
      core.evaluate(
        communeWith({}, { unit: { level: 'commune', name: 'X', group: 'x' } }),
        rulesetOf([indicator({ condition: flag('a.flag') })], groups),
      ),
    ),
  'unknown-declared-entry': () => declaring({ [NTM]: { '99': { outcome: 'met' } } }),
  'reported-exceeds-total': () =>
    thrownBy(() => evaluate(communeWith({}, { reported: { [NTM]: { criteria: 20 } } }), NTM)),
  'not-a-day': () => problemsOf(parseSnapshot(communeWith({}, { assessedOn: '2024-02-30' }))),
  'unknown-operator': () => inSet(rate({ operator: 'is' })),
  'unknown-requirement': () => inSet(named()),
  'unused-requirement': () => inSet(rate(), { delegated: ['rate'] }),
  'operator-mismatch': () => inSet(rate({ operator: 'in' })),
  'totals-mismatch': () => inSet(rate(), {}, { totals: { criteria: 1, indicators: 2 } }),
  'completeness-mismatch': () => inSet(rate(), {}, { completeness: 'structure' }),
  'ambiguous-rows': () => problemsOf(parse(withRows(row(90), row(80)))),
  'evidence-missing': () => inRow({ where: {}, value: 90 }),
  'source-missing': () => inRow({ where: {}, value: 90, evidence: 'published' }),
  'unknown-source': () => inRow(row(90, {}, { sources: ['x'] })),
  'unknown-region': () => inRow(row(90, { region: 'x' })),
  'unknown-case': () => inRow(row(90, { case: 'x' })),
  'duplicate-id': () =>
    problemsOf(
      parse(
        rulesetText([indicator({ condition: flag('a.flag') }), indicator({ condition: flag('b.flag') })]),
      ),
    ),
  'unknown-reference': () => inSet({ indicator: '9.9' }),
  cycle: () => inSet({ criterion: '1' }),
  'k-out-of-range': () => inSet({ atLeast: 2, of: [flag('a.flag')] }),
  'bad-period': () => inSet(rate(), {}, { effectiveTo: '2020-01-01' }),
  'bad-prefix': () => inSet(rate(), {}, { facts: { 'forest.cover': { type: 'percent', title: both('x') } } }),
  'fact-redefined': () =>
    inSet(rate(), {}, { facts: { 'schools.total': { type: 'percent', title: both('x') } } }),
  'wrong-base': () => amending([], { amends: 'vn/commune-ntm/2016-2020@2016-10-17' }),
  'floor-loosened': () => amending([{ change: 'repeal-indicator', indicator: '1.1' }]),
  'unsupported-feature': () =>
    problemsOf(
      fromJsonRulesEngine(
        [{ conditions: { all: [{ ...rate(), path: '$.rate' }] }, event: { type: 'water' } }],
        { ruleset: { id: NTM, title: both('x'), period: { from: '2021-01-01', to: '2025-12-31' } } },
      ),
    ),
  'unknown-ruleset': () => thrownBy(() => getRuleset('vn/commune-ntn/2021-2025')),
  'known-by-name-only': () => thrownBy(() => getRuleset(knownByName())),
  'unknown-version': () => thrownBy(() => getRuleset(NTM, { version: '2000-01-01' })),
  'not-in-force': () => thrownBy(() => getRuleset(NTM, { on: '2019-01-01' })),
  'wrong-ruleset': () =>
    thrownBy(() => checkRevocation(evaluate(communeWith({}), NTM), { tier: 'advanced' })),
  'duplicate-unit': () =>
    thrownBy(() => {
      const item = { subject: evaluate(communeWith({}), NTM), recognition: { tier: 'ntm' } };
      return reviewRecognitions([item, item]);
    }),
  'unknown-ladder': () => thrownBy(() => tierStandings([], 'vn/comune/2021-2025')),
  'no-ladder': () => {
    const hamlet = {
      unit: { level: 'village', name: 'Thôn A', province: 'Hà Tĩnh' },
      assessedOn: '2023-06-30',
    };
    const parsed = parseSnapshot(hamlet);
    if (!parsed.ok) throw new Error('the village was refused');
    return [...tierStandings([parsed.value])].flatMap(({ problem }) => problem ?? []);
  },
  'mixed-levels': () => rolling([standingOf('commune', 'Xã A'), standingOf('village', 'Thôn A')]),
  'mixed-ways': () => thrownBy(() => rollUp([rollUp([], { by: 'evaluation' })], { by: 'recognition' })),
  'total-below-counted': () => rolling([standingOf('commune', 'Xã A')], { total: 0 }),
  'outside-universe': () => rolling([standingOf('commune', 'Xã A')], { universe: [] }),
  'unknown-tier': () => thrownBy(() => checkRecognition(communeWith({}), 'civilised')),
  'sum-differs': () =>
    planning([
      { period: '2024', close: 3 },
      { period: '2024-H1', close: 4 },
    ]),
  'closes-more-than-open': () => planning([{ period: '2024', close: 12 }]),
  'requirement-not-named': () => thrownBy(() => withFigures(NTM, { '17.1': 50 })),
  'different-units': () =>
    thrownBy(() => {
      const [a, b] = ['1', '2'].map((code) => evaluate(communeWith({}, { unit: { ...COMMUNE, code } }), NTM));
      if (a && b) compareEvaluations(a, b);
    }),
  'ambiguous-number': () => problemsOf(parseNumber('1.234', 'vi')),
  'bad-name': () => thrownBy(() => toSql(BASE, { dialect: 'duckdb', table: '' })),
  'decimal-overflow': () =>
    thrownBy(() => {
      const exact = rulesetOf([
        indicator({ condition: rate({ value: `7.${'1'.repeat(35)}` }) as core.Condition }),
      ]);
      toSql(exact, { dialect: 'duckdb' });
    }),
  'not-in-a-row': () =>
    thrownBy(() => {
      const facts = { 'water.cleanRate': { moreThan: 99 } };
      sqlRow({ unit: { level: 'commune', name: 'X' }, assessedOn: '2024-01-24', facts }, BASE);
    }),
  'bad-option': () => problemsOf(parseNumber('1', 'fr' as 'vi')),
  'too-many': () =>
    problemsOf(
      parseSnapshot(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key${index}`, 1]))),
    ),
};

function knownByName(): string {
  const [entry] = knownRulesets();
  if (!entry) throw new Error('no set is known by its name only');
  return entry.id;
}

describe('every code that a problem can have', () => {
  it('is brought about by something, or belongs to the command line', () => {
    expect([...Object.keys(CAUSES), 'unreadable-file', 'bad-json'].sort()).toEqual(
      Object.keys(PROBLEM_MEANINGS).sort(),
    );
  });
  it.each(Object.entries(CAUSES))('%s', (code, cause) => {
    const problem = cause().find((one) => one.code === code);
    expect(problem?.message).toEqual(PROBLEM_MEANINGS[code as ProblemCode]);
    expect(Object.keys(problem ?? {})).toEqual(['code', 'path', 'found', 'expected', 'hint', 'message']);
    expect(problem?.path).toMatch(/^(\/|$)/);
    for (const text of [problem?.expected, problem?.hint, problem?.message]) {
      expect(text?.vi.trim()).not.toBe('');
      expect(text?.en.trim()).not.toBe('');
    }
    // Plain JSON, and printable in both languages.
    expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    for (const locale of ['vi', 'en'] as const)
      expect(formatProblems(problem ? [problem] : [], { locale })).toContain(`[${code}]`);
  });
  it('is written in Vietnamese and in English', () => {
    for (const { vi, en } of Object.values(PROBLEM_MEANINGS)) {
      expect(vi).toMatch(/^\p{Lu}.*\.$/u);
      expect(en).toMatch(/^\p{Lu}.*\.$|^k /u);
      expect(vi).not.toBe(en);
    }
  });
});

describe('the error that carries problems', () => {
  it('has all of them, the code of the first, and a message that says what to do', () => {
    const errors = problemsOf(
      parseSnapshot(communeWith({ 'health.insuredRat': 95, 'poverty.poorRate': 120 })),
    );
    const error = new NtmError(errors);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.errors]).toEqual(['NtmError', 'unknown-fact', errors]);
    expect(error.message).toBe(
      'unknown-fact at /facts/health.insuredRat: No fact has this key. Did you mean “health.insuredRate”? (and 1 more)',
    );
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'NtmError', message: error.message, errors });
    expect(new NtmError([]).code).toBeUndefined();
  });
  it('names the whole input where that is what is wrong', () => {
    expect(() => amend(getRuleset(NTM), 3)).toThrow('wrong-type at (root): The value has the wrong type.');
    expect(formatProblems(problemsOf(parseAmendment(3)))).toBe(
      '(whole input): The value has the wrong type. [wrong-type]\n  found: 3\n  expected: an object { }\n  remedy: Give the right type of value.',
    );
  });
});
