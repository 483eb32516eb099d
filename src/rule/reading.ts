import type { NoteCode, Observed, Sex } from '../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { FactEntry, Reading, Snapshot } from '../schema/snapshot.js';
import { amountOf, compareExactly, type Exactly, isQuotient } from './amount.js';
import { difference, exactly, exactValue, growth, intersect, type Quantity, ratio, sum } from './quantity.js';
import { unavailableBehind } from './unavailable.js';

/** Which reading of a fact is wanted: of one sex, by one standard, of one population. */
export interface Qualifiers {
  readonly sex?: Sex | undefined;
  readonly standard?: string | undefined;
  readonly population?: string | undefined;
}

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
  if (Array.isArray(entry))
    return entry.map((one) => (isReading(one) ? one : { value: one as Reading['value'] & {} }));
  return [isReading(entry) ? entry : { value: entry as string | number | boolean }];
}

/** The place of a grade on its scale, from 0; numbers written as text find numbered grades. */
export function gradeIndex(definition: FactDefinition, value: unknown): number {
  const text = String(value);
  return (definition.grades ?? []).findIndex((grade) => String(grade.id) === text);
}

function quantityOf(reading: Reading, definition: FactDefinition): Quantity | undefined {
  const place = (figure: number | string): Exactly =>
    definition.type === 'level' ? gradeIndex(definition, figure) : amountOf(figure);
  if (reading.value !== undefined && reading.value !== null && typeof reading.value !== 'boolean')
    return exactly(place(reading.value));
  const { atLeast, moreThan, atMost, lessThan } = reading;
  if ([atLeast, moreThan, atMost, lessThan].every((end) => end === undefined)) return undefined;
  const half = (figure: number | string | undefined, open: boolean, side: 'lower' | 'upper'): Quantity =>
    figure === undefined ? {} : { [side]: { at: place(figure), open } };
  return [
    half(atLeast, false, 'lower'),
    half(moreThan, true, 'lower'),
    half(atMost, false, 'upper'),
    half(lessThan, true, 'upper'),
  ].reduce((known: Quantity, next) => intersect(known, next) ?? known);
}

function enteredOf(reading: Reading): Observed {
  if (reading.value !== undefined && reading.value !== null) return reading.value;
  const bounds: Record<string, number | string> = {};
  for (const key of ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const) {
    const figure = reading[key];
    if (figure !== undefined) bounds[key] = figure;
  }
  return bounds;
}

const holdsSomething = (reading: Reading): boolean =>
  (reading.value !== undefined && reading.value !== null) ||
  reading.atLeast !== undefined ||
  reading.moreThan !== undefined ||
  reading.atMost !== undefined ||
  reading.lessThan !== undefined;

/** Half of the last digit a rate was written with: 95,3 stands for anything from 95,25 to 95,35. */
export function halfLastDigit(figure: number | string): Quantity {
  const decimals = String(figure).split('.')[1]?.length ?? 0;
  const half = amountOf(`0.${'0'.repeat(decimals)}5`);
  return difference(exactly(amountOf(figure)), {
    lower: { at: amountOf(`-${String(half)}`), open: false },
    upper: { at: half, open: false },
  });
}

/**
 * Reads the facts of one snapshot through a catalogue: picks the reading that fits, derives shares from counts,
 * and says what is missing. Blank is not known, never zero. One reader serves one evaluation and remembers what
 * it has found.
 */
export class FactReader {
  readonly #found = new Map<string, FactFinding>();

  constructor(
    private readonly facts: Snapshot['facts'],
    private readonly catalogue: FactCatalogue,
    private readonly year: number,
    private readonly assessedOn: string,
    private readonly note: TakeNote,
    private readonly unavailable: ReadonlySet<string> = new Set(),
  ) {}

  find(key: string, qualifiers: Qualifiers = {}): FactFinding {
    const definition = this.catalogue[key];
    const sex = definition?.variesBy?.includes('sex') ? qualifiers.sex : undefined;
    const standard = definition?.variesBy?.includes('standard') ? qualifiers.standard : undefined;
    const memo = `${key}|${sex ?? ''}|${standard ?? ''}|${qualifiers.population ?? ''}`;
    let finding = this.#found.get(memo);
    if (!finding) {
      finding = definition
        ? this.#read(key, definition, { sex, standard, population: qualifiers.population }, qualifiers)
        : { status: 'missing', approximate: false, missing: [key], started: false };
      this.#found.set(memo, finding);
    }
    return finding;
  }

  typeOf(key: string): FactDefinition['type'] | undefined {
    return this.catalogue[key]?.type;
  }

