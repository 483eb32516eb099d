import {
  evaluateTiers,
  ladders,
  parseLadder,
  parsePlan,
  parseRecognitionRules,
  planText,
  recognitionRules,
} from '../../../src/index.js';
import { problemsThrownBy } from '../findings.js';
import { soundFiles } from '../sound-files.js';
import type { NamedTarget } from '../target.js';
import { valueTarget } from '../value-target.js';

export const plans: NamedTarget = {
  name: 'plan',
  reads: 'parsePlan, then planText',
  share: 12,
  prepare: () => {
    const unit = { level: 'commune', name: 'Xã A', province: 'Lào Cai' };
    const small = {
      format: 1,
      targets: [
        { unit, ruleset: 'vn/commune-ntm/2021-2025', period: '2024-H1', close: 3 },
        {
          unit,
          ruleset: 'vn/commune-ntm/2021-2025',
          period: { by: '2025-12-31' },
          close: ['1', '2', '3', '4'],
        },
      ],
    };
    return valueTarget('plan', [small, small, ...soundFiles('docs/examples', /\.plan\.json$/)], (input) => {
      const parsed = parsePlan(input);
      if (!parsed.ok) return parsed.errors;
      planText(parsed.value, { locale: 'vi' });
      return undefined;
    });
  },
};

export const ladderTarget: NamedTarget = {
  name: 'ladder',
  reads: 'parseLadder, then evaluateTiers',
  share: 8,
  prepare: () =>
    valueTarget('ladder', ladders(), (input) => {
      const parsed = parseLadder(input);
      if (!parsed.ok) return parsed.errors;
      const { level, period } = parsed.value;
      problemsThrownBy(() =>
        evaluateTiers({ unit: { level, name: 'x' }, assessedOn: period.to, facts: {} }, parsed.value),
      );
      return undefined;
    }),
};

export const recognition: NamedTarget = {
  name: 'recognition',
  reads: 'parseRecognitionRules',
  share: 1,
  prepare: () =>
    valueTarget('recognition', recognitionRules(), (input) => {
      const parsed = parseRecognitionRules(input);
      return parsed.ok ? undefined : parsed.errors;
    }),
};
