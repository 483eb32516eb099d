import { Help } from 'commander';

/** Columns that a description needs beside its term; with less it stands below. */
const ROOM = 40;
const BELOW = 6;

/** How commands, arguments and options are listed in help: side by side where there is room, else one below the other. */
export function helpItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  if (description === '' || width - termWidth - 4 >= ROOM)
    return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
  const lines = helper.boxWrap(description, width - BELOW).split('\n');
  return [`  ${term}`, ...lines.map((line) => `${' '.repeat(BELOW)}${line}`)].join('\n');
}
