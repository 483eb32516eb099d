import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedRulesetsEsbuild } from '../../src/build/shipped-rulesets-plugin.js';
import { ntm } from '../cli/ntm.js';

const guide = readFileSync('docs/guides/sql.md', 'utf8');

/** The first block of a language. */
function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];
  if (found === undefined) throw new Error(`no ${language} in the guide`);
  return found;
}

const cache = 'node_modules/.cache/ntm-rules';
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ntm-sql-'));
  writeFileSync(join(folder, 'communes.csv'), block('csv'));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT * FROM '${folder}/communes.csv') TO '${folder}/communes.parquet' (FORMAT parquet)`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the guide's own code on the library's source, in a folder with its files. */
async function run(script: string): Promise<string> {
  const outfile = join(process.cwd(), cache, 'sql-guide.mjs');
  await build({
    stdin: { contents: script, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { 'ntm-rules/sql': './src/engines/sql/index.ts', 'ntm-rules': './src/index.ts' },
    external: ['@duckdb/node-api'],
    plugins: [shippedRulesetsEsbuild()],
    outfile,
    logLevel: 'silent',
  });
  return execFileSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' });
}

describe('the guide to SQL', () => {
  test('shows what its code prints, from CSV and from Parquet', async () => {
    const script = block('js');
    expect(await run(script)).toBe(block('json'));
    expect(script).toContain("'communes.csv'");
    expect(await run(script.replace("'communes.csv'", "'communes.parquet'"))).toBe(block('json'));
  });

  test('names options of ntm sql that there are', async () => {
    const { out } = await ntm(['sql', '--help', '--locale', 'en']);
    const used = [...guide.matchAll(/ntm sql[^\n|`]*/g)].flatMap(([line]) => line.match(/--[a-z-]+/g) ?? []);
    expect(used.length).toBeGreaterThan(5);
    for (const flag of used) expect(out).toContain(flag);
  });
});
