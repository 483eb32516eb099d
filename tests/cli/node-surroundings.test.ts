import { describe, expect, test } from 'vitest';
import { nodeSurroundings } from '../../src/cli/node-surroundings.js';

const around = (stdout: { isTTY?: boolean; columns?: number }, env: Record<string, string> = {}) =>
  nodeSurroundings({
    ...process,
    stdin: process.stdin,
    stderr: process.stderr,
    stdout,
    env,
  } as unknown as NodeJS.Process);

describe('the process around ntm', () => {
  test('has colour on a terminal, but not with NO_COLOR, on a dumb terminal or into a pipe', () => {
    expect(around({ isTTY: true }).colour).toBe(true);
    expect(around({ isTTY: true }, { NO_COLOR: '1' }).colour).toBe(false);
    expect(around({ isTTY: true }, { NO_COLOR: '' }).colour).toBe(true);
    expect(around({ isTTY: true }, { TERM: 'dumb' }).colour).toBe(false);
    expect(around({}).colour).toBe(false);
  });

  test('is as wide as the terminal up to 120 columns, and 100 wide where there is none', () => {
    expect(around({ columns: 80 }).columns).toBe(80);
    expect(around({ columns: 300 }).columns).toBe(120);
    expect(around({}).columns).toBe(100);
    expect(around({}, { COLUMNS: '72' }).columns).toBe(72);
  });
});
