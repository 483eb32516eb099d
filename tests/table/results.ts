import { readFileSync } from 'node:fs';
import { type Evaluation, evaluate, evaluateTiers, type TierReport } from '../../src/index.js';
import type { ResultCell, ResultSheet } from '../../src/schema/result-sheet.js';

export const example = (name: string): unknown =>
  JSON.parse(readFileSync(`docs/examples/${name}`, 'utf8')) as unknown;

const AMENDMENTS = [example('constructed-province.amendment.json')];

export const NTM = 'vn/commune-ntm/2021-2025';

export const evaluated = (name: string, ruleset = NTM): Evaluation =>
  evaluate(example(`${name}.snapshot.json`), ruleset, { amendments: AMENDMENTS as never });

export const tiersOf = (name: string): TierReport =>
  evaluateTiers(example(`${name}.snapshot.json`), 'vn/commune/2021-2025', {
    amendments: AMENDMENTS as never,
  });

/** A snapshot with nothing but what a test is about. */
export const commune = (name: string, facts: Record<string, unknown> = {}) => ({
  unit: { level: 'commune', name, province: 'Quảng Ninh', district: 'Ba Chẽ', code: '06970' },
  assessedOn: '2024-06-30',
  year: 2024,
  facts,
});

/** The cells of a sheet by the keys of their columns. */
export function records({ columns, rows }: ResultSheet): Record<string, ResultCell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])));
}

export function sheet(sheets: readonly ResultSheet[], id: ResultSheet['id']): ResultSheet {
  const found = sheets.find((one) => one.id === id);
  if (!found) throw new Error(`no sheet ${id} among ${sheets.map((one) => one.id).join(', ')}`);
  return found;
}
