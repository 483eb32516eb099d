import type { Almanac } from 'json-rules-engine';
import type { Column } from '../../../law/requirement-row.js';
import type { RelativeValue } from '../../../schema/ruleset.js';
import type { JudgedSet } from './judged-set.js';
import type { RequirementInRun } from './leaf-proofs.js';
import { columnName } from './places.js';
import {
  firstComparison,
  isBoundToCases,
  percentOf,
  type Required,
  requiredOf,
  UNDETERMINED,
} from './requirement.js';

/** The columns of sets that are only picked in a run, as far as it has picked them. */
type Picked = ReadonlyMap<JudgedSet, readonly Column[]>;

/** A figure, or the set whose column has to be picked before it can be told. */
type Resolved = Required | { readonly waitsFor: JudgedSet };

/**
 * 110 % of what another indicator asks of the same unit in the same year, in the column that judges it there. Where
 * facts pick that column, a fact tells the figure in each run.
 */
export function relativeFigure(
  set: JudgedSet,
  value: RelativeValue,
  column: Column,
): Required | RequirementInRun {
  const resolved = resolve(set, value, column, new Map());
  if (!('waitsFor' in resolved)) return resolved;
  const { ruleset, indicator, requirement } = value.percentOf;
  const name = [ruleset, indicator, ...(requirement === undefined ? [] : [requirement])].join(' ');
  const fact = `${set.prefix}required:${value.percent}% of ${name} in ${columnName(column)}`;
  set.rulebook.computed.set(fact, async (_, almanac) => {
    const required = await resolveInRun(set, value, column, almanac);
    return required.kind === 'figure' ? required.value : { required: required.kind };
  });
  return { kind: 'in-run', fact, needs: needsOf(set, value, column, resolved.waitsFor, new Map()) };
}

function resolve(set: JudgedSet, value: RelativeValue, column: Column, picked: Picked): Resolved {
  const base = value.percentOf;
  const other = base.ruleset === set.ruleset.id ? set : set.related(base.ruleset);
  const stated = other?.compiled.indicators.get(base.indicator)?.indicator;
  const leaf = stated?.condition && firstComparison(stated.condition, base.requirement);
  if (!other || !stated || !leaf) return UNDETERMINED;
  const columns = other === set ? [column] : columnsOf(other, picked);
  if (!columns) return { waitsFor: other };
  const place = columnLike(columns, column);
  if (!place) return UNDETERMINED;
  const type = other.ruleset.facts[leaf.fact]?.type;
  // Of yes, of a grade, of a list and of a figure that differs from case to case there is no share.
  const isNumber = type !== 'boolean' && type !== 'level' && leaf.operator !== 'in';
  if (!isNumber || isBoundToCases(leaf, stated)) return UNDETERMINED;
  const { publishedOnly } = other.setting.judging;
  let waits: JudgedSet | undefined;
  const required = requiredOf(leaf, place, stated, publishedOnly, (next) => {
    const further = resolve(other, next, place, picked);
    if (!('waitsFor' in further)) return further;
    waits = further.waitsFor;
    return UNDETERMINED;
  });
  return waits ? { waitsFor: waits } : percentOf(required, value.percent);
}

function columnsOf(set: JudgedSet, picked: Picked): readonly Column[] | undefined {
  return set.places.settled ? set.places.columns : picked.get(set);
}

/** The one column of the other set, or the one of the same region. */
function columnLike(columns: readonly Column[], { region }: Column): Column | undefined {
  return columns.length === 1 ? columns[0] : columns.find((one) => one.region === region);
}

async function resolveInRun(
  set: JudgedSet,
  value: RelativeValue,
  column: Column,
  almanac: Almanac,
): Promise<Required> {
  const picked = new Map<JudgedSet, readonly Column[]>();
  for (;;) {
    const resolved = resolve(set, value, column, picked);
    if (!('waitsFor' in resolved)) return resolved;
    picked.set(resolved.waitsFor, await resolved.waitsFor.places.chosenIn(almanac));
  }
}

/** Every outcome that the columns follow from, whichever of them are picked. */
function needsOf(
  set: JudgedSet,
  value: RelativeValue,
  column: Column,
  waitsFor: JudgedSet,
  picked: Picked,
): string[] {
  const further = waitsFor.places.columns.flatMap((one) => {
    const next = new Map([...picked, [waitsFor, [one]] as const]);
    const resolved = resolve(set, value, column, next);
    return 'waitsFor' in resolved ? needsOf(set, value, column, resolved.waitsFor, next) : [];
  });
  return [...new Set([...waitsFor.places.needs, ...further])];
}
