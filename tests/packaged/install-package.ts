import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed package, as npm would upload it. */
    tarball: string;
    /** Paths inside the tarball, without its `package/` prefix. */
    packedFiles: string[];
    /** An empty project that has installed the tarball. */
    consumer: string;
  }
}

interface PackReport {
  filename: string;
  files: { path: string }[];
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Packs what the build left in dist and installs it into an empty project, once for all packaged tests. */
export default function installPackage(project: TestProject): () => void {
  const room = mkdtempSync(join(tmpdir(), 'ntm-rules-packaged-'));
  const [packed] = JSON.parse(
    npm(['pack', '--silent', '--json', '--ignore-scripts', '--pack-destination', room], project.config.root),
  ) as PackReport[];
  if (packed === undefined) throw new Error('npm pack reported no package');
  const tarball = join(room, packed.filename);

  const consumer = join(room, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  npm(['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', tarball], consumer);

  project.provide('tarball', tarball);
  project.provide(
    'packedFiles',
    packed.files.map((file) => file.path),
  );
  project.provide('consumer', consumer);
  return () => rmSync(room, { recursive: true, force: true });
}
