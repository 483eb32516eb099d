import type { Judgement } from '../evaluate/judgement.js';
import { requirementName } from '../law/walk.js';
import type { Code } from '../rule/code.js';
import { compileCondition } from '../rule/compile-condition.js';
import type { FactNodes } from '../rule/fact-node.js';
import type { Grounds } from '../rule/finding.js';
import { NEGATIONS, ORDERINGS } from '../rule/operator.js';
import { type Place, Places } from '../rule/place.js';
import type { Requirement } from '../rule/requirement.js';
import type { Reference, Rule } from '../rule/rule.js';
import type { Run } from '../rule/run.js';
import type { Condition, FactLeaf } from '../schema/condition.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Indicator, RelativeValue, RequirementRow, Ruleset, Where } from '../schema/ruleset.js';

/** No ruleset has this id: what refers to it asks for the figure that is being supposed. */
const SUPPOSED = '(supposed)';

/** One comparison that uses the figure. */
export interface UsingLeaf {
  readonly leaf: FactLeaf;
  readonly definition: FactDefinition;
  /** Which way the figure is stricter; undefined where it has no direction. */
  readonly side: 'above' | 'below' | undefined;
}

/** An indicator whose figure can be put in while it is judged, so that a range of values needs one compilation. */
export interface OpenFigure {
  readonly condition: Rule;
  /** Columns with the other figures of this indicator, which are numbered by themselves. */
  readonly places: Places;
  readonly leaves: readonly UsingLeaf[];
}

/**
 * Compiles an indicator with one of its figures left open. The open figure precedes every other one where `where`
 * holds, as the row of an amendment would, and counts as proposed. Every comparison that uses it gets a figure of its
 * own, since the same grade may stand at another place of another scale.
 */
export function openFigure(
  ruleset: Ruleset,
  indicator: Indicator,
  requirement: string,
  where: Where,
  nodes: FactNodes,
): OpenFigure {
  const rows = indicator.requirements?.[requirement] ?? [];
  const layer = 1 + Math.max(0, ...rows.map((row) => row.layer ?? 0));
  const leaves: UsingLeaf[] = [];
  const requirements: Record<string, RequirementRow[]> = { ...indicator.requirements };
  const delegated = [...(indicator.delegated ?? [])];
  const opened = (condition: Condition, negated: boolean): Condition => {
    if ('all' in condition) return { all: condition.all.map((part) => opened(part, negated)) };
    if ('any' in condition) return { any: condition.any.map((part) => opened(part, negated)) };
    if ('of' in condition)
      return { atLeast: condition.atLeast, of: condition.of.map((part) => opened(part, negated)) };
    if ('not' in condition) return { not: opened(condition.not, !negated) };
    if (!('fact' in condition) || requirementName(condition.value) !== requirement) return condition;
    const definition = ruleset.facts[condition.fact];
    if (!definition) throw new TypeError(`ruleset was not checked: no fact ${condition.fact}`);
    const operator = negated ? NEGATIONS[condition.operator] : condition.operator;
    const name = `${requirement}-${leaves.length}`;
    const value: RelativeValue = {
      percentOf: { ruleset: SUPPOSED, indicator: String(leaves.length) },
      percent: 100,
    };
    requirements[name] = [...rows, { where, value, evidence: 'proposed', layer }];
    if (delegated.includes(requirement)) delegated.push(name);
    leaves.push({ leaf: condition, definition, side: operator && ORDERINGS[operator]?.side });
    return { ...condition, value: { fact: `required.${name}` } };
  };
  const condition = opened(indicator.condition as Condition, false);
  const scope = {
    indicator: { ...indicator, requirements, ...(delegated.length > 0 && { delegated }) },
    ruleset: ruleset.id,
    facts: ruleset.facts,
    nodes,
    parts: { count: 0 },
    comparisons: { count: 0 },
  };
  return { condition: compileCondition(condition, scope), places: new Places(), leaves };
}

/** Everything about one unit as it is, but with the open figure supposed. */
export class SupposedRun implements Run {
  readonly note = (): void => {};
  /** Whether the figure was asked for at all. */
  asked = false;
  /** The figure for each comparison that uses it. */
  supposed: readonly Requirement[] = [];

  constructor(readonly judgement: Judgement) {}

  get figures(): Run['figures'] {
    return this.judgement.figures;
  }

  get reader(): Run['reader'] {
    return this.judgement.reader;
  }

  hasTrait(id: string): boolean {
    return this.judgement.hasTrait(id);
  }

  reached(reference: Reference): Grounds {
    return this.judgement.reached(reference);
  }

  reachedCode(reference: Reference): Code {
    return this.judgement.reachedCode(reference);
  }

  relatedRequirement(value: RelativeValue, place: Place): Requirement {
    if (value.percentOf.ruleset !== SUPPOSED) return this.judgement.relatedRequirement(value, place);
    this.asked = true;
    return this.supposed[Number(value.percentOf.indicator)] as Requirement;
  }
}
