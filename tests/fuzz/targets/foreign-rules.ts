import { fromJsonRulesEngine } from '../../../src/engines/json-rules-engine/index.js';
import type { NamedTarget } from '../target.js';
import { valueTarget } from '../value-target.js';
import { judges } from './rulesets.js';

const clean = { fact: 'water.hygienicRate', operator: 'greaterThanInclusive', value: 90 };
const insured = { fact: 'health.insuredRate', operator: 'lessThan', value: 95 };
const income = { fact: 'income.perCapita', operator: 'greaterThan', value: 48 };
const event = { type: 'water', params: { criterion: '17' } };

/** Rules as teams write them for json-rules-engine. */
const SOUND: readonly unknown[] = [
  [{ name: '17.1', conditions: { all: [clean, { any: [insured, { not: income }] }] }, event }],
  [
    { conditions: { any: [{ all: [clean, insured] }, { not: { all: [income] } }] }, event, priority: 1 },
    { name: '10', conditions: { all: [income] }, event: { type: 'income' } },
  ],
  [
    {
      name: '15.1',
      conditions: {
        all: [
          { ...insured, operator: 'in', value: [90, 95, 100] },
          { ...clean, operator: 'notIn', value: [1] },
        ],
      },
      event: { type: 'health', params: { indicator: '15.1' } },
    },
  ],
];

export const foreignRules: NamedTarget = {
  name: 'json-rules-engine',
  reads: 'fromJsonRulesEngine, then compile and evaluate',
  share: 6,
  prepare: () =>
    valueTarget('json-rules-engine', SOUND, (input) => {
      const parsed = fromJsonRulesEngine(input, {
        ruleset: {
          id: 'lao-cai/commune-ntm/2026-2030',
          title: { vi: 'Bộ riêng', en: 'own set' },
          period: { from: '2026-01-01', to: '2030-12-31' },
        },
      });
      if (!parsed.ok) return parsed.errors;
      judges(parsed.value);
      return undefined;
    }),
};
