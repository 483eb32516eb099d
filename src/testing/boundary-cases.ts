import fc from 'fast-check';
import type { Vocabulary } from '../check/vocabulary.js';
import type { Column } from '../law/requirement-row.js';
import { leaves } from '../law/walk.js';
import { decimal, plain } from '../rule/amount.js';
import { boundsOf } from '../rule/fact-range.js';
import { gradeIndex } from '../rule/reading.js';
import type { Literal, Operator } from '../schema/condition.js';
import { derivationInputs } from '../schema/derivation-inputs.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { FactEntry, Scalar, Snapshot, Unit } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { shippedVocabulary } from '../shipped.js';
import { boundaryWords } from './boundary-words.js';
import { factsOfCase } from './case-facts.js';
import { type Cell, cellsOf } from './cells.js';
import { homesOn } from './homes.js';
import { type Slice, slicesOf } from './slice.js';
import { fitTogether } from './smaller.js';
import { snapshotsFor } from './snapshots.js';

/** Where a figure stands to the one it is held against. */
export type Side = 'below' | 'at' | 'above';

/** A unit at or just beside one figure of the law, and what that figure says of it. */
export interface BoundaryCase {
  readonly snapshot: Snapshot;
  readonly indicator: string;
  /** The comparison, as results name it. */
  readonly part: string;
  readonly fact: string;
  readonly side: Side;
  readonly required: Literal | readonly Literal[];
  /** `at least 90 %` */
  readonly words: Localized;
  /** What the comparison has to come to. */
  readonly expected: 'met' | 'unmet';
  /** The column whose figure it is. */
  readonly column: Column;
  /** The ruleset cut down to the indicator. */
  readonly slice: Slice;
}

const STEP: Readonly<Record<Side, -1 | 0 | 1>> = { below: -1, at: 0, above: 1 };

/** The figure at a boundary or the least step beside it; undefined where no figure can be. */
function figureAt(required: Literal, side: Side, definition: FactDefinition): Scalar | undefined {
  if (typeof required === 'boolean')
    return side === 'above' ? undefined : side === 'at' ? required : !required;
  if (definition.type === 'level')
    return definition.grades?.[gradeIndex(definition, required) + STEP[side]]?.id;
  const exact = decimal(required);
  if (side === 'at') return definition.type === 'count' && !exact.isInteger() ? undefined : required;
  const step = definition.type === 'count' ? 1 : decimal(10).pow(-Math.max(2, exact.decimalPlaces() + 1));
  const moved = exact.plus(decimal(step).times(STEP[side]));
  const beside = definition.type !== 'count' ? moved : side === 'below' ? moved.ceil() : moved.floor();
  const { min, max } = boundsOf(definition);
  if ((min !== undefined && beside.lt(min)) || (max !== undefined && beside.gt(max))) return undefined;
  return Number(plain(beside));
}

const ORDER: Readonly<Partial<Record<Operator, (order: number) => boolean>>> = {
  greaterThanInclusive: (order) => order >= 0,
  greaterThan: (order) => order > 0,
  lessThanInclusive: (order) => order <= 0,
  lessThan: (order) => order < 0,
};

/** What the words of the law say of a figure, worked out apart from the engine. */
function saysMet(
  figure: Scalar,
  operator: Operator,
  required: Cell['required'],
  definition: FactDefinition,
): boolean {
  const list: readonly Literal[] = Array.isArray(required) ? required : [required as Literal];
  const order = (other: Literal): number => {
    if (typeof figure === 'boolean' || typeof other === 'boolean') return figure === other ? 0 : 1;
    if (definition.type === 'level') return gradeIndex(definition, figure) - gradeIndex(definition, other);
    return decimal(figure).cmp(other);
  };
  const byOrder = ORDER[operator];
  if (byOrder) return byOrder(order(list[0] as Literal));
  const among = list.some((one) => order(one) === 0);
  return operator === 'notEqual' ? !among : among;
}

function inputsOf(fact: string, catalogue: FactCatalogue): Set<string> {
  const inputs = new Set<string>();
  const follow = (key: string): void => {
    for (const one of catalogue[key]?.derivations ?? []) {
      for (const input of derivationInputs(one)) {
        if (inputs.has(input)) continue;
        inputs.add(input);
        follow(input);
      }
    }
  };
  follow(fact);
  return inputs;
}

/** A unit whose column is settled to be this one; undefined where no unit is judged by it. */
function unitIn(
  unit: Unit,
  { region, group, area }: Column,
  day: string,
  ruleset: Ruleset,
  vocabulary: Vocabulary,
): Unit | undefined {
  const { specialColumns = [] } = ruleset;
  const territory = ruleset.territory ?? vocabulary.territory;
  const traitsOf = (which: typeof specialColumns): string[] =>
    which.flatMap(({ when }) =>
      [...leaves(when)].flatMap(({ leaf }) => ('trait' in leaf ? [leaf.trait] : [])),
    );
  const homes = territory ? homesOn(territory, day) : [];
  const home = homes.find((one) => one.region === region);
  const special = specialColumns.filter(({ column }) => column === region);
  if (region !== undefined && !home && special.length === 0) return undefined;
  const { province, formerProvince } = home ?? homes[0] ?? {};
  const held = home ? [] : traitsOf(special);
  const traits = [...new Set(traitsOf(specialColumns))].map(
    (trait) => [trait, held.includes(trait)] as const,
  );
  return {
    level: unit.level,
    name: unit.name,
    ...(province !== undefined && { province }),
    ...(formerProvince !== undefined && { formerProvince }),
    ...(traits.length > 0 && { traits: Object.fromEntries(traits) }),
    ...(group !== undefined && { group }),
    ...(area !== undefined && { area }),
  };
}

