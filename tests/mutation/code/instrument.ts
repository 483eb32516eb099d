import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { commonTokens } from '@stryker-mutator/api/plugin';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

export interface Instrumented {
  /** The code with every mutant inside, each behind a switch, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly mutants: readonly Mutant[];
}

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  trace() {},
  fatal() {},
  isDebugEnabled: () => false,
};

/** Every file under the paths given, sorted. */
export function filesUnder(paths: readonly string[], ending: string): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isDirectory()) return found ? [path] : [];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => join(path, name))
      .sort();
  });
}

/** Puts Stryker's mutants into the code of a room. */
export async function instrument(paths: readonly string[]): Promise<Instrumented> {
  const injector = createInjector().provideValue(commonTokens.logger, silent as never);
  const instrumenter = createInstrumenter(injector as never);
  const sources = filesUnder(paths, '.ts').map((name) => ({
    name,
    content: readFileSync(name, 'utf8'),
    mutate: true,
  }));
  const { files, mutants } = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
    noHeader: true,
  });
  return { files: new Map(files.map(({ name, content }) => [name, content])), mutants };
}
