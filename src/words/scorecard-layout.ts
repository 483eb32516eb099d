/** What a piece of text stands for; a terminal may colour it, everybody else leaves it plain. */
export type Style = 'met' | 'unmet' | 'unknown' | 'warning' | 'strong' | 'faint';

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export type Line = readonly Span[];

export const BLANK: Line = [];

export function span(text: string, style?: Style): Span {
  return style === undefined ? { text } : { text, style };
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Marks stand on the letter before them, however a file wrote it; joiners and their like take no room at all. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** Letters and signs that terminals show two columns wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/gu;

/** Columns a text takes: a Vietnamese letter is one, composed or decomposed; a Chinese or Korean one is two. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const shown = text.normalize('NFC').replace(WITHOUT_WIDTH, '');
  return [...shown].length + (shown.match(WIDE)?.length ?? 0);
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

export function plainLine(line: Line): string {
  return line
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}

/** Breaks between words, but never between a figure and its per cent, nor between a sign and its figure. */
const BREAKS = /(?<![≥≤=<>≠∈→]) (?![%·])/;

/** Words of spans, each with its style; a word may go over from one span into the next. */
function wordsOf(spans: Line): Line[] {
  const words: Span[][] = [[]];
  for (const { text, style } of spans) {
    const [first = '', ...rest] = text.normalize('NFC').split(BREAKS);
    const last = words.at(-1) as Span[];
    if (first !== '') last.push(span(first, style));
    for (const word of rest) words.push(word === '' ? [] : [span(word, style)]);
  }
  return words.filter((word) => word.length > 0);
}

/** Fills lines of at most `width` columns; a word that is wider stands alone. */
export function wrap(spans: Line, width: number): Line[] {
  const lines: Span[][] = [];
  let room = 0;
  for (const word of wordsOf(spans)) {
    const needed = lineWidth(word);
    const last = lines.at(-1);
    if (last && needed + 1 <= room) {
      const before = last.at(-1);
      const [first, ...rest] = word as [Span, ...Span[]];
      // A space keeps the style of its neighbours only where they agree.
      if (before && before.style === first.style)
        last[last.length - 1] = span(`${before.text} ${first.text}`, first.style);
      else last.push(span(' '), first);
      last.push(...rest);
      room -= needed + 1;
    } else {
      lines.push([...word]);
      room = width - needed;
    }
  }
  return lines.length > 0 ? lines : [[]];
}

/** A paragraph behind a label: the label stands on the first line only, the text hangs beside it. */
export function hanging(label: Line, text: Line, width: number, indent = lineWidth(label)): Line[] {
  const lines = wrap(text, Math.max(20, width - indent));
  return lines.map((line, index) =>
    index === 0
      ? [...label, span(' '.repeat(Math.max(0, indent - lineWidth(label)))), ...line]
      : [span(' '.repeat(indent)), ...line],
  );
}

/** A paragraph whose later lines stand back by two columns. */
export function paragraph(text: Line, width: number): Line[] {
  return wrap(text, width - 2).map((line, index) => (index === 0 ? line : [span('  '), ...line]));
}

export interface Column {
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** One row of a table; each cell wraps inside its column. */
export function row(cells: readonly Line[], columns: readonly Column[], gap = 2): Line[] {
  const wrapped = cells.map((cell, index) => wrap(cell, columns[index]?.width ?? 20));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    wrapped.flatMap((lines, index): Line => {
      const cell = lines[at] ?? [];
      const { width, align } = columns[index] ?? { width: 20 };
      const pad = span(' '.repeat(Math.max(0, width - lineWidth(cell))));
      const between = index === 0 ? [] : [span(' '.repeat(gap))];
      return align === 'right' ? [...between, pad, ...cell] : [...between, ...cell, pad];
    }),
  );
}
