import type { NoteCode, Observed } from '../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { FactEntry, Reading, Snapshot } from '../schema/snapshot.js';
import { amountOf, compareExactly, type Exactly, isQuotient, multiply } from './amount.js';
import { type DerivedFrom, type FactNode, FactNodes, type Qualifiers, SEXES } from './fact-node.js';
import { NONE, unique } from './finding.js';
import { isSilent, type PlainFacts } from './plain-facts.js';
import { Share } from './plain-figure.js';
import { difference, exactly, exactValue, growth, intersect, type Quantity, ratio, sum } from './quantity.js';
import { unavailableBehind } from './unavailable.js';

export type { Qualifiers } from './fact-node.js';

/** A count behind a share, kept for gaps in whole households and people. */
export interface CountedShare {
  readonly countFact: string;
  readonly ofFact: string;
  readonly count: Exactly;
  readonly of: Exactly;
}

/** What a snapshot knows of one fact. */
export interface FactFinding {
  readonly status: 'known' | 'missing' | 'empty-base' | 'unavailable';
  /** Numbers and grades (as their place on the scale). */
  readonly quantity?: Quantity | undefined;
  readonly flag?: boolean | undefined;
  /** The figure exactly as entered, where one entry gave it. */
  readonly entered?: Observed | undefined;
  readonly approximate: boolean;
  readonly counted?: CountedShare | undefined;
  /** A coarser figure that this one replaces, to be named when the two would decide differently. */
  readonly replaced?: { readonly quantity: Quantity; readonly entered: Observed } | undefined;
  /** Facts that would complete it; empty when it is known exactly. */
  readonly missing: readonly string[];
  /** Some part of a derivation has been given. */
  readonly started: boolean;
}

export type TakeNote = (code: NoteCode, about: string, details?: Readonly<Record<string, string>>) => void;

const NOTHING_NEGATIVE: Quantity = { lower: { at: 0, open: false } };

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
  const place = (figure: number | string): Exactly =>
    definition.type === 'level' ? gradeIndex(definition, figure) : amountOf(figure);
  const { value } = reading;
  if (isGiven(value) && typeof value !== 'boolean') return exactly(place(value));
  let known: Quantity | undefined;
  for (const [key, side, open] of BOUNDS) {
    const figure = reading[key];
    if (figure === undefined) continue;
    const half: Quantity = { [side]: { at: place(figure), open } };
    known = (known && intersect(known, half)) ?? known ?? half;
  }
  return known;
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

/** Half of the last digit a rate was written with: 95,3 stands for anything from 95,25 to 95,35. */
export function halfLastDigit(figure: number | string): Quantity {
  const decimals = String(figure).split('.')[1]?.length ?? 0;
  const half = `0.${'0'.repeat(decimals)}5`;
  return difference(exactly(amountOf(figure)), {
    lower: { at: amountOf(`-${half}`), open: false },
    upper: { at: amountOf(half), open: false },
  });
}

const nothingOf = (missing: readonly string[], started = false, approximate = false): FactFinding => ({
  status: 'missing',
  approximate,
  missing,
  started,
});

/**
 * Reads the facts of one snapshot through a catalogue: picks the reading that fits, derives shares from counts,
 * and says what is missing. Blank is not known, never zero. One reader serves one evaluation and remembers what
 * it has found.
 */
