import type { ChangeCause } from '../schema/evaluation-comparison.js';
import type { Localized } from '../schema/text.js';

export const CAUSE_LABELS: Record<ChangeCause, Localized> = {
  fact: { vi: 'số liệu', en: 'the unit’s figures' },
  requirement: { vi: 'mức đạt chuẩn', en: 'the requirement' },
  ruleset: { vi: 'nội dung bộ tiêu chí', en: 'the ruleset' },
  declared: { vi: 'kết quả công bố', en: 'what was declared' },
  context: { vi: 'năm, vùng, nhóm hoặc đặc điểm', en: 'year, region, group or trait' },
};

export const CONTEXT_LABELS: Record<string, Localized> = {
  year: { vi: 'năm đánh giá', en: 'year judged' },
  assessedOn: { vi: 'ngày đánh giá', en: 'day of judgement' },
  region: { vi: 'vùng', en: 'region' },
  group: { vi: 'nhóm', en: 'group' },
  area: { vi: 'khu vực', en: 'area' },
  trait: { vi: 'đặc điểm', en: 'trait' },
};
