import { requirementName } from '../law/walk.js';
import { ORDERINGS } from '../rule/operator.js';
import type { Operator } from '../schema/condition.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Indicator, RequirementRow } from '../schema/ruleset.js';
import type { FigureUse } from '../schema/ruleset-comparison.js';
import type { PlacedLeaf } from './normal-condition.js';

/** What two indicators ask of one fact; one of the two is absent where its text does not ask for it. */
export interface LeafPair {
  readonly before?: PlacedLeaf;
  readonly after?: PlacedLeaf;
}

const sideOf = ({ operator }: PlacedLeaf): string => ORDERINGS[operator as Operator]?.side ?? operator;

/** From the surest sign that two comparisons belong together to the weakest. */
const SIGNS: readonly ((leaf: PlacedLeaf) => string)[] = [
  (one) => JSON.stringify([one.leaf.standard, one.leaf.population, sideOf(one), one.leaf.value]),
  (one) => JSON.stringify([one.leaf.standard, one.leaf.population, sideOf(one)]),
  (one) => JSON.stringify([one.leaf.standard, one.leaf.population]),
  // The same fact by another standard: another measure, but the same place in the text.
  () => '',
];

/** Comparisons of the same fact, matched one to one; the rest stand alone. In the order of the later text. */
export function pairLeaves(before: readonly PlacedLeaf[], after: readonly PlacedLeaf[]): LeafPair[] {
  const left = [...before];
  const partners = new Map<PlacedLeaf, PlacedLeaf>();
  for (const sign of SIGNS) {
    for (const leaf of after) {
      if (partners.has(leaf)) continue;
      const at = left.findIndex((one) => one.leaf.fact === leaf.leaf.fact && sign(one) === sign(leaf));
      const [found] = at < 0 ? [] : left.splice(at, 1);
      if (found) partners.set(leaf, found);
    }
  }
  return [
    ...after.map((leaf): LeafPair => {
      const found = partners.get(leaf);
      return { after: leaf, ...(found && { before: found }) };
    }),
    ...left.map((leaf): LeafPair => ({ before: leaf })),
  ];
}

/** The rows that say what a comparison asks for. */
export function rowsOf(placed: PlacedLeaf | undefined, indicator: Indicator): readonly RequirementRow[] {
  const name = placed && requirementName(placed.leaf.value);
  return name === undefined ? [] : (indicator.requirements?.[name] ?? []);
}

export function useOf({ leaf, operator }: PlacedLeaf, { type }: FactDefinition): FigureUse {
  const requirement = requirementName(leaf.value);
  return {
    // “Not yes” is shown as “no”.
    operator: type === 'boolean' ? 'equal' : operator,
    ...(requirement !== undefined && { requirement }),
    ...(leaf.bySex && { bySex: true as const }),
    ...(leaf.standard !== undefined && { standard: leaf.standard }),
    ...(leaf.population !== undefined && { population: leaf.population }),
  };
}
