import type { Outcome } from '../../../src/core.js';
import type { PlainFigures } from '../plain-figures.js';
import type { PlainRule, PlainRules } from '../plain-rules.js';
import { type BenchEngine, isComparison, SIGNS } from './engine.js';

const OUTCOMES: readonly Outcome[] = ['unmet', 'unknown', 'met'];

/** An expression that gives 0 unmet · 1 unknown · 2 met, as somebody would type it. */
function typed(rule: PlainRule): string {
  if (isComparison(rule)) {
    const sign = rule.operator === 'equal' ? '===' : SIGNS[rule.operator];
    return `(f.${rule.figure} === undefined ? 1 : f.${rule.figure} ${sign} ${rule.value} ? 2 : 0)`;
  }
  return 'all' in rule
    ? `Math.min(${rule.all.map(typed).join(', ')})`
    : `Math.max(${rule.any.map(typed).join(', ')})`;
}

/** The text of the module: one function, one line an indicator. */
export const oneFunctionText = ({ indicators }: PlainRules): string =>
  `export function judge(f) {\n  return [\n${indicators
    .map(({ id, met }) => `    ${typed(met)}, // ${id}`)
    .join('\n')}\n  ];\n}\n`;

export const oneFunction: BenchEngine = {
  name: 'one function by hand, figures prepared',
  takes: 'figures',
  knowsUnknown: true,
  encoding: 'one function, a line an indicator, typed out from the rules: as fast as JavaScript gets',
  async start(rules) {
    const address = `data:text/javascript,${encodeURIComponent(oneFunctionText(rules))}`;
    const { judge } = (await import(/* @vite-ignore */ address)) as {
      judge(figures: PlainFigures): number[];
    };
    return {
      judge: ({ figures }) => judge(figures),
      outcomes: (result) => (result as number[]).map((code) => OUTCOMES[code] as Outcome),
    };
  },
};