  /** Both sexes of a fact, and whether either has been given at all. */
  split(key: string, qualifiers: Qualifiers): { male: FactFinding; female: FactFinding; given: boolean } {
    const male = this.find(key, { ...qualifiers, sex: 'male' });
    const female = this.find(key, { ...qualifiers, sex: 'female' });
    return {
      male,
      female,
      given: male.status !== 'missing' || female.status !== 'missing' || male.started || female.started,
    };
  }

  #read(key: string, definition: FactDefinition, own: Qualifiers, passedOn: Qualifiers): FactFinding {
    const gone = unavailableBehind(key, this.catalogue, this.unavailable);
    if (gone.length > 0) return { status: 'unavailable', approximate: false, missing: gone, started: false };
    const entered = this.#entered(key, definition, own);
    if (definition.type === 'boolean')
      return entered ?? { status: 'missing', approximate: false, missing: [key], started: false };
    const derived = this.#derived(key, definition, own, passedOn);
    if (!derived) return entered ?? { status: 'missing', approximate: false, missing: [key], started: false };
    const complete = derived.status === 'known' && derived.missing.length === 0;
    if (!entered)
      return complete || derived.started || derived.status === 'empty-base'
        ? derived
        : { ...derived, missing: [key] };
    if (derived.status === 'empty-base') {
      // A share of nothing is no share, whatever was entered.
      this.note('readings-conflict', key);
      return derived;
    }
    if (complete) {
      this.#compareWithEntered(key, entered, derived);
      return {
        ...derived,
        replaced: { quantity: entered.quantity as Quantity, entered: entered.entered as Observed },
      };
    }
    if (!derived.quantity) return { ...entered, started: derived.started };
    // Parts of a sum bound it from below: 80 poor of 100 households is at least 80 %, whatever was entered.
    const both = intersect(derived.quantity, entered.quantity as Quantity);
    if (both) return { ...entered, quantity: both };
    this.note('readings-conflict', key);
    return {
      ...derived,
      replaced: { quantity: entered.quantity as Quantity, entered: entered.entered as Observed },
    };
  }

  #compareWithEntered(key: string, entered: FactFinding, derived: FactFinding): void {
    const figure = entered.entered;
    const value = derived.quantity && exactValue(derived.quantity);
    if (value === undefined || (typeof figure !== 'number' && typeof figure !== 'string')) return;
    const { lower, upper } = halfLastDigit(figure);
    if (lower && upper && (compareExactly(value, lower.at) < 0 || compareExactly(value, upper.at) > 0))
      this.note('counts-differ', key);
  }

  #entered(key: string, definition: FactDefinition, own: Qualifiers): FactFinding | undefined {
    const matching = readingsOf(this.facts[key]).filter(
      (reading) =>
        holdsSomething(reading) && reading.population === own.population && reading.sex === own.sex,
    );
    let candidates = matching.filter((reading) => reading.standard === own.standard);
    if (candidates.length === 0 && own.standard !== undefined) {
      candidates = matching.filter((reading) => reading.standard === undefined);
      if (candidates.length > 0) this.note('standard-assumed', key, { standard: own.standard });
    }
    const reading = this.#latest(key, candidates);
    if (!reading) return this.#sumOfSexes(key, definition, own);
    const flag = typeof reading.value === 'boolean' ? reading.value : undefined;
    const exact = reading.value !== undefined && reading.value !== null;
    return {
      status: 'known',
      quantity: flag === undefined ? quantityOf(reading, definition) : undefined,
      flag,
      entered: enteredOf(reading),
      approximate: reading.approximate === true,
      missing: exact ? [] : [key],
      started: false,
    };
  }

  /** A count given for men and for women is known for everybody. */
  #sumOfSexes(key: string, definition: FactDefinition, own: Qualifiers): FactFinding | undefined {
    if (definition.type !== 'count' || own.sex !== undefined || !definition.variesBy?.includes('sex'))
      return undefined;
    const male = this.find(key, { ...own, sex: 'male' });
    const female = this.find(key, { ...own, sex: 'female' });
    if (male.status !== 'known' || female.status !== 'known' || !male.quantity || !female.quantity)
      return undefined;
    return {
      status: 'known',
      quantity: sum([male.quantity, female.quantity]),
      approximate: male.approximate || female.approximate,
      missing: [],
      started: false,
    };
  }

  /** Of readings that differ only by their day, the latest that is not after the year judged; an undated one is of the day of judgement. */
  #latest(key: string, readings: readonly Reading[]): Reading | undefined {
    if (readings.length === 0) return undefined;
    const dayOf = (reading: Reading): string => reading.asOf ?? this.assessedOn;
    const inTime = readings.filter(
      (reading) => reading.asOf === undefined || Number(reading.asOf.slice(0, 4)) <= this.year,
    );
    const pool = inTime.length > 0 ? inTime : readings;
    const chosen = pool.reduce((best, next) => (dayOf(next) > dayOf(best) ? next : best));
    if (readings.length > 1) this.note('later-reading-used', key, { asOf: dayOf(chosen) });
    if (chosen.asOf !== undefined) {
      if (chosen.asOf > this.assessedOn) this.note('reading-after-assessment', key, { asOf: chosen.asOf });
      if (Number(chosen.asOf.slice(0, 4)) !== this.year)
        this.note('year-differs', key, { asOf: chosen.asOf, year: String(this.year) });
    }
    return chosen;
  }

  #derived(
    key: string,
    definition: FactDefinition,
    own: Qualifiers,
    passedOn: Qualifiers,
  ): FactFinding | undefined {
    const qualifiers = { ...passedOn, sex: own.sex };
    let best: FactFinding | undefined;
    for (const derivation of definition.derivations ?? []) {
      const finding =
        'ratioOf' in derivation
          ? this.#ratio(derivation.ratioOf, definition, qualifiers)
          : 'sumOf' in derivation
            ? this.#sum(derivation.sumOf, qualifiers)
            : this.#growth(derivation.growthOf, qualifiers);
      if (finding.status === 'known' && finding.missing.length === 0) return finding;
      if (!best || better(finding, best)) best = finding;
    }
    return (
      best && {
        ...best,
        missing: best.missing.length > 0 ? best.missing : best.status === 'empty-base' ? [] : [key],
      }
    );
  }

  #ratio(
    [partKey, totalKey]: readonly [string, string],
    definition: FactDefinition,
    qualifiers: Qualifiers,
  ): FactFinding {
    const part = this.find(partKey, qualifiers);
    const total = this.find(totalKey, qualifiers);
    const approximate = part.approximate || total.approximate;
    const missing = [...part.missing, ...total.missing];
    // The whole alone (all households, all residents) serves many shares and does not start this one.
    const started = part.status === 'known' || part.started;
    const whole = total.quantity && exactValue(total.quantity);
    if (whole !== undefined && compareExactly(whole, 0) <= 0)
      return { status: 'empty-base', approximate, missing: [], started: true };
    if (!part.quantity || !total.quantity) return { status: 'missing', approximate, missing, started };
    const count = exactValue(part.quantity);
    return {
      status: 'known',
      quantity: ratio(part.quantity, total.quantity, definition.type === 'percent' ? 100 : 1),
      approximate,
      missing,
      started,
      // A quotient (income by head) is no count of anything.
      counted:
        count !== undefined && whole !== undefined && !isQuotient(count) && !isQuotient(whole)
          ? { countFact: partKey, ofFact: totalKey, count, of: whole }
          : undefined,
    };
  }

  #sum(keys: readonly string[], qualifiers: Qualifiers): FactFinding {
    const terms = keys.map((term) => this.find(term, qualifiers));
    const started = terms.some((term) => term.status === 'known' || term.started);
    const missing = [...new Set(terms.flatMap((term) => term.missing))];
    // A term only begun (a count without its whole) says nothing of the sum yet.
    if (!terms.some((term) => term.quantity))
      return { status: 'missing', approximate: false, missing, started };
    const nonNegative = keys.every((term) => (this.catalogue[term]?.bounds?.min ?? 0) >= 0);
    const quantities = terms.map((term) => term.quantity ?? (nonNegative ? NOTHING_NEGATIVE : {}));
    return {
      status: 'known',
      quantity: sum(quantities),
      approximate: terms.some((term) => term.approximate),
      missing,
      started,
    };
  }

  #growth([laterKey, earlierKey]: readonly [string, string], qualifiers: Qualifiers): FactFinding {
    const later = this.find(laterKey, qualifiers);
    const earlier = this.find(earlierKey, qualifiers);
    const approximate = later.approximate || earlier.approximate;
    const missing = [...later.missing, ...earlier.missing];
    const base = earlier.quantity && exactValue(earlier.quantity);
    if (base !== undefined && compareExactly(base, 0) <= 0)
      return { status: 'empty-base', approximate, missing: [], started: true };
    const started = later.status === 'known' || earlier.status === 'known';
    if (!later.quantity || !earlier.quantity) return { status: 'missing', approximate, missing, started };
    return {
      status: 'known',
      quantity: growth(later.quantity, earlier.quantity),
      approximate,
      missing,
      started,
    };
  }
}

/** Of derivations that are not complete, the one that says more: a bound before a start, a start before nothing. */
function better(a: FactFinding, b: FactFinding): boolean {
  const rank = (finding: FactFinding): number =>
    finding.status === 'known' ? 3 : finding.status === 'empty-base' ? 2 : finding.started ? 1 : 0;
  return rank(a) > rank(b);
}
