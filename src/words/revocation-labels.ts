import type { Outcome } from '../schema/evaluation.js';
import type { RevocationBecause, RevocationVerdict } from '../schema/revocation.js';
import type { Locale, Localized } from '../schema/text.js';
import { BECAUSE_LABELS, PROVISIONAL } from './labels.js';
import { type Span, type Style, span } from './scorecard-layout.js';

export const VERDICT_LABELS: Record<RevocationVerdict, Localized> = {
  keep: { vi: 'giữ công nhận', en: 'kept' },
  'at-risk': { vi: 'có nguy cơ bị thu hồi', en: 'at risk of revocation' },
  revoke: { vi: 'thuộc trường hợp thu hồi', en: 'a case of revocation' },
  unknown: { vi: 'chưa đủ căn cứ', en: 'not enough evidence' },
};

const STYLES: Record<RevocationVerdict, Style> = {
  keep: 'met',
  'at-risk': 'unknown',
  revoke: 'unmet',
  unknown: 'unknown',
};

/** A case is one of revocation or is not; it is neither met nor missed. */
export const CASE_LABELS: Record<Outcome, Localized> = {
  met: { vi: 'có', en: 'yes' },
  unmet: { vi: 'không', en: 'no' },
  unknown: { vi: 'chưa rõ', en: 'open' },
};

export const CASE_STYLES: Record<Outcome, Style> = { met: 'unmet', unmet: 'met', unknown: 'unknown' };

export function becauseText(because: readonly RevocationBecause[], locale: Locale): string {
  const reported: Localized = { vi: 'theo tổng số báo cáo', en: 'by reported totals' };
  return because
    .map((one) => (one === 'reported' ? reported : BECAUSE_LABELS[one])[locale])
    .join(locale === 'vi' ? '; ' : '; ');
}

/** "có nguy cơ bị thu hồi (tạm tính)". */
export function verdictSpan(
  { verdict, provisional }: { verdict: RevocationVerdict; provisional: boolean },
  locale: Locale,
): Span {
  const label = VERDICT_LABELS[verdict][locale];
  return span(provisional ? `${label} (${PROVISIONAL[locale]})` : label, STYLES[verdict]);
}
