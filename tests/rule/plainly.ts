import type { Condition } from '../../src/core.js';
import { compileCondition, type RuleScope } from '../../src/rule/compile-condition.js';
import { FactNodes, type Qualifiers } from '../../src/rule/fact-node.js';
import { Place } from '../../src/rule/place.js';
import type { PlainFigure } from '../../src/rule/plain-figure.js';
import type { Rule } from '../../src/rule/rule.js';
import type { Run } from '../../src/rule/run.js';
import { FACTS } from '../sample.js';

/** What figures a run finds, by fact, and by sex after a colon. */
export type Figures = Readonly<Record<string, PlainFigure>>;

export interface Setting {
  /** The rest of the indicator: requirements, cases, evidence. */
  readonly indicator?: object;
  readonly publishedOnly?: boolean;
  /** Traits of the unit. */
  readonly traits?: readonly string[];
  /** Codes of what rules refer to, by indicator. */
  readonly reached?: Readonly<Record<string, number>>;
}

/** A rule before figures that were read plainly; whoever asks for a figure itself is told that it was asked for. */
export function plainly(conditions: readonly unknown[], figures: Figures, setting: Setting = {}) {
  const nodes = FactNodes.of(FACTS);
  const scope: RuleScope = {
    indicator: {
      id: '1.1',
      title: { vi: 'a', en: 'a' },
      evidence: 'published',
      ...setting.indicator,
    } as never,
    ruleset: 'vn/commune-ntm/2021-2025',
    facts: FACTS,
    nodes,
    parts: { count: 0 },
    comparisons: { count: 0 },
  };
  const rules: Rule[] = conditions.map((one) => compileCondition(one as Condition, scope));
  const found: PlainFigure[] = [];
  for (const [name, figure] of Object.entries(figures)) {
    const [key = '', sex] = name.split(':');
    found[nodes.find(key, { sex } as Qualifiers).at] = figure;
  }
  const run: Run = {
    get reader(): never {
      throw new Error('a figure was asked for');
    },
    figures: found,
    note: () => {},
    hasTrait: (id) => setting.traits?.includes(id) ?? false,
    reached: () => {
      throw new Error('grounds were asked for');
    },
    reachedCode: ({ indicator = '' }) => {
      const code = setting.reached?.[indicator];
      if (code === undefined) throw new Error(`${indicator} was asked for`);
      return code;
    },
    relatedRequirement: () => {
      throw new Error('another set was asked for');
    },
  };
  const place = new Place(
    { region: undefined, group: undefined, area: undefined, year: 2023, case: undefined },
    setting.publishedOnly ?? false,
  );
  return { rules, run, place };
}
