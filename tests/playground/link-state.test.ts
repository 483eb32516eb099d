import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankDraft, draftFrom } from '../../docs/playground/draft.js';
import { linkOf, readLink } from '../../docs/playground/link-state.js';

const DAY = '2024-06-30';

const state = (facts: Record<string, unknown>, name = 'Xã Ví Dụ') => ({
  locale: 'vi' as const,
  ruleset: 'vn/commune-ntm/2021-2025',
  draft: { ...blankDraft('commune', DAY), unit: { level: 'commune' as const, name }, facts },
  amendments: [],
});

describe('the state of the playground in its link', () => {
  test('comes back as it was, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (name, facts) => {
          const plain = JSON.parse(JSON.stringify(state(facts, name))) as ReturnType<typeof state>;
          const read = readLink(`#${linkOf(plain)}`, DAY);
          expect(read.kind).toBe('state');
          if (read.kind === 'state') expect(JSON.stringify(read.state)).toBe(JSON.stringify(plain));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('any other text is an example, nothing, or refused: it never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `1.${text}`),
        ),
        (text) => {
          expect(['none', 'example', 'refused', 'state']).toContain(readLink(`#${text}`, DAY).kind);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a link that would unpack to hundreds of megabytes is given up early', () => {
    // What deflate makes of 300 MB of one letter, shortened: each round repeats the block before it.
    const link = linkOf(state({ a: 'x'.repeat(3_000_000) }));
    expect(link.length).toBeLessThan(60_000);
    expect(readLink(`#${link}`, DAY)).toEqual({ kind: 'refused', later: false });
  });

  test('a later form is refused by name, and says so', () => {
    expect(readLink('#2.AAAA', DAY)).toEqual({ kind: 'refused', later: true });
  });

  test('words choose language, example and what to do first', () => {
    expect(readLink('#en', DAY)).toEqual({ kind: 'none', open: false, locale: 'en' });
    expect(readLink('#en&open', DAY)).toEqual({ kind: 'none', open: true, locale: 'en' });
    expect(readLink('#example=nam-son', DAY)).toEqual({ kind: 'example', id: 'nam-son' });
    expect(readLink('', DAY)).toEqual({ kind: 'none', open: false });
  });
});

describe('a draft from anything', () => {
  test.each([null, 1, 'x', [], {}, { unit: null }, { unit: { level: 'phuong' } }, { unit: { name: 'x' } }])(
    '%j is none',
    (value) => {
      expect(draftFrom(value, DAY)).toBeUndefined();
    },
  );

  test('what a snapshot cannot do without is filled in, the rest stays for the engine to judge', () => {
    expect(draftFrom({ unit: { level: 'commune' }, facts: 3, remarks: 'x' }, DAY)).toEqual({
      unit: { level: 'commune', name: '' },
      assessedOn: DAY,
      facts: {},
      remarks: 'x',
    });
  });
});
