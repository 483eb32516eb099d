import { describe, expect, it } from 'vitest';
import { Places } from '../../src/rule/place.js';

describe('the columns that snapshots have been judged by', () => {
  it('are one and the same for the same region, group, area, year and evidence, and others otherwise', () => {
    const places = new Places();
    const columns: readonly Parameters<Places['of']>[] = [
      ['delta', 'g1', 'a', 2023, false],
      ['mountains', 'g1', 'a', 2023, false],
      ['delta', 'g2', 'a', 2023, false],
      ['delta', 'g1', 'b', 2023, false],
      ['delta', 'g1', undefined, 2023, false],
      ['delta', 'g1', 'a', 2024, false],
      ['delta', 'g1', 'a', 2023, true],
      [undefined, undefined, undefined, 2023, false],
    ];
    const all = columns.map((column) => places.of(...column));
    expect(new Set(all).size).toBe(columns.length);
    for (const [at, column] of columns.entries()) {
      expect(places.of(...column)).toBe(all[at]);
      // After another one, and once more.
      places.of('elsewhere', undefined, undefined, 2023, false);
      expect(places.of(...column)).toBe(all[at]);
      expect(places.of(...column)).toBe(all[at]);
    }
    expect(all[0]).toMatchObject({
      region: 'delta',
      group: 'g1',
      area: 'a',
      year: 2023,
      publishedOnly: false,
    });
    expect(all[6]).toMatchObject({ publishedOnly: true, hypothetical: false });
    expect(all[0]?.case).toBeUndefined();
  });

  it('differ from one to the next', () => {
    const places = new Places();
    const of = (area: string) => places.of('delta', undefined, area, 2023, false);
    expect(of('a')).not.toBe(of('b'));
    expect(of('b').area).toBe('b');
    expect(of('a').area).toBe('a');
  });

  it('are kept up to 2,000, since areas are whatever a snapshot says', () => {
    const places = new Places();
    const of = (area: number) => places.of(undefined, undefined, String(area), 2023, false);
    const first = of(0);
    for (let area = 1; area < 2000; area += 1) of(area);
    expect(of(0)).toBe(first);
    of(2000);
    expect(of(0)).not.toBe(first);
    expect(of(0)).toMatchObject({ area: '0' });
  });
});

describe('a column', () => {
  const column = new Places().of('delta', 'g1', 'a', 2023, true);

  it('of one of the cases of an indicator is the same column otherwise, found once', () => {
    const many = column.inCase('many');
    expect(many).toMatchObject({ region: 'delta', group: 'g1', area: 'a', year: 2023, case: 'many' });
    expect(many).toMatchObject({ publishedOnly: true, hypothetical: false });
    expect(column.inCase('many')).toBe(many);
    expect(column.inCase('few')).not.toBe(many);
  });
  it('of the year after judges nobody yet', () => {
    const next = column.nextYear();
    expect(next).toMatchObject({ region: 'delta', group: 'g1', area: 'a', year: 2024, hypothetical: true });
    expect(next.publishedOnly).toBe(true);
    expect(column.nextYear()).toBe(next);
    expect(next.inCase('many')).toMatchObject({ year: 2024, case: 'many', hypothetical: true });
    expect(next.requirements).toEqual([]);
  });
});
