import type { Condition, Indicator, Ruleset, Snapshot } from '../../src/core.js';

const moved = (copy: number, key: string): string => (copy === 0 ? key : `copy${copy}.${key}`);

function renamed(condition: Condition, copy: number): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => renamed(one, copy)) };
  if ('any' in condition) return { any: condition.any.map((one) => renamed(one, copy)) };
  if ('of' in condition) return { ...condition, of: condition.of.map((one) => renamed(one, copy)) };
  if ('not' in condition) return { not: renamed(condition.not, copy) };
  return 'fact' in condition ? { ...condition, fact: moved(copy, condition.fact) } : condition;
}

function indicatorCopy(indicator: Indicator, copy: number): Indicator {
  const { condition, cases, id } = indicator;
  return {
    ...indicator,
    id: moved(copy, id),
    ...(condition && { condition: renamed(condition, copy) }),
    ...(cases && {
      cases: Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, renamed(one, copy)])),
    }),
  };
}

/** Indicators that refer to nothing but facts, so that copies of them stand alone. */
const standsAlone = ({ condition }: Indicator): boolean =>
  condition !== undefined && !/"(ruleset|criterion|indicator)":/.test(JSON.stringify(condition));

/** A set of as many indicators as asked: the set's own, over and over, each time with facts of their own. */
export function grownRuleset(ruleset: Ruleset, indicators: number): Ruleset {
  const own = ruleset.criteria.flatMap((one) => one.indicators).filter(standsAlone);
  const all = Array.from({ length: indicators }, (_, at) =>
    indicatorCopy(own[at % own.length] as Indicator, Math.floor(at / own.length)),
  );
  const copies = Math.ceil(indicators / own.length);
  const facts: Ruleset['facts'] = {};
  for (let copy = 0; copy < copies; copy += 1)
    for (const [key, definition] of Object.entries(ruleset.facts))
      facts[moved(copy, key)] = {
        ...definition,
        ...(definition.derivations && {
          derivations: definition.derivations.map(
            (one) =>
              Object.fromEntries(
                Object.entries(one).map(([kind, keys]) => [
                  kind,
                  Array.isArray(keys) ? keys.map((fact: string) => moved(copy, fact)) : keys,
                ]),
              ) as typeof one,
          ),
        }),
      };
  const [first] = ruleset.criteria;
  if (!first) throw new Error('a set without criteria');
  const { prerequisites: _, pass: __, ...rest } = ruleset;
  return {
    ...rest,
    totals: { criteria: indicators, indicators },
    facts,
    criteria: all.map((indicator, at) => ({ ...first, no: String(at + 1), indicators: [indicator] })),
  };
}

/** Snapshots of the set's own facts, with as many copies of them as the grown set asks for. */
export function grownSnapshot(snapshot: Snapshot, copies: number): Snapshot {
  const facts: Record<string, Snapshot['facts'][string]> = {};
  for (let copy = 0; copy < copies; copy += 1)
    for (const [key, entry] of Object.entries(snapshot.facts)) facts[moved(copy, key)] = entry;
  return { ...snapshot, facts };
}
