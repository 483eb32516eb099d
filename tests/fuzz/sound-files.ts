import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The JSON files of a folder whose names end like this, in order of name. */
export function soundFiles(folder: string, ending: RegExp): unknown[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
}

/** Rulesets of their own; those as amended are the base and the amendment. */
export const rulesetFiles = (): unknown[] =>
  soundFiles('rulesets', /^(?!.*(ladders|recognition)\/).*\/\d{4}-\d{2}-\d{2}\.json$/);
