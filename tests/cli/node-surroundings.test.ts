import { describe, expect, test } from 'vitest';
import { nodeSurroundings } from '../../src/cli/node-surroundings.js';

const around = (
  stdout: { isTTY?: boolean; columns?: number },
  env: Record<string, string> = {},
  stderr: { isTTY?: boolean } = {},
) => nodeSurroundings({ ...process, stdin: process.stdin, stderr, stdout, env } as unknown as NodeJS.Process);

describe('the process around ntm', () => {
  test('has colour on a terminal, but not with NO_COLOR, on a dumb terminal or into a pipe', () => {
    expect(around({ isTTY: true }).colour).toBe(true);
    expect(around({ isTTY: true }, { NO_COLOR: '1' }).colour).toBe(false);
    expect(around({ isTTY: true }, { NO_COLOR: '' }).colour).toBe(true);
    expect(around({ isTTY: true }, { TERM: 'dumb' }).colour).toBe(false);
    expect(around({}).colour).toBe(false);
  });

  test('has colour wherever FORCE_COLOR asks for it, and nowhere where it is 0', () => {
    expect(around({}, { FORCE_COLOR: '1' }).colour).toBe(true);
    expect(around({}, { FORCE_COLOR: '1', NO_COLOR: '1' }).colour).toBe(true);
    expect(around({ isTTY: true }, { FORCE_COLOR: '0' }).colour).toBe(false);
    expect(around({ isTTY: true }, { FORCE_COLOR: '' }).colour).toBe(true);
  });

  test('is as wide as the terminal up to 120 columns, and 80 wide where there is none', () => {
    expect(around({ columns: 60 }).columns).toBe(60);
    expect(around({ columns: 300 }).columns).toBe(120);
    expect(around({}).columns).toBe(80);
    expect(around({}, { COLUMNS: '72' }).columns).toBe(72);
  });

  describe('writes', () => {
    const written = (isTTY: boolean, text: string): string => {
      let all = '';
      const stream = { isTTY, write: (piece: string) => (all += piece) };
      around(stream as never).stdout.write(text);
      return all;
    };
    const HOSTILE = 'Xã \u001b[2J\u001b]0;title\u0007\u009b1mVí Dụ\u202e\r';
    test('to a terminal nothing that it would obey, but colours and line breaks', () => {
      expect(written(true, HOSTILE)).toBe('Xã \ufffd[2J\ufffd]0;title\ufffd\ufffd1mVí Dụ\ufffd\ufffd');
      expect(written(true, '\u001b[1;33mđạt\u001b[0m\n\tx')).toBe('\u001b[1;33mđạt\u001b[0m\n\tx');
    });
    test('to a terminal its line of progress, which begins at the left and is wiped away', () => {
      expect(written(true, '\r10/20 xã')).toBe('\r10/20 xã');
      expect(written(true, '\r\u001b[K')).toBe('\r\u001b[K');
      expect(written(true, 'x\r\u001b[K')).toBe('x\ufffd\ufffd[K');
    });
    test('to a file or another program what there is', () => {
      expect(written(false, HOSTILE)).toBe(HOSTILE);
    });
  });

  test('is watched where stderr is a terminal, whatever becomes of stdout', () => {
    expect(around({}, {}, { isTTY: true }).watched).toBe(true);
    expect(around({ isTTY: true }).watched).toBe(false);
    expect(around({}, { TERM: 'dumb' }, { isTTY: true }).watched).toBe(false);
  });
});
