import { isFrozenThrough } from '../check/frozen.js';
import { declarableIds } from '../law/declarable-ids.js';
import { compileCondition, type RuleScope } from '../rule/compile-condition.js';
import { FactNodes } from '../rule/fact-node.js';
import { Places } from '../rule/place.js';
import type { Rule } from '../rule/rule.js';
import type { Condition } from '../schema/condition.js';
import type { Criterion, Indicator, Ruleset } from '../schema/ruleset.js';
import type { Localized } from '../schema/text.js';
import { canonicalHash } from './audit.js';
import type { CompiledContext } from './context.js';

export interface CompiledIndicator {
  readonly indicator: Indicator;
  /** Absent where the content is not known. */
  readonly condition: Rule | undefined;
  /** Its place among all indicators. */
  readonly at: number;
}

export interface CompiledCriterion {
  readonly criterion: Pick<Criterion, 'no' | 'title'>;
  readonly indicators: readonly CompiledIndicator[];
  readonly pass: Rule | undefined;
  readonly at: number;
}

export interface CompiledRuleset {
  readonly ruleset: Ruleset;
  readonly prerequisites: readonly CompiledIndicator[];
  readonly criteria: readonly CompiledCriterion[];
  /** Indicators the official totals count and no source names: `#58` … */
  readonly placeholders: readonly CompiledIndicator[];
  /** Prerequisites, indicators and placeholders by their places. */
  readonly all: readonly CompiledIndicator[];
  /** Where each criterion ends among them. */
  readonly criterionEnds: Int32Array;
  readonly indicators: ReadonlyMap<string, CompiledIndicator>;
  readonly criteriaByNo: ReadonlyMap<string, CompiledCriterion>;
  readonly pass: Rule | undefined;
  /** More is asked than is listed, nobody knows how much, and no entry stands for it. */
  readonly openEnded: boolean;
  /** Every criterion has indicators and passes when they do, and so does the set. */
  readonly isPlain: boolean;
  /** A decision changed things in it that cannot be listed. */
  readonly hasUnlistedChanges: boolean;
  /** The hash of its canonical JSON, worked out when first asked for. */
  hash(): string;
  readonly context: CompiledContext;
  readonly nodes: FactNodes;
  /** The columns that have judged, with the figures that hold in them. */
  readonly places: Places;
  /** Nobody can change what it was compiled from. */
  isLasting(): boolean;
}

const NAME_NOT_KNOWN: Localized = { vi: '(chưa rõ tên)', en: '(name not known)' };

function isOpenEnded({ completeness, totals, criteria, prerequisites = [] }: Ruleset): boolean {
  if (completeness === 'complete' || completeness === 'structure') return false;
  if (totals.criteria !== null && totals.indicators !== null) return false;
  const entries = [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)];
  const unnamed = criteria.some(({ indicators, pass }) => indicators.length === 0 && !pass);
  return !unnamed && entries.every(({ condition }) => condition !== undefined);
}

const remembered = new WeakMap<Ruleset, CompiledRuleset>();

/** Compiles a checked ruleset, once; a frozen one is remembered as long as it lives. */
export function compileRuleset(ruleset: Ruleset): CompiledRuleset {
  let compiled = remembered.get(ruleset);
  if (!compiled) {
    compiled = compileAnew(ruleset);
    if (Object.isFrozen(ruleset)) remembered.set(ruleset, compiled);
  }
  return compiled;
}

function compileAnew(ruleset: Ruleset): CompiledRuleset {
  const { facts, id: own } = ruleset;
  const nodes = FactNodes.of(facts);
  const comparisons = { count: 0 };
  const compiled = (condition: Condition | undefined, indicator: RuleScope['indicator']): Rule | undefined =>
    condition &&
    compileCondition(condition, { ruleset: own, indicator, facts, nodes, parts: { count: 0 }, comparisons });
  const compiledFor = (
    condition: Condition | undefined,
    { id, title }: { readonly id: string; readonly title: Localized },
  ): Rule | undefined => compiled(condition, { id, title, evidence: 'published' });

  let count = 0;
  const indicatorOf = (indicator: Indicator): CompiledIndicator => {
    const condition = compiled(indicator.condition, indicator);
    return { indicator, condition, at: count++ };
  };
  const prerequisites = (ruleset.prerequisites ?? []).map(indicatorOf);
  const declarable = declarableIds(ruleset);
  const criteria: CompiledCriterion[] = [...declarable.criteria].map((no, at) => {
    const criterion = ruleset.criteria[at] ?? { no, title: NAME_NOT_KNOWN, indicators: [] };
    return {
      criterion,
      indicators: criterion.indicators.map(indicatorOf),
      pass: compiledFor(criterion.pass, { id: no, title: criterion.title }),
      at,
    };
  });
  const placeholders = [...declarable.indicators]
    .slice(count)
    .map((id) => indicatorOf({ id, title: NAME_NOT_KNOWN }));
  const openEnded = isOpenEnded(ruleset);
  let hash: string | undefined;
  const pass = compiledFor(ruleset.pass, ruleset);
  const all = [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators), ...placeholders];
  let end = prerequisites.length;
  const criterionEnds = Int32Array.from(criteria, ({ indicators }) => {
    end += indicators.length;
    return end;
  });
  return {
    ruleset,
    prerequisites,
    criteria,
    placeholders,
    all,
    criterionEnds,
    indicators: new Map(all.map((one) => [one.indicator.id, one])),
    criteriaByNo: new Map(criteria.map((one) => [one.criterion.no, one])),
    openEnded,
    isPlain:
      !openEnded &&
      !pass &&
      criteria.length > 0 &&
      criteria.every((one) => !one.pass && one.indicators.length > 0),
    pass,
    hasUnlistedChanges: ruleset.criteria.some(({ indicators }) =>
      indicators.some(({ changesUnlisted }) => changesUnlisted),
    ),
    hash() {
      hash ??= canonicalHash(ruleset);
      return hash;
    },
    context: {
      specialColumns: (ruleset.specialColumns ?? []).map((spec) => ({
        spec,
        when: compiledFor(spec.when, spec) as Rule,
      })),
      groups: (ruleset.groups ?? []).map((group) => ({ id: group.id, when: compiledFor(group.when, group) })),
    },
    nodes,
    places: new Places(),
    isLasting: () => isFrozenThrough(ruleset),
  };
}
