import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { consumer, installed } from './consumer.js';

interface Manifest {
  name?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  gypfile?: boolean;
}
interface Locked {
  hasInstallScript?: boolean;
  resolved?: string;
  version?: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const lock = read(join(consumer, 'package-lock.json')) as { packages: Record<string, Locked> };
/** Everything that installing the package brings, itself included, by folder. */
const brought = Object.keys(lock.packages).filter((folder) => folder !== '');
const manifestOf = (folder: string) => read(join(consumer, folder, 'package.json')) as Manifest;

describe('what installing the package brings', () => {
  test('is the package, its dependencies and theirs', () => {
    const { dependencies = {} } = manifestOf('node_modules/ntm-rules');
    expect(Object.keys(dependencies).filter((name) => !brought.includes(`node_modules/${name}`))).toEqual([]);
    expect(brought).toContain('node_modules/ntm-rules');
    expect(brought.length).toBeLessThanOrEqual(40);
  });
  test('runs nothing when it is installed', () => {
    const ran = /^(pre|post)?install$/;
    const running = brought.filter((folder) => {
      const { scripts = {}, gypfile } = manifestOf(folder);
      const native = gypfile !== false && existsSync(join(consumer, folder, 'binding.gyp'));
      return (
        lock.packages[folder]?.hasInstallScript === true ||
        native ||
        Object.keys(scripts).some((name) => ran.test(name))
      );
    });
    expect(running).toEqual([]);
  });
  test('holds no program of another language', () => {
    const programs = brought.flatMap((folder) =>
      readdirSync(join(consumer, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(node|so|dll|dylib|exe)$/.test(name))
        .map((name) => join(folder, name)),
    );
    expect(programs).toEqual([]);
  });
  test('is pinned: every direct dependency has one exact version', () => {
    const { dependencies = {}, optionalDependencies } = manifestOf('node_modules/ntm-rules');
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(optionalDependencies).toBeUndefined();
  });
});

describe('docs/security.md', () => {
  const page = readFileSync('docs/security.md', 'utf8');
  const table = page.slice(page.indexOf('## Dependencies'));
  const told = [...table.matchAll(/^\| `([^`]+)` \| (.{20,}) \|$/gm)].map(([, name]) => name);
  test('gives a reason for every dependency, and for nothing that is none', () => {
    const { dependencies = {} } = read(join(installed, 'package.json')) as Manifest;
    expect([...told].sort()).toEqual(Object.keys(dependencies).sort());
  });
});
