import type { Plugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';
import { readLaw, shippedLawOf } from './read-rulesets.ts';

const MODULE = 'virtual:shipped-rulesets';

/** The module that holds the law: made from `rulesets/` at build time, so that nothing is generated at run time. */
function moduleText(): string {
  return `export const shippedLaw = ${JSON.stringify(shippedLawOf(readLaw()))};`;
}

export function shippedRulesetsEsbuild(): Plugin {
  return {
    name: 'shipped-rulesets',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${MODULE}$`) }, () => ({
        path: MODULE,
        namespace: 'shipped-rulesets',
      }));
      build.onLoad({ filter: /.*/, namespace: 'shipped-rulesets' }, () => ({
        contents: moduleText(),
        loader: 'js',
      }));
    },
  };
}

export function shippedRulesetsVite(): VitePlugin {
  return {
    name: 'shipped-rulesets',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? moduleText() : undefined),
  };
}
