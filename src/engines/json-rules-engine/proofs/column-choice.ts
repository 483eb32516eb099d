import type { Almanac } from 'json-rules-engine';
import type { Condition } from '../../../schema/condition.js';
import type { Outcome } from '../../../schema/evaluation.js';
import { conditionProofs } from './condition-proofs.js';
import { never } from './formula.js';
import type { JudgedSet } from './judged-set.js';
import {
  type Chooser,
  type ColumnChoice,
  columnName,
  columnsChosen,
  columnsPossible,
  type Places,
  regionCandidates,
} from './places.js';
import { standingOf } from './proofs.js';

const SETTLED = never('the column is settled');

/**
 * The columns that may judge the unit of a set. Where conditions that pick a column or a group wait for facts, each
 * becomes a step of its own, and the fact `columns` lists in every run those that are left.
 */
export function setPlaces(set: JudgedSet): Places {
  const choice = choiceOf(set);
  const choosers = [...choice.specialColumns, ...choice.groups];
  const needs = choosers.flatMap(({ standing }) => (typeof standing === 'object' ? standing.fact : []));
  if (needs.length === 0) {
    const columns = columnsChosen(choice, ({ standing }) => standing as Outcome);
    return { columns, settled: true, needs, ruledOut: () => SETTLED, chosenIn: async () => columns };
  }
  const fact = `${set.prefix}columns`;
  const chosenIn = async (almanac: Almanac) => {
    const told = new Map<string, Outcome>();
    for (const need of needs) told.set(need, await almanac.factValue<Outcome>(need));
    return columnsChosen(choice, ({ standing }) =>
      typeof standing === 'object' ? (told.get(standing.fact) as Outcome) : standing,
    );
  };
  set.rulebook.computed.set(fact, async (_, almanac) => (await chosenIn(almanac)).map(columnName));
  return {
    columns: columnsPossible(choice),
    settled: false,
    needs,
    ruledOut: (column) => ({
      kind: 'test',
      fact,
      operator: 'doesNotContain',
      value: columnName(column),
      needs,
    }),
    chosenIn,
  };
}

function choiceOf(set: JudgedSet): ColumnChoice {
  const { ruleset, setting } = set;
  const { unit } = setting.snapshot;
  const chooser = (id: string, when: Condition | undefined): Chooser => {
    if (!when) return { id, standing: 'unknown' };
    const proofs = conditionProofs(
      when,
      { year: setting.year },
      set.scope({ id: `column ${id}`, evidence: 'published' }),
    );
    const standing = standingOf(proofs);
    return {
      id,
      standing: standing ?? { fact: set.rulebook.step(set.prefix, `column ${id}`, proofs).fact },
    };
  };
  return {
    ruleset,
    regions: regionCandidates(ruleset, setting),
    group: unit.group || undefined,
    area: unit.area ?? undefined,
    year: setting.year,
    specialColumns: (ruleset.specialColumns ?? []).map(({ id, when }) => chooser(id, when)),
    groups: unit.group ? [] : (ruleset.groups ?? []).map(({ id, when }) => chooser(id, when)),
  };
}
