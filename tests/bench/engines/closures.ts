import type { FactEntry, Outcome, Reading, Ruleset, Scalar, Snapshot } from '../../../src/core.js';
import type { Comparison, Figure, PlainRule } from '../plain-rules.js';
import { gradeOf } from '../plain-rules.js';
import { type BenchEngine, isComparison } from './engine.js';

/** 0 unmet · 1 unknown · 2 met: all is the smallest, any the largest. */
type Code = 0 | 1 | 2;
type Value = number | boolean | undefined;
type Read<From> = (from: From) => Value;

const OUTCOMES: readonly Outcome[] = ['unmet', 'unknown', 'met'];
const outcomes = (result: unknown) => (result as Code[]).map((code) => OUTCOMES[code] as Outcome);

function comparing<From>({ operator, value }: Comparison, read: Read<From>): (from: From) => Code {
  switch (operator) {
    case 'greaterThanInclusive':
      return (from) => {
        const own = read(from);
        return own === undefined ? 1 : own >= value ? 2 : 0;
      };
    case 'greaterThan':
      return (from) => {
        const own = read(from);
        return own === undefined ? 1 : own > value ? 2 : 0;
      };
    case 'lessThanInclusive':
      return (from) => {
        const own = read(from);
        return own === undefined ? 1 : own <= value ? 2 : 0;
      };
    case 'lessThan':
      return (from) => {
        const own = read(from);
        return own === undefined ? 1 : own < value ? 2 : 0;
      };
    default:
      return (from) => {
        const own = read(from);
        return own === undefined ? 1 : own === value ? 2 : 0;
      };
  }
}

function closureOf<From>(rule: PlainRule, readerOf: (figure: string) => Read<From>): (from: From) => Code {
  if (isComparison(rule)) return comparing(rule, readerOf(rule.figure));
  if ('all' in rule) {
    const parts = rule.all.map((one) => closureOf(one, readerOf));
    return (from) => {
      let least: Code = 2;
      for (const part of parts) {
        const code = part(from);
        if (code === 0) return 0;
        if (code < least) least = code;
      }
      return least;
    };
  }
  const parts = rule.any.map((one) => closureOf(one, readerOf));
  return (from) => {
    let most: Code = 0;
    for (const part of parts) {
      const code = part(from);
      if (code === 2) return 2;
      if (code > most) most = code;
    }
    return most;
  };
}

export const closures: BenchEngine = {
  name: 'closures by hand, figures prepared',
  takes: 'figures',
  knowsUnknown: true,
  encoding: 'three-valued closures over prepared figures: what is left when reading costs nothing',
  start({ indicators }) {
    const judges = indicators.map(({ met }) => closureOf<BenchFigures>(met, (name) => (from) => from[name]));
    return { judge: ({ figures }) => judges.map((judge) => judge(figures)), outcomes };
  },
};

type BenchFigures = Readonly<Record<string, number | boolean>>;

export const closuresOfSnapshots: BenchEngine = {
  name: 'closures by hand, from the snapshot',
  takes: 'snapshot',
  knowsUnknown: true,
  encoding:
    'the same closures, reading the snapshot themselves: readings, men and women, rates from counts in binary numbers; no standards, bounds or checks',
  start({ ruleset, indicators, figures }) {
    const readers = new Map([...figures].map(([name, figure]) => [name, readerOf(ruleset, figure)]));
    const judges = indicators.map(({ met }) =>
      closureOf(met, (name) => readers.get(name) as Read<Snapshot['facts']>),
    );
    return { judge: ({ snapshot }) => judges.map((judge) => judge(snapshot.facts)), outcomes };
  },
};

/** What an entry says of one sex, or of everybody. */
function entered(entry: FactEntry | undefined, sex: string | undefined): unknown {
  if (typeof entry !== 'object' || entry === null) return sex === undefined ? entry : undefined;
  if (!isList(entry)) return entry.sex === sex ? entry.value : undefined;
  for (const one of entry) {
    if (typeof one !== 'object' || one === null) {
      if (sex === undefined) return one;
    } else if (one.sex === sex) return one.value;
  }
  return undefined;
}

/** `Array.isArray` tells nothing of read-only lists. */
const isList = (entry: object): entry is readonly (Reading | Scalar)[] => Array.isArray(entry);

/** A figure as a closure over the facts. */
function readerOf(ruleset: Ruleset, { fact, sex }: Figure): Read<Snapshot['facts']> {
  if (sex !== undefined) {
    const [male, female, own, total] = [
      ...(['male', 'female', sex] as const).map((one) => factReader(ruleset, fact, one)),
      factReader(ruleset, fact, undefined),
    ] as Read<Snapshot['facts']>[] as [Reader, Reader, Reader, Reader];
    return (facts) => (male(facts) === undefined && female(facts) === undefined ? total(facts) : own(facts));
  }
  return factReader(ruleset, fact, sex);
}

type Reader = Read<Snapshot['facts']>;

function factReader(ruleset: Ruleset, fact: string, asked: string | undefined): Reader {
  const definition = ruleset.facts[fact];
  const sex = definition?.variesBy?.includes('sex') ? asked : undefined;
  const plain: Reader =
    definition?.type === 'level'
      ? (facts) => {
          const value = entered(facts[fact], sex);
          return value === undefined || value === null ? undefined : gradeOf(ruleset, fact, value);
        }
      : (facts) => (entered(facts[fact], sex) ?? undefined) as Value;
  let own = plain;
  if (definition?.type === 'count' && sex === undefined)
    own = (facts) => {
      const value = plain(facts);
      if (value !== undefined) return value;
      const [male, female] = [entered(facts[fact], 'male'), entered(facts[fact], 'female')];
      return male === undefined || female === undefined ? undefined : Number(male) + Number(female);
    };
  for (const derivation of [...(definition?.derivations ?? [])].reverse()) {
    const otherwise = own;
    if ('ratioOf' in derivation) {
      const [part, whole] = derivation.ratioOf.map((one) => factReader(ruleset, one, sex)) as [
        Reader,
        Reader,
      ];
      const by = definition?.type === 'percent' ? 100 : 1;
      own = (facts) => {
        const [count, base] = [part(facts), whole(facts)];
        return count === undefined || !base ? otherwise(facts) : (Number(count) * by) / Number(base);
      };
    } else if ('sumOf' in derivation) {
      const terms = derivation.sumOf.map((one) => factReader(ruleset, one, sex));
      own = (facts) => {
        let sum = 0;
        for (const term of terms) {
          const value = term(facts);
          if (value === undefined) return otherwise(facts);
          sum += Number(value);
        }
        return sum;
      };
    }
  }
  return own;
}
