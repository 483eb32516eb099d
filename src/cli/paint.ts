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
  surroundings.stdout.write(`${lines.map(write).join('\n')}\n`);
}
