import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where measured results are kept; docs/quality.md is made from them. */
export const RECORDS = join('docs', 'quality');

const pathOf = (name: string): string => join(RECORDS, `${name}.json`);

export function writeRecord(name: string, record: object): void {
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(pathOf(name), `${JSON.stringify(record, undefined, 2)}\n`);
}

export function readRecord<T>(name: string): T | undefined {
  return existsSync(pathOf(name)) ? (JSON.parse(readFileSync(pathOf(name), 'utf8')) as T) : undefined;
}
