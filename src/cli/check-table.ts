import { basename } from 'node:path';
import { NtmError, type Problem } from '../problem/problem.js';
import { readBytes } from './read-json.js';
import { isTableName } from './read-tables.js';
import type { Surroundings } from './surroundings.js';

/** What a table of units, or a workbook of forms, holds, and every cell that was refused. */
export interface CheckedTable {
  readonly units: number;
  readonly problems: readonly Problem[];
}

/** Reads a file as units; undefined where it holds none, so that it is told as what it was taken for. */
export async function checkTable(
  path: string,
  surroundings: Surroundings,
): Promise<CheckedTable | undefined> {
  if (!isTableName(path)) return undefined;
  const read = await readBytes(path, surroundings);
  if (!read.ok) return undefined;
  const { readTable } = await import('../table/read-table.js');
  try {
    const { counts, refused } = readTable(read.bytes, { name: basename(path) });
    return { units: counts.units, problems: refused };
  } catch (error) {
    if (error instanceof NtmError) return undefined;
    throw error;
  }
}
