import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/words/scorecard-layout.js';

describe('the columns a text takes', () => {
  test.each([
    ['Xã Nam Sơn', 10],
    ['Nghị quyết', 10],
    ['95,3 %', 6],
    ['', 0],
    ['新农村', 6],
    ['✓ đạt', 5],
    ['a\u200db', 2],
  ])('%s takes %i', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  test('are the same composed and decomposed', () => {
    const letters = [...'aăâeêioôơuưyđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ '];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters)), (chosen) => {
        const text = chosen.join('');
        expect(widthOf(text.normalize('NFD'))).toBe(chosen.length);
        expect(widthOf(text.normalize('NFC'))).toBe(chosen.length);
      }),
      { numRuns: 1000 },
    );
  });
});
