import { tierTitle } from '../law/tier-names.js';
import type { RecognisedTier, TierReport, TierResult } from '../schema/programme.js';
import { formatDay } from './figures.js';
import { OUTCOME_LABELS, PROVISIONAL } from './labels.js';
import { type Line, row, span, widthOf } from './scorecard-layout.js';
import { MARKS, type Section, type Setting } from './scorecard-setting.js';

/** By which decision, or why by none. */
export function decisionWords(
  { state, outcome, recognition, impliedBy }: RecognisedTier,
  { locale }: Pick<Setting, 'locale'>,
): string {
  const vi = locale === 'vi';
  if (impliedBy !== undefined) {
    const { vi: title, en } = tierTitle(impliedBy);
    return vi ? `gồm trong ${title}` : `included in ${en}`;
  }
  const date = recognition?.decision?.date;
  const year = recognition?.resultYear;
  const when =
    date !== undefined
      ? ` ${formatDay(date, locale)}`
      : year !== undefined
        ? vi
          ? ` (kết quả ${year})`
          : ` (results of ${year})`
        : '';
  const until = recognition?.validUntil ? formatDay(recognition.validUntil, locale) : '';
  if (outcome === 'unknown') return vi ? 'chưa rõ' : 'not known';
  switch (state) {
    case 'in-force':
      return `${vi ? 'đã công nhận' : 'recognised'}${when}`;
    case 'expired':
      return vi ? `hết hạn ${until}` : `expired ${until}`;
    case 'revoked':
      return `${vi ? 'đã thu hồi' : 'revoked'}${when}`;
    default:
      return vi ? 'chưa có' : 'none';
  }
}

/** Whether what is reached up to a tier rests on something less than certain. */
export function isProvisional(
  tiers: readonly Pick<TierResult, 'reached' | 'outcome' | 'provisional'>[],
  at: number,
): boolean {
  const outcome = tiers[at]?.reached;
  const deciding = tiers.slice(0, at + 1).filter((one) => one.outcome === outcome);
  if (outcome === 'unknown') return false;
  return outcome === 'met'
    ? deciding.some(({ provisional }) => provisional)
    : deciding.every(({ provisional }) => provisional);
}

function cells(tier: TierResult, provisionally: boolean, setting: Setting): Line[] {
  const { locale } = setting;
  const vi = locale === 'vi';
  const held = {
    met: vi ? 'có' : 'yes',
    unmet: vi ? 'chưa có' : 'no',
    unknown: vi ? 'chưa rõ' : 'not known',
  }[tier.held];
  const provisional = provisionally ? ` (${PROVISIONAL[locale]})` : '';
  return [
    [span(tier.title[locale], 'strong')],
    [span(`${MARKS[tier.reached]} ${OUTCOME_LABELS[tier.reached][locale]}${provisional}`, tier.reached)],
    [span(`${MARKS[tier.recognised]} ${decisionWords(tier.recognition, setting)}`, tier.recognised)],
    [span(`${MARKS[tier.held]} ${held}`, tier.held)],
  ];
}

/** A row a tier: by evaluation, by decision, and whether it is held; the two are never one. */
export function tierTable({ tiers }: TierReport, setting: Setting): Section {
  const vi = setting.locale === 'vi';
  const heads = vi
    ? ['Mức độ', 'Xét theo số liệu', 'Theo quyết định', 'Hiện có']
    : ['Tier', 'By evaluation', 'By decision', 'Held'];
  const rows = [
    heads.map((head): Line => [span(head, 'faint')]),
    ...tiers.map((tier, at) => cells(tier, isProvisional(tiers, at), setting)),
  ];
  const widest = heads.map((_, at) =>
    Math.max(...rows.map((cell) => widthOf((cell[at] ?? []).map(({ text }) => text).join('')))),
  );
  const room = setting.width - 2 * (heads.length - 1);
  const taken = widest.reduce((sum, one) => sum + one, 0);
  // Too narrow a place takes from the widest column, whose cells then wrap.
  const largest = widest.indexOf(Math.max(...widest));
  const columns = widest.map((width, at) => ({
    width: at === largest ? Math.max(10, width - Math.max(0, taken - room)) : width,
  }));
  return { lines: rows.flatMap((cell) => row(cell, columns)) };
}
