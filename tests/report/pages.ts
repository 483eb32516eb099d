import { readFileSync } from 'node:fs';
import {
  type Amendment,
  type Evaluation,
  evaluate,
  evaluateTiers,
  ladders,
  listRulesets,
  type Plan,
  type PlanProgress,
  parseAmendment,
  parsePlan,
  planProgress,
  type Snapshot,
  shippedVocabulary,
  tierStandings,
} from '../../src/index.js';
import { type ReportInput, type ReportOptions, reportPage } from '../../src/report/index.js';
import { communes } from './communes.js';
import { type ParsedPage, parsedPage } from './parsed-page.js';

export const NTM = 'vn/commune-ntm/2021-2025';
export const ADVANCED = 'vn/commune-advanced/2021-2025';

export function example(name: string): unknown {
  return JSON.parse(readFileSync(`docs/examples/${name}`, 'utf8'));
}

function readAmendment(): Amendment {
  const parsed = parseAmendment(example('constructed-province.amendment.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}

export const amendments = [readAmendment()];
export const names = shippedVocabulary();
export const titles = Object.fromEntries(
  [...listRulesets(), ...ladders()].map(({ id, title }) => [id, title]),
);

export const quangAn = (): Evaluation => evaluate(example('quang-an.snapshot.json'), ADVANCED);

/** Communes of which some meet the set, some do not, and some are not decided. */
export const judged = (snapshots: readonly Snapshot[]): Evaluation[] =>
  snapshots.map((one) => evaluate(one, NTM, { amendments }));

export function laoCaiPlan(): { plan: Plan; progress: PlanProgress } {
  const parsed = parsePlan(example('lao-cai-2024-2025.plan.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return { plan: parsed.value, progress: planProgress(parsed.value, []) };
}

/** A page of each kind there is. */
export const PAGES: Readonly<Record<string, () => ReportInput>> = {
  'one unit by one set': () => ({ evaluation: quangAn() }),
  'one unit by a set it misses': () => ({
    evaluation: judged(communes(30)).find(({ outcome }) => outcome === 'unmet') ?? quangAn(),
  }),
  'one unit by its tiers': () => ({ tiers: evaluateTiers(example('quang-an.snapshot.json')) }),
  'many units by one set': () => ({ units: judged(communes(30)) }),
  'many units by their tiers': () => ({
    units: [...tierStandings(communes(30), 'vn/commune/2021-2025', { judged: true, amendments })],
    ...laoCaiPlan(),
  }),
};

export function page(input: ReportInput, options: ReportOptions = {}): string {
  return reportPage(input, { names, titles, ...options });
}

export function parsed(input: ReportInput, options: ReportOptions = {}): ParsedPage {
  return parsedPage(page(input, options));
}
