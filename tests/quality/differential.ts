import { readFileSync } from 'node:fs';
import type { DifferentialRun } from './records.js';

/** A figure as it stands in a test: what is told of a test changes with it. */
function figureIn(path: string, pattern: RegExp): number {
  const [, found] = pattern.exec(readFileSync(path, 'utf8')) ?? [];
  if (found === undefined) throw new Error(`${path} has nothing like ${pattern}`);
  return Number(found.replaceAll('_', ''));
}

const EVERY = 'tests/engines/sql/every-ruleset.test.ts';
const RANDOM = 'tests/engines/sql/random-sets.ts';
const SHIPPED = 'tests/engines/json-rules-engine-shipped.test.ts';
const RULES = 'tests/engines/json-rules-engine-random.test.ts';
const COLUMNS = 'tests/columns/columns.test.ts';

/** Questions that are answered in two ways, how many answers are compared, and by what. */
export function differentialRuns(rulesets: number): DifferentialRun[] {
  const rows = figureIn(EVERY, /rows: (\d+)/);
  const random = figureIn(RANDOM, /SQL_RUNS \?\? (\d+)/);
  const units = figureIn(RANDOM, /minLength: (\d+)/);
  const database = (name: string, command: string): DifferentialRun[] => [
    { what: `${name} and the engine, every version`, answers: rulesets * rows, command },
    { what: `${name} and the engine, random rulesets`, answers: random * units, command },
  ];
  return [
    ...database('DuckDB', 'npx vitest run tests/engines/sql'),
    ...database('PostgreSQL', '.ci/with-postgres npm run test:postgres'),
    {
      what: 'rules of json-rules-engine and the engine, every version',
      answers: rulesets * (figureIn(SHIPPED, /numRuns: (\d+)/) + figureIn(SHIPPED, /[\s\S]*numRuns: (\d+)/)),
      command: `npx vitest run ${SHIPPED}`,
    },
    {
      what: 'rules of json-rules-engine and the engine, random rulesets',
      answers: figureIn(RULES, /numRuns: (\d+)/),
      command: `npx vitest run ${RULES}`,
    },
    {
      what: 'columns of numbers and snapshots, random conditions (at least one each)',
      answers: figureIn(COLUMNS, /[\s\S]*numRuns: (\d+)/),
      command: `npx vitest run ${COLUMNS}`,
    },
  ];
}
