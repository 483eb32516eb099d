import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from './arbitrary-cases.js';
import { byLibrary } from './both-ways.js';

it('the rulesets and snapshots tried reach every outcome, exemptions and every reason', () => {
  const seen = new Set<string>();
  for (const one of fc.sample(cases, { numRuns: 500, seed: 2021 })) {
    const evaluation = byLibrary(one);
    seen.add(`set ${evaluation.outcome}`);
    if (evaluation.context.regions.length > 1) seen.add('several regions');
    if (evaluation.context.groups.length > 1) seen.add('several groups');
    for (const { indicators, outcome } of evaluation.criteria) {
      seen.add(`criterion ${outcome}`);
      for (const result of indicators) {
        seen.add(`indicator ${result.outcome}`).add(`basis ${result.basis}`);
        for (const reason of result.reasons) seen.add(`reason ${reason}`);
      }
    }
  }
  const outcomes = ['met', 'unmet', 'unknown'];
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...outcomes.flatMap((outcome) => [`set ${outcome}`, `criterion ${outcome}`, `indicator ${outcome}`]),
      ...['facts', 'declared', 'exempt', 'none'].map((basis) => `basis ${basis}`),
      ...[
        'missing-fact',
        'requirement-undetermined',
        'left-to-province',
        'not-encoded',
        'context-missing',
        'empty-base',
        'imprecise',
        'fact-unavailable',
        'child-unknown',
      ].map((reason) => `reason ${reason}`),
      'several regions',
      'several groups',
    ]),
  );
}, 120_000);
