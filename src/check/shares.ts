import type { ProblemList } from '../problem/problem-list.js';
import { type Amount, add, amountOf, compareAmounts } from '../rule/amount.js';
import { boundsOf } from '../rule/fact-range.js';
import { readingsOf } from '../rule/reading.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { Reading, Snapshot } from '../schema/snapshot.js';

type Facts = Snapshot['facts'];

type Qualifiers = Pick<Reading, 'sex' | 'standard' | 'population' | 'asOf'>;

/** What is known of a count, of whom, and the facts that say so. */
interface Statement {
  readonly least: Amount;
  readonly most?: Amount | undefined;
  /** The most itself is excluded. */
  readonly open: boolean;
  readonly of: Qualifiers;
  readonly keys: readonly string[];
}

/**
 * A part that is larger than its whole is an entry error in one of the two; both are named. Where the part is a sum
 * (poor and near-poor households, men and women), its terms are held against the whole together. Gives the facts
 * refused.
 */
export function checkShares(
  facts: Facts,
  catalogue: FactCatalogue,
  problems: ProblemList,
): ReadonlySet<string> {
  const refused = new Set<string>();
  for (const share of sharesIn(catalogue))
    if (Object.hasOwn(facts, share[1])) checkShare(share, facts, catalogue, refused, problems);
  return refused;
}

function checkShare(
  [partKey, wholeKey]: Share,
  facts: Facts,
  catalogue: FactCatalogue,
  refused: Set<string>,
  problems: ProblemList,
): void {
  const wholes = statementsOf(wholeKey, facts, catalogue);
  for (const part of statementsOf(partKey, facts, catalogue)) {
    const whole = wholes.find((one) => isPartOf(part.of, one.of) && isOver(part, one));
    if (!whole) continue;
    for (const key of part.keys) if (!refused.has(key)) tell(key, part, wholeKey, whole, problems);
    for (const key of part.keys) refused.add(key);
  }
}

type Share = readonly [part: string, whole: string];

const NO_SHARES: readonly Share[] = [];

/** Catalogues are large and the same for every snapshot. */
const remembered = new WeakMap<FactDefinition, readonly Share[]>();

/** The part and the whole of a share that cannot be above 100 %. */
function sharesOf(definition: FactDefinition): readonly Share[] {
  if (definition.type !== 'percent' || !definition.derivations) return NO_SHARES;
  let shares = remembered.get(definition);
  if (!shares) {
    const isShare = (boundsOf(definition).max ?? Number.POSITIVE_INFINITY) <= 100;
    shares = isShare
      ? definition.derivations.flatMap((one) => ('ratioOf' in one ? [one.ratioOf as Share] : []))
      : NO_SHARES;
    remembered.set(definition, shares);
  }
  return shares;
}

const sharesOfFrozen = new WeakMap<FactCatalogue, readonly Share[]>();

/** Every share of a catalogue. Five hundred facts are looked through once, not for each unit, where they are frozen. */
function sharesIn(catalogue: FactCatalogue): readonly Share[] {
  const known = sharesOfFrozen.get(catalogue);
  if (known) return known;
  const shares = Object.values(catalogue).flatMap(sharesOf);
  if (Object.isFrozen(catalogue)) sharesOfFrozen.set(catalogue, shares);
  return shares;
}

/** Everything said of a fact: by its readings, by those of men and of women together, or else by the terms of its sum. */
function statementsOf(
  key: string,
  facts: Facts,
  catalogue: FactCatalogue,
  above: readonly string[] = [],
): Statement[] {
  if (above.includes(key)) return [];
  const definition = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (Object.hasOwn(facts, key)) {
    const given = readingsOf(facts[key]).flatMap((reading) => statementOf(key, reading));
    return definition?.type === 'count' && given.length > 1 ? withEverybody(given) : given;
  }
  return (definition?.derivations ?? []).flatMap((derivation) => {
    const terms = 'sumOf' in derivation ? derivation.sumOf : [];
    return summed(terms.flatMap((term) => statementsOf(term, facts, catalogue, [...above, key]))).map(
      // A term may be missing, so a sum has no most.
      (sum) => ({ ...sum, most: undefined }),
    );
  });
}

function statementOf(key: string, reading: Reading): Statement[] {
  const { value, atLeast, moreThan, atMost, lessThan, sex, standard, population, asOf } = reading;
  if (typeof value === 'boolean') return [];
  const [least, most] = [value ?? atLeast ?? moreThan, value ?? atMost ?? lessThan];
  return [
    {
      least: least === undefined || least === null ? 0 : amountOf(least),
      most: most === undefined || most === null ? undefined : amountOf(most),
      open: lessThan !== undefined,
      of: { sex, standard, population, asOf } as Qualifiers,
      keys: [key],
    },
  ];
}

const peopleOf = ({ standard, population, asOf }: Qualifiers): string =>
  JSON.stringify([standard, population, asOf]);

/** Men and women are everybody, where nothing is said of everybody. */
function withEverybody(given: readonly Statement[]): Statement[] {
  const spoken = new Set(given.filter(({ of }) => of.sex === undefined).map(({ of }) => peopleOf(of)));
  const bySex = given.filter(({ of }) => of.sex !== undefined && !spoken.has(peopleOf(of)));
  const together = summed(bySex.map((one) => ({ ...one, of: { ...one.of, sex: undefined } as Qualifiers })));
  const hasBoth = (of: Qualifiers): boolean =>
    bySex.filter((one) => peopleOf(one.of) === peopleOf(of)).length === 2;
  return [...given, ...together.map((one) => (hasBoth(one.of) ? one : { ...one, most: undefined }))];
}

/** Adds up statements on the same people, standard and day. */
function summed(terms: readonly Statement[]): Statement[] {
  const sums = new Map<string, Statement>();
  for (const term of terms) {
    const id = `${peopleOf(term.of)}${term.of.sex}`;
    const sum = sums.get(id);
    sums.set(id, sum ? plus(sum, term) : term);
  }
  return [...sums.values()];
}

function plus(a: Statement, b: Statement): Statement {
  return {
    least: add(a.least, b.least),
    most: a.most === undefined || b.most === undefined ? undefined : add(a.most, b.most),
    open: a.open || b.open,
    of: a.of,
    keys: [...new Set([...a.keys, ...b.keys])],
  };
}

/** Men are part of everybody; poor households by any standard are part of all households. */
function isPartOf(part: Qualifiers, whole: Qualifiers): boolean {
  const within = (a: string | undefined, b: string | undefined): boolean => b === undefined || a === b;
  const sameDay = part.asOf === undefined || within(part.asOf, whole.asOf);
  return (
    sameDay &&
    part.population === whole.population &&
    within(part.sex, whole.sex) &&
    within(part.standard, whole.standard)
  );
}

function isOver({ least }: Statement, { most, open }: Statement): boolean {
  if (most === undefined) return false;
  const order = compareAmounts(least, most);
  return order > 0 || (order === 0 && open);
}

function tell(key: string, part: Statement, wholeKey: string, whole: Statement, problems: ProblemList): void {
  problems.add('numerator-over-denominator', ['facts', key], () => {
    const most = String(whole.most);
    const parts = part.keys.join(' + ');
    return {
      shown: `${String(part.least)} > ${most}`,
      expected: { vi: `nhiều nhất bằng ${wholeKey} (${most})`, en: `at most ${wholeKey} (${most})` },
      hint: { vi: `Kiểm tra ${parts} và ${wholeKey}.`, en: `Check ${parts} and ${wholeKey}.` },
    };
  });
}
