import type { NoteCode, Observed } from '../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { FactEntry, Reading, Snapshot } from '../schema/snapshot.js';
import { addExactly, amountOf, type Exactly, multiply } from './amount.js';
import { derived } from './derive.js';
import { exactIn, type FactFinding, isBegun, nothingOf } from './fact-finding.js';
import { type DerivedFrom, type FactNode, FactNodes, type Qualifiers, SEXES } from './fact-node.js';
import { boundsOf } from './fact-range.js';
import { NONE } from './finding.js';
import { finerFirst } from './finer-first.js';
import { isSilent, type PlainFacts } from './plain-facts.js';
import { Share } from './plain-figure.js';
import { type End, exactly, intersect, type Quantity } from './quantity.js';
import { unavailableBehind } from './unavailable.js';

export type { FactFinding } from './fact-finding.js';
export type { Qualifiers } from './fact-node.js';

export type TakeNote = (code: NoteCode, about: string, details?: Readonly<Record<string, string>>) => void;

function isReading(entry: unknown): entry is Reading {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

/** Every reading of an entry in one form. */
export function readingsOf(entry: FactEntry | undefined): Reading[] {
  if (entry === null || entry === undefined) return [];
  const list = Array.isArray(entry) ? entry : [entry];
  return list.map((one) => (isReading(one) ? one : { value: one }));
}

/** The place of a grade on its scale, from 0; numbers written as text find numbered grades. */
export function gradeIndex(definition: FactDefinition, value: unknown): number {
  const text = String(value);
  return (definition.grades ?? []).findIndex((grade) => String(grade.id) === text);
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;

const BOUNDS = [
  ['atLeast', 'lower', false],
  ['moreThan', 'lower', true],
  ['atMost', 'upper', false],
  ['lessThan', 'upper', true],
] as const;

/** What a reading says of a number; undefined where it says nothing of one. */
export function quantityOf(reading: Reading, definition: FactDefinition): Quantity | undefined {
  const { type } = definition;
  const place = (figure: number | string): Exactly =>
    type === 'level' ? gradeIndex(definition, figure) : amountOf(figure);
  const { value } = reading;
  if (isGiven(value) && typeof value !== 'boolean') return exactly(place(value));
  const isWhole = type === 'count' || type === 'level';
  let known: Quantity | undefined;
  for (const [key, side, open] of BOUNDS) {
    const figure = reading[key];
    if (figure === undefined) continue;
    const at = place(figure);
    // Over 3 households is at least 4.
    const end: End =
      open && isWhole ? { at: addExactly(at, side === 'lower' ? 1 : -1), open: false } : { at, open };
    known = (known && intersect(known, { [side]: end })) ?? known ?? { [side]: end };
  }
  // Bounds say more beside those that every figure of the fact has: at most 0 households is none.
  return known && (intersect(known, rangeOf(definition)) ?? known);
}

/** Where any figure of a fact lies. */
function rangeOf(definition: FactDefinition): Quantity {
  const { min, max } =
    definition.type === 'level'
      ? { min: 0, max: (definition.grades?.length ?? 0) - 1 }
      : boundsOf(definition);
  const end = (at: number | undefined): End | undefined =>
    at === undefined ? undefined : { at, open: false };
  return { lower: end(min), upper: end(max) };
}

function enteredOf(reading: Reading): Observed {
  if (isGiven(reading.value)) return reading.value;
  const bounds: Record<string, number | string> = {};
  for (const [key] of BOUNDS) {
    const figure = reading[key];
    if (figure !== undefined) bounds[key] = figure;
  }
  return bounds;
}

const holdsSomething = (reading: Reading): boolean =>
  isGiven(reading.value) || BOUNDS.some(([key]) => reading[key] !== undefined);

/**
 * Reads the facts of one snapshot through a catalogue: picks the reading that fits, derives shares from counts,
 * and says what is missing. Blank is not known, never zero. One reader serves one evaluation and remembers what
 * it has found.
 */
export class FactReader {
  readonly #nodes: FactNodes;
  readonly #found: (FactFinding | undefined)[] = [];
  #entries: readonly (FactEntry | undefined)[];

  constructor(
    private readonly facts: Snapshot['facts'],
    private readonly catalogue: FactCatalogue,
    private readonly year: number,
    private readonly assessedOn: string,
    private readonly note: TakeNote,
    private readonly unavailable: ReadonlySet<string> = new Set(),
    /** What the facts say plainly, where that has been read. */
    private readonly plain?: PlainFacts,
  ) {
    this.#nodes = FactNodes.of(catalogue);
    this.#entries = plain?.entries ?? NONE;
  }

  find(key: string, qualifiers: Qualifiers = {}): FactFinding {
    return this.read(this.#nodes.find(key, qualifiers));
  }

  typeOf(key: string): FactDefinition['type'] | undefined {
    return this.catalogue[key]?.type;
  }

  /** Both sexes of a fact, and whether either has been given at all. */
  split(key: string, qualifiers: Qualifiers): { male: FactFinding; female: FactFinding; given: boolean } {
    const [male, female] = SEXES.map((sex) => this.find(key, { ...qualifiers, sex })) as [
      FactFinding,
      FactFinding,
    ];
    return { male, female, given: isBegun(male) || isBegun(female) };
  }

  /** What the snapshot knows of a fact, as a rule asks for it. */
  read(node: FactNode): FactFinding {
    let finding = this.#found[node.at];
    if (!finding) {
      finding = (this.plain && this.#plainly(node, this.plain)) ?? this.#read(node);
      this.#found[node.at] = finding;
    }
    return finding;
  }

  /** What is plain needs no second reading, unless it is a sum or something has to be noted. */
  #plainly(node: FactNode, plain: PlainFacts): FactFinding | undefined {
    const figure = plain.figures[node.at];
    const { key, definition, derivations, sexes } = node;
    if (!definition || !isSilent(plain, node, this.year, this.assessedOn)) return undefined;
    if (figure === undefined) return nothingOf([key]);
    const isNumber = typeof figure === 'number';
    if (isNumber ? derivations.length + sexes.length > 0 : !(figure instanceof Share)) return undefined;
    const { type, grades = [] } = definition;
    const flag = type === 'boolean' ? figure === 1 : undefined;
    const [inputs] = derivations;
    const [part, whole] = inputs?.of ?? [];
    const share = figure instanceof Share ? figure : undefined;
    return {
      status: 'known',
      quantity:
        flag === undefined
          ? exactly(share ? { n: multiply(share.n, share.factor), d: share.d } : (figure as number))
          : undefined,
      flag,
      entered: isNumber ? (flag ?? (type === 'level' ? grades[figure]?.id : figure)) : undefined,
      approximate: false,
      counted: share &&
        part &&
        whole && { countFact: part.key, ofFact: whole.key, count: share.n, of: share.d },
      missing: NONE,
      started: share !== undefined,
    };
  }

  #read(node: FactNode): FactFinding {
    const { key, definition } = node;
    if (!definition) return nothingOf([key]);
    const gone = unavailableBehind(key, this.catalogue, this.unavailable);
    if (gone.length > 0) return { ...nothingOf(gone), status: 'unavailable' };
    let found = this.#entered(node, definition) ?? nothingOf([key]);
    if (definition.type === 'boolean') return found;
    // From what was entered to the finest way of working it out.
    const take = (finer: FactFinding): void => {
      if (finer.contradicts) this.note('readings-conflict', key);
      found = finerFirst(finer, found, (how) => this.note(how, key));
    };
    const [men, women] = node.sexes.map((one) => this.read(one).quantity);
    // A count given for men and for women is known for everybody.
    if (men && women) take(this.#derived({ kind: 'sum', of: node.sexes }, definition));
    for (const way of [...node.derivations].reverse()) take(this.#derived(way, definition));
    if (found.status === 'empty-base') return found;
    if (exactIn(found) !== undefined) return found.missing.length > 0 ? { ...found, missing: NONE } : found;
    const isNamed = isBegun(found) && found.missing.length > 0;
    return isNamed ? found : { ...found, missing: [key] };
  }

  #derived(way: DerivedFrom, definition: FactDefinition): FactFinding {
    return derived(way, definition, (input) => this.read(input));
  }

  #entered(node: FactNode, definition: FactDefinition): FactFinding | undefined {
    if (node.slot >= this.#entries.length) this.#entries = this.#nodes.entriesOf(this.facts);
    const entry = this.#entries[node.slot];
    if (entry === undefined || entry === null) return undefined;
    const isScalar = typeof entry !== 'object';
    const reading = isScalar
      ? this.#isOfEverybody(node)
        ? { value: entry }
        : undefined
      : this.#readingFor(node, readingsOf(entry));
    if (!reading) return undefined;
    const { value } = reading;
    const flag = typeof value === 'boolean' ? value : undefined;
    return {
      status: 'known',
      quantity: flag === undefined ? quantityOf(reading, definition) : undefined,
      flag,
      entered: isScalar ? entry : enteredOf(reading),
      approximate: reading.approximate === true,
      missing: isGiven(value) ? NONE : [node.key],
      started: false,
    };
  }

  /** Whether a bare figure is meant; one that names no standard is taken as measured by the one asked for. */
  #isOfEverybody({ key, of: { sex, standard, population } }: FactNode): boolean {
    if (sex !== undefined || population !== undefined) return false;
    if (standard !== undefined) this.note('standard-assumed', key, { standard });
    return true;
  }

  #readingFor({ key, of }: FactNode, readings: readonly Reading[]): Reading | undefined {
    const matching = readings.filter(
      (reading) => holdsSomething(reading) && reading.population === of.population && reading.sex === of.sex,
    );
    const { standard } = of;
    let candidates = matching.filter((reading) => reading.standard === standard);
    if (candidates.length === 0 && standard !== undefined) {
      candidates = matching.filter((reading) => reading.standard === undefined);
      if (candidates.length > 0) this.note('standard-assumed', key, { standard });
    }
    return candidates.length > 0 ? this.#latest(key, candidates) : undefined;
  }

  /**
   * Of readings that differ only by their day, the latest that is not after the year judged. An undated one is taken
   * to be of the day of judgement, and gives way to one that says so itself.
   */
  #latest(key: string, readings: readonly Reading[]): Reading {
    const dayOf = (reading: Reading): string => reading.asOf ?? this.assessedOn;
    const yearOf = (day: string): number => Number(day.slice(0, 4));
    const inTime = readings.filter(({ asOf }) => asOf === undefined || yearOf(asOf) <= this.year);
    const pool = inTime.length > 0 ? inTime : readings;
    const isLater = (a: Reading, b: Reading): boolean =>
      dayOf(a) > dayOf(b) || (dayOf(a) === dayOf(b) && b.asOf === undefined);
    const chosen = pool.reduce((best, next) => (isLater(next, best) ? next : best));
    const { asOf } = chosen;
    if (readings.length > 1) this.note('later-reading-used', key, { asOf: dayOf(chosen) });
    if (asOf !== undefined) {
      if (asOf > this.assessedOn) this.note('reading-after-assessment', key, { asOf });
      if (yearOf(asOf) !== this.year) this.note('year-differs', key, { asOf, year: String(this.year) });
    }
    return chosen;
  }
}
