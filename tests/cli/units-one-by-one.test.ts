import { describe, expect, it } from 'vitest';
import { nodeSurroundings } from '../../src/cli/node-surroundings.js';
import { READ_AT_ONCE } from '../../src/cli/read-beginning.js';
import { runCli } from '../../src/cli/run-cli.js';
import { NTM, ntm, withFiles } from './ntm.js';

const HEADING =
  'Tên xã;Mã đơn vị hành chính;Tỉnh;Ngày đánh giá;Tỷ lệ người dân tham gia bảo hiểm y tế;Ghi chú\n';
const REMARK = 'số liệu do xã báo cáo '.repeat(200);
const row = (at: number): string =>
  `Xã ${at};${at};Quảng Ninh;30/06/2024;${at % 2 === 0 ? '95,3' : '80'};${REMARK}\n`;
const ROWS = Math.ceil(READ_AT_ONCE / REMARK.length) + 200;

/** Runs `ntm` on a table that arrives piece by piece; `read` are the rows that had been asked for when it first printed. */
async function streamed(args: readonly string[]): Promise<{ code: number; read: number; asked: number }> {
  let asked = 0;
  let read = Number.POSITIVE_INFINITY;
  const encoder = new TextEncoder();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(HEADING);
    for (; asked < ROWS; asked += 1) yield encoder.encode(row(asked));
  }
  const code = await runCli(args, {
    ...nodeSurroundings(process),
    stdout: {
      write: () => {
        read = Math.min(read, asked);
      },
    },
    stderr: { write: () => {} },
    piecesOf: pieces,
    columns: 80,
    colour: false,
  });
  return { code, read, asked };
}

describe('units of a large table', () => {
  it.each([
    ['evaluate', '-', '-r', NTM, '--brief'],
    ['recognition', '-', '--tier', 'ntm', '--brief'],
  ])(
    'are shown before the table has been read to its end: ntm %s',
    async (...args) => {
      const { code, read, asked } = await streamed(args);
      expect(code).toBe(0);
      expect(asked).toBe(ROWS);
      expect(read).toBeLessThan(ROWS - 100);
    },
    60_000,
  );

  it.each([
    ['summarize', ['-r', NTM]],
    ['rollup', []],
    ['revocation', ['--tier', 'ntm']],
    ['impact', ['--ruleset', NTM, '--set', '15.1=92']],
    ['sweep', ['--ruleset', NTM, '--indicator', '15.1', '--values', '80..100:5']],
    ['recognition', ['--tier', 'ntm']],
  ])(
    'come to the same when they come in several small files: ntm %s',
    async (command, options) => {
      const rows = Array.from({ length: ROWS }, (_, at) => row(at));
      const part = Math.ceil(ROWS / 4);
      const files: Record<string, string> = { 'whole.csv': `${HEADING}${rows.join('')}` };
      for (let at = 0; at < 4; at += 1)
        files[`${at}.csv`] = `${HEADING}${rows.slice(at * part, (at + 1) * part).join('')}`;
      await withFiles(files, async (path) => {
        const names = [0, 1, 2, 3].map((at) => path(`${at}.csv`));
        const run = (paths: readonly string[]) =>
          ntm([command as string, ...paths, ...(options as string[]), '--json', '--locale', 'en']);
        const [whole, parts] = [await run([path('whole.csv')]), await run(names)];
        expect(whole.code).toBe(0);
        expect(whole.out.length).toBeGreaterThan(1_000);
        expect(whole.out === parts.out).toBe(true);
      });
    },
    120_000,
  );
});

describe('a unit that cannot be counted', () => {
  const unit = (name: string) =>
    JSON.stringify({
      unit: { level: 'commune', name, province: 'Quảng Ninh' },
      assessedOn: '2024-06-30',
      year: 2024,
      facts: {},
    });

  it('is told with its file, and so is every other one, before anything is rolled up', async () => {
    const files = {
      'a.snapshot.json': unit('Xã A'),
      'b.snapshot.json': unit('Xã A'),
      'c.snapshot.json': unit('Xã C'),
      'd.snapshot.json': unit('Xã C'),
    };
    await withFiles(files, async (path) => {
      const { code, out, err } = await ntm(['rollup', path(''), '--locale', 'en']);
      expect([code, out]).toEqual([65, '']);
      expect(err).toContain('b.snapshot.json');
      expect(err).toContain('d.snapshot.json');
      expect(err).not.toContain('a.snapshot.json');
    });
  });
});
