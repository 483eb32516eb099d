import { type Line, plainLine, type Style } from '../words/scorecard-layout.js';
import type { Run } from './run.js';

const CODES: Record<Style, string> = {
  met: '32',
  unmet: '31',
  unknown: '33',
  warning: '1;33',
  strong: '1',
  faint: '2',
};

/** Names come from files that anybody wrote: what a terminal would obey, or read backwards, it is shown instead. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const shown = (line: Line): Line =>
  line.map(({ text, ...rest }) => ({
    ...rest,
    text: text.replace(/[\t\n\r]+/g, ' ').replace(OBEYED, '\ufffd'),
  }));

function painted(line: Line): string {
  const text = line
    .map(({ text, style }) =>
      style && text.trim() !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text,
    )
    .join('');
  return text.trimEnd();
}

/** Writes lines to stdout, coloured where that shows. */
export function printLines({ surroundings }: Run, lines: readonly Line[]): void {
  const write = surroundings.colour ? painted : plainLine;
  surroundings.stdout.write(`${lines.map((line) => write(shown(line))).join('\n')}\n`);
}
