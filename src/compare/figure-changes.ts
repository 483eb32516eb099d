import type { FactDefinition } from '../schema/fact.js';
import type { Indicator, Ruleset } from '../schema/ruleset.js';
import type {
  FigureCell,
  FigureChange,
  FigureChangeKind,
  FigureState,
} from '../schema/ruleset-comparison.js';
import { type ColumnPair, comparedColumns } from './compared-columns.js';
import { figureChange } from './figure-change.js';
import { type LeafPair, rowsOf, useOf } from './figure-pairs.js';
import { statedFigure } from './figure-state.js';

/** One text and an indicator of it. */
export interface Holder {
  readonly ruleset: Ruleset;
  readonly indicator: Indicator;
}

const ABSENT = { figure: { state: 'absent' } as FigureState, changesUnlisted: false };

export function definitionOf(fact: string, before: Holder, after: Holder): FactDefinition {
  const found = after.ruleset.facts[fact] ?? before.ruleset.facts[fact];
  if (!found) throw new TypeError(`ruleset was not checked: no fact ${fact}`);
  return found;
}

/** What both texts ask of a fact at one place, and how the two differ; undefined where they do not. */
export function cellAt(
  pair: LeafPair,
  column: ColumnPair,
  before: Holder,
  after: Holder,
): FigureCell | undefined {
  const was = pair.before ? statedFigure(pair.before, before.indicator, column.before) : ABSENT;
  const is = pair.after ? statedFigure(pair.after, after.indicator, column.after) : ABSENT;
  const change = changeAt(pair, was.figure, is.figure, before, after);
  if (!change) return undefined;
  const unlisted = was.changesUnlisted || is.changesUnlisted;
  return {
    ...column.place,
    before: was.figure,
    after: is.figure,
    change,
    ...(unlisted && { changesUnlisted: true as const }),
  };
}

function changeAt(
  { before: was, after: is }: LeafPair,
  before: FigureState,
  after: FigureState,
  from: Holder,
  to: Holder,
): FigureChangeKind | undefined {
  if (was && is) {
    const definition = definitionOf(is.leaf.fact, from, to);
    return figureChange({ leaf: was, figure: before }, { leaf: is, figure: after }, definition);
  }
  // Nothing is asked where the law exempts, so nothing comes or goes there.
  if (was) return before.state === 'not-required' ? undefined : 'removed';
  return after.state === 'not-required' ? undefined : 'added';
}

/** The places that a pair of comparisons tells apart. */
export function columnsOf(pairs: readonly LeafPair[], before: Holder, after: Holder): ColumnPair[] {
  return comparedColumns(
    { ...before, rows: pairs.flatMap((pair) => rowsOf(pair.before, before.indicator)) },
    { ...after, rows: pairs.flatMap((pair) => rowsOf(pair.after, after.indicator)) },
  );
}

/** Facts of two matched indicators whose figures differ somewhere, with every place where they do. */
export function figureChanges(pairs: readonly LeafPair[], before: Holder, after: Holder): FigureChange[] {
  return pairs.flatMap((pair): FigureChange[] => {
    const leaf = (pair.after ?? pair.before)?.leaf;
    if (!leaf) return [];
    const cells = columnsOf([pair], before, after).flatMap(
      (column) => cellAt(pair, column, before, after) ?? [],
    );
    if (cells.length === 0) return [];
    const definition = definitionOf(leaf.fact, before, after);
    const { title, unit } = definition;
    return [
      {
        fact: leaf.fact,
        title: leaf.title ?? title,
        ...(unit && { unit }),
        ...(pair.before && { before: useOf(pair.before, definition) }),
        ...(pair.after && { after: useOf(pair.after, definition) }),
        cells,
      },
    ];
  });
}
