import type {
  LadderSummary,
  RulesetSummary,
  SummaryNote,
  SummaryNoteCode,
  Universe,
} from '../../schema/summary.js';
import type { Localized } from '../../schema/text.js';

type Wording = (count: number, about: string) => Localized;

const TEXTS: Readonly<Record<SummaryNoteCode, Wording>> = {
  'duplicate-units': (count, about) => ({
    vi: `${about}: ${count} lượt đơn vị xuất hiện lại; chỉ tính lần đầu`,
    en: `${about}: units told of again ${count} times; only the first counts`,
  }),
  'outside-universe': (count, about) => ({
    vi: `${about}: ${count} đơn vị không có trong danh sách tổng thể; vẫn được tính`,
    en: `${about}: the universe does not name ${count} of the units; they count all the same`,
  }),
  'more-than-universe': (count, about) => ({
    vi: `${about}: nhiều hơn tổng số đơn vị đã cho ${count} đơn vị`,
    en: `${about}: ${count} more units than the universe is said to have`,
  }),
  'missing-without-size': (count, about) => ({
    vi: `${about}: ${count} đơn vị chưa có dữ liệu không tính vào số lượt và bình quân, vì không rõ bộ tiêu chí của các đơn vị này có bao nhiêu tiêu chí`,
    en: `${about}: ${count} units without data are in no number of pairs and no mean, since the size of their set is not known`,
  }),
  'sizes-differ': (count, about) => ({
    vi: `${about}: ${count} tổng số tiêu chí khác nhau; mỗi tổng số được tính riêng`,
    en: `${about}: sets of ${count} different sizes, each counted apart`,
  }),
  'years-differ': (count, about) => ({
    vi: `${about}: số liệu của ${count} năm khác nhau được tính chung`,
    en: `${about}: ${count} different years are counted together`,
  }),
  'subset-absent': (count, about) => ({
    vi: `${about}: không bộ tiêu chí nào có ${count} tiêu chí của nhóm đã chọn`,
    en: `${about}: ${count} criteria of a subset are in no unit's set`,
  }),
  'reported-inconsistent': (count, about) => ({
    vi: `${about}: tổng số báo cáo của ${count} đơn vị mâu thuẫn với kết quả đánh giá hoặc tự mâu thuẫn`,
    en: `${about}: the report of ${count} units contradicts what was found, or itself`,
  }),
  'no-ladder': (count) => ({
    vi: `${count} đơn vị không có thang mức độ nào cho cấp và năm này`,
    en: `no ladder is for the level and year of ${count} units`,
  }),
};

function note(code: SummaryNoteCode, about: string, count: number): SummaryNote[] {
  return count > 0 ? [{ code, about, count, text: TEXTS[code](count, about) }] : [];
}

/** How many there are, where there is more than one. */
const several = (count: number): number => (count > 1 ? count : 0);

function beyond(universe: Universe | undefined, told: number): number {
  return universe && !universe.list ? Math.max(0, told - universe.units) : 0;
}

export function rulesetNotes(one: RulesetSummary, universe: Universe | undefined): SummaryNote[] {
  const { ruleset, criteria, missing, duplicates, outside, years, subsets, reported, basis, detailed } = one;
  const told = basis.evaluated + basis.reported + basis.published;
  const known = years.filter(({ year }) => year !== null);
  const absent = detailed > 0 ? subsets.reduce((sum, subset) => sum + subset.absent.length, 0) : 0;
  return [
    ...note('duplicate-units', ruleset, duplicates.count),
    ...note('outside-universe', ruleset, outside.count),
    ...note('more-than-universe', ruleset, beyond(universe, told)),
    ...note('missing-without-size', ruleset, criteria.length === 1 ? 0 : missing.count),
    ...note('sizes-differ', ruleset, several(criteria.length)),
    ...note('years-differ', ruleset, several(known.length)),
    ...note('subset-absent', ruleset, absent),
    ...note('reported-inconsistent', ruleset, reported.inconsistent),
  ];
}

export function ladderNotes(one: LadderSummary, universe: Universe | undefined): SummaryNote[] {
  const known = one.years.filter(({ year }) => year !== null);
  return [
    ...note('duplicate-units', one.ladder, one.duplicates.count),
    ...note('outside-universe', one.ladder, one.outside.count),
    ...note('more-than-universe', one.ladder, beyond(universe, one.units - one.missing.count)),
    ...note('years-differ', one.ladder, several(known.length)),
  ];
}

export function withoutLadderNote(count: number): SummaryNote[] {
  return note('no-ladder', '', count);
}
