import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { utils, write } from '@e965/xlsx';
import { csvLine, madeRows, type TableSize } from '../made-tables.js';

const execute = promisify(execFile);

/** One table read by the command line, judged through its tiers and written. */
export interface TableRow {
  readonly from: 'csv' | 'xlsx';
  readonly to: 'csv' | 'xlsx';
  readonly rows: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytesPeak: number;
}

const LADDER = 'vn/commune/2021-2025';

/** Prints what a process took as the last line of stderr. */
const TELL = `data:text/javascript,${encodeURIComponent(`
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\n' + JSON.stringify({ processorSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytesPeak: maxRSS * 1024 / 1e6 }));
});`)}`;

function writeCsv(path: string, size: TableSize): void {
  const file = openSync(path, 'w');
  for (const row of madeRows(size)) writeSync(file, csvLine(row));
  closeSync(file);
}

function writeXlsx(path: string, size: TableSize): void {
  const sheet = utils.aoa_to_sheet([...madeRows(size)].map((row) => [...row]));
  writeFileSync(path, write(utils.book_new(sheet, 'Xã'), { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

async function judged(input: string, output: string): Promise<Omit<TableRow, 'from' | 'to' | 'rows'>> {
  const args = ['--import', TELL, 'dist/cli.js', 'evaluate', input, '--tiers', LADDER, '--out', output];
  const start = performance.now();
  const { stderr } = await execute(process.execPath, args, { maxBuffer: 1 << 24 });
  const seconds = (performance.now() - start) / 1000;
  const told = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as Omit<TableRow, 'seconds'>;
  return { ...told, seconds };
}

/** A country's communes by 60 columns as CSV and XLSX, and ten times as many as CSV, through the command line. */
export async function judgeTables(rows: number): Promise<TableRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-bench-'));
  try {
    const measured: TableRow[] = [];
    const runs = [
      { from: 'csv', to: 'csv', rows },
      { from: 'csv', to: 'xlsx', rows },
      { from: 'xlsx', to: 'xlsx', rows },
      { from: 'csv', to: 'csv', rows: rows * 10 },
    ] as const;
    for (const [at, run] of runs.entries()) {
      const input = join(folder, `${at}.${run.from}`);
      const size = { rows: run.rows, columns: 60 };
      if (run.from === 'csv') writeCsv(input, size);
      else writeXlsx(input, size);
      measured.push({ ...run, ...(await judged(input, join(folder, `${at}-result.${run.to}`))) });
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
