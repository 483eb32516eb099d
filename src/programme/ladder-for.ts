import { yearOf } from '../evaluate/context.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem, same } from '../problem/report.js';
import type { Ladder } from '../schema/ladder.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { decidingSet, textFor } from './deciding-set.js';
import type { LawAtHand } from './law-at-hand.js';

const SEE_LADDERS: Localized = {
  vi: 'Xem danh sách: ladders(), hoặc docs/rulesets/ladders.md',
  en: 'See the list: ladders(), or docs/rulesets/ladders.md',
};

/** The year judged, without a note. */
export function yearJudged(snapshot: Snapshot): number {
  return yearOf(snapshot, () => {});
}

const covers = ({ period }: Ladder, year: number): boolean =>
  Number(period.from.slice(0, 4)) <= year && year <= Number(period.to.slice(0, 4));

/** The ladder of an id, or a problem with the nearest spelling. */
export function ladderById(law: LawAtHand, id: string): Ladder {
  const found = law.ladders.find((ladder) => ladder.id === id);
  if (found) return found;
  const known = law.ladders.map((ladder) => ladder.id);
  throw new NtmError([
    problem('unknown-ladder', '', {
      found: id,
      expected: oneOf(known),
      hint: didYouMean(id, known, SEE_LADDERS),
    }),
  ]);
}

/** Whether the set of a ladder's lowest tier judges that day and year. */
function judges(law: LawAtHand, { steps }: Ladder, snapshot: Snapshot): boolean {
  const [lowest] = steps;
  const { ruleset } = lowest ? decidingSet(lowest, law.provinces(snapshot)) : {};
  return ruleset !== undefined && textFor(law, snapshot, ruleset).kind === 'text';
}

/**
 * Of ladders one after another in time the one that leads this unit: its sets judge that day; of several the one of the
 * year judged, else the latest. Where none judges the day, the one of the year, whose tiers then say which texts are
 * nearest.
 */
function inTime(law: LawAtHand, ladders: readonly Ladder[], snapshot: Snapshot): Ladder | undefined {
  const year = yearJudged(snapshot);
  const begun = ladders
    .filter(({ period }) => period.from <= snapshot.assessedOn)
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const judging = begun.filter((ladder) => judges(law, ladder, snapshot));
  return (
    judging.find((ladder) => covers(ladder, year)) ?? judging.at(-1) ?? begun.find((one) => covers(one, year))
  );
}

/**
 * The ladders that are a unit's own on that day: the nation's first, since decisions of recognition and what units
 * report speak of its sets, then its province's.
 */
export function laddersOf(law: LawAtHand, snapshot: Snapshot): readonly Ladder[] {
  const ofLevel = law.ladders.filter(({ level }) => level === snapshot.unit.level);
  const places = ['vn', ...law.provinces(snapshot)];
  return places.flatMap((place) => {
    const own = ofLevel.filter(({ jurisdiction }) => jurisdiction === place);
    return inTime(law, own, snapshot) ?? [];
  });
}

function noLadder(law: LawAtHand, { unit, assessedOn }: Snapshot, year: number): Problem {
  const known = law.ladders.filter(({ level }) => level === unit.level).map(({ id }) => id);
  return problem('no-ladder', '/assessedOn', {
    found: `${unit.level}, ${assessedOn}, ${year}`,
    expected:
      known.length > 0
        ? oneOf(known)
        : { vi: `thang mức độ của cấp ${unit.level}`, en: `a ladder of the level ${unit.level}` },
    hint: {
      vi: 'Chọn rõ một thang mức độ, hoặc đưa vào thang của mình.',
      en: 'Name one of these ladders, or give one of your own.',
    },
  });
}

/**
 * The ladder that a unit is led by: the one asked for, else the first that is its own on that day.
 *
 * @throws NtmError `no-ladder` or `wrong-level`
 */
export function ladderFor(law: LawAtHand, snapshot: Snapshot, asked?: Ladder): Ladder {
  if (asked === undefined) {
    const [own] = laddersOf(law, snapshot);
    if (!own) throw new NtmError([noLadder(law, snapshot, yearJudged(snapshot))]);
    return own;
  }
  const { level } = snapshot.unit;
  if (asked.level === level) return asked;
  throw new NtmError([
    problem('wrong-level', '/unit/level', {
      found: level,
      expected: same(asked.level),
      hint: {
        vi: `${asked.id} dành cho cấp ${asked.level}; chọn thang mức độ của cấp ${level}.`,
        en: `${asked.id} is for the level ${asked.level}; choose a ladder for the level ${level}.`,
      },
    }),
  ]);
}
