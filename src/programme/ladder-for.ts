import { yearOf } from '../evaluate/context.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem, same } from '../problem/report.js';
import type { Ladder } from '../schema/ladder.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
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

/**
 * The ladders of a unit's level for the year judged that are its own: the nation's first, since decisions of
 * recognition speak of its sets, then its province's.
 */
export function laddersOf(law: LawAtHand, snapshot: Snapshot): readonly Ladder[] {
  const year = yearJudged(snapshot);
  const ofLevel = law.ladders.filter(({ level }) => level === snapshot.unit.level);
  const fitting = ofLevel.filter((ladder) => covers(ladder, year));
  const places = law.provinces(snapshot);
  return [
    ...fitting.filter(({ jurisdiction }) => jurisdiction === 'vn'),
    ...fitting.filter(({ jurisdiction }) => places.includes(jurisdiction)),
  ];
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
 * The ladder that a unit is led by: the one asked for, else the one of its level for the year judged.
 *
 * @throws NtmError `unknown-ladder`, `no-ladder` or `wrong-level`
 */
export function ladderFor(law: LawAtHand, snapshot: Snapshot, asked?: string | Ladder): Ladder {
  if (asked === undefined) {
    const [own] = laddersOf(law, snapshot);
    if (!own) throw new NtmError([noLadder(law, snapshot, yearJudged(snapshot))]);
    return own;
  }
  const ladder = typeof asked === 'string' ? ladderById(law, asked) : asked;
  const { level } = snapshot.unit;
  if (ladder.level === level) return ladder;
  throw new NtmError([
    problem('wrong-level', '/unit/level', {
      found: level,
      expected: same(ladder.level),
      hint: {
        vi: `${ladder.id} dành cho cấp ${ladder.level}; chọn thang mức độ của cấp ${level}.`,
        en: `${ladder.id} is for the level ${ladder.level}; choose a ladder for the level ${level}.`,
      },
    }),
  ]);
}
