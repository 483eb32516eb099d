import { amend, getRuleset } from '../../../src/index.js';
import { NtmError } from '../../../src/problem/problem.js';
import { withoutBlanks } from '../../../src/scaffold/blanks.js';
import type { Sheet } from '../../../src/table/cell.js';
import { readScaffoldSheets } from '../../../src/table/scaffold-reader.js';
import { Draws } from '../draws.js';
import { stockOf } from '../mutate-value.js';
import { changedSheets, textsOf } from '../tables/changed-sheets.js';
import { blankScaffold, madeScaffold } from '../tables/made-scaffolds.js';
import type { NamedTarget } from '../target.js';
import { judges } from './rulesets.js';
import { CELLS } from './tables.js';

const BASES = [
  'vn/commune-ntm/2021-2025',
  'vn/commune-ntm/2026-2030',
  'vn/commune-model/2021-2025',
  'vn/district-special/2021-2025',
] as const;

export const scaffolds: NamedTarget = {
  name: 'scaffold',
  reads: 'sheets with a province’s figures, then amend, compile and evaluate',
  share: 1,
  prepare: () => {
    const bases = BASES.map((id) => getRuleset(id));
    const blank = bases.map(blankScaffold).filter(([sheet]) => (sheet?.rows.length ?? 0) > 1);
    const stock = stockOf([blank.flatMap(textsOf)]);
    const rulesetOf = (sheets: readonly Sheet[]) => {
      const named = sheets.flatMap(({ rows }) => rows).find(([key]) => key === 'amends')?.[1];
      return bases.find(({ id, version }) => named === `${id}@${version}`) ?? bases[0];
    };
    return {
      name: 'scaffold',
      sound: Array.from({ length: 20 }, (_, at) => {
        const draws = new Draws(at);
        return madeScaffold(draws.pick(blank), draws);
      }),
      places: CELLS,
      make(draws) {
        let sheets = madeScaffold(draws.pick(blank), draws);
        for (let left = draws.below(3); left > 0; left -= 1) sheets = changedSheets(sheets, draws, stock);
        return sheets;
      },
      read(input) {
        const sheets = input as readonly Sheet[];
        const ruleset = rulesetOf(sheets);
        if (!ruleset) throw new Error('no base');
        const { json, problems } = readScaffoldSheets(sheets, ruleset);
        if (problems.length > 0) return problems;
        try {
          judges(amend(ruleset, withoutBlanks(json).amendment));
          return undefined;
        } catch (error) {
          if (error instanceof NtmError) return error.errors;
          throw error;
        }
      },
    };
  },
};
