import { dirname } from 'node:path';
import { NtmError, type Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { JudgedTables } from '../table/results/judged-tables.js';
import type { Unread } from '../table/results/refused-sheet.js';
import { MOST_ROWS } from '../table/results/result-tables.js';
import { countText } from '../words/bounds-text.js';
import { scorecard } from '../words/scorecard.js';
import { EXIT } from './exit-codes.js';
import { fitLines } from './fit-lines.js';
import type { JudgingFlags } from './judging-options.js';
import type { Chosen } from './load-rulesets.js';
import { namesWith } from './names-with.js';
import { formatOf, type OutFlags } from './out-file.js';
import type { Delivered, Explained, ResultSink } from './result-sink.js';
import type { Run } from './run.js';
import { setTitles } from './set-titles.js';
import { spool } from './spool.js';
import { spooledRows } from './spooled-rows.js';
import { type NewFile, tableFiles } from './table-files.js';
import { writeFiles } from './write-files.js';

export interface FileSinkOptions {
  readonly flags: OutFlags & Pick<JudgingFlags, 'all' | 'brief'>;
  readonly chosen: readonly Chosen[];
  /** Whether JSON is one object and no array. */
  readonly single: boolean;
  /** Rows that a sheet of a workbook may have. */
  readonly mostRows?: number;
}

/** Lines of a text file are as long as those of an A4 page. */
const TEXT_WIDTH = 100;

interface Collector {
  take(result: Delivered): void;
  files(unread: readonly Unread[]): Promise<NewFile[]> | NewFile[];
}

function textCollector(file: string, { flags, chosen }: FileSinkOptions, run: Run): Collector {
  const { locale, surroundings } = run;
  const names = namesWith(chosen);
  const { all = false, brief = false } = flags;
  const cards = spool(dirname(file), surroundings);
  let between = '';
  return {
    take(result) {
      const card = scorecard(result as Explained, { locale, width: TEXT_WIDTH, names, all, brief });
      cards.write(`${between}${card}`);
      between = `\n\n${'─'.repeat(TEXT_WIDTH)}\n\n`;
    },
    files() {
      cards.write('\n');
      return [{ file, content: cards.pieces() }];
    },
  };
}

function jsonCollector(file: string, { single }: FileSinkOptions, { surroundings }: Run): Collector {
  const texts = spool(dirname(file), surroundings);
  let count = 0;
  return {
    take(result) {
      const text = JSON.stringify(result, null, 2);
      texts.write(single ? text : `${count === 0 ? '[\n' : ',\n'}  ${text.replaceAll('\n', '\n  ')}`);
      count += 1;
    },
    files() {
      texts.write(single && count > 0 ? '\n' : count === 0 ? '[]\n' : '\n]\n');
      return [{ file, content: texts.pieces() }];
    },
  };
}

function tooManyRows(file: string, most: number): Problem {
  const csv = file.replace(/\.xlsx$/i, '.csv');
  const count = { vi: countText(most, 'vi'), en: countText(most, 'en') };
  return {
    ...problem('bad-option', '--out', {
      found: file,
      expected: { vi: 'tệp .csv', en: 'a .csv file' },
      hint: { vi: `Ghi CSV: --out ${csv}`, en: `Write CSV: --out ${csv}` },
    }),
    message: {
      vi: `Kết quả quá ${count.vi} dòng: tệp .xlsx như vậy không mở nổi.`,
      en: `The results have more than ${count.en} rows: no .xlsx of that size opens.`,
    },
  };
}

function tableCollector(
  file: string,
  format: 'xlsx' | 'csv',
  { chosen, mostRows: most = MOST_ROWS }: FileSinkOptions,
  run: Run,
): Collector {
  const { locale, surroundings } = run;
  const setting = { locale, names: namesWith(chosen), titles: setTitles(chosen) };
  const keep = () => spooledRows(dirname(file), surroundings);
  // What a workbook cannot show in a sensible time, a program reads from CSV.
  const mostRows = format === 'csv' ? Number.POSITIVE_INFINITY : most;
  const tables = new JudgedTables({ mostRows, setting, keep });
  return {
    take(result) {
      tables.add(result);
      if (format === 'xlsx' && tables.results > most) throw new NtmError([tooManyRows(file, most)]);
    },
    files: (unread) => {
      const { sheets, leftOut } = tables.sheets(unread);
      for (const text of leftOut) surroundings.stderr.write(fitLines(`${text}\n`, run));
      return tableFiles(file, format, sheets, run);
    },
  };
}

/** Gathers results for the file of `--out` and writes it at the end. */
export function fileSink(file: string, options: FileSinkOptions, run: Run): ResultSink {
  const format = formatOf(file) ?? 'json';
  const collector =
    format === 'txt'
      ? textCollector(file, options, run)
      : format === 'json'
        ? jsonCollector(file, options, run)
        : tableCollector(file, format, options, run);
  let count = 0;
  return {
    take(result) {
      count += 1;
      collector.take(result);
    },
    // Where nothing could be judged there is nothing to write; the problems are told in its place.
    end: async (unread) =>
      count === 0 && unread.length > 0
        ? EXIT.done
        : writeFiles(await collector.files(unread), options.flags.force === true, run),
  };
}
