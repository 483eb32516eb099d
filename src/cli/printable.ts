// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones a terminal obeys; colours of ours pass.
const OBEYED = /\u001b\[[\d;]*m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A line of progress begins at the left, and is wiped away. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is how a terminal is told.
const FROM_THE_LEFT = /^\r(?:\u001b\[K)?/;

/**
 * Text for a terminal. Names and keys come from files of others: an escape sequence in them could move the cursor,
 * rename the window or write over what stands above, and a change of direction could show a text as another one.
 * Colours stay, which are ours or do no harm, and so does what begins a line of progress.
 */
export function printable(text: string): string {
  const start = FROM_THE_LEFT.exec(text)?.[0] ?? '';
  return start + text.slice(start.length).replace(OBEYED, (one) => (one.length > 1 ? one : '\ufffd'));
}
