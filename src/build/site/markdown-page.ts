import MarkdownIt from 'markdown-it';
import { withFootnotes } from './footnotes.js';
import { slugsOfPage } from './heading-slug.js';

export interface PageHeading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** A heading and the text below it, up to the next, without marks: what is searched. */
export interface PageSection {
  /** Both blank for what stands above the first heading. */
  readonly heading: string;
  readonly anchor: string;
  readonly text: string;
}

export interface RenderedPage {
  readonly title: string;
  readonly headings: readonly PageHeading[];
  readonly sections: readonly PageSection[];
  readonly html: string;
}

/** The text of a heading without its marks. */
function plainText(token: { children: { type: string; content: string }[] | null }): string {
  return (token.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

/** What stands before a text that is no part of its section: its own heading, and those of columns. */
const HEADS = new Set(['heading_open', 'th_open']);

/** The text of one line or cell, its line breaks as spaces. */
function lineText(token: { children: { type: string; content: string }[] | null }): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * One Markdown file of the repository as HTML: anchors as GitHub makes them, tables that scroll by themselves, links
 * turned into those of the site.
 */
export function renderMarkdown(markdown: string, linkOf: (link: string) => string): RenderedPage {
  // The repository's own pages, reviewed like its code: their few HTML tags (anchors, line breaks) are meant.
  const md = new MarkdownIt({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  const { rules } = md.renderer;
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
  const { fence } = rules;
  // What scrolls by itself can be reached by keyboard.
  if (fence) rules.fence = (...given) => fence(...given).replace('<pre>', '<pre tabindex="0">');
  const tokens = md.parse(withFootnotes(markdown), {});
  const slug = slugsOfPage();
  const headings: PageHeading[] = [];
  const sections: { heading: string; anchor: string; texts: string[] }[] = [];
  for (const [at, token] of tokens.entries()) {
    const inline = tokens[at + 1];
    if (token.type === 'heading_open' && inline) {
      const text = plainText(inline);
      const anchor = slug(text);
      token.attrSet('id', anchor);
      headings.push({ level: Number(token.tag.slice(1)), text, anchor });
      sections.push({ heading: text, anchor, texts: [] });
    } else if (token.type === 'inline' && !HEADS.has(tokens[at - 1]?.type ?? ''))
      sections.at(-1)?.texts.push(lineText(token));
    if (token.type === 'fence') token.info = token.info.split(' ')[0] ?? '';
    // Columns of figures: the site's policy forbids styles that stand in the page.
    const style = token.attrGet('style');
    if (style !== null) {
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
      if (style === 'text-align:right') token.attrSet('class', 'end');
    }
    for (const child of token.children ?? []) {
      const href = child.attrGet('href');
      if (href !== null) child.attrSet('href', linkOf(href));
      const source = child.attrGet('src');
      if (source !== null) child.attrSet('src', linkOf(source));
    }
  }
  return {
    title: headings.find(({ level }) => level === 1)?.text ?? '',
    headings,
    sections: sections.map(({ texts, ...section }) => ({ ...section, text: texts.join(' ').trim() })),
    html: md.renderer.render(tokens, md.options, {}),
  };
}
