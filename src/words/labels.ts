import type { Basis, Because, Outcome, Reason } from '../schema/evaluation.js';
import type { Evidence } from '../schema/evidence.js';
import type { Level, Localized } from '../schema/text.js';

export const OUTCOME_LABELS: Record<Outcome, Localized> = {
  met: { vi: 'đạt', en: 'met' },
  unmet: { vi: 'chưa đạt', en: 'not met' },
  unknown: { vi: 'chưa đủ căn cứ', en: 'not enough evidence' },
};

/** A village is or is not of a class; it does not meet or miss it. */
export const CLASSIFICATION_LABELS: Record<Outcome, Localized> = {
  met: { vi: 'thuộc diện', en: 'belongs to the class' },
  unmet: { vi: 'không thuộc diện', en: 'does not belong to the class' },
  unknown: { vi: 'chưa đủ căn cứ', en: 'not enough evidence' },
};

export const PROVISIONAL: Localized = { vi: 'tạm tính', en: 'provisional' };

export const BECAUSE_LABELS: Record<Because, Localized> = {
  unconfirmed: { vi: 'mức đạt chuẩn chưa có nguồn xác nhận', en: 'a requirement has no source at hand' },
  proposed: { vi: 'mức đạt chuẩn mới là đề xuất', en: 'a requirement is only proposed' },
  'split-missing': { vi: 'chưa tách nam và nữ', en: 'men and women are not told apart' },
  approximate: { vi: 'số liệu ước tính', en: 'a figure is approximate' },
  declared: { vi: 'theo kết quả công bố', en: 'as declared' },
  'changes-unlisted': {
    vi: 'quyết định sửa đổi có nội dung chưa liệt kê được',
    en: 'the amending decision changed things that cannot be listed',
  },
};

export const REASON_LABELS: Record<Reason, Localized> = {
  'missing-fact': { vi: 'thiếu số liệu', en: 'a fact is missing' },
  'requirement-undetermined': {
    vi: 'chưa xác định được mức đạt chuẩn',
    en: 'the requirement is undetermined',
  },
  'left-to-province': {
    vi: 'mức đạt chuẩn do UBND cấp tỉnh quy định',
    en: 'the requirement is left to the province',
  },
  'not-encoded': { vi: 'chưa có nội dung chỉ tiêu', en: 'the content is not known' },
  'context-missing': {
    vi: 'chưa xác định được vùng, nhóm xã hoặc đặc điểm',
    en: 'region, group or trait is not settled',
  },
  'empty-base': { vi: 'mẫu số bằng không', en: 'a share of nothing' },
  imprecise: { vi: 'số liệu chưa đủ chính xác', en: 'the figure is not precise enough' },
  'fact-unavailable': { vi: 'không lấy được số liệu', en: 'a fact could not be had' },
  'wording-unsettled': {
    vi: 'chưa rõ câu chữ nào áp dụng, và các câu chữ cho kết quả khác nhau',
    en: 'it is not settled which wording applies, and they differ',
  },
  'child-unknown': { vi: 'phụ thuộc kết quả chưa đủ căn cứ', en: 'it depends on an outcome that is unknown' },
};

export const BASIS_LABELS: Record<Basis, Localized> = {
  facts: { vi: 'theo số liệu', en: 'by facts' },
  declared: { vi: 'theo công bố', en: 'as declared' },
  exempt: { vi: 'không phải xét', en: 'exempt' },
  none: { vi: 'chưa có căn cứ', en: 'nothing yet' },
};

export const EVIDENCE_LABELS: Record<Evidence, Localized> = {
  published: { vi: 'đã công bố', en: 'published' },
  unconfirmed: { vi: 'chưa xác nhận', en: 'unconfirmed' },
  proposed: { vi: 'đề xuất', en: 'proposed' },
};

export const LEVEL_LABELS: Record<Level, Localized> = {
  village: { vi: 'thôn', en: 'village' },
  commune: { vi: 'xã', en: 'commune' },
  district: { vi: 'huyện', en: 'district' },
  town: { vi: 'thị xã, thành phố', en: 'town' },
  province: { vi: 'tỉnh', en: 'province' },
};

export const COMPLETENESS_LABELS: Record<string, Localized> = {
  complete: { vi: 'đầy đủ', en: 'complete' },
  structure: { vi: 'đủ chỉ tiêu, còn thiếu một số mức', en: 'all indicators, some figures open' },
  partial: { vi: 'chưa đủ chỉ tiêu', en: 'some indicators missing' },
  names: { vi: 'chỉ có tên tiêu chí', en: 'names of criteria only' },
  totals: { vi: 'chỉ có tổng số', en: 'totals only' },
};

export const OPERATOR_SIGNS: Record<string, string> = {
  equal: '=',
  notEqual: '≠',
  greaterThanInclusive: '≥',
  greaterThan: '>',
  lessThanInclusive: '≤',
  lessThan: '<',
  in: '∈',
};

export const SEX_LABELS: Record<'male' | 'female', Localized> = {
  male: { vi: 'nam', en: 'men' },
  female: { vi: 'nữ', en: 'women' },
};
