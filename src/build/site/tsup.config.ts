import { defineConfig, type Options } from 'tsup';
import { shippedRulesetsEsbuild } from '../shipped-rulesets-plugin.ts';

const shared: Options = {
  target: 'es2022',
  splitting: false,
  clean: false,
  silent: true,
  esbuildPlugins: [shippedRulesetsEsbuild()],
};

/** The documentation site: the script that writes its pages, its search, and the playground in one script. */
export default defineConfig([
  {
    ...shared,
    entry: ['src/build/site/write-site.ts'],
    format: 'esm',
    platform: 'node',
    removeNodeProtocol: false,
    outDir: 'node_modules/.cache/ntm-rules/site',
  },
  {
    ...shared,
    entry: { playground: 'docs/playground/main.ts' },
    format: 'iife',
    platform: 'browser',
    noExternal: [/./],
    minify: true,
    // One named function around everything: a page opened from a disk hands it to its worker as text.
    banner: { js: 'function ntmPlayground(){' },
    footer: { js: '}\nntmPlayground();' },
    outExtension: () => ({ js: '.js' }),
    outDir: 'docs/site/playground',
  },
  {
    ...shared,
    entry: { search: 'src/build/site/search/search-box.ts' },
    format: 'iife',
    platform: 'browser',
    noExternal: [/./],
    minify: true,
    outExtension: () => ({ js: '.js' }),
    outDir: 'docs/site',
  },
]);
