import {
  type Condition,
  type FactDefinition,
  parseSnapshot,
  type Ruleset,
  type Snapshot,
} from '../../src/core.js';
import { formatProblems } from '../../src/problem/report.js';

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SeededOptions {
  readonly count: number;
  readonly seed?: number;
  /** The share of the facts that is left out: 0 for complete snapshots. */
  readonly missing?: number;
  readonly province?: string;
  readonly year?: number;
  readonly assessedOn?: string;
}

interface Asked {
  readonly fewer: boolean;
  readonly bySex: boolean;
  readonly standard: string | undefined;
}

/** The facts a ruleset's own comparisons ask for, and how. */
function factsAsked(ruleset: Ruleset): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  const walk = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(walk);
    else if ('any' in condition) condition.any.forEach(walk);
    else if ('of' in condition) condition.of.forEach(walk);
    else if ('not' in condition) walk(condition.not);
    else if ('fact' in condition) {
      const before = asked.get(condition.fact);
      asked.set(condition.fact, {
        fewer: condition.operator.startsWith('lessThan'),
        bySex: condition.bySex === true || before?.bySex === true,
        standard: condition.standard ?? before?.standard,
      });
    }
  };
  const indicators = [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap((one) => one.indicators)];
  for (const { condition, cases = {} } of indicators)
    for (const one of [...(condition ? [condition] : []), ...Object.values(cases)]) walk(one);
  return asked;
}

const SEXES = ['male', 'female'] as const;

/** The facts of one made-up unit: plain figures, dated ones, counts behind rates, men and women, grades, yes and no. */
class Unit {
  readonly facts: Record<string, unknown> = {};
  readonly #figures = new Map<string, number>();

  constructor(
    readonly catalogue: Ruleset['facts'],
    readonly random: () => number,
    readonly year: number,
  ) {}

  give(key: string, asked: Asked): void {
    const definition = this.catalogue[key];
    if (!definition || key in this.facts) return;
    const share = definition.derivations?.find((one) => 'ratioOf' in one);
    const counted = share && 'ratioOf' in share && this.random() < 0.6;
    if (counted) this.#count(share.ratioOf[0], share.ratioOf[1], asked);
    else this.#enter(key, definition, asked);
  }

  /** The counts of a share: a part that is never above its whole. */
  #count(partKey: string, wholeKey: string, asked: Asked): void {
    const [part, whole] = [this.catalogue[partKey], this.catalogue[wholeKey]];
    if (!part || !whole) return;
    const ratio = () => (asked.fewer ? this.random() * 0.08 : 0.8 + this.random() * 0.2);
    const places = (definition: FactDefinition) => (definition.type === 'count' ? 1 : 10);
    const rounded = (figure: number, definition: FactDefinition) =>
      Math.floor(figure * places(definition)) / places(definition);
    const all = this.#figures.get(wholeKey) ?? rounded(40 + this.random() * 3000, whole);
    this.#figures.set(wholeKey, all);
    const half = rounded(all / 2, whole);
    const sexes = asked.bySex && part.variesBy?.includes('sex') && whole.variesBy?.includes('sex');
    if (sexes) {
      this.facts[wholeKey] = SEXES.map((sex) => ({ value: half, sex }));
      this.facts[partKey] = SEXES.map((sex) => ({ value: rounded(half * ratio(), part), sex }));
      return;
    }
    if (!(wholeKey in this.facts)) this.facts[wholeKey] = all;
    const least = wholeKey in this.facts && typeof this.facts[wholeKey] === 'number' ? all : half * 2;
    const sum = part.derivations?.find((one) => 'sumOf' in one);
    const terms = sum && 'sumOf' in sum ? sum.sumOf : [partKey];
    for (const term of terms) {
      const figure = rounded((least * ratio()) / terms.length, part);
      if (!(term in this.facts)) this.facts[term] = this.#reading(term, figure, asked.standard);
    }
  }

  #enter(key: string, definition: FactDefinition, asked: Asked): void {
    if (definition.type === 'boolean') this.facts[key] = this.#reading(key, this.random() < 0.9, undefined);
    else if (definition.type === 'level') {
      const grades = definition.grades ?? [];
      const grade = grades[Math.floor((0.4 + this.random() * 0.6) * grades.length)];
      if (grade) this.facts[key] = this.#reading(key, grade.id, undefined);
    } else if (asked.bySex && definition.variesBy?.includes('sex') && this.random() < 0.7) {
      this.facts[key] = SEXES.map((sex) => ({ value: this.#figure(definition, asked), sex }));
    } else this.facts[key] = this.#reading(key, this.#figure(definition, asked), asked.standard);
  }

  #figure(definition: FactDefinition, { fewer }: Asked): number {
    if (definition.type === 'percent')
      return Math.round(fewer ? this.random() * 80 : 800 + this.random() * 200) / 10;
    if (definition.type === 'count') return Math.floor(fewer ? this.random() * 2 : 1 + this.random() * 8);
    return Math.round((40 + this.random() * 40) * 10) / 10;
  }

  /** One figure in four says of which day it is and where it is from. */
  #reading(key: string, value: unknown, standard: string | undefined): unknown {
    const byStandard = standard !== undefined && this.catalogue[key]?.variesBy?.includes('standard');
    if (!byStandard && this.random() < 0.75) return value;
    return {
      value,
      asOf: `${this.year}-12-31`,
      source: 'made up',
      ...(byStandard && { standard }),
    };
  }
}

/** Parsed snapshots of made-up units for one ruleset: the same seed gives the same snapshots. */
export function seededSnapshots(ruleset: Ruleset, options: SeededOptions): Snapshot[] {
  const { count, seed = 1, missing = 0, province = 'Nam Định', year = 2023 } = options;
  const random = seeded(seed);
  const asked = factsAsked(ruleset);
  return Array.from({ length: count }, (_, index) => {
    const unit = new Unit(ruleset.facts, random, year);
    for (const [key, how] of asked) unit.give(key, how);
    const kept = Object.entries(unit.facts).filter(() => missing === 0 || random() >= missing);
    const parsed = parseSnapshot(
      {
        unit: { level: ruleset.level, code: String(10_000 + index), name: `Đơn vị ${index + 1}`, province },
        assessedOn: options.assessedOn ?? `${year + 1}-01-24`,
        year,
        facts: Object.fromEntries(kept),
      },
      { facts: ruleset.facts, ...(ruleset.territory && { territory: ruleset.territory }) },
    );
    if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
    return parsed.value;
  });
}