/** Puts a unit at a boundary; undefined where it cannot be there. */
function placeAt(
  cell: Cell,
  side: Side,
  column: Column,
  base: Snapshot,
  vocabulary: Vocabulary,
): BoundaryCase | undefined {
  const { slice, comparison, required } = cell;
  const { leaf, part, negated } = comparison;
  const { ruleset, indicator } = slice;
  const definition = ruleset.facts[leaf.fact];
  if (!definition) return undefined;
  const nearest: Literal = Array.isArray(required) ? (required[0] as Literal) : (required as Literal);
  const figure = figureAt(nearest, side, definition);
  const unit = unitIn(base.unit, column, base.assessedOn, ruleset, vocabulary);
  const caseFacts = column.case === undefined ? {} : factsOfCase(indicator, column.case);
  if (figure === undefined || !unit || !caseFacts || leaf.fact in caseFacts) return undefined;
  const qualified = {
    value: figure,
    ...(leaf.standard !== undefined && { standard: leaf.standard }),
    ...(leaf.population !== undefined && { population: leaf.population }),
  };
  const bySex = leaf.bySex && definition.variesBy?.includes('sex');
  const entry: Exclude<FactEntry, null> = bySex
    ? (['male', 'female'] as const).map((sex) => ({ ...qualified, sex }))
    : Object.keys(qualified).length > 1
      ? qualified
      : figure;
  const replaced = inputsOf(leaf.fact, ruleset.facts);
  const others = Object.entries(base.facts).filter(([key]) => !replaced.has(key));
  const needed = { ...caseFacts, [leaf.fact]: entry };
  const facts = { ...Object.fromEntries(others), ...needed };
  const catalogue = { ...vocabulary.facts, ...ruleset.facts };
  const met = saysMet(figure, leaf.operator, required, definition) !== negated;
  return {
    snapshot: {
      unit,
      assessedOn: base.assessedOn,
      year: column.year,
      facts: fitTogether(facts, catalogue) ? facts : needed,
    },
    indicator: indicator.id,
    part,
    fact: leaf.fact,
    side,
    required,
    words: boundaryWords(leaf.operator, required, definition),
    expected: met ? 'met' : 'unmet',
    column,
    slice,
  };
}

const SIDES: readonly Side[] = ['below', 'at', 'above'];

/** Each figure of the law from both sides and at the point itself, one unit each of which nothing else is known. */
export function everyBoundary(slices: readonly Slice[], vocabulary: Vocabulary): BoundaryCase[] {
  return cellsOf(slices).flatMap((cell) => {
    const { ruleset } = cell.slice;
    const base: Snapshot = {
      unit: { level: ruleset.level, name: 'Đơn vị mẫu' },
      assessedOn: ruleset.effectiveFrom,
      facts: {},
    };
    return SIDES.flatMap((side) => {
      for (const column of cell.columns) {
        const found = placeAt(cell, side, column, base, vocabulary);
        if (found) return [found];
      }
      return [];
    });
  });
}

/** Units at and just beside figures of the law, about which anything else may be known. */
export function casesAtBoundaries(
  slices: readonly Slice[],
  vocabulary: Vocabulary,
): fc.Arbitrary<BoundaryCase | undefined> {
  const cells = cellsOf(slices);
  if (cells.length === 0) return fc.constant(undefined);
  const bases = new Map(
    slices.map((slice) => [slice, snapshotsFor(slice.ruleset, { plain: true, vocabulary })] as const),
  );
  const alike = slices.map((slice) => {
    const own = cells.filter((cell) => cell.slice === slice);
    const base = bases.get(slice);
    if (own.length === 0 || !base) return [];
    const made = fc
      .record({ cell: fc.nat(own.length - 1), side: fc.constantFrom(...SIDES), column: fc.nat(), base })
      .map(({ cell: at, side, column: pick, base: snapshot }) => {
        const cell = own[at] as Cell;
        const column = cell.columns[pick % cell.columns.length];
        return column && placeAt(cell, side, column, snapshot, vocabulary);
      });
    return [{ arbitrary: made, weight: own.length }];
  });
  return fc.oneof(...alike.flat());
}

/**
 * Units at and just beside the boundaries of a ruleset, each with the figure of the law it stands at, in words, and
 * what that figure says of it: a commune with 89.99 % insured where at least 90 % are asked for, unmet.
 *
 * @example
 * fc.assert(fc.property(boundaryCasesFor(ruleset), ({ snapshot, indicator, part, expected }) => …))
 * @throws TypeError for a ruleset in which no figure is known
 * @since 0.1.0
 */
export function boundaryCasesFor(
  ruleset: Ruleset,
  options: { vocabulary?: Vocabulary } = {},
): fc.Arbitrary<BoundaryCase> {
  const vocabulary = options.vocabulary ?? shippedVocabulary();
  const slices = slicesOf(ruleset);
  if (everyBoundary(slices, vocabulary).length === 0)
    throw new TypeError(`no figure is known in ${ruleset.id}@${ruleset.version}`);
  return casesAtBoundaries(slices, vocabulary).filter((one) => one !== undefined);
}
