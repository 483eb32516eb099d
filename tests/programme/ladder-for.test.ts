import { describe, expect, it } from 'vitest';
import { NtmError, type Problem } from '../../src/problem/problem.js';
import { problem } from '../../src/problem/report.js';
import { ladderById, ladderFor, laddersOf } from '../../src/programme/ladder-for.js';
import type { Ladder } from '../../src/schema/ladder.js';

interface Given {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly jurisdiction?: string;
  readonly level?: string;
  /** Its lowest tier is left to the provinces. */
  readonly leftOpen?: boolean;
}

const ladder = ({
  id,
  from = '2021-01-01',
  to = '2025-12-31',
  jurisdiction = 'vn',
  level = 'commune',
  leftOpen = false,
}: Given): Ladder =>
  ({
    id,
    level,
    jurisdiction,
    period: { from, to },
    steps: [leftOpen ? { tier: 'ntm' } : { tier: 'ntm', ruleset: `${id}/set` }],
  }) as unknown as Ladder;

/** Law with these ladders; the sets of those listed do not judge the day. */
function law(
  ladders: readonly Given[],
  silent: readonly string[] = [],
  provinces: readonly string[] = ['lao-cai'],
) {
  return {
    ladders: ladders.map(ladder),
    provinces: () => provinces,
    choose: (_snapshot: unknown, ruleset: string) => {
      if (silent.some((id) => ruleset === `${id}/set`))
        throw new NtmError([problem('not-in-force', '', { expected: 'another day', hint: 'choose it' })]);
      return {};
    },
  } as never;
}

const snapshot = (assessedOn = '2024-06-30', year: number | null = 2023, level = 'commune') =>
  ({ unit: { level, name: 'A' }, assessedOn, year, facts: {} }) as never;
const ids = (ladders: readonly Ladder[]) => ladders.map(({ id }) => id);
const thrown = (run: () => unknown): readonly Problem[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
  }
  throw new Error('nothing was refused');
};

describe('the ladders of a unit', () => {
  const OLD = { id: 'old', from: '2016-01-01', to: '2020-12-31' };
  const NEW = { id: 'new' };
  const NEXT = { id: 'next', from: '2026-01-01', to: '2030-12-31' };

  it('are the one of the nation in time, then that of its province, at its level', () => {
    const own = { id: 'own', jurisdiction: 'lao-cai' };
    expect(ids(laddersOf(law([own, NEW, { id: 'other', jurisdiction: 'ha-tinh' }]), snapshot()))).toEqual([
      'new',
      'own',
    ]);
    expect(ids(laddersOf(law([{ id: 'villages', level: 'village' }, NEW]), snapshot()))).toEqual(['new']);
    expect(laddersOf(law([{ id: 'villages', level: 'village' }]), snapshot())).toEqual([]);
    expect(ids(laddersOf(law([own], [], ['yen-bai', 'lao-cai']), snapshot()))).toEqual(['own']);
  });
  it('of several whose sets judge the day are that of the year judged, else the latest', () => {
    const both = law([NEW, OLD, NEXT]);
    expect(ids(laddersOf(both, snapshot('2024-06-30', 2023)))).toEqual(['new']);
    expect(ids(laddersOf(both, snapshot('2021-06-30', 2020)))).toEqual(['old']);
    expect(ids(laddersOf(both, snapshot('2024-06-30', 2015)))).toEqual(['new']);
    expect(ids(laddersOf(both, snapshot('2021-06-30', 2016)))).toEqual(['old']);
    expect(ids(laddersOf(both, snapshot('2025-06-30', 2025)))).toEqual(['new']);
    expect(ids(laddersOf(both, snapshot('2024-06-30', 2021)))).toEqual(['new']);
    expect(ids(laddersOf(law([OLD, NEW]), snapshot('2024-06-30', 2015)))).toEqual(['new']);
  });
  it('have begun by the day', () => {
    expect(ids(laddersOf(law([NEXT]), snapshot('2025-12-31', 2026)))).toEqual([]);
    expect(ids(laddersOf(law([NEXT]), snapshot('2026-01-01', 2026)))).toEqual(['next']);
  });
  it('whose sets do not judge the day give way, or where none does are that of the year', () => {
    expect(ids(laddersOf(law([OLD, NEW], ['new']), snapshot('2021-06-17', 2021)))).toEqual(['old']);
    expect(ids(laddersOf(law([OLD, NEW], ['new', 'old']), snapshot('2021-06-17', 2021)))).toEqual(['new']);
    expect(ids(laddersOf(law([OLD, NEW], ['new', 'old']), snapshot('2021-06-17', 2014)))).toEqual([]);
    expect(ids(laddersOf(law([OLD, { ...NEW, leftOpen: true }]), snapshot('2021-06-17', 2021)))).toEqual([
      'old',
    ]);
  });
  it('are those of the day’s year where none was said', () => {
    expect(ids(laddersOf(law([OLD, NEW]), snapshot('2024-06-30', null)))).toEqual(['new']);
  });
});

