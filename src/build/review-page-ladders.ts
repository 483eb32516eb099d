import type { Ladder, LadderStep } from '../schema/ladder.js';
import type { Ruleset } from '../schema/ruleset.js';
import { formatDay } from '../words/figures.js';
import type { ReadLaw } from './read-rulesets.js';
import { pagePath } from './review-page.js';
import { evidenceText } from './review-page-figures.js';
import { bilingual, escaped, link, page, section, stacked, table } from './review-page-markdown.js';
import { jurisdictionName, levelAndTier } from './review-page-names.js';
import { Footnotes } from './review-page-sources.js';

type Deciding = Pick<LadderStep, 'ruleset' | 'lowerTier'>;

/** A set with links to the page of each of its versions. */
function setText(id: string, all: readonly Ruleset[]): string {
  const versions = all
    .filter((ruleset) => ruleset.id === id)
    .map((ruleset) => link(`@${ruleset.version}`, pagePath(ruleset)));
  return `\`${id}\` ${versions.join(', ')}`.trim();
}

/** The prerequisite by which a set asks for the tier below, in its own words. */
function lowerText({ ruleset, lowerTier }: Deciding, all: readonly Ruleset[]): string {
  if (lowerTier === undefined) return '';
  const asking = all
    .find(({ id }) => id === ruleset)
    ?.prerequisites?.find((prerequisite) => prerequisite.id === lowerTier);
  return `**${escaped(lowerTier)}** ${asking ? stacked(asking.title) : ''}`.trim();
}

function stepRows(ladder: Ladder, step: LadderStep, law: ReadLaw, notes: Footnotes): string[][] {
  const all = law.rulesets.map(({ ruleset }) => ruleset);
  const tier = levelAndTier(ladder.level, step.tier);
  const support = [
    evidenceText(step.evidence),
    notes.cite(step.sources),
    step.note ? stacked(step.note) : '',
  ];
  const own = Object.entries(step.provinces ?? {}).map(([place, deciding]) => [
    '',
    `${escaped(jurisdictionName(place, law.vocabulary).vi)}: ${setText(deciding.ruleset, all)}`,
    lowerText(deciding, all),
    '',
    '',
    '',
  ]);
  const first =
    step.ruleset === undefined
      ? 'giao cấp tỉnh quy định · *left to the provinces*'
      : setText(step.ruleset, all);
  return [[tier, first, lowerText(step, all), ...support], ...own];
}

/** Every ladder: its tiers, lowest first, and the set that decides each. */
export function laddersPage(law: ReadLaw, path: string): string {
  const sources = law.vocabulary.sources ?? {};
  const notes = new Footnotes(sources, new Set(Object.keys(sources)), path);
  const lines = law.ladders.flatMap((ladder) =>
    section(bilingual(ladder.title), [
      `\`${ladder.id}\` · ${escaped(jurisdictionName(ladder.jurisdiction, law.vocabulary).vi)} · ${formatDay(ladder.period.from)} – ${formatDay(ladder.period.to)} · lần hiệu chỉnh · *revision* ${ladder.revision}`,
      '',
      ...table(
        [
          'Mức độ · Tier',
          'Bộ tiêu chí · Set',
          'Đòi mức dưới · Asks for the tier below',
          'Căn cứ của thứ tự · Order rests on',
          'Nguồn',
          'Ghi chú · Note',
        ],
        ladder.steps.flatMap((step) => stepRows(ladder, step, law, notes)),
      ),
      ...(ladder.note ? ['', stacked(ladder.note)] : []),
    ]),
  );
  return page([
    '# Các mức độ theo thứ bậc',
    '',
    '*Ladders of tiers*',
    '',
    '[Tất cả các bộ · *all sets*](README.md). Mức thấp trước · *lowest first*. Không chọn thang nào thì đơn vị được xét theo thang của cả nước mà bộ tiêu chí áp dụng vào ngày đó; không có thì theo thang của tỉnh · *a unit is led by the national ladder whose sets judge that day, or where there is none by its province’s*.',
    ...lines,
    ...section('Nguồn · *Sources*', notes.definitions()),
  ]);
}
