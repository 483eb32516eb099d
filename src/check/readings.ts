import type { Path } from '../problem/problem.js';
import type { ProblemList } from '../problem/problem-list.js';
import { didYouMean, oneOf } from '../problem/report.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Reading } from '../schema/snapshot.js';
import { checkFigure } from './figures.js';
import { BOUND_KEYS, checkOneStatement, checkSpan } from './reading-bounds.js';
import type { Vocabulary } from './vocabulary.js';

/** Checks one reading whose shape is sound: its figures, its bounds, and what tells it apart from others. */
export function checkReading(
  reading: Reading,
  definition: FactDefinition | undefined,
  path: Path,
  vocabulary: Vocabulary,
  problems: ProblemList,
): void {
  const before = problems.size;
  for (const key of ['value', ...BOUND_KEYS] as const) {
    if (reading[key] !== undefined && reading[key] !== null)
      checkFigure(reading[key], definition, [...path, key], problems);
  }
  const isOne = checkOneStatement(reading, path, problems);
  if (isOne && definition && problems.size === before) checkSpan(reading, definition, path, problems);
  if (definition) checkQualifiers(reading, definition, path, vocabulary, problems);
}

function checkQualifiers(
  reading: Reading,
  { variesBy = [] }: FactDefinition,
  path: Path,
  vocabulary: Vocabulary,
  problems: ProblemList,
): void {
  for (const qualifier of ['sex', 'standard'] as const) {
    if (reading[qualifier] === undefined || variesBy.includes(qualifier)) continue;
    problems.add('qualifier-not-used', [...path, qualifier], () => ({
      found: reading[qualifier],
      expected: { vi: 'không ghi', en: 'nothing' },
      hint: {
        vi: 'Bỏ trường này, hoặc dùng “population” để ghi đối tượng riêng.',
        en: 'Remove this key, or use “population” for a part of the population.',
      },
    }));
  }
  const { standard } = reading;
  if (standard !== undefined && variesBy.includes('standard')) {
    checkStandard(standard, [...path, 'standard'], vocabulary, problems);
  }
}

export function checkStandard(
  standard: string,
  path: Path,
  { standards }: Vocabulary,
  problems: ProblemList,
): void {
  if (!standards || Object.hasOwn(standards, standard)) return;
  const known = Object.keys(standards);
  problems.add('unknown-standard', path, () => ({
    found: standard,
    expected: oneOf(known),
    hint: didYouMean(standard, known, {
      vi: 'Chọn một chuẩn trong danh sách.',
      en: 'Choose one of the standards listed.',
    }),
  }));
}
