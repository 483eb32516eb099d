import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { shippedRulesetsEsbuild } from '../../../src/build/shipped-rulesets-plugin.js';

const FEW_RUNS = resolve('tests/mutation/code/few-runs.ts');

/** Mutated code in place of the code, `standIn` in place of vitest, and laws with few runs. */
function inPlaceOf(mutated: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'in-place-of',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'stand-in' }));
      onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({ contents: 'module.exports = standIn;' }));
      onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
        importer === FEW_RUNS ? { path: 'fast-check', external: true } : { path: FEW_RUNS },
      );
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = mutated.get(relative(process.cwd(), path));
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
}

/**
 * The tests of a room and the code they reach, as the text of one function: called, it gives a loader for each test
 * file, and everything inside starts anew.
 */
export async function bundleOf(
  tests: readonly string[],
  mutated: ReadonlyMap<string, string>,
): Promise<string> {
  const loaders = tests.map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)})`,
  );
  const { outputFiles } = await build({
    stdin: {
      contents: `module.exports = { ${loaders.join(',\n')} };`,
      resolveDir: process.cwd(),
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    logLevel: 'error',
    plugins: [inPlaceOf(mutated), shippedRulesetsEsbuild()],
  });
  const [file] = outputFiles;
  if (!file) throw new Error('nothing was bundled');
  return `(function (require, standIn, stryCov_9fa48, stryMutAct_9fa48) {
const module = { exports: {} }, exports = module.exports;
${file.text}
return module.exports; })`;
}
