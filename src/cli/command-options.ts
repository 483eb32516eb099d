import { type Command, Option } from 'commander';
import { type Run, said } from './run.js';

/** Options of every command, written the same everywhere. */
export function withCommonOptions(command: Command, run: Run): Command {
  return command
    .addOption(localeOption(run))
    .option('--json', said(run, 'in JSON cho máy đọc', 'print JSON for machines'));
}

export function localeOption(run: Run): Option {
  return new Option(
    '--locale <vi|en>',
    said(run, 'ngôn ngữ: vi (mặc định) hoặc en', 'language: vi (default) or en'),
  ).choices(['vi', 'en']);
}

export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}

/** For options that may be given several times. */
export function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
