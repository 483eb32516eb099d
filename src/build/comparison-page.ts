import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { Indicator, Ruleset } from '../schema/ruleset.js';
import type { RulesetComparison, UnmatchedIndicator } from '../schema/ruleset-comparison.js';
import { changeRemarks, movedId, toldFigures } from '../words/change-remarks.js';
import { comparisonNames } from '../words/comparison-names.js';
import { type ComparisonNames, figureChangeText } from '../words/figure-texts.js';
import { formatDay } from '../words/figures.js';
import {
  type ChangeSection,
  comparisonSections,
  SECTION_TITLES,
  type SectionItem,
} from '../words/ruleset-comparison-sections.js';
import { pagePath } from './review-page.js';
import { indicatorSummary, type PageSetting } from './review-page-conditions.js';
import { bilingual, escaped, link, list, page, section, sheet, table } from './review-page-markdown.js';
import { namesFor } from './review-page-names.js';
import { Footnotes } from './review-page-sources.js';

interface Texts {
  readonly before: Ruleset;
  readonly after: Ruleset;
}

const label = (name: ChangeSection): string => bilingual(SECTION_TITLES[name]);

/** What changed about one indicator, a line each. */
function changeCell(item: SectionItem, name: ChangeSection, names: ComparisonNames): string {
  const figures = toldFigures(item, name);
  const lines = figures.flatMap((figure) => {
    const { head, texts } = figureChangeText(figure, item.change.after.id, names, {
      title: figures.length > 1,
      withDirection: name === 'mixed',
      whole: name,
    });
    if (head === '') return texts.map(escaped);
    return texts.length === 0
      ? [escaped(head)]
      : texts.length === 1
        ? [`${escaped(head)}: ${escaped(texts[0] as string)}`]
        : [`${escaped(head)}:`, ...texts.map((text) => `– ${escaped(text)}`)];
  });
  return lines.join('<br>');
}

function sectionTable(items: readonly SectionItem[], name: ChangeSection, names: ComparisonNames): string[] {
  return table(
    ['Số · No.', 'Chỉ tiêu · Indicator', 'Thay đổi · Change'],
    items.map((item) => {
      const { change } = item;
      const remarks = changeRemarks(change, true);
      const title = [
        bilingual(change.after.title, '<br>'),
        ...(change.title ? [`tên cũ: ${escaped(change.title.before.vi)}`] : []),
        ...(remarks.length > 0 ? [`(${escaped(remarks.join('; '))})`] : []),
      ];
      return [`**${escaped(movedId(change))}**`, title.join('<br>'), changeCell(item, name, names)];
    }),
  );
}

const SUMMARY: readonly ChangeSection[] = ['stricter', 'looser', 'undirected', 'settled'];
const NOT_KNOWN: readonly ChangeSection[] = ['opened', 'open'];

/** For every region: what its communes find stricter, looser, changed, settled and open. */
function regionTable(comparison: RulesetComparison, names: ComparisonNames): string[] {
  const regions = names.allRegions ?? [];
  if (regions.length === 0) return [];
  const ids = (sections: ReturnType<typeof comparisonSections>, wanted: readonly ChangeSection[]): string => {
    const found = wanted
      .flatMap((name) => sections.get(name) ?? [])
      .map(({ change }) => escaped(change.after.id));
    return found.length > 0 ? `${found.length}: ${found.join(', ')}` : '–';
  };
  return table(
    [
      'Vùng · Region',
      'Chặt hơn · Stricter',
      'Nới hơn · Looser',
      'Đổi nội dung · Changed',
      'Nay có quy định chung · Settled',
      'Chưa rõ mức · Open',
    ],
    regions.map((region) => {
      const sections = comparisonSections(comparison, region);
      return [
        bilingual(names.regions?.[region] ?? { vi: region, en: region }),
        ...SUMMARY.map((name) => ids(sections, [name])),
        ids(sections, NOT_KNOWN),
      ];
    }),
  );
}

function indicatorOf({ prerequisites = [], criteria }: Ruleset, id: string): Indicator | undefined {
  return [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)].find((one) => one.id === id);
}

/** Indicators that only one of the texts has, with what they ask. */
function unmatchedTable(
  entries: readonly UnmatchedIndicator[],
  ruleset: Ruleset,
  vocabulary: RulesetVocabulary,
): string[] {
  if (entries.length === 0) return [];
  const setting: PageSetting = {
    names: namesFor(vocabulary, ruleset),
    notes: new Footnotes({ ...vocabulary.sources, ...ruleset.sources }, new Set(), ''),
  };
  return table(
    ['Số · No.', 'Chỉ tiêu · Indicator', 'Mức đạt · Requirement'],
    entries.map(({ id, title, perhapsUnlisted }) => {
      const indicator = indicatorOf(ruleset, id);
      const unsure = perhapsUnlisted ? '<br>(danh mục kia chưa đủ · *the other list is not complete*)' : '';
      return [
        `**${escaped(id)}**`,
        `${bilingual(title, '<br>')}${unsure}`,
        indicator ? indicatorSummary(indicator, setting) : '',
      ];
    }),
  );
}

