import { dirname, join, relative } from 'node:path/posix';

/** Folders and files of the repository that become pages, and where on the site they stand. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^docs\/guides\/(.+)\.md$/, 'guides/$1.html'],
  [/^docs\/rulesets\/(.*)README\.md$/, 'rulesets/$1index.html'],
  [/^docs\/rulesets\/(.+)\.md$/, 'rulesets/$1.html'],
  [/^docs\/comparisons\/README\.md$/, 'comparisons/index.html'],
  [/^docs\/comparisons\/(.+)\.md$/, 'comparisons/$1.html'],
  [/^docs\/decisions\/README\.md$/, 'decisions/index.html'],
  [/^docs\/decisions\/(.+)\.md$/, 'decisions/$1.html'],
  [/^docs\/playground\/README\.md$/, 'playground/index.html'],
  [/^docs\/([^/]+)\.md$/, '$1.html'],
  [/^rulesets\/README\.md$/, 'rulesets-as-data.html'],
  [/^README\.md$/, 'readme.html'],
  [/^CONTRIBUTING\.md$/, 'contributing.html'],
  [/^CHANGELOG\.md$/, 'changelog.html'],
];

/** Where a Markdown file of the repository stands on the site; undefined for a file that is no page. */
export function pageAddress(path: string): string | undefined {
  for (const [pattern, place] of PLACES) if (pattern.test(path)) return path.replace(pattern, place);
  return undefined;
}

/** Where any other file of the repository stands that a page links to. */
export const fileAddress = (path: string): string => `files/${path}`;

/** The way from one page to another: every link is relative, so that the site works under any path and from a disk. */
export function linkFrom(page: string, to: string): string {
  const link = relative(dirname(page), to);
  return link === '' ? to.slice(to.lastIndexOf('/') + 1) : link;
}

/** What a link of a Markdown file leads to, as a path in the repository and an anchor; undefined for another host. */
export function linkedFile(from: string, link: string): { path: string; anchor: string } | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  return {
    path: path === '' ? from : join(dirname(from), decodeURI(path)),
    anchor: anchor === undefined ? '' : `#${anchor}`,
  };
}
