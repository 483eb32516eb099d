import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { TestProject } from 'vitest/node';
import installVersions from './install-versions.js';

test('a registry out of reach is told as that, and nothing counts as tried', () => {
  const cache = mkdtempSync(join(tmpdir(), 'ntm-rules-no-cache-'));
  const provide = vi.fn();
  vi.stubEnv('npm_config_cache', cache);
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  try {
    expect(() => installVersions({ provide } as unknown as TestProject)).toThrow(
      'The versions to try could not be installed: is the npm registry within reach?',
    );
    expect(provide).not.toHaveBeenCalled();
  } finally {
    vi.unstubAllEnvs();
    rmSync(cache, { recursive: true, force: true });
  }
});
