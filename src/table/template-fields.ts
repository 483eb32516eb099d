import { leaves, placedConditions } from '../law/walk.js';
import type { Condition } from '../schema/condition.js';
import { derivationInputs } from '../schema/derivation-inputs.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Criterion, Indicator, Ruleset } from '../schema/ruleset.js';
import type { Localized } from '../schema/text.js';
import { type Column, columnKey } from './column.js';

/** A column to be filled in, and the part of the set that asks for it first. */
export interface TemplateField {
  readonly column: Column;
  readonly asksFor: { readonly no: string; readonly title: Localized };
}

const GENERAL: TemplateField['asksFor'] = {
  no: '',
  title: { vi: 'Điều kiện chung', en: 'General conditions' },
};

type Take = (column: Column, asksFor: TemplateField['asksFor']) => void;

/** A fact, and what it may be worked out from: a rate and its counts stand side by side. */
export function takeFact(
  fact: string,
  qualifiers: { readonly standard?: string | undefined; readonly sexes: boolean },
  facts: FactCatalogue,
  put: (column: Column) => void,
  above: readonly string[] = [],
): void {
  const definition = facts[fact];
  if (!definition || above.includes(fact)) return;
  const standard = definition.variesBy?.includes('standard') ? qualifiers.standard : undefined;
  const column = { kind: 'fact', fact, ...(standard !== undefined && { standard }) } as const;
  put(column);
  if (qualifiers.sexes && definition.variesBy?.includes('sex'))
    for (const sex of ['male', 'female'] as const) put({ ...column, sex });
  for (const derivation of definition.derivations ?? []) {
    for (const input of derivationInputs(derivation))
      takeFact(input, qualifiers, facts, put, [...above, fact]);
  }
}

function takeCondition(
  condition: Condition,
  { facts }: Ruleset,
  asksFor: TemplateField['asksFor'],
  take: Take,
): void {
  for (const { leaf } of leaves(condition)) {
    if ('trait' in leaf) take({ kind: 'trait', trait: leaf.trait }, asksFor);
    if ('fact' in leaf) {
      const qualifiers = { standard: leaf.standard, sexes: leaf.bySex === true };
      takeFact(leaf.fact, qualifiers, facts, (column) => take(column, asksFor));
    }
  }
}

function takeIndicator(
  indicator: Indicator,
  ruleset: Ruleset,
  asksFor: TemplateField['asksFor'],
  take: Take,
): void {
  if (indicator.condition) takeCondition(indicator.condition, ruleset, asksFor, take);
  else take({ kind: 'declared', ruleset: ruleset.id, entry: indicator.id }, asksFor);
  for (const condition of Object.values(indicator.cases ?? {}))
    takeCondition(condition, ruleset, asksFor, take);
}

/** Where the content of a criterion is not known, what was declared of it is all there is. */
function takeCriterion(criterion: Criterion, ruleset: Ruleset, take: Take): void {
  const asksFor = { no: criterion.no, title: criterion.title };
  for (const indicator of criterion.indicators) takeIndicator(indicator, ruleset, asksFor, take);
  if (criterion.indicators.length === 0 && !criterion.pass)
    take({ kind: 'declared', ruleset: ruleset.id, entry: criterion.no }, asksFor);
}

/**
 * Every column that units have to fill in to be judged by some sets, in the order the sets ask for them; a column
 * that several sets ask for stands once.
 */
export function templateFields(rulesets: readonly Ruleset[]): TemplateField[] {
  const fields = new Map<string, TemplateField>();
  const take: Take = (column, asksFor) => {
    const key = columnKey(column);
    if (!fields.has(key)) fields.set(key, { column, asksFor });
  };
  for (const ruleset of rulesets) {
    for (const { condition, role } of placedConditions(ruleset))
      if (role === 'column' || role === 'group') takeCondition(condition, ruleset, GENERAL, take);
    for (const indicator of ruleset.prerequisites ?? [])
      takeIndicator(indicator, ruleset, { no: indicator.id, title: indicator.title }, take);
    for (const criterion of ruleset.criteria) takeCriterion(criterion, ruleset, take);
  }
  return [...fields.values()];
}

/** What a set asks for one entry: an indicator, or a criterion whose content is not known. */
export interface AskedEntry {
  /** Its id; empty for the conditions that decide which figures of the law hold. */
  readonly entry: string;
  readonly title: Localized;
  /** The figures to be told, in the order of the condition, counts behind the rate they give. */
  readonly columns: readonly Column[];
}

/** What a set asks for, entry by entry; a figure that an entry above asks for already is not asked for again. */
export function askedEntries(ruleset: Ruleset, asked: Set<string> = new Set()): AskedEntry[] {
  const entries: AskedEntry[] = [];
  const add = (entry: string, title: Localized, fill: (take: Take) => void): void => {
    const columns: Column[] = [];
    fill((column) => {
      const key = columnKey(column);
      if (column.kind === 'declared' || asked.has(key)) return;
      asked.add(key);
      columns.push(column);
    });
    entries.push({ entry, title, columns });
  };
  add('', GENERAL.title, (take) => {
    for (const { condition, role } of placedConditions(ruleset))
      if (role === 'column' || role === 'group') takeCondition(condition, ruleset, GENERAL, take);
  });
  const indicators = [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap((one) => one.indicators)];
  for (const indicator of indicators)
    add(indicator.id, indicator.title, (take) => takeIndicator(indicator, ruleset, GENERAL, take));
  return entries;
}
