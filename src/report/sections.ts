import { type Content, html, isBlank, type Markup } from './markup.js';

/** One section of a page: an anchor, a heading, and what stands under it. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
  /** Sections inside it; where it stands alone, links lead to these. */
  readonly inner?: readonly PageSection[];
}

/** A section, or none where there is nothing to say. */
export function pageSection(id: string, title: string, body: Markup | undefined): PageSection[] {
  return body === undefined || isBlank(body) ? [] : [{ id, title, body }];
}

export function sectionsMarkup(sections: readonly PageSection[], level: 2 | 3 = 2): Markup {
  return html`${sections.map(
    ({ id, title, body }) => html`
      <section id="${id}" aria-labelledby="${id}-h">
      ${heading(level, title, `${id}-h`)}
      ${body}
      </section>`,
  )}`;
}

export function heading(level: 2 | 3 | 4, title: Content, id?: string): Markup {
  const anchor = id === undefined ? '' : html` id="${id}"`;
  if (level === 2) return html`<h2${anchor}>${title}</h2>`;
  return level === 3 ? html`<h3${anchor}>${title}</h3>` : html`<h4${anchor}>${title}</h4>`;
}

/** Links to the sections of a page. */
export function contents(listed: readonly PageSection[], label: string): Markup {
  const sections = listed.length === 1 ? (listed[0]?.inner ?? []) : listed;
  if (sections.length < 2) return html``;
  return html`
    <nav class="contents" aria-label="${label}"><ul>
    ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul></nav>`;
}

export interface Column {
  readonly title: Content;
  readonly numeric?: boolean;
}

export interface TableOptions {
  readonly caption: Content;
  /** The caption is read out only: the heading above says the same to those who see it. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column[];
  /** A row's first cell is its heading. */
  readonly rows: readonly (readonly Content[])[];
  readonly kind?: string;
}

/** A table with a caption, headings for rows and columns, and room to scroll sideways on a narrow screen. */
export function table({ caption, captionHidden, columns, rows, kind = '' }: TableOptions): Markup {
  if (rows.length === 0) return html``;
  const numeric = (at: number): Content => columns[at]?.numeric && html` class="n"`;
  return html`
    <div class="scroll"><table class="${kind}">
    <caption${captionHidden && html` class="hidden"`}><span>${caption}</span></caption>
    <thead><tr>${columns.map(({ title }, at) => html`<th scope="col"${numeric(at)}>${title}</th>`)}</tr></thead>
    <tbody>
    ${rows.map(
      ([first, ...rest]) => html`
        <tr><th scope="row">${first}</th>${rest.map((cell, at) => html`<td${numeric(at + 1)}>${cell}</td>`)}</tr>`,
    )}
    </tbody></table></div>`;
}
