import type { Path } from '../problem/problem.js';
import type { ProblemList } from '../problem/problem-list.js';
import { oneOf, same } from '../problem/report.js';
import { type Amount, add, amountOf, compareAmounts } from '../rule/amount.js';
import { boundsOf } from '../rule/fact-range.js';
import { gradeIndex } from '../rule/reading.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Reading } from '../schema/snapshot.js';
import { rangeText } from './figures.js';

export const BOUND_KEYS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;

/** One end of a span; `open` when the end itself is excluded. */
interface End {
  readonly at: Amount;
  readonly open: boolean;
}

/** A reading is one value, or at most one bound on each side. */
export function checkOneStatement(reading: Reading, path: Path, problems: ProblemList): boolean {
  const given = (['value', ...BOUND_KEYS] as const).filter(
    (key) => reading[key] !== undefined && reading[key] !== null,
  );
  const both = (a: (typeof given)[number], b: (typeof given)[number]): boolean =>
    given.includes(a) && given.includes(b);
  const tooMuch = given.includes('value') && given.length > 1;
  if (!tooMuch && !both('atLeast', 'moreThan') && !both('atMost', 'lessThan')) return true;
  contradiction(given.join(', '), path, problems);
  return false;
}

function contradiction(shown: string, path: Path, problems: ProblemList): void {
  problems.add('bounds-contradict', path, () => ({
    shown,
    expected: {
      vi: 'một giá trị, hoặc một cận dưới và một cận trên',
      en: 'one value, or one lower and one upper bound',
    },
    hint: { vi: 'Giữ lại giá trị đúng.', en: 'Keep the one that is right.' },
  }));
}

/** Whether any figure of this fact lies within the bounds given: none is more than 100 %. */
export function checkSpan(
  reading: Reading,
  definition: FactDefinition,
  path: Path,
  problems: ProblemList,
): void {
  const { atLeast, moreThan, atMost, lessThan } = reading;
  const [low, high] = [atLeast ?? moreThan, atMost ?? lessThan];
  const [first, last] = extremesOf(definition);
  const lower = low === undefined ? first : endOf(low, moreThan !== undefined, 1, definition);
  const upper = high === undefined ? last : endOf(high, lessThan !== undefined, -1, definition);
  if (!lower || !upper || !isEmpty(lower, upper)) return;
  if (low !== undefined && high !== undefined) contradiction(`${low} … ${high}`, path, problems);
  else outOfBounds(low === undefined ? 'lessThan' : 'moreThan', low ?? high, definition, path, problems);
}

function endOf(figure: number | string, open: boolean, inwards: 1 | -1, definition: FactDefinition): End {
  const at = definition.type === 'level' ? gradeIndex(definition, figure) : amountOf(figure);
  // Over 3 households is at least 4: between 3 and 4 there is none.
  const whole = definition.type === 'count' || definition.type === 'level';
  return open && whole ? { at: add(at, inwards), open: false } : { at, open };
}

function extremesOf(definition: FactDefinition): [End | undefined, End | undefined] {
  const end = (at: number | undefined): End | undefined =>
    at === undefined ? undefined : { at, open: false };
  if (definition.type === 'level') return [end(0), end((definition.grades?.length ?? 0) - 1)];
  const { min, max } = boundsOf(definition);
  return [end(min), end(max)];
}

function isEmpty(lower: End, upper: End): boolean {
  const order = compareAmounts(lower.at, upper.at);
  return order > 0 || (order === 0 && (lower.open || upper.open));
}

function outOfBounds(
  key: 'moreThan' | 'lessThan',
  found: unknown,
  definition: FactDefinition,
  path: Path,
  problems: ProblemList,
): void {
  problems.add('out-of-bounds', [...path, key], () => ({
    found,
    expected: definition.grades
      ? oneOf(definition.grades.map(({ id }) => String(id)))
      : same(rangeText(definition)),
    hint: { vi: 'Không có số liệu nào nằm ngoài giới hạn này.', en: 'No figure lies beyond this bound.' },
  }));
}
