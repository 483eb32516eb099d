/**
 * What the package is tried under, by exact version: the first Node that `engines` admits, the newest of each line
 * with long-term support, and the newest of all.
 */
export const NODES: readonly string[] = ['20.0.0', '20.20.2', '22.23.3', '24.21.0', '26.10.0'];

/** The last of each minor line from 5.5 on, and 7, which is written in another language. */
export const TYPESCRIPTS: readonly string[] = ['5.5.4', '5.6.3', '5.7.3', '5.8.3', '5.9.3', '6.0.3', '7.0.2'];

/** Those that are tried with the resolution of bundlers as well, which is the same code in all: first, last but one, last. */
export const TYPESCRIPTS_FOR_BUNDLERS: readonly string[] = ['5.5.4', '6.0.3', '7.0.2'];

/** Bundlers beside esbuild, which the packaged tests use. */
export const BUNDLERS: Readonly<Record<string, string>> = {
  rollup: '4.68.8',
  '@rollup/plugin-node-resolve': '16.0.3',
  '@rollup/plugin-commonjs': '29.0.3',
  webpack: '5.112.2',
};

/** Test frameworks beside vitest and node:test, which the packaged tests use. */
export const FRAMEWORKS: Readonly<Record<string, string>> = { jest: '30.5.2' };

/** The npm package that holds Node's program for this machine. */
export const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
