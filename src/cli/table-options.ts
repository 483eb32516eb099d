import type { Command } from 'commander';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Localized } from '../schema/text.js';
import { levelSchema } from '../schema/text.js';
import type { TableOptions } from '../table/read-table.js';
import { collected } from './command-options.js';
import { isDay } from './days.js';
import { type Run, said } from './run.js';

/** What tables may leave to the command line. */
export interface TableFlags {
  /** `level=commune`, `province=Lào Cai`, `on=2024-06-30` … */
  readonly table?: readonly string[];
  /** `unknown`: refused cells are told and count as not known, as refused figures do. */
  readonly onInvalid?: 'throw' | 'unknown';
}

type Read = (value: string) => Partial<TableOptions> | Localized;

const YEAR: Localized = { vi: 'một năm, ví dụ 2024', en: 'a year, for example 2024' };
const DAY: Localized = { vi: 'một ngày, viết năm-tháng-ngày', en: 'a day, written year-month-day' };

const KEYS: Readonly<Record<string, Read>> = {
  level: (value) => {
    const level = levelSchema.options.find((one) => one === value);
    return level === undefined ? oneOf(levelSchema.options) : { level };
  },
  province: (value) => ({ province: value }),
  'former-province': (value) => ({ formerProvince: value }),
  district: (value) => ({ district: value }),
  on: (value) => (isDay(value) ? { assessedOn: value } : DAY),
  year: (value) => (/^\d{4}$/.test(value) ? { year: Number(value) } : YEAR),
  numbers: (value) => (value === 'vi' || value === 'en' ? { numbers: value } : oneOf(['vi', 'en'])),
};

/** Adds `--table`, where a command reads units. */
export function withTableOptions(command: Command, run: Run): Command {
  return command.option(
    '--table <key=value>',
    said(
      run,
      'điều bảng .xlsx, .csv chưa ghi: level, province, former-province, district, on (ngày đánh giá), year, numbers=vi|en (kiểu số); có thể lặp lại',
      'what .xlsx and .csv tables do not say: level, province, former-province, district, on (day of judgement), year, numbers=vi|en (style of numbers); may be repeated',
    ),
    collected,
  );
}

/** What `--table` says of the tables to be read, or what is wrong with it. */
export function tableOptionsFrom(
  given: readonly string[] = [],
): { readonly options: TableOptions } | { readonly problems: readonly Problem[] } {
  const options: TableOptions = {};
  const problems: Problem[] = [];
  for (const one of given) {
    const [, key = '', value = ''] = /^([^=]*)=(.*)$/.exec(one) ?? [];
    const read = Object.hasOwn(KEYS, key.trim()) ? KEYS[key.trim()] : undefined;
    const said = value.trim() === '' ? undefined : read?.(value.trim());
    if (said !== undefined && !('vi' in said)) {
      Object.assign(options, said);
      continue;
    }
    const known = Object.keys(KEYS);
    problems.push(
      problem('bad-option', '--table', {
        found: one,
        expected: said ?? (read === undefined ? oneOf(known) : { vi: 'một giá trị', en: 'a value' }),
        hint:
          read === undefined
            ? didYouMean(key, known, {
                vi: 'Ví dụ: --table on=2024-06-30',
                en: 'For example: --table on=2024-06-30',
              })
            : { vi: 'Ví dụ: --table on=2024-06-30', en: 'For example: --table on=2024-06-30' },
      }),
    );
  }
  return problems.length > 0 ? { problems } : { options };
}
