import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileSink } from '../../src/cli/file-sink.js';
import { nodeSurroundings } from '../../src/cli/node-surroundings.js';
import type { Run } from '../../src/cli/run.js';
import { evaluate, NtmError } from '../../src/index.js';
import { commune } from '../table/results.js';
import { NTM, withFiles } from './ntm.js';

const quiet = { write: () => {} };
const run: Run = {
  surroundings: { ...nodeSurroundings(process), stdout: quiet, stderr: quiet },
  locale: 'en',
  json: false,
};
const options = { flags: {}, chosen: [NTM], single: false, mostRows: 2 };
const result = evaluate(commune('Xã Ví Dụ', { 'health.insuredRate': 96 }), NTM);

describe('more results than a workbook opens with', () => {
  it('are refused as soon as there are too many, with what to write in its place', async () => {
    await withFiles({}, async (path) => {
      const sink = fileSink(path('r.xlsx'), options, run);
      sink.take(result, null);
      sink.take(result, null);
      let told: NtmError | undefined;
      try {
        sink.take(result, null);
      } catch (error) {
        if (error instanceof NtmError) told = error;
      }
      expect(told?.errors[0]).toMatchObject({
        code: 'bad-option',
        path: '--out',
        message: { en: 'The results have more than 2 rows: no .xlsx of that size opens.' },
        hint: { en: `Write CSV: --out ${path('r.csv')}` },
      });
      expect(existsSync(path('r.xlsx'))).toBe(false);
    });
  });

  it('are written as CSV, with every indicator', async () => {
    await withFiles({}, async (path) => {
      const sink = fileSink(path('r.csv'), options, run);
      for (let at = 0; at < 3; at += 1) sink.take(result, null);
      expect(await sink.end([])).toBe(0);
      expect(existsSync(path('r.csv'))).toBe(true);
      expect(existsSync(path('r-indicators.csv'))).toBe(true);
    });
  });
});
