import { canonicalHash } from '../evaluate/audit.js';
import { placedIndicators } from '../law/walk.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { IndicatorChange, IndicatorPair, RulesetComparisonNote } from '../schema/ruleset-comparison.js';
import type { Localized } from '../schema/text.js';
import { yearsOf } from './compared-columns.js';

const pinned = ({ id, version }: Ruleset): string => `${id}@${version}`;

/** Whether a text has entries that the library does not list, so that what is not there may be there all the same. */
export function isShort({ completeness }: Ruleset): boolean {
  return completeness === 'partial' || completeness === 'names' || completeness === 'totals';
}

export function hasUnlistedChanges(ruleset: Ruleset): boolean {
  return [...placedIndicators(ruleset)].some(({ indicator }) => indicator.changesUnlisted);
}

const TEXTS: Record<RulesetComparisonNote['code'], (about: string) => Localized> = {
  'changes-unlisted': (about) => ({
    vi: `${about}: quyết định sửa đổi có những thay đổi chưa liệt kê được; những gì khác nhau có thể nhiều hơn ở đây.`,
    en: `${about}: the amending decision changed things that cannot be listed; more may differ than is shown here.`,
  }),
  'not-listed-completely': (about) => ({
    vi: `${about} chưa có đủ danh mục; mục không thấy ở đây có thể vẫn nằm trong văn bản.`,
    en: `${about} is not listed completely; what is not found in it may stand in the text all the same.`,
  }),
  draft: (about) => ({
    vi: `${about} là dự thảo: có mức chưa có hiệu lực.`,
    en: `${about} is a draft (dự thảo): it has figures that are not law.`,
  }),
  'guessed-pairs': (about) => ({
    vi: `Ghép theo suy đoán, từ số liệu chung và tên gần giống: ${about}.`,
    en: `Matched by a guess, from shared facts and titles that are alike: ${about}.`,
  }),
  'years-apart': (about) => ({
    vi: `Hai văn bản thuộc hai giai đoạn; mức theo năm của giai đoạn trước lấy ở năm cuối có mức (${about}).`,
    en: `The two texts are of different periods; figures by year of the earlier one are those of its last known year (${about}).`,
  }),
};

export function comparisonNote<Code extends RulesetComparisonNote['code']>(
  code: Code,
  about: string,
): { code: Code; about: string; text: Localized } {
  return { code, about, text: TEXTS[code](about) };
}

/** What a reader has to know before trusting that a comparison shows everything. */
export function comparisonNotes({
  before,
  after,
  indicators,
  pairs,
}: {
  readonly before: Ruleset;
  readonly after: Ruleset;
  readonly indicators: readonly IndicatorChange[];
  readonly pairs: readonly IndicatorPair[];
}): RulesetComparisonNote[] {
  if (canonicalHash(before) === canonicalHash(after)) return [];
  const both = [before, after];
  const unlisted = both.filter(hasUnlistedChanges);
  const guessed = pairs.filter((pair) => pair.guessed).map((pair) => `${pair.before} → ${pair.after}`);
  const byYear = indicators.some(({ figures }) =>
    figures.some(({ cells }) => cells.some(({ years }) => years !== undefined)),
  );
  const earlier = before.period.from <= after.period.from ? before : after;
  return [
    // What one decision changed in both texts is no difference between them.
    ...(unlisted.length === 1 ? unlisted : []).map((one) => comparisonNote('changes-unlisted', pinned(one))),
    ...both.filter(isShort).map((one) => comparisonNote('not-listed-completely', pinned(one))),
    ...both.filter(({ status }) => status === 'draft').map((one) => comparisonNote('draft', pinned(one))),
    ...(guessed.length > 0 ? [comparisonNote('guessed-pairs', guessed.join(', '))] : []),
    ...(byYear ? [comparisonNote('years-apart', String(yearsOf(earlier).at(-1)))] : []),
  ];
}
