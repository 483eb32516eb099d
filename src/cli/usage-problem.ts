import type { Command, CommanderError } from 'commander';
import { nearestSpelling } from '../problem/nearest.js';
import type { Problem } from '../problem/problem.js';
import { problem, same } from '../problem/report.js';
import type { Localized } from '../schema/text.js';

/** The longest quoted thing of commander's message is what was typed; its code says what is wrong with it. */
function quoted(message: string): string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
}

/** `-r, --ruleset <id|file>` as people type it: `--ruleset`. */
function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** The command that was meant, as deep as the arguments lead. */
function commandIn(program: Command, argv: readonly string[]): Command {
  return program.commands.find((one) => argv.includes(one.name())) ?? program;
}

const seeHelp = (command: Command): Localized => {
  const name = command.parent ? `${command.parent.name()} ${command.name()}` : command.name();
  return { vi: `Xem: ${name} --help`, en: `See: ${name} --help` };
};

function meant(typed: string, candidates: readonly string[], otherwise: Localized): Localized {
  const nearest = nearestSpelling(typed, candidates);
  return nearest === undefined
    ? otherwise
    : { vi: `Có phải ý bạn là “${nearest}”?`, en: `Did you mean “${nearest}”?` };
}

/** What is wrong with the command line, as the same kind of problem as everything else. */
export function usageProblem(error: CommanderError, program: Command, argv: readonly string[]): Problem {
  const command = commandIn(program, argv);
  const [first = '', second] = quoted(error.message);
  const options = command.options.flatMap(({ long }) => long ?? []);
  const commands = program.commands.map((one) => one.name());
  const told = (
    path: string,
    found: string,
    message: Localized,
    expected: Localized,
    hint: Localized,
  ): Problem => ({
    ...problem('bad-option', path, { found, expected, hint }),
    message,
  });
  switch (error.code) {
    case 'commander.unknownCommand':
      return told(
        first,
        first,
        { vi: 'Không có lệnh này.', en: 'There is no such command.' },
        same(commands.join(', ')),
        meant(first, commands, seeHelp(program)),
      );
    case 'commander.unknownOption':
      return told(
        first,
        first,
        { vi: 'Không có tùy chọn này.', en: 'There is no such option.' },
        same(options.join(', ')),
        meant(first, options, seeHelp(command)),
      );
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1] ?? '';
      return told(
        longFlag(first),
        second ?? '',
        { vi: 'Tùy chọn không nhận giá trị này.', en: 'The option does not take this value.' },
        same(choices === '' ? first : choices),
        meant(second ?? '', choices.split(', '), seeHelp(command)),
      );
    }
    case 'commander.optionMissingArgument':
      return told(
        longFlag(first),
        '',
        { vi: 'Tùy chọn này cần một giá trị.', en: 'This option needs a value.' },
        same(first),
        seeHelp(command),
      );
    case 'commander.missingMandatoryOptionValue':
      return told(
        longFlag(first),
        '',
        { vi: 'Thiếu tùy chọn này.', en: 'This option is missing.' },
        same(first),
        seeHelp(command),
      );
    case 'commander.missingArgument':
      return told(
        command.name(),
        '',
        { vi: `Thiếu đối số “${first}”.`, en: `The argument “${first}” is missing.` },
        same(`ntm ${command.name()} ${command.usage()}`),
        seeHelp(command),
      );
    case 'commander.conflictingOption':
      return told(
        longFlag(first),
        quoted(error.message).join(', '),
        { vi: 'Hai tùy chọn này không dùng cùng nhau.', en: 'These two options do not go together.' },
        { vi: 'một trong hai', en: 'one of the two' },
        seeHelp(command),
      );
    case 'commander.excessArguments':
      return told(
        command.name(),
        argv.join(' '),
        { vi: 'Lệnh này không nhận thêm đối số.', en: 'This command takes no more arguments.' },
        same(`ntm ${command.name()} ${command.usage()}`),
        seeHelp(command),
      );
    default:
      return told(
        'ntm',
        error.message.replace(/^error: /, ''),
        { vi: 'Dòng lệnh không đúng.', en: 'The command line is not right.' },
        same(`ntm ${command.name()} ${command.usage()}`),
        seeHelp(command),
      );
  }
}
