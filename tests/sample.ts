import {
  type Amendment,
  type Condition,
  compile,
  type Evaluation,
  type FactCatalogue,
  type IndicatorResult,
  NtmError,
  parseRuleset,
  parseSnapshot,
  type RequirementRow,
  type Ruleset,
} from '../src/core.js';
import { formatProblems } from '../src/problem/report.js';

const both = (text: string) => ({ vi: text, en: text });

/** A small catalogue with one fact of every kind, for tests of the rule language itself. */
export const FACTS: FactCatalogue = {
  'health.insuredRate': {
    type: 'percent',
    title: both('insured'),
    derivations: [{ ratioOf: ['health.insured', 'population.total'] }],
    variesBy: ['sex'],
  },
  'health.insured': { type: 'count', title: both('insured people'), unit: both('people'), variesBy: ['sex'] },
  'population.total': { type: 'count', title: both('people'), unit: both('people'), variesBy: ['sex'] },
  'households.total': { type: 'count', title: both('households'), unit: both('households') },
  'poverty.poorHouseholds': {
    type: 'count',
    title: both('poor'),
    unit: both('households'),
    variesBy: ['standard'],
  },
  'poverty.nearPoorHouseholds': {
    type: 'count',
    title: both('near-poor'),
    unit: both('households'),
    variesBy: ['standard'],
  },
  'poverty.both': {
    type: 'count',
    title: both('poor and near-poor'),
    unit: both('households'),
    variesBy: ['standard'],
    derivations: [{ sumOf: ['poverty.poorHouseholds', 'poverty.nearPoorHouseholds'] }],
  },
  'poverty.rate': {
    type: 'percent',
    title: both('poverty rate'),
    variesBy: ['standard'],
    derivations: [{ ratioOf: ['poverty.both', 'households.total'] }],
  },
  'water.cleanRate': {
    type: 'percent',
    title: both('clean water'),
    derivations: [{ ratioOf: ['water.cleanHouseholds', 'households.total'] }],
  },
  'water.cleanHouseholds': {
    type: 'count',
    title: both('households with clean water'),
    unit: both('households'),
  },
  'income.perCapita': { type: 'amount', title: both('income'), unit: both('million VND') },
  'income.lastYear': { type: 'amount', title: both('income last year'), unit: both('million VND') },
  'income.growth': {
    type: 'percent',
    title: both('growth'),
    bounds: { min: -100, max: 1000 },
    derivations: [{ growthOf: ['income.perCapita', 'income.lastYear'] }],
  },
  'schools.total': { type: 'count', title: both('schools'), unit: both('schools') },
  'schools.level1Rate': { type: 'percent', title: both('schools at level 1') },
  'disaster.grade': {
    type: 'level',
    title: both('disaster readiness'),
    grades: [{ id: 'dat' }, { id: 'kha' }, { id: 'tot' }],
  },
  'plan.approved': { type: 'boolean', title: both('plan approved') },
  'a.flag': { type: 'boolean', title: both('a') },
  'b.flag': { type: 'boolean', title: both('b') },
  'c.flag': { type: 'boolean', title: both('c') },
  'd.flag': { type: 'boolean', title: both('d') },
};

export const SOURCES = { 'decision-1': { title: both('Decision 1'), kind: 'decision' as const } };

export const REGIONS = ['delta', 'mountains'];

/** Provinces Dongbang (delta), Nui (mountains) and, after 1 July 2025, Hop of both. */
export const TERRITORY = {
  regions: { delta: both('Delta'), mountains: both('Mountains') },
  reorganisedOn: '2025-07-01',
  before: {
    dongbang: { name: 'Đông Băng', region: 'delta', evidence: 'unconfirmed' as const },
    nui: { name: 'Núi', region: 'mountains', evidence: 'unconfirmed' as const },
  },
  after: { hop: { name: 'Hợp', formedFrom: ['dongbang', 'nui'], evidence: 'unconfirmed' as const } },
};

