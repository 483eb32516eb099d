/** What a page of the site is, so that results say what they lead to. */
export type EntryKind = 'guide' | 'ruleset' | 'comparison' | 'decision' | 'api' | 'page';

/** One section of a page that can be found. */
export interface SearchEntry {
  readonly kind: EntryKind;
  /** From the root of the site, with the anchor of the section. */
  readonly address: string;
  readonly page: string;
  /** Blank for the beginning of a page. */
  readonly heading: string;
  /** How it begins, to be shown. */
  readonly begins: string;
  /** Every word of it once, folded. */
  readonly words: string;
}
