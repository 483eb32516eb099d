import { fitting } from '../check/snapshot-for-ruleset.js';
import { type CompiledRuleset, compileRuleset } from '../evaluate/compiled-ruleset.js';
import { Judgement, type JudgementOptions } from '../evaluate/judgement.js';
import type { FactNode } from '../rule/fact-node.js';
import { enteredPlainly } from '../rule/plain-facts.js';
import type { PlainFigure } from '../rule/plain-figure.js';
import type { ColumnsSetting, SnapshotColumns, UnsaidRow } from '../schema/columns.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { type Asked, askedBy } from './asked-nodes.js';
import { columnName } from './column-name.js';
import { groupsOf, regionsOf } from './table-places.js';

/**
 * Makes a table of numbers out of parsed snapshots (hiện trạng), for `compileColumns`: a row a snapshot, a column a fact
 * that any of them knows, and the column of the law, the group and the year that judge each. Units and scales are those
 * of the facts; NaN is not known, yes is 1 and no is 0, a grade is its place on its scale.
 *
 * A table cannot say everything. A snapshot with bounds, rough or very long figures, readings of other standards or
 * populations, several readings for one thing, traits that count or declared results leaves its row blank and is listed
 * as `unsaid`, and so does one that some regions or groups of several may judge. Nothing is left out silently.
 *
 * @example
 * const judge = compileColumns(ruleset);
 * const { table, unsaid } = toColumns(ruleset, snapshots);
 * const { outcome } = judge.outcomes(table); // outcome[row]: 0 to 4, unknown for every row in `unsaid`
 * const { outcomes } = compile(ruleset);
 * for (const { row } of unsaid) outcomes(snapshots[row]); // those that need more than numbers
 * @throws NtmError `wrong-level` when a snapshot is of another level than the ruleset
 * @since 0.1.0
 */
export function toColumns(
  ruleset: Ruleset,
  snapshots: readonly Snapshot[],
  { evidence, area }: Pick<ColumnsSetting, 'evidence' | 'area'> = {},
): SnapshotColumns {
  const compiled = compileRuleset(ruleset);
  const asked = askedBy(compiled);
  const { length } = snapshots;
  const facts: Record<string, Float64Array> = {};
  const [region, group, year] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  const [regions, groups] = [regionsOf(ruleset), groupsOf(ruleset)];
  const options: JudgementOptions = {
    declared: 'fill',
    publishedOnly: evidence === 'published',
    related: () => undefined,
  };
  const unsaid: UnsaidRow[] = [];
  for (const [row, snapshot] of snapshots.entries()) {
    const judgement = new Judgement(compiled, fitting(ruleset, snapshot), options);
    const told = figuresTold(compiled, asked, snapshot.facts);
    year[row] = judgement.year;
    region[row] = placeAmong(judgement.places, 'region', regions);
    group[row] = placeAmong(judgement.places, 'group', groups);
    const about = [
      ...told.unsaid,
      ...unitUnsaid(snapshot, ruleset, asked, area),
      ...(region[row] === SOME ? ['/unit/province'] : []),
      ...(group[row] === SOME ? ['/unit/group'] : []),
    ];
    if (about.length > 0) unsaid.push({ row, about });
    else
      for (const [name, figure] of told.figures) {
        facts[name] ??= new Float64Array(length).fill(Number.NaN);
        (facts[name] as Float64Array)[row] = figure;
      }
  }
  return { table: { length, facts, region, group, year }, unsaid };
}

/** Not settled: any may judge, or some of them. */
const ANY = -1;
const SOME = -2;

/** The place of the column that judges a unit in its list. */
function placeAmong(places: Judgement['places'], of: 'region' | 'group', list: readonly string[]): number {
  const own = new Set(places.map((place) => place[of]));
  const [first] = own;
  if (own.size === 1) return first === undefined ? ANY : list.indexOf(first);
  return own.size === list.length ? ANY : SOME;
}

/** What a unit says beside its facts that no column holds. */
function unitUnsaid(
  { unit, declared }: Snapshot,
  { id }: Ruleset,
  { traits }: Asked,
  area: string | undefined,
): string[] {
  const own = [...traits]
    .filter((trait) => unit.traits?.[trait] === true)
    .map((one) => `/unit/traits/${one}`);
  if ((unit.area ?? undefined) !== area) own.push('/unit/area');
  if (declared?.[id] && Object.keys(declared[id]).length > 0) own.push('/declared');
  return own;
}

/** The numbers of facts by the names of their columns, and pointers to the facts that are more than a number. */
function figuresTold(
  { nodes }: CompiledRuleset,
  asked: Asked,
  facts: Snapshot['facts'],
): { readonly figures: ReadonlyMap<string, number>; readonly unsaid: string[] } {
  const entered = enteredPlainly(nodes, facts);
  const figures = new Map<string, number>();
  const unsaid = new Set<string>();
  const heldAs = new Map<string, PlainFigure>();
  for (const node of asked.nodes) {
    const figure = entered(node);
    const name = nameIn(node);
    // One column stands for every standard that rules ask for: it can say only what is the same by all of them.
    const isAlike =
      name === undefined ? figure === undefined : !heldAs.has(name) || heldAs.get(name) === figure;
    if (name !== undefined) heldAs.set(name, figure);
    if (!isAlike || (figure !== undefined && typeof figure !== 'number'))
      unsaid.add(`/facts/${node.key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    else if (name !== undefined && figure !== undefined) figures.set(name, figure);
  }
  return { figures, unsaid: [...unsaid] };
}

/** A table holds figures of everybody, of men and of women; of other populations it says nothing. */
const nameIn = ({ key, of }: FactNode): string | undefined =>
  of.population === undefined ? columnName(key, of.sex) : undefined;
