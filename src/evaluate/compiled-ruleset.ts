import { declarableIds } from '../law/declarable-ids.js';
import { compileCondition, type RuleScope } from '../rule/compile-condition.js';
import type { CompiledCondition } from '../rule/run.js';
import type { Criterion, Indicator, Ruleset } from '../schema/ruleset.js';
import type { Localized } from '../schema/text.js';
import type { CompiledContext } from './context.js';

export interface CompiledIndicator {
  readonly indicator: Indicator;
  /** Absent where the content is not known. */
  readonly condition: CompiledCondition | undefined;
}

export interface CompiledCriterion {
  readonly criterion: Pick<Criterion, 'no' | 'title'>;
  readonly indicators: readonly CompiledIndicator[];
  readonly pass: CompiledCondition | undefined;
}

export interface CompiledRuleset {
  readonly ruleset: Ruleset;
  readonly prerequisites: readonly CompiledIndicator[];
  readonly criteria: readonly CompiledCriterion[];
  /** Indicators the official totals count and no source names: `#58` … */
  readonly placeholders: readonly CompiledIndicator[];
  readonly indicators: ReadonlyMap<string, CompiledIndicator>;
  readonly criteriaByNo: ReadonlyMap<string, CompiledCriterion>;
  readonly pass: CompiledCondition | undefined;
  /** More is asked than is listed, nobody knows how much, and no entry stands for it. */
  readonly openEnded: boolean;
  readonly context: CompiledContext;
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

/** Compiles a checked ruleset into closures, once; a frozen one is remembered as long as it lives. */
export function compileRuleset(ruleset: Ruleset): CompiledRuleset {
  let compiled = remembered.get(ruleset);
  if (!compiled) {
    compiled = compileAnew(ruleset);
    if (Object.isFrozen(ruleset)) remembered.set(ruleset, compiled);
  }
  return compiled;
}

function compileAnew(ruleset: Ruleset): CompiledRuleset {
  const scopeOf = (indicator: RuleScope['indicator']): RuleScope => ({
    indicator,
    facts: ruleset.facts,
    parts: { count: 0 },
  });
  const compileIndicator = (indicator: Indicator): CompiledIndicator => ({
    indicator,
    condition: indicator.condition && compileCondition(indicator.condition, scopeOf(indicator)),
  });
  const pseudo = (id: string, title: Localized): RuleScope => scopeOf({ id, title, evidence: 'published' });
  const prerequisites = (ruleset.prerequisites ?? []).map(compileIndicator);
  const declarable = declarableIds(ruleset);
  const ids = { criteria: [...declarable.criteria], indicators: [...declarable.indicators] };
  const listed: CompiledCriterion[] = ruleset.criteria.map((criterion) => ({
    criterion,
    indicators: criterion.indicators.map(compileIndicator),
    pass: criterion.pass && compileCondition(criterion.pass, pseudo(criterion.no, criterion.title)),
  }));
  const unnamed: CompiledCriterion[] = ids.criteria
    .slice(listed.length)
    .map((no) => ({ criterion: { no, title: NAME_NOT_KNOWN }, indicators: [], pass: undefined }));
  const criteria = [...listed, ...unnamed];
  const named = criteria.flatMap((criterion) => criterion.indicators);
  const placeholders: CompiledIndicator[] = ids.indicators
    .slice(prerequisites.length + named.length)
    .map((id) => ({ indicator: { id, title: NAME_NOT_KNOWN }, condition: undefined }));
  return {
    ruleset,
    prerequisites,
    criteria,
    placeholders,
    indicators: new Map([...prerequisites, ...named, ...placeholders].map((one) => [one.indicator.id, one])),
    criteriaByNo: new Map(criteria.map((one) => [one.criterion.no, one])),
    openEnded: isOpenEnded(ruleset),
    pass: ruleset.pass && compileCondition(ruleset.pass, pseudo(ruleset.id, ruleset.title)),
    context: {
      specialColumns: (ruleset.specialColumns ?? []).map((spec) => ({
        spec,
        when: compileCondition(spec.when, pseudo(spec.id, spec.title)),
      })),
      groups: (ruleset.groups ?? []).map(({ id, title, when }) => ({
        id,
        when: when && compileCondition(when, pseudo(id, title)),
      })),
    },
  };
}
