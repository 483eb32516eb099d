import { ZenEngine, type ZenEngineResponse } from '@gorules/zen-engine';
import type { Outcome } from '../../../src/core.js';
import { type BenchEngine, expression, outcomeOfTruth, SIGNS } from './engine.js';

const END = { position: { x: 0, y: 0 } };

export const zenEngine: BenchEngine = {
  name: '@gorules/zen-engine',
  package: '@gorules/zen-engine',
  takes: 'figures',
  knowsUnknown: false,
  encoding:
    'one decision with an expression node, an entry an indicator; comparisons first ask whether the figure is there, since one missing figure fails the whole decision otherwise',
  start({ indicators }) {
    const expressions = indicators.map(({ met }, at) => ({
      id: `e${at}`,
      key: `i${at}`,
      value: expression(met, {
        all: 'and',
        any: 'or',
        compare: ({ figure, operator, value }) =>
          `(${figure} != null and ${figure} ${SIGNS[operator]} ${value})`,
      }),
    }));
    const decision = new ZenEngine().createDecision({
      contentType: 'application/vnd.gorules.decision',
      nodes: [
        { id: 'in', name: 'Figures', type: 'inputNode', content: { schema: '' }, ...END },
        { id: 'rules', name: 'Rules', type: 'expressionNode', content: { expressions }, ...END },
        { id: 'out', name: 'Outcomes', type: 'outputNode', ...END },
      ],
      edges: [
        { id: 'to-rules', sourceId: 'in', targetId: 'rules', type: 'edge' },
        { id: 'to-out', sourceId: 'rules', targetId: 'out', type: 'edge' },
      ],
    });
    return {
      judge: ({ figures }) => decision.evaluate(figures),
      outcomes(response): Outcome[] {
        const { result } = response as ZenEngineResponse;
        return indicators.map((_, at) => outcomeOfTruth(result[`i${at}`]));
      },
    };
  },
};
