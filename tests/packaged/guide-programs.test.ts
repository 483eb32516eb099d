import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { guides, programsOf } from '../docs/guide-blocks.js';
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
});
