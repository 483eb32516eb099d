import { describe, expect, test } from 'vitest';
import { readingIn, slotsOf, withReading } from '../../docs/playground/fact-entry.js';

describe('a fact of a snapshot, one field a reading', () => {
  test('what was said of a figure stays with it when the figure is changed', () => {
    const facts = { 'health.insuredRate': { value: 95.3, asOf: '2023-12-31', source: 'báo cáo' } };
    expect(withReading(facts, 'health.insuredRate', {}, { moreThan: 94 })).toEqual({
      'health.insuredRate': { moreThan: 94, asOf: '2023-12-31', source: 'báo cáo' },
    });
    expect(facts['health.insuredRate'].value).toBe(95.3);
  });

  test('an approximation that is typed exactly is not approximate any more', () => {
    const facts = { a: { value: 40.2, approximate: true, source: 's' } };
    expect(withReading(facts, 'a', {}, { value: 40.2 })).toEqual({ a: { value: 40.2, source: 's' } });
  });

  test('men and women are readings of their own beside the total', () => {
    let facts: Record<string, unknown> = { a: 91 };
    facts = withReading(facts, 'a', { sex: 'male' }, { value: 92 });
    facts = withReading(facts, 'a', { sex: 'female' }, { value: 90 });
    expect(facts).toEqual({ a: [91, { sex: 'male', value: 92 }, { sex: 'female', value: 90 }] });
    expect(readingIn(facts, 'a', { sex: 'female' })).toEqual({ sex: 'female', value: 90 });
    expect(slotsOf(facts.a)).toEqual([{}, { sex: 'male' }, { sex: 'female' }]);
  });

  test('a figure by one standard never takes the place of one by another', () => {
    const facts = {
      a: [
        { value: 2.63, standard: 'quang-ninh/2023-2025' },
        { value: 1.16, standard: 'vn/2022-2025' },
      ],
    };
    expect(withReading(facts, 'a', { standard: 'vn/2022-2025' }, { value: 1 })).toEqual({
      a: [
        { value: 2.63, standard: 'quang-ninh/2023-2025' },
        { value: 1, standard: 'vn/2022-2025' },
      ],
    });
  });

  test('a figure that is blanked out is gone, not zero; the last one takes the fact along', () => {
    const facts = { a: [91, { value: 92, sex: 'male' as const }], b: 1 };
    const less = withReading(facts, 'a', { sex: 'male' }, undefined);
    expect(less).toEqual({ a: 91, b: 1 });
    expect(withReading(less, 'a', {}, undefined)).toEqual({ b: 1 });
  });
});
