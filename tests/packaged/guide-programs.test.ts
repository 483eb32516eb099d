import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { guides, programsOf, shellBlocksOf } from '../docs/guide-blocks.js';
import { consumer, writeInConsumer } from './consumer.js';

describe('programs of the guides, in a project that installed the package', () => {
  beforeAll(() => {
    cpSync('docs/examples', join(consumer, 'docs/examples'), { recursive: true });
  });

  test.each(guides.flatMap(programsOf))(
    'program $no of $guide prints what the guide says',
    ({ guide, no, code, printed }) => {
      const path = writeInConsumer(`${guide}-${no}.mjs`, code);
      expect(execFileSync(process.execPath, [path], { cwd: consumer, encoding: 'utf8' })).toBe(printed);
    },
  );

  const scripted = guides.filter((guide) => shellBlocksOf(guide).length > 0);

  test.each(scripted)('commands of %s work as printed, one after another', (guide) => {
    const script = `export npm_config_offline=true\n${shellBlocksOf(guide).join('\n')}`;
    const run = () =>
      execFileSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: consumer, encoding: 'utf8' });
    expect(run).not.toThrow();
  });

  test('some guides have such commands', () => {
    expect(scripted.length).toBeGreaterThan(0);
  });
});