export class FactReader {
  readonly #nodes: FactNodes;
  readonly #found: (FactFinding | undefined)[] = [];
  #entries: readonly (FactEntry | undefined)[] = [];

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
    const entered = this.#entered(node, definition);
    const derived = definition.type === 'boolean' ? undefined : this.#derived(node, definition);
    if (!derived) return entered ?? nothingOf([key]);
    const complete = isComplete(derived);
    if (!entered)
      return complete || derived.started || derived.status === 'empty-base'
        ? derived
        : { ...derived, missing: [key] };
    if (derived.status === 'empty-base') {
      // A share of nothing is no share, whatever was entered.
      this.note('readings-conflict', key);
      return derived;
    }
    const { quantity } = entered;
    if (complete) this.#compareWithEntered(key, entered, derived);
    else {
      if (!derived.quantity) return { ...entered, started: derived.started };
      // Parts of a sum bound it from below: 80 poor of 100 households is at least 80 %, whatever was entered.
      const both = intersect(derived.quantity, quantity as Quantity);
      if (both) return { ...entered, quantity: both };
      this.note('readings-conflict', key);
    }
    return {
      ...derived,
      replaced: { quantity: quantity as Quantity, entered: entered.entered as Observed },
    };
  }

  #compareWithEntered(key: string, { entered }: FactFinding, derived: FactFinding): void {
    const value = derived.quantity && exactValue(derived.quantity);
    if (value === undefined || (typeof entered !== 'number' && typeof entered !== 'string')) return;
    const { lower, upper } = halfLastDigit(entered);
    if (lower && upper && (compareExactly(value, lower.at) < 0 || compareExactly(value, upper.at) > 0))
      this.note('counts-differ', key);
  }

  #entered(node: FactNode, definition: FactDefinition): FactFinding | undefined {
    if (node.slot >= this.#entries.length) this.#entries = this.#nodes.entriesOf(this.facts);
    const entry = this.#entries[node.slot];
    if (entry === undefined || entry === null) return this.#sumOfSexes(node);
    const isScalar = typeof entry !== 'object';
    const reading = isScalar
      ? this.#isOfEverybody(node)
        ? { value: entry }
        : undefined
      : this.#readingFor(node, readingsOf(entry));
    if (!reading) return this.#sumOfSexes(node);
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

  /** A count given for men and for women is known for everybody. */
  #sumOfSexes({ sexes }: FactNode): FactFinding | undefined {
    if (sexes.length === 0) return undefined;
    const found = sexes.map((node) => this.read(node));
    const quantities = found.flatMap(({ status, quantity }) =>
      status === 'known' && quantity ? quantity : [],
    );
    if (quantities.length < 2) return undefined;
    return {
      status: 'known',
      quantity: sum(quantities),
      approximate: found.some(({ approximate }) => approximate),
      missing: [],
      started: false,
    };
  }

  /** Of readings that differ only by their day, the latest that is not after the year judged; an undated one is of the day of judgement. */
  #latest(key: string, readings: readonly Reading[]): Reading {
    const dayOf = (reading: Reading): string => reading.asOf ?? this.assessedOn;
    const yearOf = (day: string): number => Number(day.slice(0, 4));
    const inTime = readings.filter(({ asOf }) => asOf === undefined || yearOf(asOf) <= this.year);
    const pool = inTime.length > 0 ? inTime : readings;
    const chosen = pool.reduce((best, next) => (dayOf(next) > dayOf(best) ? next : best));
    const { asOf } = chosen;
    if (readings.length > 1) this.note('later-reading-used', key, { asOf: dayOf(chosen) });
    if (asOf !== undefined) {
      if (asOf > this.assessedOn) this.note('reading-after-assessment', key, { asOf });
      if (yearOf(asOf) !== this.year) this.note('year-differs', key, { asOf, year: String(this.year) });
    }
    return chosen;
  }

  #derived({ key, derivations }: FactNode, definition: FactDefinition): FactFinding | undefined {
    let best: FactFinding | undefined;
    for (const derivation of derivations) {
      const finding = derivation.kind === 'sum' ? this.#sum(derivation) : this.#share(derivation, definition);
      if (isComplete(finding)) return finding;
      if (!best || saysMore(finding, best)) best = finding;
    }
    if (!best || best.missing.length > 0 || best.status === 'empty-base') return best;
    return { ...best, missing: [key] };
  }

  /** A share of a whole, or growth from an earlier figure. */
  #share({ kind, of }: DerivedFrom, definition: FactDefinition): FactFinding {
    const [partNode, wholeNode] = of as [FactNode, FactNode];
    const part = this.read(partNode);
    const whole = this.read(wholeNode);
    const approximate = part.approximate || whole.approximate;
    const missing = [...part.missing, ...whole.missing];
    const base = whole.quantity && exactValue(whole.quantity);
    if (base !== undefined && compareExactly(base, 0) <= 0)
      return { ...nothingOf([], true, approximate), status: 'empty-base' };
    // The whole alone (all households, all residents) serves many shares and does not start this one.
    const started = part.status === 'known' || (kind === 'growth' ? whole.status === 'known' : part.started);
    if (!part.quantity || !whole.quantity) return nothingOf(missing, started, approximate);
    if (kind === 'growth')
      return {
        status: 'known',
        quantity: growth(part.quantity, whole.quantity),
        approximate,
        missing,
        started,
      };
    const count = exactValue(part.quantity);
    // A quotient (income by head) is no count of anything.
    const isCounted = [count, base].every((one) => one !== undefined && !isQuotient(one));
    return {
      status: 'known',
      quantity: ratio(part.quantity, whole.quantity, definition.type === 'percent' ? 100 : 1),
      approximate,
      missing,
      started,
      counted: isCounted
        ? { countFact: partNode.key, ofFact: wholeNode.key, count: count as Exactly, of: base as Exactly }
        : undefined,
    };
  }

  #sum({ of }: DerivedFrom): FactFinding {
    const terms = of.map((term) => this.read(term));
    const started = terms.some((term) => term.status === 'known' || term.started);
    const missing = unique(terms.flatMap((term) => term.missing));
    // A term only begun (a count without its whole) says nothing of the sum yet.
    if (!terms.some((term) => term.quantity)) return nothingOf(missing, started);
    const nonNegative = of.every(({ definition }) => (definition?.bounds?.min ?? 0) >= 0);
    return {
      status: 'known',
      quantity: sum(terms.map((term) => term.quantity ?? (nonNegative ? NOTHING_NEGATIVE : {}))),
      approximate: terms.some((term) => term.approximate),
      missing,
      started,
    };
  }
}

const isBegun = ({ status, started }: FactFinding): boolean => status !== 'missing' || started;
const isComplete = ({ status, missing }: FactFinding): boolean => status === 'known' && missing.length === 0;

/** Of derivations that are not complete, the one that says more: a bound before a start, a start before nothing. */
function saysMore(a: FactFinding, b: FactFinding): boolean {
  const rank = ({ status, started }: FactFinding): number =>
    status === 'known' ? 3 : status === 'empty-base' ? 2 : started ? 1 : 0;
  return rank(a) > rank(b);
}