function criterionLines({ criteria }: RulesetComparison): string[] {
  return criteria.map(({ before, after, changes }) => {
    const named = (one: typeof before) => (one ? `**${escaped(one.no)}** ${bilingual(one.title)}` : '');
    if (!before) return `thêm · *added*: ${named(after)}`;
    if (!after) return `bỏ · *removed*: ${named(before)}`;
    const passing = changes.includes('passing') ? ' (đổi cách tính đạt · *passed in another way*)' : '';
    return `${named(before)} → ${named(after)}${passing}`;
  });
}

const KIND_WORDS = {
  region: 'vùng · *region*',
  'special-column': 'cột riêng · *special column*',
  group: 'nhóm · *group*',
};
const CHANGE_WORDS = { added: 'thêm', removed: 'bỏ', changed: 'đổi' };

function headSheet({ totals }: RulesetComparison, { before, after }: Texts): string[] {
  const text = (ruleset: Ruleset): string =>
    `${link(escaped(ruleset.title.vi), `../rulesets/${pagePath(ruleset)}`)}<br>\`${ruleset.id}@${ruleset.version}\`, áp dụng từ ${formatDay(ruleset.effectiveFrom)}`;
  const total = ({ before: was, after: is }: { before: number | null; after: number | null }): string =>
    `${was ?? 'không có tổng số'} → ${is ?? 'không có tổng số'}`;
  return sheet([
    ['Trước · Before', text(before)],
    ['Sau · After', text(after)],
    ['Tiêu chí · Criteria', total(totals.criteria)],
    ['Chỉ tiêu · Indicators', total(totals.indicators)],
  ]);
}

/** What an amendment leaves open that its base did not. */
function openQuestions({ before, after }: Texts): string[] {
  if (before.id !== after.id) return [];
  const known = new Set((before.openQuestions ?? []).map(({ vi }) => vi));
  const own = (after.openQuestions ?? []).filter(({ vi }) => !known.has(vi));
  return list(own.map((text) => bilingual(text, '<br>')));
}

const READING = [
  'Chặt hơn, nới hơn là xét cả chỉ tiêu: thêm một nội dung phải đạt là chặt hơn, thêm một lựa chọn để đạt là nới hơn, mức “≥” cao hơn và mức “≤” thấp hơn là chặt hơn. Mức chưa biết, hoặc giao cho tỉnh, thì không xếp được. Không so cột “chỉ tiêu chung” vì không xã nào xét theo cột này. Dấu ~ : mức chưa có nguồn xác nhận; tên chỉ tiêu là cách ghi ngắn của thư viện.',
  '',
  '*Stricter and looser are about the whole indicator: one thing more to reach is stricter, one more way to reach it is looser, a higher “≥” and a lower “≤” are stricter. Where a figure is not known or left to the province, nobody can say. The general column judges no commune and is left out. A ~ marks figures that no source at hand confirms; names of indicators are the library’s short wording.*',
];

/** The page of one comparison. */
export function comparisonPage(
  comparison: RulesetComparison,
  texts: Texts,
  vocabulary: RulesetVocabulary,
  example: string,
): string {
  const { before, after } = texts;
  const names = comparisonNames([before, after], vocabulary, 'vi');
  const sections = comparisonSections(comparison);
  const same = before.id === after.id;
  const title = (locale: 'vi' | 'en'): string =>
    same
      ? `${after.title[locale]}: ${before.version} → ${after.version}`
      : `${before.title[locale]} → ${after.title[locale]}`;
  return page([
    `# ${escaped(title('vi'))}`,
    '',
    `*${escaped(title('en'))}*`,
    '',
    link('Các so sánh khác · *other comparisons*', 'README.md'),
    '',
    ...headSheet(comparison, texts),
    ...section('Cần biết · *To know*', list(comparison.notes.map(({ text }) => bilingual(text, '<br>')))),
    ...section('Cách đọc · *How to read*', READING),
    ...section('Theo vùng · *By region*', regionTable(comparison, names)),
    ...[...sections].flatMap(([name, items]) =>
      section(`${label(name)} (${items.length})`, items.length > 0 ? sectionTable(items, name, names) : []),
    ),
    ...section(
      `Chỉ tiêu mới · *New indicators* (${comparison.added.length})`,
      unmatchedTable(comparison.added, after, vocabulary),
    ),
    ...section(
      `Chỉ tiêu không còn · *Indicators no longer there* (${comparison.removed.length})`,
      unmatchedTable(comparison.removed, before, vocabulary),
    ),
    ...section('Tiêu chí · *Criteria*', list(criterionLines(comparison))),
    ...section(
      'Cột, nhóm · *Columns, groups*',
      list(
        comparison.columns.map(
          ({ kind, id, change, title: own }) =>
            `${CHANGE_WORDS[change]} ${KIND_WORDS[kind]}: ${own ? bilingual(own) : escaped(id)}`,
        ),
      ),
    ),
    ...section(
      'Có thể đã sửa mà chưa liệt kê được · *Perhaps changed, not listed*',
      comparison.perhapsChanged.length > 0 ? [comparison.perhapsChanged.map(escaped).join(', ')] : [],
    ),
    ...section('Câu hỏi còn mở của bản sau · *Open questions of the later text*', openQuestions(texts)),
    ...section('Với một xã dựng làm ví dụ · *For a made-up commune*', [
      'Cùng một hiện trạng (`docs/examples/constructed-commune.snapshot.json`) xét theo hai bộ: `compareEvaluations`.',
      '',
      '*One snapshot judged by both texts.*',
      '',
      '```text',
      example,
      '```',
    ]),
  ]);
}
