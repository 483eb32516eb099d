import type { ProblemList } from '../problem/problem-list.js';
import { type Amount, add, amountOf, compareAmounts } from '../rule/amount.js';
import { readingsOf } from '../rule/reading.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { Reading, Snapshot } from '../schema/snapshot.js';
import { boundsOf } from './figures.js';

type Facts = Snapshot['facts'];

/** The least that is known of a part, by one set of qualifiers, and the facts that say so. */
interface Part {
  readonly least: Amount;
  readonly of: Pick<Reading, 'sex' | 'standard' | 'population' | 'asOf'>;
  readonly keys: readonly string[];
}

/**
 * A part that is larger than its whole is an entry error in one of the two; both are named. Where the part is a sum
 * (poor and near-poor households), its terms are held against the whole together. Gives the facts refused.
 */
export function checkShares(
  facts: Facts,
  catalogue: FactCatalogue,
  problems: ProblemList,
): ReadonlySet<string> {
  const refused = new Set<string>();
  for (const definition of Object.values(catalogue)) {
    for (const [partKey, wholeKey] of wholesOf(definition)) {
      if (!Object.hasOwn(facts, wholeKey)) continue;
      const wholes = readingsOf(facts[wholeKey]);
      for (const part of partsOf(partKey, facts, catalogue)) {
        const whole = wholes.find((one) => belongsTo(part.of, one) && isOver(part.least, one));
        if (!whole) continue;
        for (const key of part.keys) {
          if (!refused.has(key)) tell(key, part, wholeKey, whole, problems);
          refused.add(key);
        }
      }
    }
  }
  return refused;
}

/** The part and the whole of a share that cannot be above 100 %. */
function wholesOf(definition: FactDefinition): (readonly [string, string])[] {
  if (definition.type !== 'percent' || (boundsOf(definition).max ?? Number.POSITIVE_INFINITY) > 100)
    return [];
  return (definition.derivations ?? []).flatMap((derivation) =>
    'ratioOf' in derivation ? [derivation.ratioOf as [string, string]] : [],
  );
}

function partsOf(key: string, facts: Facts, catalogue: FactCatalogue, above: readonly string[] = []): Part[] {
  if (above.includes(key)) return [];
  if (Object.hasOwn(facts, key)) {
    return readingsOf(facts[key]).flatMap(({ value, atLeast, moreThan, sex, standard, population, asOf }) => {
      const least = value ?? atLeast ?? moreThan;
      if (typeof least !== 'number' && typeof least !== 'string') return [];
      return [{ least: amountOf(least), of: { sex, standard, population, asOf } as Part['of'], keys: [key] }];
    });
  }
  const definition = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  return (definition?.derivations ?? []).flatMap((derivation) =>
    'sumOf' in derivation
      ? summed(derivation.sumOf.flatMap((term) => partsOf(term, facts, catalogue, [...above, key])))
      : [],
  );
}

/** Adds up terms that describe the same people on the same day; a term that is not known is at least nothing. */
function summed(terms: readonly Part[]): Part[] {
  const sums = new Map<string, Part>();
  for (const { least, of, keys } of terms) {
    const id = JSON.stringify([of.sex, of.standard, of.population, of.asOf]);
    const sum = sums.get(id);
    sums.set(
      id,
      sum ? { least: add(sum.least, least), of, keys: [...sum.keys, ...keys] } : { least, of, keys },
    );
  }
  return [...sums.values()];
}

/** Men are part of everybody; poor households by any standard are part of all households. */
function belongsTo(part: Part['of'], whole: Reading): boolean {
  const within = (a: string | undefined, b: string | undefined): boolean => b === undefined || a === b;
  const sameDay = part.asOf === undefined || within(part.asOf, whole.asOf);
  return (
    sameDay &&
    part.population === whole.population &&
    within(part.sex, whole.sex) &&
    within(part.standard, whole.standard)
  );
}

function isOver(least: Amount, { value, atMost, lessThan }: Reading): boolean {
  const most = value ?? atMost ?? lessThan;
  if (typeof most !== 'number' && typeof most !== 'string') return false;
  const order = compareAmounts(least, amountOf(most));
  return order > 0 || (order === 0 && lessThan !== undefined);
}

function tell(key: string, part: Part, wholeKey: string, whole: Reading, problems: ProblemList): void {
  problems.add('numerator-over-denominator', ['facts', key], () => {
    const most = String(whole.value ?? whole.atMost ?? whole.lessThan);
    const parts = part.keys.join(' + ');
    return {
      shown: `${String(part.least)} > ${most}`,
      expected: { vi: `nhiều nhất bằng ${wholeKey} (${most})`, en: `at most ${wholeKey} (${most})` },
      hint: { vi: `Kiểm tra ${parts} và ${wholeKey}.`, en: `Check ${parts} and ${wholeKey}.` },
    };
  });
}
