import { amend, compareRulesets, getRuleset, shippedVocabulary } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import { comparisonNames } from '../words/comparison-names.js';
import { rulesetComparisonLines } from '../words/ruleset-comparison.js';
import type { CompareFlags } from './compare-results.js';
import { EXIT } from './exit-codes.js';
import { type Loaded, loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { regionIn } from './region-option.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run } from './run.js';
import { warnOfBlanks } from './unused-amendments.js';

const SNAPSHOTS: Problem = {
  ...problem('bad-option', '--ruleset', {
    found: '',
    expected: { vi: 'bộ tiêu chí để đánh giá hai hiện trạng', en: 'a ruleset to judge the two snapshots by' },
    hint: {
      vi: 'Ví dụ: ntm compare xa-2022.snapshot.json xa-2023.snapshot.json --ruleset vn/commune-ntm/2021-2025',
      en: 'For example: ntm compare a.snapshot.json b.snapshot.json --ruleset vn/commune-ntm/2021-2025',
    },
  }),
  message: {
    vi: 'So sánh hiện trạng cần biết theo bộ tiêu chí nào.',
    en: 'To compare snapshots, a ruleset is needed.',
  },
};

const ONE_ONLY: Problem = {
  ...problem('bad-option', 'compare', {
    found: '',
    expected: { vi: 'hai bộ tiêu chí, hoặc một bộ và --amend', en: 'two rulesets, or one and --amend' },
    hint: {
      vi: 'Ghi thêm bộ để so sánh với, hoặc --amend và tệp sửa đổi.',
      en: 'Name what to compare with, or give --amend and the amendment.',
    },
  }),
  message: { vi: 'Chỉ có một bộ tiêu chí.', en: 'There is one ruleset only.' },
};

/** A text with the amendments written for it. */
function amendedBy(ruleset: Ruleset, { amendments }: Loaded): Ruleset {
  return amendments.reduce(
    (text, { amendment }) =>
      [amendment.amends].flat().includes(`${text.id}@${text.version}`) ? amend(text, amendment) : text,
    ruleset,
  );
}

/** `ntm compare` of two texts, or of one text and itself as amended. */
export async function compareTexts(
  before: string,
  after: string | undefined,
  flags: CompareFlags,
  run: Run,
): Promise<number> {
  if ([before, after].some((one) => one?.endsWith('.snapshot.json'))) return reportProblems([SNAPSHOTS], run);
  if (after === undefined && flags.amend === undefined) return reportProblems([ONE_ONLY], run);
  const loaded = await loadRulesets(
    { rulesets: after === undefined ? [before] : [before, after], amendments: flags.amend ?? [] },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const [was, other = was] = loaded.chosen.map((one) => (typeof one === 'string' ? getRuleset(one) : one));
  if (!was || !other) return reportProblems([ONE_ONLY], run);
  const is = amendedBy(other, loaded);
  const asked = regionIn(flags.region, [was, is]);
  if ('problems' in asked) return reportProblems(asked.problems, run);
  const comparison = compareRulesets(was, is);
  if (run.json) printJson(run, comparison);
  else {
    const names = comparisonNames([was, is], shippedVocabulary(), run.locale);
    printLines(
      run,
      rulesetComparisonLines(comparison, {
        ...names,
        width: run.surroundings.columns,
        ...(asked.region !== undefined && { region: asked.region }),
      }),
    );
  }
  warnOfBlanks(loaded, run);
  return EXIT.done;
}
