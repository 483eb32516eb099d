import { Command, CommanderError } from 'commander';
import { NtmError } from '../problem/problem.js';
import { LIBRARY_VERSION } from '../version.js';
import { checkCommand } from './check.js';
import { localeOption } from './command-options.js';
import { compareCommand } from './compare.js';
import { evaluateCommand } from './evaluate.js';
import { EXIT } from './exit-codes.js';
import { impactCommand } from './impact.js';
import { listCommand } from './list.js';
import { mergeCommand } from './merge.js';
import { planCommand } from './plan.js';
import { recognitionCommand } from './recognition.js';
import { reportCommand } from './report.js';
import { reportProblems } from './report-problems.js';
import { revocationCommand } from './revocation.js';
import { rollUpCommand } from './roll-up.js';
import { localeIn, type Run, said } from './run.js';
import { scaffoldCommand } from './scaffold.js';
import { showCommand } from './show.js';
import { sqlCommand } from './sql.js';
import { summarizeCommand } from './summarize.js';
import type { Surroundings } from './surroundings.js';
import { sweepCommand } from './sweep.js';
import { templateCommand } from './template.js';
import { tiersCommand } from './tiers.js';
import { usageProblem } from './usage-problem.js';

/** Adds one command to the program; what it does ends with an exit code. */
export type CommandMaker = (program: Command, run: Run, end: (code: number) => void) => void;

const COMMANDS: readonly CommandMaker[] = [
  listCommand,
  showCommand,
  evaluateCommand,
  tiersCommand,
  recognitionCommand,
  revocationCommand,
  rollUpCommand,
  mergeCommand,
  summarizeCommand,
  planCommand,
  scaffoldCommand,
  checkCommand,
  compareCommand,
  impactCommand,
  sweepCommand,
  sqlCommand,
  templateCommand,
  reportCommand,
];

const VIETNAMESE_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

const exitCodes = (run: Run): string =>
  said(
    run,
    `
Mã kết thúc:
  0   lệnh đã chạy xong, dù kết quả là đạt, chưa đạt hay chưa đủ căn cứ; check: không có lỗi
  1   có kết quả mà --fail-on yêu cầu báo
  64  dòng lệnh sai
  65  hiện trạng, bộ tiêu chí hoặc văn bản sửa đổi có lỗi
  66  không đọc được tệp
  70  lỗi của chính ntm`,
    `
Exit codes:
  0   the command did its work, whatever the outcome; check: all sound
  1   an outcome that --fail-on asked about
  64  the command line is wrong
  65  a snapshot, ruleset or amendment was refused
  66  a file cannot be read
  70  a fault of ntm itself`,
  );

function buildProgram(run: Run, end: (code: number) => void): Command {
  const { surroundings, locale } = run;
  const helpFlag = said(run, 'xem trợ giúp', 'show help');
  const program = new Command('ntm')
    .description(
      said(
        run,
        'Bộ tiêu chí nông thôn mới dưới dạng dữ liệu: xem, và đánh giá một đơn vị theo đó.',
        'The criteria of Viet Nam’s new rural development programme as data: read them, and judge a unit by them.',
      ),
    )
    .usage(said(run, '<lệnh> [tùy chọn]', '<command> [options]'))
    .version(LIBRARY_VERSION, '-V, --version', said(run, 'xem phiên bản của ntm', 'show the version of ntm'))
    .helpOption('-h, --help', helpFlag)
    .helpCommand('help [command]', said(run, 'xem trợ giúp của một lệnh', 'show the help of a command'))
    .addOption(localeOption(run))
    .addHelpText('after', exitCodes(run))
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => (locale === 'vi' ? (VIETNAMESE_TITLES[title] ?? title) : title),
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
    })
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => surroundings.columns,
      getErrHelpWidth: () => surroundings.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of COMMANDS) add(program, run, end);
  for (const command of program.commands)
    command.helpOption('-h, --help', helpFlag).addHelpText('after', exitCodes(run));
  return program;
}

/**
 * Runs `ntm` with the arguments after its name and answers with the exit code. Everything it reads and writes goes
 * through `surroundings`; it neither ends the process nor looks at it.
 */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const run: Run = { surroundings, locale: localeIn(argv), json: argv.includes('--json') };
  let code: number = EXIT.done;
  const program = buildProgram(run, (ended) => {
    code = ended;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      return reportProblems([usageProblem(error, program, argv)], run);
    }
    if (error instanceof NtmError) return reportProblems(error.errors, run);
    surroundings.stderr.write(
      `${said(run, 'Lỗi của ntm, không phải của dữ liệu; mong bạn báo lại:', 'A fault of ntm, not of your data; please report it:')}\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return EXIT.internal;
  }
}
