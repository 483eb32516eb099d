import { evaluate } from 'feelin';
import { type BenchEngine, expression, outcomeOfTruth, SIGNS } from './engine.js';

export const feel: BenchEngine = {
  name: 'feelin',
  package: 'feelin',
  takes: 'figures',
  knowsUnknown: false,
  encoding:
    'one FEEL context with an entry an indicator; feelin has no compiled form and reads it again each time',
  start({ indicators }) {
    const entries = indicators.map(({ met }, at) => {
      const compare = { ...SIGNS, equal: '=' };
      const text = expression(met, {
        all: 'and',
        any: 'or',
        compare: ({ figure, operator, value }) => `${figure} ${compare[operator]} ${value}`,
      });
      return `i${at}: ${text}`;
    });
    const context = `{ ${entries.join(', ')} }`;
    return {
      judge: ({ figures }) => evaluate(context, figures),
      outcomes(result) {
        const { value } = result as { value: Record<string, unknown> };
        return indicators.map((_, at) => outcomeOfTruth(value[`i${at}`]));
      },
    };
  },
};
