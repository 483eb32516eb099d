import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTyped, typedText } from '../../docs/playground/typed-figure.js';

const reading = (text: string, locale: 'vi' | 'en' = 'vi') => {
  const typed = readTyped(text, locale);
  return typed.kind === 'reading' ? typed.reading : typed.kind;
};

describe('what is typed into a field', () => {
  test.each([
    ['95,3', { value: 95.3 }],
    ['95.3', { value: 95.3 }],
    [' 95,3 % ', { value: 95.3 }],
    ['1.234.567', { value: 1234567 }],
    ['0', { value: 0 }],
    ['> 99', { moreThan: 99 }],
    ['trên 99', { moreThan: 99 }],
    ['≥99,5', { atLeast: 99.5 }],
    ['dưới 5', { lessThan: 5 }],
    ['<= 5', { atMost: 5 }],
    ['khoảng 40,2', { value: 40.2, approximate: true }],
    ['~ > 99', { moreThan: 99, approximate: true }],
  ])('%s is read as it is meant', (text, expected) => {
    expect(reading(text)).toEqual(expected);
  });

  test.each(['', '  ', '-', '–', '…'])('“%s” is not known, never zero', (text) => {
    expect(reading(text)).toBe('blank');
  });

  test.each(['1.234', 'nhiều', '9,5,5', '> ', '12 người', '1e3', 'NaN', '__proto__'])(
    '%s is refused, and says why in both languages',
    (text) => {
      const typed = readTyped(text, 'vi');
      expect(typed.kind).toBe('refused');
      if (typed.kind === 'refused')
        expect([typed.why.vi.length, typed.why.en.length].every((length) => length > 10)).toBe(true);
    },
  );

  test('a figure with more digits than a number holds keeps them', () => {
    expect(reading('0,12345678901234567890')).toEqual({ value: '0.12345678901234567890' });
  });

  test('what is shown of a reading is read back as that reading, in both languages', () => {
    const figure = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, part]) => Number(`${whole}.${String(part).padStart(2, '0')}`));
    const readings = fc.record(
      {
        key: fc.constantFrom('value', 'atLeast', 'atMost', 'moreThan', 'lessThan'),
        figure,
        approximate: fc.boolean(),
      },
      { requiredKeys: ['key', 'figure', 'approximate'] },
    );
    fc.assert(
      fc.property(
        readings,
        fc.constantFrom('vi' as const, 'en' as const),
        ({ key, figure, approximate }, locale) => {
          const one = { [key]: figure, ...(approximate && { approximate: true }) };
          expect(reading(typedText(one, locale), locale)).toEqual(one);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
