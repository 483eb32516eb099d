import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const WORKFLOW = readFileSync('.github/workflows/release.yml', 'utf8');
const [, PUBLISH = ''] = WORKFLOW.split(/^ {2}publish:$/m);
const PACK = WORKFLOW.slice(WORKFLOW.indexOf('  pack:'), WORKFLOW.indexOf('  publish:'));

/** The commands of one step. */
function stepOf(name: string): string {
  const lines = WORKFLOW.split('\n');
  const at = lines.findIndex((line) => line.includes(`- name: ${name}`));
  const body = lines.slice(at + 2);
  const end = body.findIndex((line) => line.trim() !== '' && !line.startsWith('          '));
  return body.slice(0, end === -1 ? undefined : end).join('\n');
}

describe('the release', () => {
  it('runs no action but by the commit it was read at', () => {
    const used = [...WORKFLOW.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((action) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });
  it('begins with a tag of a version and with nothing else', () => {
    expect(/^on:\n( {2}.*\n)+/m.exec(WORKFLOW)?.[0]).toBe(
      "on:\n  push:\n    tags: ['v[0-9]+.[0-9]+.[0-9]+', 'v[0-9]+.[0-9]+.[0-9]+-*']\n",
    );
  });
  it('gives the right to sign only to the job that runs nothing of ours', () => {
    expect(WORKFLOW).toMatch(/^permissions: \{\}$/m);
    expect(PACK).not.toContain('write');
    expect(PUBLISH).toContain('id-token: write');
    expect(PUBLISH.match(/: write/g)).toHaveLength(1);
    expect(PUBLISH).not.toMatch(/checkout|npm (ci|install|run|test)|node -/);
    expect(WORKFLOW).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });
  it('asks for known weaknesses of every dependency that users install, however small', () => {
    expect(PACK).toContain('run: npm audit --omit=dev --audit-level=low\n');
    expect(PACK.indexOf('npm audit')).toBeLessThan(PACK.indexOf('.ci/run'));
  });
  it('checks everything before it packs, and publishes with provenance what was packed', () => {
    expect(PACK.indexOf('.ci/run')).toBeGreaterThan(0);
    expect(PACK.indexOf('npm pack')).toBeGreaterThan(PACK.indexOf('.ci/run'));
    expect(stepOf('Publish what was packed')).toMatch(
      /npm publish \.\/\*\.tgz --provenance .*--ignore-scripts/,
    );
  });
});

describe('before anything is released', () => {
  let room: string;
  beforeAll(() => {
    room = mkdtempSync(join(tmpdir(), 'ntm-rules-release-'));
  });
  afterAll(() => rmSync(room, { recursive: true, force: true }));
  const run = (step: string, manifest: object, env: Record<string, string>) => {
    writeFileSync(join(room, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(room, 'CHANGELOG.md'), '# Changelog\n\n## 1.2.3\n');
    const options = { cwd: room, encoding: 'utf8' as const, env: { ...process.env, ...env } };
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', stepOf(step)], options);
    return [status, stderr.trim()];
  };
  it.each([
    ['v1.2.3', '1.2.3', 0, ''],
    ['v1.2.4', '1.2.3', 1, 'the tag is v1.2.4, package.json says 1.2.3'],
    ['1.2.3', '1.2.3', 1, 'the tag is 1.2.3, package.json says 1.2.3'],
    ['v1.2.30', '1.2.30', 1, 'CHANGELOG.md has no section 1.2.30'],
  ])('tag %s of version %s', (tag, version, status, told) => {
    const step = 'The tag, the package and the changelog say the same version';
    expect(run(step, { version }, { GITHUB_REF_NAME: tag })).toEqual([status, told]);
  });
  const named = (manifest: object) => {
    const step = 'The package names the repository it is built in';
    const answer = run(step, manifest, { GITHUB_REPOSITORY: 'office/ntm-rules' });
    return [...answer, JSON.parse(readFileSync(join(room, 'package.json'), 'utf8')) as unknown];
  };
  const url = 'git+https://github.com/office/ntm-rules.git';
  it('a package that names no repository is of the one it is built in', () => {
    expect(named({ name: 'x', version: '1.2.3' })).toEqual([
      0,
      '',
      {
        name: 'x',
        version: '1.2.3',
        repository: { type: 'git', url },
        homepage: 'https://github.com/office/ntm-rules#readme',
        bugs: { url: 'https://github.com/office/ntm-rules/issues' },
      },
    ]);
  });
  it('a package that names this repository is left as it is', () => {
    const manifest = { name: 'x', version: '1.2.3', repository: { type: 'git', url } };
    expect(named(manifest)).toEqual([0, '', manifest]);
  });
  it('a package that names another repository is not released', () => {
    const manifest = { name: 'x', repository: { type: 'git', url: url.replace('office', 'other') } };
    expect(named(manifest)).toEqual([1, expect.stringContaining(`has to be ${url}`), manifest]);
  });
  it('the repository is named before anything is checked and packed', () => {
    expect(PACK.indexOf('npm pkg set')).toBeGreaterThan(0);
    expect(PACK.indexOf('npm pkg set')).toBeLessThan(PACK.indexOf('.ci/run'));
  });
});
