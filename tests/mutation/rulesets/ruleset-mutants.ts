import type { Condition } from '../../../src/schema/condition.js';
import type { Indicator, Ruleset } from '../../../src/schema/ruleset.js';
import { type Changed, conditionMutants } from './condition-mutants.js';
import { rowMutants } from './figure-mutants.js';

/** A ruleset with one thing in it changed. */
export interface RulesetMutant extends Changed<Ruleset> {
  /** The indicator changed; absent where it is the set itself. */
  readonly indicator?: string;
}

/** The fact a requirement is compared with. */
function factOf(condition: Condition | undefined, requirement: string): string | undefined {
  const text = JSON.stringify(condition ?? {});
  const found = new RegExp(
    `"fact":"([^"]+)","operator":"[a-zA-Z]+","value":\\{"fact":"required\\.${requirement}"\\}`,
  );
  return found.exec(text)?.[1];
}

function indicatorMutants(indicator: Indicator, { facts }: Ruleset): Changed<Indicator>[] {
  const { condition, requirements = {}, cases = {} } = indicator;
  const ofCondition = condition
    ? conditionMutants(condition, facts).map((one) => ({ ...one, to: { ...indicator, condition: one.to } }))
    : [];
  const ofRows = Object.entries(requirements).flatMap(([name, rows]) => {
    const fact = factOf(condition, name);
    return rowMutants(rows, fact === undefined ? undefined : facts[fact]).map((one) => ({
      ...one,
      says: `${name} ${one.says}`,
      to: { ...indicator, requirements: { ...requirements, [name]: [...one.to] } },
    }));
  });
  const ofCases = Object.entries(cases).flatMap(([name, of]) =>
    conditionMutants(of, facts).map((one) => ({
      ...one,
      says: `case ${name}: ${one.says}`,
      to: { ...indicator, cases: { ...cases, [name]: one.to } },
    })),
  );
  const { delegated = [] } = indicator;
  const ofDelegation = delegated.map((name): Changed<Indicator> => {
    const { delegated: _all, ...rest } = indicator;
    const others = delegated.filter((other) => other !== name);
    return {
      kind: 'column',
      says: `${name} no longer left to the province`,
      to: others.length > 0 ? { ...rest, delegated: others } : rest,
    };
  });
  return [...ofCondition, ...ofRows, ...ofCases, ...ofDelegation];
}

/** Ways of passing, groups of communes, and special columns: what belongs to the set itself. */
function headMutants(ruleset: Ruleset): Changed<Ruleset>[] {
  const { facts, pass, groups, specialColumns, totals } = ruleset;
  const ofPass = pass
    ? conditionMutants(pass, facts).map((one) => ({
        ...one,
        says: `pass: ${one.says}`,
        to: { ...ruleset, pass: one.to },
      }))
    : [];
  const ofGroups = (groups ?? []).flatMap((group, at) => {
    const mutants = group.when ? conditionMutants(group.when, facts) : [];
    return mutants.map((one) => ({
      ...one,
      says: `group ${group.id}: ${one.says}`,
      to: {
        ...ruleset,
        groups: (groups ?? []).map((other, place) => (place === at ? { ...group, when: one.to } : other)),
      },
    }));
  });
  const ofColumns = (specialColumns ?? []).flatMap((special, at): Changed<Ruleset>[] => {
    const others = (specialColumns ?? []).filter((_one, place) => place !== at);
    const column = ruleset.regions?.find((region) => region !== special.column && region !== 'general');
    const { specialColumns: _all, ...rest } = ruleset;
    return [
      {
        kind: 'column',
        says: `without the column ${special.id}`,
        to: others.length > 0 ? { ...rest, specialColumns: others } : rest,
      },
      ...(column === undefined
        ? []
        : [
            {
              kind: 'column' as const,
              says: `${special.id} → ${column}`,
              to: { ...rest, specialColumns: [...others, { ...special, column }] },
            },
          ]),
      ...conditionMutants(special.when, facts).map((one) => ({
        ...one,
        says: `${special.id}: ${one.says}`,
        to: { ...rest, specialColumns: [...others, { ...special, when: one.to }] },
      })),
    ];
  });
  const ofTotals = (['criteria', 'indicators'] as const).flatMap((name) => {
    const total = totals[name];
    return total === null
      ? []
      : [-1, 1].map(
          (step): Changed<Ruleset> => ({
            kind: 'figure',
            says: `${name} ${total} → ${total + step}`,
            to: { ...ruleset, totals: { ...totals, [name]: total + step } },
          }),
        );
  });
  return [...ofPass, ...ofGroups, ...ofColumns, ...ofTotals];
}

/** Every ruleset that differs from this one in one thing. */
export function rulesetMutants(ruleset: Ruleset): RulesetMutant[] {
  const { facts, criteria, prerequisites = [] } = ruleset;
  const ofPrerequisites = prerequisites.flatMap((indicator, at): RulesetMutant[] => [
    ...indicatorMutants(indicator, ruleset).map((one) => ({
      ...one,
      indicator: indicator.id,
      to: {
        ...ruleset,
        prerequisites: prerequisites.map((other, place) => (place === at ? one.to : other)),
      },
    })),
    {
      kind: 'group',
      says: 'dropped',
      indicator: indicator.id,
      to: { ...ruleset, prerequisites: prerequisites.filter((_one, place) => place !== at) },
    },
  ]);
  const ofCriteria = criteria.flatMap((criterion, no): RulesetMutant[] => {
    const withCriterion = (changed: typeof criterion): Ruleset => ({
      ...ruleset,
      criteria: criteria.map((other, place) => (place === no ? changed : other)),
    });
    const { pass, indicators } = criterion;
    return [
      ...(pass
        ? conditionMutants(pass, facts).map((one) => ({
            ...one,
            says: `criterion ${criterion.no}: ${one.says}`,
            to: withCriterion({ ...criterion, pass: one.to }),
          }))
        : []),
      ...indicators.flatMap((indicator, at) => [
        ...indicatorMutants(indicator, ruleset).map((one) => ({
          ...one,
          indicator: indicator.id,
          to: withCriterion({
            ...criterion,
            indicators: indicators.map((other, place) => (place === at ? one.to : other)),
          }),
        })),
        {
          kind: 'group' as const,
          says: 'dropped',
          indicator: indicator.id,
          to: withCriterion({ ...criterion, indicators: indicators.filter((_one, place) => place !== at) }),
        },
      ]),
    ];
  });
  return [...headMutants(ruleset), ...ofPrerequisites, ...ofCriteria];
}
