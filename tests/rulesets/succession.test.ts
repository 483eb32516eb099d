import { describe, expect, it } from 'vitest';
import { getRuleset, type Indicator, listRulesets, type Ruleset } from '../../src/index.js';

const versions = listRulesets().map(({ id, version }) => getRuleset(`${id}@${version}`));

function entriesOf({ prerequisites = [], criteria }: Ruleset): Indicator[] {
  return [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)];
}

const succeeding = versions.flatMap((ruleset) =>
  entriesOf(ruleset).flatMap(({ id, succeeds }) => (succeeds ? [{ ruleset, id, succeeds }] : [])),
);

describe('what an indicator is said to succeed', () => {
  it('stands in a set of the same level whose period began earlier', () => {
    for (const { ruleset, id, succeeds } of succeeding) {
      const older = versions.filter((one) => one.id === succeeds.ruleset);
      const where = `${ruleset.id}@${ruleset.version} ${id}`;
      expect(older.length, where).toBeGreaterThan(0);
      for (const one of older) {
        expect(one.level, where).toBe(ruleset.level);
        expect(one.period.from < ruleset.period.from, where).toBe(true);
        expect(
          entriesOf(one).map((entry) => entry.id),
          where,
        ).toContain(succeeds.indicator);
      }
    }
  });

  it('is claimed by one indicator of a text only', () => {
    for (const ruleset of versions) {
      const claimed = entriesOf(ruleset).flatMap(({ succeeds }) =>
        succeeds ? [`${succeeds.ruleset} ${succeeds.indicator}`] : [],
      );
      expect(claimed, ruleset.id).toHaveLength(new Set(claimed).size);
    }
  });

  it('follows the commune set from 2021–2025 to 2016–2020, where five indicators got another number', () => {
    const own = (version: string) =>
      succeeding.filter(
        ({ ruleset }) => ruleset.id === 'vn/commune-ntm/2021-2025' && ruleset.version === version,
      );
    const renumbered = [
      ['17.5', '17.4'],
      ['17.8', '17.6'],
      ['17.10', '17.8'],
      ['18.4', '18.5'],
      ['18.5', '18.6'],
    ];
    for (const version of ['2022-03-08', '2024-03-01']) {
      expect(own(version)).toHaveLength(37);
      expect(
        own(version)
          .filter(({ id, succeeds }) => id !== succeeds.indicator)
          .map(({ id, succeeds }) => [id, succeeds.indicator]),
      ).toEqual(renumbered);
    }
  });
});
