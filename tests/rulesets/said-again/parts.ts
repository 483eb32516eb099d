import {
  factCatalogue,
  getRuleset,
  ladders,
  listRulesets,
  programmeTargets,
  recognitionRules,
  shippedVocabulary,
} from '../../../src/index.js';
import type { Indicator, RequirementRow, Ruleset } from '../../../src/schema/ruleset.js';
import { plainMembers } from './plainly.js';

type Entries = readonly (readonly [id: string, value: object])[];

/** A part of the law that examples don't state: what is in it, and how an entry of it reads on paper. */
export interface Part {
  readonly name: 'recognition' | 'ladders' | 'targets' | 'standards' | 'facts' | 'versions' | 'standing';
  readonly entries: () => Entries;
  readonly lines: (value: object) => readonly string[];
}

type Rules = ReturnType<typeof recognitionRules>[number];

/** Conditions and who decides, tier by tier, and when a recognition is revoked. */
function recognitionLines(rules: object): string[] {
  const { tiers, revocation = [], decisions, ...head } = rules as Rules;
  return [
    plainMembers(head),
    ...decisions.map((decision) => `decision: ${plainMembers(decision)}`),
    ...tiers.flatMap(({ conditions, ...tier }) => [
      `tier: ${plainMembers(tier)}`,
      ...conditions.map((condition) => `condition: ${plainMembers(condition)}`),
    ]),
    ...revocation.map((one) => `revocation: ${plainMembers(one)}`),
  ];
}

const ladderLines = (ladder: object): string[] => {
  const { steps, ...head } = ladder as ReturnType<typeof ladders>[number];
  return [plainMembers(head), ...steps.map((step) => `step: ${plainMembers(step)}`)];
};

const targetLines = (programme: object): string[] => {
  const { targets, ...head } = programme as ReturnType<typeof programmeTargets>['programmes'][number];
  return [plainMembers(head), ...targets.map((target) => `target: ${plainMembers(target)}`)];
};

/** What is judged otherwise, by examples beside the ruleset, is left out here. */
const headLines = (ruleset: object): string[] => [
  plainMembers(ruleset, 'criteria', 'prerequisites', 'facts', 'territory', 'totals', 'pass', 'groups'),
];

/** What a figure rests on and how far it may be changed; alike rows are counted. */
function rowLines(rows: readonly RequirementRow[]): string {
  const alike = new Map<string, number>();
  for (const row of rows) {
    const floored = 'floor' in row ? plainMembers(row) : plainMembers(row, 'where', 'value');
    alike.set(floored, (alike.get(floored) ?? 0) + 1);
  }
  return [...alike].map(([told, count]) => `${count} × ${told}`).join('; ');
}

function standingOf(indicator: Indicator): string[] {
  const { requirements = {}, condition: _condition, cases: _cases, delegated: _left, ...rest } = indicator;
  return [
    plainMembers(rest),
    ...Object.entries(requirements).map(([name, rows]) => `  ${name}: ${rowLines(rows)}`),
  ];
}

function standingLines(ruleset: object): string[] {
  const { criteria, prerequisites = [] } = ruleset as Ruleset;
  return [
    ...prerequisites.flatMap(standingOf),
    ...criteria.flatMap(({ indicators, pass: _pass, ...criterion }) => [
      `criterion ${plainMembers(criterion)}`,
      ...indicators.flatMap(standingOf),
    ]),
  ];
}

const versions = (): Entries =>
  listRulesets().map(({ id, version }) => [`${id}@${version}`, getRuleset(id, { version })]);

const named = (record: object | undefined): Entries => Object.entries(record ?? {});

export const PARTS: readonly Part[] = [
  {
    name: 'recognition',
    entries: () => recognitionRules().map((rules) => [rules.id, rules]),
    lines: recognitionLines,
  },
  { name: 'ladders', entries: () => ladders().map((ladder) => [ladder.id, ladder]), lines: ladderLines },
  {
    name: 'targets',
    entries: () => programmeTargets().programmes.map((programme) => [programme.id, programme]),
    lines: targetLines,
  },
  {
    name: 'standards',
    entries: () => named(shippedVocabulary().standards),
    lines: (standard) => [plainMembers(standard)],
  },
  { name: 'facts', entries: () => named(factCatalogue()), lines: (fact) => [plainMembers(fact)] },
  { name: 'versions', entries: versions, lines: headLines },
  { name: 'standing', entries: versions, lines: standingLines },
];

/** What is written down for each entry of a part; of one line as a text. */
export type Said = Readonly<Record<string, string | readonly string[]>>;

/** The same for what ships: of one line as a text. */
export const saidOf = ({ lines }: Part, value: object): string | readonly string[] => {
  const all = lines(value);
  return all.length === 1 ? (all[0] ?? '') : all;
};
