import { type Column, type Line, lineWidth, row, span, widthOf } from './scorecard-layout.js';

/** Room that the first column of a table always has. */
const LEAST_FIRST = 14;

/** Headings of columns of figures wrap once they are wider than this. */
const WIDEST_HEAD = 10;

const GAP = 2;

const longestWord = (text: string): number => Math.max(...text.split(' ').map(widthOf));

/**
 * A table whose first column is text, and takes what room there is, and whose others are figures set to the right.
 * Widths are those of the letters as shown.
 */
export function tableLines(
  heads: readonly string[],
  rows: readonly (readonly Line[])[],
  width: number,
  indent = 2,
): Line[] {
  const [, ...figures] = heads;
  const figureColumns = figures.map((head, at): Column => {
    const widest = Math.max(0, ...rows.map((cells) => lineWidth(cells[at + 1] ?? [])));
    const wrapped = Math.max(longestWord(head), Math.min(widthOf(head), WIDEST_HEAD));
    return { width: Math.max(widest, wrapped), align: 'right' };
  });
  const taken = figureColumns.reduce((sum, column) => sum + column.width + GAP, indent);
  const widest = Math.max(widthOf(heads[0] ?? ''), ...rows.map(([first]) => lineWidth(first ?? [])));
  const first: Column = { width: Math.max(LEAST_FIRST, Math.min(widest, width - taken)) };
  const columns = [first, ...figureColumns];
  const margin = span(' '.repeat(indent));
  const lines = [
    ...row(
      heads.map((head): Line => [span(head, 'faint')]),
      columns,
      GAP,
    ),
    ...rows.flatMap((cells) => row(cells, columns, GAP)),
  ];
  return lines.map((line) => [margin, ...line]);
}
