import type { Amendment, Ruleset } from '../schema/ruleset.js';
import type { ReadLaw } from './read-rulesets.js';
import { reviewIndex } from './review-index.js';
import { pagePath, reviewPage } from './review-page.js';
import type { AmendedFrom } from './review-page-amendments.js';
import { bibliographyPage } from './review-page-bibliography.js';
import { laddersPage } from './review-page-ladders.js';
import { between } from './review-page-markdown.js';
import { namesFor } from './review-page-names.js';
import { recognitionPage } from './review-page-recognition.js';
import { Footnotes } from './review-page-sources.js';
import { targetsPage } from './review-page-targets.js';

/** Where the pages stand, from the repository's root. */
export const PAGES_FOLDER = 'docs/rulesets';

function amendedFrom(entry: ReadLaw['rulesets'][number], all: readonly Ruleset[]): AmendedFrom | undefined {
  if (entry.kind !== 'amendment') return undefined;
  const amendment = entry.file.json as Amendment;
  const base = all.find(({ id, version }) => `${id}@${version}` === amendment.amends);
  return base && { amendment, base, basePage: between(pagePath(entry.ruleset), pagePath(base)) };
}

/** Every review page by its path below `docs/rulesets`. */
export function reviewPages(law: ReadLaw): ReadonlyMap<string, string> {
  const { vocabulary } = law;
  const all = law.rulesets.map(({ ruleset }) => ruleset);
  const inBibliography = new Set(Object.keys(vocabulary.sources ?? {}));
  const pages = new Map<string, string>();
  for (const entry of law.rulesets) {
    const { ruleset } = entry;
    const path = pagePath(ruleset);
    const setting = {
      names: namesFor(vocabulary, ruleset),
      notes: new Footnotes({ ...vocabulary.sources, ...ruleset.sources }, inBibliography, path),
    };
    pages.set(path, reviewPage(ruleset, all, setting, amendedFrom(entry, all)));
  }
  pages.set('README.md', reviewIndex(law, 'README.md'));
  pages.set('ladders.md', laddersPage(law, 'ladders.md'));
  pages.set('recognition.md', recognitionPage(law, 'recognition.md'));
  pages.set('programme-targets.md', targetsPage(law, 'programme-targets.md'));
  pages.set('bibliography.md', bibliographyPage(law));
  return pages;
}
