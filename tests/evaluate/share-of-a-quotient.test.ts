import { expect, test } from 'vitest';
import { evaluate } from '../../src/index.js';

test('an income per person worked out from 94 million over 7 people is held against the average and shown rounded', () => {
  const result = evaluate(
    {
      unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'An Giang' },
      assessedOn: '2012-06-01',
      year: 2012,
      facts: { 'income.total': 94, 'income.residents': 7, 'income.provincialAverage': 10 },
    },
    'vn/commune-ntm/2009-2015@2009-04-16',
  );
  const parts = result.criteria.flatMap(({ indicators }) => indicators.flatMap((one) => one.parts));
  const ratio = parts.find(({ fact }) => fact === 'income.ratioToProvincialAverage');
  // 94 over 7 is no count of anything.
  expect(ratio).toMatchObject({ observed: 1.3429 });
  expect(ratio).not.toHaveProperty('counts');
  expect(ratio?.outcome).not.toBe('unknown');
});
