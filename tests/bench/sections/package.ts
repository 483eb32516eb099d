import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { medianOfProcesses } from '../child.js';

export interface BundleRow {
  readonly entry: string;
  /** Bytes of our own code, minified and gzipped. */
  readonly own: number;
  /** The same with every dependency. */
  readonly whole: number;
  /** Bytes before gzip by npm package, the largest first. */
  readonly packages: Readonly<Record<string, number>>;
}

export interface ImportRow {
  readonly module: string;
  /** Milliseconds in a fresh process. */
  readonly milliseconds: number;
  /** Milliseconds once its dependencies are there: our own code alone. */
  readonly own?: number;
}

interface Manifest {
  readonly exports: Readonly<Record<string, { import?: { default?: string } }>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** Every entry of code that npm ships, with one ruleset for all of them. */
function entries(): { name: string; path: string }[] {
  return Object.entries(manifest.exports).flatMap(([name, target]) => {
    const path = target.import?.default;
    if (path === undefined) return [];
    const ruleset = 'vn/commune-ntm/2021-2025';
    const whole = name.replace('*', ruleset).replace(/^\./, 'ntm-rules');
    return [{ name: whole, path: path.replace('*', ruleset) }];
  });
}

const bundled = (source: string, options: BuildOptions) =>
  build({
    stdin: { contents: source, resolveDir: process.cwd(), sourcefile: 'app.js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
    outdir: 'out',
    ...options,
  });

const gzipped = (files: readonly { readonly contents: Uint8Array }[]): number =>
  files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);

function packagesIn({ outputs }: Metafile): Record<string, number> {
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
      if (name !== undefined && bytesInOutput > 0) bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  return Object.fromEntries([...bytes].sort((a, b) => b[1] - a[1]));
}

async function sizeOf(entry: string, source: string): Promise<BundleRow> {
  const own = await bundled(source, { packages: 'external' });
  const whole = await bundled(source, {});
  return {
    entry,
    own: gzipped(own.outputFiles ?? []),
    whole: gzipped(whole.outputFiles ?? []),
    packages: packagesIn(whole.metafile as Metafile),
  };
}

/** What a bundle grows by with each entry, and with compiling and evaluating alone. */
export async function bundleSizes(): Promise<BundleRow[]> {
  const rows = [await sizeOf('ntm-rules/core, only compile', `export { compile } from './dist/core.js'`)];
  for (const { name, path } of entries()) rows.push(await sizeOf(name, `export * from '${path}'`));
  return rows;
}

/** The dependencies that a shipped file loads, through whatever chunks. */
async function dependenciesOf(path: string): Promise<string[]> {
  const { metafile } = await bundled(`export * from '${path}'`, {
    packages: 'external',
    platform: 'node',
    treeShaking: false,
  });
  const imported = Object.values((metafile as Metafile).inputs).flatMap((input) => input.imports);
  return [...new Set(imported.filter((one) => one.external).map((one) => one.path))];
}

const timed = (before: readonly string[], module: string) =>
  `${before.map((one) => `await import('${one}');`).join('\n')}
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const start = spent();
await import('${module}');
console.log(spent() - start);`;

/** How long it takes to load our own modules, and each module of a dependency that they load. */
export async function importTimes(processes: number): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  const asked = new Set<string>();
  for (const { name, path } of entries()) {
    const dependencies = await dependenciesOf(path);
    for (const one of dependencies) asked.add(one);
    const address = new URL(path, `file://${process.cwd()}/`).href;
    rows.push({
      module: name,
      milliseconds: await medianOfProcesses(timed([], address), processes),
      own: await medianOfProcesses(timed(dependencies, address), processes),
    });
  }
  for (const module of [...asked].sort())
    rows.push({ module, milliseconds: await medianOfProcesses(timed([], module), processes) });
  return rows;
}
