/**
 * Text that can stand in a `--` comment: on one line, without anything invisible. A backslash at the end would draw
 * the next line into the comment of Spark, and `${` would be filled in by it; programs that run scripts may end a
 * statement at a semicolon wherever it stands.
 */
export function commentText(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll('\\', '/')
    .replaceAll('${', '$ {')
    .replaceAll(';', ',')
    .trim();
}

/** A comment of its own line, wrapped by its caller. */
export function commentLine(text: string): string {
  return `-- ${commentText(text)}`;
}
