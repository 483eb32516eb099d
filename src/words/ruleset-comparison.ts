import type { CriterionChange, RulesetComparison, UnmatchedIndicator } from '../schema/ruleset-comparison.js';
import { changeRemarks, movedId, toldFigures } from './change-remarks.js';
import { type ComparisonNames, figureChangeText, UNCONFIRMED_FIGURE } from './figure-texts.js';
import {
  type ChangeSection,
  comparisonSections,
  SECTION_TITLES,
  type SectionItem,
} from './ruleset-comparison-sections.js';
import { BLANK, hanging, type Line, paragraph, plainLine, span } from './scorecard-layout.js';
import { ranges } from './scorecard-ranges.js';

/** How to write a comparison of two texts. */
export interface RulesetComparisonTextOptions extends ComparisonNames {
  /** Columns a line may take; default 100. With `region`, only what holds there. */
  readonly width?: number;
}

const pinned = ({ id, version }: { id: string; version: string }): string => `${id}@${version}`;

/** More places than this stand on lines of their own. */
const ON_ONE_LINE = 2;

function itemLines(item: SectionItem, section: ChangeSection, names: ComparisonNames, width: number): Line[] {
  const { change } = item;
  const { locale } = names;
  const vi = locale === 'vi';
  const figures = toldFigures(item, section);
  const retitled = change.title ? [`${vi ? 'tên cũ' : 'was called'}: ${change.title.before[locale]}`] : [];
  const remarks = changeRemarks(change, vi);
  const head: Line = [
    span(change.after.title[locale]),
    ...(remarks.length > 0 ? [span(` (${remarks.join('; ')})`, 'faint')] : []),
  ];
  const indent = 2 + Math.max(14, movedId(change).length + 2);
  const margin = span(' '.repeat(indent));
  const figureLines = figures.flatMap((figure) => {
    const { head: what, texts } = figureChangeText(figure, change.after.id, names, {
      title: figures.length > 1,
      withDirection: section === 'mixed',
      whole: section,
    });
    const few = texts.length <= ON_ONE_LINE;
    const first = [what, ...(few ? [texts.join('; ')] : [])].filter((text) => text !== '').join(': ');
    return [
      ...(first === '' ? [] : hanging([margin], [span(few ? first : `${first}:`)], width)),
      ...(few ? [] : texts.flatMap((text) => hanging([margin, span('– ')], [span(text)], width))),
    ];
  });
  return [
    ...hanging([span(`  ${movedId(change)}`, 'strong')], head, width, indent),
    ...figureLines,
    ...retitled.flatMap((text) => hanging([margin], [span(text, 'faint')], width)),
  ];
}

function unmatchedLines(
  title: string,
  list: readonly UnmatchedIndicator[],
  vi: boolean,
  locale: 'vi' | 'en',
  width: number,
): Line[] {
  if (list.length === 0) return [];
  return [
    BLANK,
    [span(`${title} (${list.length})`, 'strong')],
    ...list.flatMap(({ id, title: own, criterion, perhapsUnlisted }) =>
      hanging(
        [span(`  ${id}`, 'strong')],
        [
          span(own[locale]),
          ...(criterion === null ? [span(vi ? ' (điều kiện trước)' : ' (prerequisite)', 'faint')] : []),
          ...(perhapsUnlisted
            ? [span(vi ? ' (danh mục kia chưa đủ)' : ' (the other list is not complete)', 'faint')]
            : []),
        ],
        width,
        16,
      ),
    ),
  ];
}

function criterionText(
  { before, after, changes }: CriterionChange,
  vi: boolean,
  locale: 'vi' | 'en',
): string {
  const named = (one: { no: string; title: { vi: string; en: string } } | undefined) =>
    one ? `${one.no} ${one.title[locale]}` : '';
  if (!before) return `${vi ? 'thêm' : 'added'}: ${named(after)}`;
  if (!after) return `${vi ? 'bỏ' : 'removed'}: ${named(before)}`;
  const passing = changes.includes('passing')
    ? vi
      ? ' (đổi cách tính đạt)'
      : ' (passed in another way)'
    : '';
  const moved = changes.some((change) => change !== 'passing');
  return `${moved ? `${named(before)} → ` : ''}${named(after)}${passing}`;
}

function perhapsLines({ perhapsChanged, pairs }: RulesetComparison, vi: boolean, width: number): Line[] {
  if (perhapsChanged.length === 0) return [];
  const ids = ranges(
    perhapsChanged,
    pairs.map(({ after }) => after),
  );
  const text = vi ? 'Có thể đã sửa mà chưa liệt kê được' : 'Perhaps changed, but not listed';
  return [BLANK, ...paragraph([span(`${text} (${perhapsChanged.length}): ${ids.join(', ')}`)], width)];
}