describe('the ladder that leads a unit', () => {
  it('is the first of its own, or the one asked for', () => {
    const [asked] = [ladder({ id: 'asked' })];
    expect(ladderFor(law([{ id: 'new' }]), snapshot()).id).toBe('new');
    expect(ladderFor(law([{ id: 'new' }]), snapshot(), asked)).toBe(asked);
  });
  it('is refused where there is none, with those of the level', () => {
    const later = { from: '2026-01-01', to: '2030-12-31' };
    const problems = thrown(() =>
      ladderFor(
        law([
          { id: 'a', ...later },
          { id: 'b', ...later },
        ]),
        snapshot(),
      ),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'no-ladder',
      path: '/assessedOn',
      found: '"commune, 2024-06-30, 2023"',
      expected: { vi: 'một trong: a, b', en: 'one of: a, b' },
      hint: {
        vi: 'Chọn rõ một thang mức độ, hoặc đưa vào thang của mình.',
        en: 'Name one of these ladders, or give one of your own.',
      },
    });
    expect(thrown(() => ladderFor(law([]), snapshot()))[0]?.expected).toEqual({
      vi: 'thang mức độ của cấp commune',
      en: 'a ladder of the level commune',
    });
  });
  it('is refused where it is of another level', () => {
    const village = ladder({ id: 'v', level: 'village' });
    expect(thrown(() => ladderFor(law([]), snapshot(), village))[0]).toMatchObject({
      code: 'wrong-level',
      path: '/unit/level',
      found: '"commune"',
      expected: { vi: 'village', en: 'village' },
      hint: {
        vi: 'v dành cho cấp village; chọn thang mức độ của cấp commune.',
        en: 'v is for the level village; choose a ladder for the level commune.',
      },
    });
  });
});

describe('a ladder by its id', () => {
  const some = law([{ id: 'vn/commune/2021-2025' }, { id: 'vn/district/2021-2025' }]);
  it('is found as it is written', () => {
    expect(ladderById(some, 'vn/district/2021-2025').id).toBe('vn/district/2021-2025');
  });
  it('that is none is refused with the nearest spelling, or where to look', () => {
    expect(thrown(() => ladderById(some, 'vn/comune/2021-2025'))[0]).toMatchObject({
      code: 'unknown-ladder',
      path: '',
      found: '"vn/comune/2021-2025"',
      expected: { en: 'one of: vn/commune/2021-2025, vn/district/2021-2025' },
      hint: { vi: 'Có phải ý bạn là “vn/commune/2021-2025”?', en: 'Did you mean “vn/commune/2021-2025”?' },
    });
    expect(thrown(() => ladderById(some, 'x'))[0]?.hint).toEqual({
      vi: 'Xem danh sách: ladders(), hoặc docs/rulesets/ladders.md',
      en: 'See the list: ladders(), or docs/rulesets/ladders.md',
    });
  });
});
