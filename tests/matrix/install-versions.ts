import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { BUNDLERS, FRAMEWORKS, NODE_PACKAGE, NODES, TYPESCRIPTS } from './versions.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A project that has installed every version of Node and TypeScript under an alias of its own, bundlers and test frameworks. */
    versions: string;
  }
}

/** For some 300 MB: a registry that is slower than that is as good as out of reach. */
const PATIENCE = 150_000;

/** Installs every version once, without running any script of theirs. */
export default function installVersions(project: TestProject): () => void {
  const room = mkdtempSync(join(tmpdir(), 'ntm-rules-versions-'));
  writeFileSync(join(room, 'package.json'), JSON.stringify({ name: 'versions', private: true }));
  const wanted = [
    ...NODES.map((version) => `node-${version}@npm:${NODE_PACKAGE}@${version}`),
    ...TYPESCRIPTS.map((version) => `typescript-${version}@npm:typescript@${version}`),
    ...Object.entries({ ...BUNDLERS, ...FRAMEWORKS }).map(([name, version]) => `${name}@${version}`),
  ];
  const flags = [
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--silent',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=2000',
  ];
  const { status, error, stderr } = spawnSync('npm', ['install', ...flags, ...wanted], {
    cwd: room,
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  if (status !== 0) {
    rmSync(room, { recursive: true, force: true });
    throw new Error(
      `The versions to try could not be installed: is the npm registry within reach?\n${error?.message ?? stderr}`,
    );
  }
  project.provide('versions', room);
  return () => rmSync(room, { recursive: true, force: true });
}
