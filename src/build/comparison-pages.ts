import { readFileSync } from 'node:fs';
import { parseSnapshot } from '../check/parse-snapshot.js';
import { compareEvaluations } from '../compare/compare-evaluations.js';
import { compareRulesets } from '../compare/compare-rulesets.js';
import { compile } from '../evaluate/evaluator.js';
import { NtmError } from '../problem/problem.js';
import type { Ruleset } from '../schema/ruleset.js';
import { comparisonNames } from '../words/comparison-names.js';
import { evaluationComparisonText } from '../words/evaluation-comparison.js';
import { comparisonPage } from './comparison-page.js';
import type { ReadLaw } from './read-rulesets.js';
import { escaped, link, list, page } from './review-page-markdown.js';

/** Where the comparisons stand, from the repository's root. */
export const COMPARISONS_FOLDER = 'docs/comparisons';

/** A made-up commune that shows what a comparison means for one unit. */
export const EXAMPLE_COMMUNE = 'docs/examples/constructed-commune.snapshot.json';

interface Compared {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Which texts are compared, each on a page of its own. */
const PAGES: readonly Compared[] = [
  {
    path: 'commune-ntm-2022-03-to-2024-03.md',
    before: 'vn/commune-ntm/2021-2025@2022-03-08',
    after: 'vn/commune-ntm/2021-2025@2024-03-01',
  },
  {
    path: 'commune-ntm-2016-2020-to-2021-2025.md',
    before: 'vn/commune-ntm/2016-2020@2016-12-01',
    after: 'vn/commune-ntm/2021-2025@2022-03-08',
  },
];

function textOf({ rulesets }: ReadLaw, pinned: string): Ruleset {
  const found = rulesets.find(({ ruleset: { id, version } }) => `${id}@${version}` === pinned);
  if (!found) throw new Error(`no ruleset ${pinned}`);
  return found.ruleset;
}

/** What the two texts make of the example commune, in the library's own words. */
function exampleText(before: Ruleset, after: Ruleset, { vocabulary }: ReadLaw): string {
  const parsed = parseSnapshot(JSON.parse(readFileSync(EXAMPLE_COMMUNE, 'utf8')), vocabulary);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  const [was, is] = [before, after].map((ruleset) => compile(ruleset).evaluate(parsed.value));
  if (!was || !is) throw new Error('two evaluations are compared');
  const comparison = compareEvaluations(was, is, { rulesets: compareRulesets(before, after) });
  const names = comparisonNames([before, after], vocabulary, 'vi');
  return evaluationComparisonText(comparison, { ...names, width: 92 });
}

function indexPage(law: ReadLaw): string {
  const entries = PAGES.map(({ path, before, after }) => {
    const [was, is] = [textOf(law, before), textOf(law, after)];
    const same = was.id === is.id;
    const title = same
      ? `${escaped(is.title.vi)}: từ bản ${was.version} đến bản ${is.version}`
      : `${escaped(was.title.vi)} → ${escaped(is.title.vi)}`;
    return `${link(title, path)}<br>\`${before}\` → \`${after}\``;
  });
  return page([
    '# So sánh các bộ tiêu chí · *Rulesets compared*',
    '',
    'Chỗ nào chặt hơn, chỗ nào nới hơn, theo vùng; chỉ tiêu nào mới, chỉ tiêu nào không còn. Các trang này do thư viện viết ra từ dữ liệu; so sánh hai bộ bất kỳ bằng `ntm compare`.',
    '',
    '*What became stricter and looser, by region; what is new and what is gone. The library writes these pages from the data; `ntm compare` compares any two sets.*',
    '',
    ...list(entries),
  ]);
}

/** Every page by its path below `docs/comparisons`. */
export function comparisonPages(law: ReadLaw): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { path, before, after } of PAGES) {
    const [was, is] = [textOf(law, before), textOf(law, after)];
    pages.set(
      path,
      comparisonPage(
        compareRulesets(was, is),
        { before: was, after: is },
        law.vocabulary,
        exampleText(was, is, law),
      ),
    );
  }
  pages.set('README.md', indexPage(law));
  return pages;
}
