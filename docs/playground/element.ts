export type Child = Node | string | undefined | false;

/** Attributes by name; `true` sets one, `false` and `undefined` leave it out. `on` holds listeners. */
export interface Properties {
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly [attribute: string]: unknown;
}

const shown = (children: readonly Child[]): (Node | string)[] =>
  children.filter((child): child is Node | string => child !== undefined && child !== false);

/** Makes an element. Texts become text nodes, never HTML: what is typed, opened or shared cannot become markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { on, ...attributes }: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  for (const [event, listener] of Object.entries(on ?? {})) made.addEventListener(event, listener);
  made.append(...shown(children));
  return made;
}

/** Puts new children in the place of the old ones. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren(...shown(children));
}
