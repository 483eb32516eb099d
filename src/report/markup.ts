/** Text that is markup already. Only `html` and `verbatim` make it, so nothing gets into a page unescaped. */
class MarkupText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Markup = MarkupText;

/** What may stand in a template: text is escaped, markup is taken as it is, nothing shows for `undefined` and `false`. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Parsers replace NUL and lone surrogates, and drop other controls, each in a way of its own: better we say which.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be replaced.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

/** Text for an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}

function written(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return content instanceof MarkupText ? content.toString() : content.map(written).join('');
}

/**
 * Markup from a template: whatever is put in is escaped unless it is markup itself. Line breaks with their indent
 * become one line break, so that the indent of the source costs no bytes.
 *
 * @example
 * html`<td>${'<b>'}</td>`.toString() // '<td>&lt;b&gt;</td>'
 */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Markup {
  let text = '';
  for (const [at, string] of strings.entries())
    text += `${string.replace(/\n\s+/g, '\n')}${at < contents.length ? written(contents[at]) : ''}`;
  return new MarkupText(text);
}

/** Markup that is a constant of ours: style and script. Never for text that comes from outside. */
export function verbatim(constant: string): Markup {
  return new MarkupText(constant);
}

/** Whether there is anything to show. */
export function isBlank(markup: Content): boolean {
  return written(markup).trim() === '';
}

/** JSON inside a `<script type="application/json">`: nothing in it can end the element or begin a comment. */
export function jsonBlock(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (one) => {
    return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new MarkupText(`<script type="application/json" id="${escaped(id)}">${json}</script>`);
}