/** Everything that differs between two texts, as lines. */
export function rulesetComparisonLines(
  comparison: RulesetComparison,
  options: RulesetComparisonTextOptions,
): Line[] {
  const { locale, width = 100, region } = options;
  const vi = locale === 'vi';
  const { before, after, totals } = comparison;
  const draft = (status: 'law' | 'draft') =>
    status === 'draft' ? (vi ? ' · dự thảo' : ' · draft (dự thảo)') : '';
  const text = (label: string, one: typeof before): Line[] =>
    hanging(
      [span(`  ${label}`)],
      [span(one.title[locale]), span(` ${pinned(one)}${draft(one.status)}`, 'faint')],
      width,
      10,
    );
  const total = (word: string, { before: was, after: is }: { before: number | null; after: number | null }) =>
    `${word} ${was ?? '?'} → ${is ?? '?'}`;
  const place = region === undefined ? '' : ` · ${options.regions?.[region]?.[locale] ?? region}`;
  const lines: Line[] = [
    [span(`${vi ? 'So sánh hai bộ tiêu chí' : 'Two rulesets compared'}${place}`, 'strong')],
    ...text(vi ? 'trước' : 'before', before),
    ...text(vi ? 'sau' : 'after', after),
    [
      span(
        `  ${total(vi ? 'tiêu chí' : 'criteria', totals.criteria)} · ${total(vi ? 'chỉ tiêu' : 'indicators', totals.indicators)}`,
      ),
    ],
    ...comparison.notes.flatMap((note) => hanging([span('! ', 'warning')], [span(note.text[locale])], width)),
  ];
  if (comparison.identical) {
    const text = vi ? 'Không thấy gì khác nhau.' : 'Nothing is seen to differ.';
    return [...lines, BLANK, [span(text)], ...perhapsLines(comparison, vi, width)];
  }
  for (const [section, items] of comparisonSections(comparison, region)) {
    if (items.length === 0) continue;
    lines.push(BLANK, [span(`${SECTION_TITLES[section][locale]} (${items.length})`, 'strong')]);
    for (const item of items) lines.push(...itemLines(item, section, options, width));
  }
  lines.push(
    ...unmatchedLines(vi ? 'Chỉ tiêu mới' : 'New indicators', comparison.added, vi, locale, width),
    ...unmatchedLines(
      vi ? 'Chỉ tiêu không còn' : 'Indicators no longer there',
      comparison.removed,
      vi,
      locale,
      width,
    ),
  );
  const bullets = (title: string, texts: readonly string[]): void => {
    if (texts.length === 0) return;
    lines.push(BLANK, [span(title, 'strong')]);
    for (const one of texts) lines.push(...hanging([span('  – ')], [span(one)], width));
  };
  bullets(
    vi ? 'Tiêu chí' : 'Criteria',
    comparison.criteria.map((one) => criterionText(one, vi, locale)),
  );
  const columnWords = {
    region: vi ? 'vùng' : 'region',
    'special-column': vi ? 'cột riêng' : 'special column',
    group: vi ? 'nhóm' : 'group',
  };
  const changeWords = {
    added: vi ? 'thêm' : 'added',
    removed: vi ? 'bỏ' : 'removed',
    changed: vi ? 'đổi' : 'changed',
  };
  bullets(
    vi ? 'Cột, nhóm' : 'Columns, groups',
    comparison.columns.map(
      ({ kind, id, change, title }) =>
        `${changeWords[change]} ${columnWords[kind]}: ${title?.[locale] ?? id}`,
    ),
  );
  if (comparison.pass)
    lines.push(BLANK, [span(vi ? 'Cách tính đạt của cả bộ đã đổi.' : 'The set is passed in another way.')]);
  lines.push(...perhapsLines(comparison, vi, width));
  if (lines.some((line) => line.some(({ text: own }) => own.includes(` ${UNCONFIRMED_FIGURE}`)))) {
    const legend = vi
      ? `${UNCONFIRMED_FIGURE} mức chưa có nguồn xác nhận`
      : `${UNCONFIRMED_FIGURE} no source at hand confirms the figure`;
    lines.push(BLANK, [span(legend, 'faint')]);
  }
  return lines;
}

/**
 * A comparison of two rulesets as people read it: what became stricter, looser, settled or open, with the figures by
 * place, then what is new and what is gone.
 *
 * @example
 * rulesetComparisonText(compareRulesets(a, b), { locale: 'vi', region: 'red-river-delta' })
 * @since 0.1.0
 */
export function rulesetComparisonText(
  comparison: RulesetComparison,
  options: RulesetComparisonTextOptions,
): string {
  return rulesetComparisonLines(comparison, options).map(plainLine).join('\n');
}
