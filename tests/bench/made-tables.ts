import type { Snapshot } from '../../src/core.js';
import { getRuleset } from '../../src/shipped.js';
import { NATIONAL_SETS } from './national-sets.js';
import { seededSnapshots } from './seeded-snapshots.js';

/** Units, and columns: names, day of judgement and figures. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

type PlainCell = string | number | boolean;

const POOL = 300;
const HEAD = ['unit.name', 'unit.code', 'unit.province', 'unit.level', 'assessedOn'];

const isPlain = (entry: unknown): entry is PlainCell =>
  typeof entry === 'number' || typeof entry === 'boolean' || typeof entry === 'string';

/** Facts that most made-up communes have as one plain figure: a cell holds no more. */
function plainFacts(pool: readonly Snapshot[], columns: number): string[] {
  const counts = new Map<string, number>();
  for (const { facts } of pool)
    for (const [key, entry] of Object.entries(facts))
      if (isPlain(entry)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts].sort(([, one], [, other]) => other - one).map(([key]) => key);
  if (keys.length < columns) throw new Error(`only ${keys.length} facts are plain figures`);
  return keys.slice(0, columns);
}

/** Made-up communes as a wide table, a row a unit, headed by keys: the rows one after the other. */
export function* madeRows({ rows, columns }: TableSize): Generator<readonly (PlainCell | null)[]> {
  const [ordinary, advanced] = NATIONAL_SETS;
  const pools = [ordinary, advanced].map(({ id, version }) =>
    seededSnapshots(getRuleset(id, { version }), { count: POOL, missing: 0.2 }),
  );
  const [one = [], other = []] = pools;
  const merged = one.map(
    (snapshot, at): Snapshot => ({
      ...snapshot,
      facts: { ...other[at]?.facts, ...snapshot.facts },
    }),
  );
  const keys = plainFacts(merged, columns - HEAD.length);
  yield [...HEAD, ...keys];
  for (let at = 0; at < rows; at += 1) {
    const { unit, assessedOn, facts } = merged[at % POOL] as Snapshot;
    const figures = keys.map((key) => {
      const entry = facts[key];
      return isPlain(entry) ? entry : null;
    });
    yield [`Xã ${at}`, String(at), unit.province ?? '', 'commune', assessedOn, ...figures];
  }
}

const VIETNAMESE: Readonly<Record<string, string>> = { true: 'có', false: 'không' };

/** A row as an office's CSV has it: semicolons, decimal commas, có and không. */
export const csvLine = (row: readonly (PlainCell | null)[]): string =>
  `${row
    .map((cell) => {
      if (cell === null) return '';
      return typeof cell === 'number' ? String(cell).replace('.', ',') : (VIETNAMESE[String(cell)] ?? cell);
    })
    .join(';')}\n`;
