import type { PlaceDirection } from '../schema/ruleset-comparison.js';
import type { ColumnPair } from './compared-columns.js';
import { cellAt, columnsOf, type Holder } from './figure-changes.js';
import type { LeafPair } from './figure-pairs.js';
import { FormulaMaker } from './formula.js';
import { relationOf } from './implication.js';
import type { NormalCondition, Rename } from './normal-condition.js';

interface Side extends Holder {
  readonly condition: NormalCondition;
  readonly rename: Rename;
}

/**
 * What the whole of an indicator comes to at every place: a part added to “all” is stricter, an alternative added is
 * looser, a figure counts by the operators and groups it stands under. Where a figure is not known, nobody can say.
 */
export function placeDirections(
  pairs: readonly LeafPair[],
  before: Side,
  after: Side,
  sameStructure: boolean,
): PlaceDirection[] {
  const facts = { ...before.ruleset.facts, ...after.ruleset.facts };
  const [first, second] = [before, after].map(
    ({ indicator, rename }) => new FormulaMaker(indicator, facts, rename),
  ) as [FormulaMaker, FormulaMaker];
  const directionAt = (column: ColumnPair): PlaceDirection['direction'] | undefined => {
    const cells = pairs.flatMap((pair) => cellAt(pair, column, before, after) ?? []);
    const differs = !sameStructure || cells.some(({ change }) => change !== 'evidence');
    if (!differs) return undefined;
    const was = first.formula(before.condition, column.before);
    const is = second.formula(after.condition, column.after);
    if (!was || !is) return 'open';
    const relation = relationOf(was, is, new Map([...first.bySex, ...second.bySex]));
    return relation === 'same' ? undefined : relation;
  };
  return columnsOf(pairs, before, after).flatMap((column) => {
    const direction = directionAt(column);
    return direction ? [{ ...column.place, direction }] : [];
  });
}
