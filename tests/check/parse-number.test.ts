import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFigure, type Locale, parseNumber } from '../../src/core.js';
import { saying, vien } from './told.js';

function read(text: string, locale: Locale, options?: { declared?: boolean }): string {
  const parsed = parseNumber(text, locale, options);
  return parsed.ok ? parsed.value : `${parsed.errors[0]?.code}`;
}

describe('a number in a Vietnamese text', () => {
  it.each([
    // decimal comma
    ['9,5', '9.5'],
    ['95,125', '95.125'],
    ['0,07', '0.07'],
    ['-1,5', '-1.5'],
    // a point that can be no thousands dot
    ['9.5', '9.5'],
    ['95.25', '95.25'],
    ['1.2345', '1.2345'],
    ['1234.567', '1234.567'],
    ['0.123', '0.123'],
    // thousands dots
    ['1.234.567', '1234567'],
    ['1.234,5', '1234.5'],
    ['12.345.678,90', '12345678.90'],
    // spaces for thousands: plain, fixed, thin, narrow, of a figure's width
    ['1 234', '1234'],
    ['1 234,5', '1234.5'],
    ['1 234.567', '1234.567'],
    ['1\u00a0234\u00a0567', '1234567'],
    ['1\u2009234,5', '1234.5'],
    ['1\u202f234', '1234'],
    ['1\u2007234', '1234'],
    // English thousands that can be nothing else
    ['1,234,567', '1234567'],
    ['1,234.5', '1234.5'],
    // whole numbers, signs, spaces around, padding
    ['0', '0'],
    ['1234', '1234'],
    ['−7', '-7'],
    ['-7', '-7'],
    ['  9,5\n', '9.5'],
    ['007', '7'],
    ['-00,50', '-0.50'],
  ])('%j is %s', (text, value) => {
    expect(read(text, 'vi')).toBe(value);
  });
  it.each(['1.234', '12.345', '123.456', '-1.234', '9.500'])('%j could be thousands or a decimal', (text) => {
    expect(read(text, 'vi')).toBe('ambiguous-number');
  });
  it('and says both readings', () => {
    expect(saying(parseNumber('1.234', 'vi'))).toEqual([
      {
        code: 'ambiguous-number',
        path: '',
        found: '"1.234"',
        expected: vien('một số', 'a number'),
        hint: vien(
          'Có thể là 1234 hoặc 1.234; ghi rõ kiểu số của tệp.',
          'It may be 1234 or 1.234; declare the number style of the file.',
        ),
      },
    ]);
  });
  it('declared, 1.234 is thousands, and only the declared style is read', () => {
    const declared = (text: string) => read(text, 'vi', { declared: true });
    expect(declared('1.234')).toBe('1234');
    expect(declared('9,5')).toBe('9.5');
    expect(declared('1 234,5')).toBe('1234.5');
    for (const text of ['9.5', '1,234.5', '1 234.5', '0.123']) expect(declared(text)).toBe('text-for-number');
  });
});

describe('a number in an English text', () => {
  it.each([
    ['9.5', '9.5'],
    ['1.234', '1.234'],
    ['1,234,567', '1234567'],
    ['1,234.5', '1234.5'],
    ['1 234.5', '1234.5'],
    ['9,5', '9.5'],
    ['1.234.567', '1234567'],
    ['1.234,5', '1234.5'],
    ['0,123', '0.123'],
  ])('%j is %s', (text, value) => {
    expect(read(text, 'en')).toBe(value);
  });
  it('1,234 could be thousands or a decimal, unless the style is declared', () => {
    expect(read('1,234', 'en')).toBe('ambiguous-number');
    expect(read('1,234', 'en', { declared: true })).toBe('1234');
    expect(read('9,5', 'en', { declared: true })).toBe('text-for-number');
  });
});

describe('what is no number is never taken for one', () => {
  it.each([
    '',
    ' ',
    'nhiều',
    '9,5 %',
    '9,5x',
    '1e3',
    '0x10',
    '+5',
    '.5',
    '5.',
    ',5',
    '5,',
    '--5',
    '- 5',
    '1,2,3',
    '1.2.3',
    '9 5',
    '95 3',
    '12 34',
    '1 2345',
    '1234 567',
    '1.23.456',
    '01.234.567',
    '1.234 567',
    '9\t5',
    '1\n234',
    '1__000',
    '٣',
    '９５',
    'NaN',
    'Infinity',
    '-',
    '−',
  ])('%j', (text) => {
    expect(read(text, 'vi')).toBe('text-for-number');
  });
  it('the hint shows how to write one', () => {
    expect(saying(parseNumber('nhiều', 'vi'))).toEqual([
      {
        code: 'text-for-number',
        path: '',
        found: '"nhiều"',
        expected: vien('một số', 'a number'),
        hint: vien('Viết ví dụ 9,5.', 'Write for example 9,5.'),
      },
    ]);
    expect(saying(parseNumber('many', 'en'))[0]?.hint).toEqual(
      vien('Viết ví dụ 9.5.', 'Write for example 9.5.'),
    );
  });
  it('40 digits are read, 41 are too many, and long texts are not looked at', () => {
    expect(read('9'.repeat(40), 'vi')).toBe('9'.repeat(40));
    expect(read('9'.repeat(41), 'vi')).toBe('text-too-long');
    expect(read('1'.repeat(50_000_000), 'vi')).toBe('text-too-long');
    expect(JSON.stringify(parseNumber('1'.repeat(50_000_000), 'vi')).length).toBeLessThan(1000);
  });
  it('neither is something that is no text, nor a style there is not', () => {
    for (const value of [undefined, null, 9.5, {}, ['9']])
      expect(read(value as string, 'vi')).toBe('wrong-type');
    for (const locale of ['fr', 'toString', null]) expect(read('9', locale as Locale)).toBe('bad-option');
  });
});

describe('for every number', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^[0-9]{0,10}$/))
    .map(([minus, whole, fraction]) => {
      const digits = fraction.replace(/0+$/, '');
      const value = digits === '' ? `${whole}` : `${whole}.${digits}`;
      return minus && /[1-9]/.test(value) ? `-${value}` : value;
    });
  const locale = fc.constantFrom<Locale>('vi', 'en');
  it('what we write, we read', () => {
    fc.assert(
      fc.property(decimal, locale, (value, language) => {
        expect(
          read(formatFigure(value, { locale: language, places: 10 }), language, { declared: true }),
        ).toBe(value);
      }),
    );
  });
  it('what we write is never read as another number where the style is not declared', () => {
    fc.assert(
      fc.property(decimal, locale, locale, (value, written, readAs) => {
        const text = formatFigure(value, { locale: written, places: 10 });
        const [mark] = text.match(/[.,]/g) ?? [];
        const undecided = mark === (readAs === 'vi' ? ',' : '.') && /^-?\d{1,3}[.,]\d{3}$/.test(text);
        // One mark and three digits: where the mark is the reader's own decimal mark, that is what it is.
        if (!undecided) expect([value, 'ambiguous-number']).toContain(read(text, readAs));
      }),
    );
  });
  it('reading what was read changes nothing', () => {
    fc.assert(
      fc.property(decimal, locale, (value, language) => {
        expect([value, 'ambiguous-number']).toContain(read(value, language));
      }),
    );
  });
});
