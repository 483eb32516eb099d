import { misspelt, nearestSpelling } from '../problem/nearest.js';
import type { Path } from '../problem/problem.js';
import type { ProblemList } from '../problem/problem-list.js';
import { didYouMean } from '../problem/report.js';
import { readingsOf } from '../rule/reading.js';
import type { FactDefinition } from '../schema/fact.js';
import { type FactEntry, type Reading, readingSchema, type Scalar } from '../schema/snapshot.js';
import { isBlank, withoutBlanks } from './blanks.js';
import { checkFigure } from './figures.js';
import { BOUND_KEYS } from './reading-bounds.js';
import { checkReading } from './readings.js';
import { matchShape } from './shape.js';
import type { Vocabulary } from './vocabulary.js';

const READING_KEYS = Object.keys(readingSchema.shape);

/** Where problems of one fact go, and what its names are checked against. */
export interface FactContext {
  readonly vocabulary: Vocabulary;
  readonly problems: ProblemList;
}

/**
 * Checks one entry of `facts`. A blank is no entry; what cannot be right is named and never guessed at. Undefined
 * where nothing is known, or where a problem was found.
 */
export function checkFact(
  key: string,
  raw: unknown,
  context: FactContext,
): Exclude<FactEntry, null> | undefined {
  if (isBlank(raw)) return undefined;
  const path: Path = ['facts', key];
  const { vocabulary, problems } = context;
  const definition =
    vocabulary.facts && Object.hasOwn(vocabulary.facts, key) ? vocabulary.facts[key] : undefined;
  if (!definition && isRefusedName(key, vocabulary)) {
    unknownFact(key, path, Object.keys(vocabulary.facts ?? {}), problems);
    return undefined;
  }
  const before = problems.size;
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const kept: { readonly item: Reading | Scalar; readonly at: Path }[] = [];
  for (const [index, item] of items.entries()) {
    const at = Array.isArray(raw) ? [...path, index] : path;
    const reading = checkItem(item, definition, at, context);
    if (reading !== undefined) kept.push({ item: reading, at });
  }
  if (kept.length > 1) checkDuplicates(kept, problems);
  const [first] = kept;
  if (problems.size > before || !first) return undefined;
  return Array.isArray(raw) ? kept.map(({ item }) => item) : first.item;
}

/** One reading of an entry; undefined where it is blank or refused. */
function checkItem(
  item: unknown,
  definition: FactDefinition | undefined,
  path: Path,
  { vocabulary, problems }: FactContext,
): Reading | Scalar | undefined {
  if (isBlank(item)) return undefined;
  if (typeof item !== 'object') {
    return checkFigure(item, definition, path, problems) ? (item as Scalar) : undefined;
  }
  if (Array.isArray(item)) {
    problems.add('wrong-type', path, () => ({
      found: item,
      expected: { vi: 'một giá trị, hoặc một đối tượng { }', en: 'a value, or an object { }' },
      hint: { vi: 'Ghi các số liệu trong một danh sách.', en: 'Put all readings into one list.' },
    }));
    return undefined;
  }
  const given = withoutBlanks(item as object, READING_KEYS);
  const shaped = matchShape(readingSchema, given, { problems, base: path });
  // A date or a source alone says nothing of the figure.
  if (
    !shaped.ok ||
    (shaped.value.value === undefined && BOUND_KEYS.every((key) => shaped.value[key] === undefined))
  )
    return undefined;
  const before = problems.size;
  checkReading(shaped.value, definition, path, vocabulary, problems);
  return problems.size === before ? shaped.value : undefined;
}

/** Where other sets may know more facts, only evident misspellings are refused. */
function isRefusedName(key: string, { facts, closed }: Vocabulary): boolean {
  return facts !== undefined && (closed === true || misspelt(key, Object.keys(facts)) !== undefined);
}

export function unknownFact(key: string, path: Path, known: readonly string[], problems: ProblemList): void {
  problems.add('unknown-fact', path, () => {
    const sameName = known.filter((one) => one.slice(one.lastIndexOf('.') + 1) === key);
    const near = nearestSpelling(key, known) ?? (sameName.length === 1 ? sameName[0] : undefined);
    return {
      found: key,
      expected: { vi: 'một khóa của danh mục số liệu', en: 'a key of the fact catalogue' },
      hint: didYouMean(near ?? '', near === undefined ? [] : [near], {
        vi: 'Xem danh mục bằng lệnh ntm show, hoặc ghi vào remarks.',
        en: 'See the catalogue with ntm show, or put it into remarks.',
      }),
    };
  });
}

function checkDuplicates(
  kept: readonly { readonly item: Reading | Scalar; readonly at: Path }[],
  problems: ProblemList,
): void {
  const seen = new Set<string>();
  for (const { item, at } of kept) {
    const [reading] = readingsOf(item) as [Reading];
    const key = JSON.stringify([reading.sex, reading.standard, reading.population, reading.asOf]);
    if (seen.has(key)) {
      problems.add('duplicate-reading', at, () => ({
        found: reading.value,
        expected: {
          vi: 'mỗi đối tượng, chuẩn và ngày một số liệu',
          en: 'one reading for each sex, standard, population and day',
        },
        hint: {
          vi: 'Bỏ bớt, hoặc ghi ngày (asOf), chuẩn (standard) hay giới tính (sex) để phân biệt.',
          en: 'Remove one, or tell them apart by asOf, standard or sex.',
        },
      }));
    }
    seen.add(key);
  }
}
