import type { Command } from 'commander';
import { sqlColumns } from '../engines/sql/columns.js';
import { columnType, createTable } from '../engines/sql/create-table.js';
import { DIALECTS, type SqlDialect } from '../engines/sql/dialect.js';
import type { SqlOptions } from '../engines/sql/options.js';
import { refusedCells } from '../engines/sql/refused.js';
import { relatedSets } from '../engines/sql/related.js';
import { toSql } from '../engines/sql/statement.js';
import { amend, getRuleset, listRulesets, type Ruleset } from '../index.js';
import { NtmError, type Problem } from '../problem/problem.js';
import type { Amendment } from '../schema/ruleset.js';
import { choiceOption, collected, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { type LoadedAmendment, loadRulesets } from './load-rulesets.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';

interface SqlFlags {
  readonly dialect: SqlDialect;
  readonly region?: string;
  readonly group?: string;
  readonly year?: string;
  readonly table?: string;
  readonly amend?: readonly string[];
  readonly declared?: 'ignore' | 'fill' | 'prefer';
  readonly evidence?: 'any' | 'published';
  readonly columns?: boolean;
  readonly createTable?: boolean;
  readonly refused?: boolean;
}

export function sqlCommand(program: Command, run: Run, end: (code: number) => void): void {
  const dialects = Object.keys(DIALECTS);
  const command = program
    .command('sql')
    .description(
      said(
        run,
        'Viết một bộ tiêu chí thành câu lệnh SQL đánh giá một bảng các đơn vị, mỗi đơn vị một dòng.',
        'Write a ruleset as one SQL statement that judges a table of units, a row a unit.',
      ),
    )
    .usage(said(run, '<bộ tiêu chí> [tùy chọn]', '<ruleset> [options]'))
    .argument('<ruleset>', said(run, 'mã, mã@phiên-bản hoặc tệp', 'id, id@version or file'))
    .addOption(
      choiceOption(
        `--dialect <${dialects.join('|')}>`,
        said(run, 'cơ sở dữ liệu (mặc định duckdb)', 'the database (default duckdb)'),
        dialects,
      ).default('duckdb', ''),
    )
    .option(
      '--table <name>',
      said(
        run,
        'tên bảng, có thể kèm lược đồ: luoc_do.bang',
        'the table, with its schema if need be: schema.table',
      ),
    )
    .option('--region <region>', said(run, 'mọi dòng thuộc vùng này', 'judge every row by this region'))
    .option('--group <group>', said(run, 'mọi dòng thuộc nhóm này', 'judge every row as of this group'))
    .option('--year <yyyy>', said(run, 'mọi dòng của năm này', 'judge every row for this year'))
    .addOption(
      choiceOption(
        '--declared <ignore|fill|prefer>',
        said(run, 'kết quả công bố trong bảng', 'declared results in the table'),
        ['ignore', 'fill', 'prefer'],
      ),
    )
    .addOption(
      choiceOption(
        '--evidence <any|published>',
        said(run, 'chỉ mức đạt đã công bố', 'published figures only'),
        ['any', 'published'],
      ),
    )
    .option(
      '-a, --amend <file>',
      said(run, 'áp dụng tệp sửa đổi; có thể lặp lại', 'as amended by this file; may be repeated'),
      collected,
    )
    .option('--columns', said(run, 'chỉ liệt kê các cột của bảng', 'only list the columns of the table'))
    .option(
      '--create-table',
      said(run, 'chỉ viết lệnh tạo bảng', 'only write the statement that makes the table'),
    )
    .option(
      '--refused',
      said(
        run,
        'chỉ viết câu lệnh tìm các ô không hợp lệ, được coi là chưa biết',
        'only write the statement that finds cells which cannot be right and count as not known',
      ),
    );
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      `\n${said(run, 'Ví dụ:', 'Examples:')}
  ntm sql vn/commune-ntm/2021-2025 --year 2024 > ntm.sql
  ntm sql vn/commune-ntm/2021-2025 --dialect postgresql --table public.xa --region red-river-delta
  ntm sql vn/commune-ntm/2021-2025 --create-table`,
    )
    .action(async (named: string, flags: SqlFlags) => end(await runSql(named, flags, run)));
}

/** Every version of a set inside the package. */
const versionsOf = (id: string): Ruleset[] =>
  listRulesets()
    .filter((entry) => entry.id === id)
    .map(({ version }) => getRuleset(`${id}@${version}`));

/** A set with the amendments that are written for it. */
function amended(ruleset: Ruleset, amendments: readonly LoadedAmendment[]): Ruleset {
  return amendments.reduce((text, { amendment }) => {
    const bases = [amendment.amends].flat() as Amendment['amends'][];
    return bases.includes(`${text.id}@${text.version}`) ? amend(text, amendment) : text;
  }, ruleset);
}

async function runSql(named: string, flags: SqlFlags, run: Run): Promise<number> {
  const loaded = await loadRulesets({ rulesets: [named], amendments: flags.amend ?? [] }, run.surroundings);
  const [chosen] = loaded.chosen;
  if (loaded.problems.length > 0 || chosen === undefined) return reportProblems(loaded.problems, run);
  const ruleset = amended(typeof chosen === 'string' ? getRuleset(chosen) : chosen, loaded.amendments);
  const related = relatedSets(ruleset, versionsOf).map((each) => amended(each, loaded.amendments));
  try {
    print(ruleset, optionsOf(flags, related, run), flags, run);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return reportProblems(error.errors.map(atOption), run);
  }
}

function optionsOf(flags: SqlFlags, related: readonly Ruleset[], { locale }: Run): SqlOptions {
  const { dialect, table, region, group, year, declared, evidence } = flags;
  return {
    dialect,
    related,
    locale,
    ...(table !== undefined && { table: table.split('.') }),
    ...(region !== undefined && { region }),
    ...(group !== undefined && { group }),
    ...(year !== undefined && { year: Number(year) }),
    ...(declared !== undefined && { declared }),
    ...(evidence !== undefined && { evidence }),
  };
}

function print(ruleset: Ruleset, options: SqlOptions, flags: SqlFlags, run: Run): void {
  const { related = [], declared = 'ignore' } = options;
  if (flags.columns) {
    const columns = sqlColumns([ruleset, ...related], { declared: declared !== 'ignore' });
    if (run.json) printJson(run, columns);
    else
      for (const column of columns)
        run.surroundings.stdout.write(
          `${column.name}\t${columnType(column, DIALECTS[options.dialect])}\t${column.title[run.locale]}\n`,
        );
    return;
  }
  const write = flags.createTable ? createTable : flags.refused ? refusedCells : toSql;
  const sql = write(ruleset, options);
  if (run.json) printJson(run, { sql });
  else run.surroundings.stdout.write(sql);
}

/** What is wrong with an option is told by its name on the command line. */
function atOption(one: Problem): Problem {
  const [, option = ''] = one.path.split('/');
  return ['dialect', 'table', 'region', 'group', 'year'].includes(option)
    ? { ...one, path: `--${option}` }
    : one;
}
