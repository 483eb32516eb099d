import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The modules of the source that users reach, and what the build makes of them. */
export const ENTRIES: ReadonlyMap<string, string> = new Map([
  ['src/index.ts', 'dist/index.js'],
  ['src/core.ts', 'dist/core.js'],
  ['src/engines/json-rules-engine/index.ts', 'dist/json-rules-engine.js'],
  ['src/engines/sql/index.ts', 'dist/sql.js'],
  ['src/report/index.ts', 'dist/report.js'],
  ['src/table/index.ts', 'dist/table.js'],
  ['src/testing/index.ts', 'dist/testing.js'],
]);

/**
 * Modules that tests may take from the source beside the built package: they hold no state and no class, so that it
 * makes no difference whose they are.
 */
const WITHOUT_STATE =
  /^src\/(schema\/.*|problem\/(codes|report)|law\/(completeness|requirement-row|territory|walk)|rule\/reading|programme\/plan\/period)\.ts$/;

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path).replace(/\.js$/, '.ts'),
  );

/** The modules of the source that a test reaches, through helpers of other tests too. */
function reachedBy(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !file.endsWith('.ts') || !existsSync(file)) return [];
  seen.add(file);
  if (file.startsWith('src/')) return [file];
  return importsOf(file).flatMap((one) => reachedBy(one, seen));
}

/** The tests that see the package from outside: they can be run on what was built as they are. */
export function testsFromOutside(): string[] {
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'tests/**/*.test.ts'],
    {
      encoding: 'utf8',
    },
  );
  return files
    .split('\n')
    .filter((file) => file !== '' && !/^tests\/(packaged|browser|postgres|matrix|built)\//.test(file))
    .filter((file) => {
      const reached = reachedBy(file);
      return (
        reached.some((one) => ENTRIES.has(one)) &&
        reached.every((one) => ENTRIES.has(one) || WITHOUT_STATE.test(one))
      );
    });
}
