import type { Citation, Source } from '../schema/evidence.js';
import { formatDay } from '../words/figures.js';
import { between, escaped, link } from './review-page-markdown.js';

export const BIBLIOGRAPHY_PAGE = 'bibliography.md';

export function citationText({ number, date, article, issuer, url }: Citation): string {
  const parts = [
    url === undefined ? escaped(number) : link(escaped(number), url),
    ...(date === undefined ? [] : [formatDay(date)]),
    ...(article === undefined ? [] : [escaped(article)]),
    ...(issuer === undefined ? [] : [escaped(issuer)]),
  ];
  return parts.join(', ');
}

/** Address, number and date of a source, those that are known. */
export function sourceDetails({ number, date, url, note }: Source): string[] {
  return [
    ...(number === undefined ? [] : [escaped(number)]),
    ...(date === undefined ? [] : [formatDay(date)]),
    ...(url === undefined ? [] : [`<${url}>`]),
    ...(note === undefined ? [] : [escaped(note.vi)]),
  ];
}

/** The sources one page cites, as footnotes named by their ids: a number would change with every new source. */
export class Footnotes {
  readonly #used = new Set<string>();

  constructor(
    readonly sources: Readonly<Record<string, Source>>,
    readonly inBibliography: ReadonlySet<string>,
    readonly path: string,
  ) {}

  cite(ids: readonly string[] | undefined, citation?: Citation): string {
    for (const id of ids ?? []) this.#used.add(id);
    const marks = (ids ?? []).map((id) => `[^${id}]`);
    return [...marks, ...(citation ? [citationText(citation)] : [])].join(' ');
  }

  /** For texts that show no sources: what is cited there gets no definition here. */
  aside(): Footnotes {
    return new Footnotes(this.sources, this.inBibliography, this.path);
  }

  definitions(): string[] {
    return [...this.#used].map((id) => {
      const source = this.sources[id];
      if (!source) return `[^${id}]: ${escaped(id)}`;
      const more = this.inBibliography.has(id)
        ? ` (${link('thư mục · bibliography', `${between(this.path, BIBLIOGRAPHY_PAGE)}#${id}`)})`
        : '';
      return `[^${id}]: ${[escaped(source.title.vi), ...sourceDetails(source)].join('. ')}${more}`;
    });
  }
}
