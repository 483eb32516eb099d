import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** One element of a page as a browser would have it, entities and all. */
export interface Found {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly element: Element;
}

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function* elements(node: Node): Generator<Element> {
  if (defaultTreeAdapter.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

const found = (element: Element): Found => ({
  tag: element.tagName,
  attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
  text: textOf(element).replace(/\s+/g, ' ').trim(),
  element,
});

/** Elements of a page by name and class. */
export interface ParsedPage {
  readonly errors: string[];
  all(tag?: string, kind?: string): Found[];
  within(outer: Found, tag: string): Found[];
  byId(id: string): Found | undefined;
  /** Everything that is read, scripts and styles aside. */
  readonly text: string;
}

/** A page as HTML parsers read it; `errors` are those of the parser. */
export function parsedPage(page: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code }) => errors.push(code) });
  const everything = [...elements(document)].map(found);
  const body = everything.find(({ tag }) => tag === 'body');
  return {
    errors,
    all: (tag, kind) =>
      everything.filter(
        (one) =>
          (tag === undefined || one.tag === tag) &&
          (kind === undefined || (one.attributes.class ?? '').split(' ').includes(kind)),
      ),
    within: (outer, tag) => [...elements(outer.element)].map(found).filter((one) => one.tag === tag),
    byId: (id) => everything.find(({ attributes }) => attributes.id === id),
    text: (body?.element.childNodes ?? [])
      .filter((node) => !('tagName' in node && node.tagName === 'script'))
      .map(textOf)
      .join('')
      .replace(/\s+/g, ' '),
  };
}