export const row = (value: unknown, where: object = {}, rest: object = {}): RequirementRow =>
  ({ where, value, evidence: 'published', sources: ['decision-1'], ...rest }) as RequirementRow;

export interface SampleIndicator {
  id?: string;
  condition?: Condition;
  requirements?: Record<string, RequirementRow[]>;
  [key: string]: unknown;
}

export function indicator({ id = '1.1', ...rest }: SampleIndicator): object {
  return { id, title: both(`indicator ${id}`), evidence: 'published', sources: ['decision-1'], ...rest };
}

/** The text of a ruleset with these indicators in one criterion, before any check. */
export function rulesetText(indicators: readonly object[], rest: object = {}): Record<string, unknown> {
  return {
    format: 1,
    id: 'vn/commune-ntm/2021-2025',
    version: '2022-03-08',
    versionBasis: 'in-force',
    revision: 0,
    title: both('Sample set'),
    level: 'commune',
    tier: 'ntm',
    jurisdiction: 'vn',
    period: { from: '2021-01-01', to: '2025-12-31' },
    effectiveFrom: '2022-03-08',
    decision: { number: '1/QĐ', sources: ['decision-1'] },
    totals: { criteria: 1, indicators: indicators.length, evidence: 'published', sources: ['decision-1'] },
    completeness: 'complete',
    criteria: [{ no: '1', title: both('Criterion 1'), indicators }],
    ...rest,
  };
}

export const VOCABULARY = { facts: FACTS, sources: SOURCES, territory: TERRITORY };

const known = new Map<string, Ruleset>();

/** A checked ruleset; the test fails with every problem where it is not sound. The same text gives the same ruleset. */
export function rulesetOf(indicators: readonly object[], rest: object = {}): Ruleset {
  const text = rulesetText(indicators, rest);
  const key = JSON.stringify(text);
  let ruleset = known.get(key);
  if (!ruleset) {
    const parsed = parseRuleset(text, VOCABULARY);
    if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
    ruleset = parsed.value;
    if (known.size > 500) known.clear();
    known.set(key, ruleset);
  }
  return ruleset;
}

export interface SampleUnit {
  facts?: Record<string, unknown>;
  unit?: Record<string, unknown>;
  [key: string]: unknown;
}

export function snapshotText({ facts = {}, unit = {}, ...rest }: SampleUnit = {}): Record<string, unknown> {
  return {
    unit: { level: 'commune', name: 'Xã Mẫu', province: 'Đông Băng', ...unit },
    assessedOn: '2024-01-24',
    year: 2023,
    facts,
    ...rest,
  };
}

/** Evaluates without the public entry's checks on dates: parse, compile, judge. */
export function judge(
  ruleset: Ruleset,
  sample: SampleUnit = {},
  options: Parameters<typeof compile>[1] = {},
): Evaluation {
  const parsed = parseSnapshot(snapshotText(sample), { ...VOCABULARY, closed: true });
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return compile(ruleset, options).evaluate(parsed.value);
}

export function resultOf(evaluation: Evaluation, id = '1.1'): IndicatorResult {
  const all = [
    ...evaluation.prerequisites,
    ...evaluation.criteria.flatMap((criterion) => criterion.indicators),
    ...evaluation.placeholders,
  ];
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

/** The result of one condition as the only indicator of a set. */
export function judgeCondition(
  condition: Condition,
  facts: Record<string, unknown> = {},
  rest: SampleIndicator = {},
): IndicatorResult {
  return resultOf(judge(rulesetOf([indicator({ condition, ...rest })]), { facts }));
}

export function amendmentText(changes: readonly object[], rest: object = {}): Amendment {
  return {
    format: 1,
    amends: 'vn/commune-ntm/2021-2025@2022-03-08',
    title: both('Amendment'),
    citation: { number: '2/QĐ', date: '2024-03-01' },
    changes,
    ...rest,
  } as Amendment;
}
