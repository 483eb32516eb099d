import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The parser of Spark's grammar, as far as tests use it. */
export interface SparkParser {
  /** What is wrong with a text; nothing where it can be read. */
  validate(sql: string): { message: string }[];
  /** The statements of a text; null where it can't be read. */
  splitSQLByStatement(sql: string): unknown[] | null;
}

/** The package is written as ES modules without saying so, and Node reads it only once it is bundled. */
export async function sparkParser(): Promise<SparkParser> {
  const outfile = join(process.cwd(), 'node_modules/.cache/ntm-rules/spark-parser.mjs');
  await build({
    stdin: { contents: "export { SparkSQL } from 'dt-sql-parser';", resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent',
  });
  const loaded = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as {
    SparkSQL: new () => SparkParser;
  };
  return new loaded.SparkSQL();
}
