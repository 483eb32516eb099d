/**
 * Footnotes of the ruleset pages (`[^source]`), as plain Markdown: numbered links in the text, a numbered list where
 * they are defined.
 */
export function withFootnotes(markdown: string): string {
  const definition = /^\[\^([^\]]+)\]: (.*)$/;
  const lines = markdown.split('\n');
  const ids = lines.flatMap((line) => definition.exec(line)?.[1] ?? []);
  if (ids.length === 0) return markdown;
  const number = new Map(ids.map((id, at) => [id, at + 1]));
  const mark = (line: string): string =>
    line.replace(/\[\^([^\]]+)\]/g, (written, id: string) => {
      const at = number.get(id);
      return at === undefined ? written : `<sup class="note"><a href="#note-${id}">${at}</a></sup>`;
    });
  return lines
    .map((line) => {
      const [, id, text] = definition.exec(line) ?? [];
      return id === undefined ? mark(line) : `${number.get(id)}. <a id="note-${id}"></a>${text}`;
    })
    .join('\n');
}
