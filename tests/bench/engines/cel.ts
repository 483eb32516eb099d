import { Environment } from '@marcbachmann/cel-js';
import { type BenchEngine, expression, outcomeOfTruth, SIGNS } from './engine.js';

export const cel: BenchEngine = {
  name: '@marcbachmann/cel-js',
  package: '@marcbachmann/cel-js',
  takes: 'figures',
  knowsUnknown: true,
  encoding:
    'one parsed expression an indicator over declared variables; an error (a missing figure) is unknown',
  start({ indicators, figures: declared }) {
    const environment = new Environment();
    for (const [name, { type }] of declared)
      environment.registerVariable(name, type === 'boolean' ? 'bool' : 'double');
    const literal = (value: number | boolean) => (Number.isInteger(value) ? `${value}.0` : String(value));
    const parsed = indicators.map(({ met }) =>
      environment.parse(
        expression(met, {
          all: '&&',
          any: '||',
          compare: ({ figure, operator, value }) => `${figure} ${SIGNS[operator]} ${literal(value)}`,
        }),
      ),
    );
    return {
      judge: ({ figures }) =>
        parsed.map((one) => {
          try {
            return one(figures as Record<string, unknown>);
          } catch {
            return undefined;
          }
        }),
      outcomes: (result) => (result as unknown[]).map(outcomeOfTruth),
    };
  },
};
