import { tierTitle } from '../law/tier-names.js';
import type { KeyCriterion, RevocationCheck, RevocationTip } from '../schema/revocation.js';
import type { Locale } from '../schema/text.js';
import { countOfText, shareText } from './bounds-text.js';
import { formatDay, formatFigure } from './figures.js';
import { LEVEL_LABELS } from './labels.js';
import { becauseText, CASE_LABELS, CASE_STYLES, VERDICT_LABELS, verdictSpan } from './revocation-labels.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import { NOTHING, nameOfKey, type Section, type Setting, withDays } from './scorecard-setting.js';
import { noteLines } from './tier-card.js';

const FIRST_OF_ALL = new Set([
  'authority-decides',
  'rule-not-known',
  'rule-not-in-force',
  'set-not-in-force',
]);

/** Who, which recognition, by which set and rule. */
function heading(check: RevocationCheck, { locale, width, detail }: Setting): Line[] {
  const vi = locale === 'vi';
  const { unit, level, tier, measuredOn, legalBasis, assessedOn, year } = check;
  const place = unit
    ? [unit.name, unit.district, unit.province].filter((one) => one).join(' · ')
    : `${LEVEL_LABELS[level][locale]} (${vi ? 'chỉ biết tổng số báo cáo' : 'reported totals only'})`;
  const title = vi ? `Thu hồi công nhận ${tierTitle(tier).vi}` : `Revocation as ${tierTitle(tier).en}`;
  const by = [
    ...(measuredOn === null ? [] : [`${vi ? 'đo theo' : 'measured on'} ${measuredOn}`]),
    ...(legalBasis === null ? [] : [legalBasis]),
  ].join(' · ');
  const when = [
    ...(year === undefined ? [] : [`${vi ? 'năm' : 'year'} ${year}`]),
    ...(assessedOn === null ? [] : [`${vi ? 'xét ngày' : 'judged on'} ${formatDay(assessedOn, locale)}`]),
  ].join(' · ');
  if (detail === 'brief') return paragraph([span(place, 'strong'), span(' — '), span(title)], width);
  return [
    ...paragraph([span(place, 'strong')], width),
    ...paragraph([span(title)], width),
    ...paragraph([span(by, 'faint')], width),
    ...(when === '' ? [] : paragraph([span(when, 'faint')], width)),
  ];
}

const keyText = (list: readonly KeyCriterion[], locale: Locale): string =>
  list.map(({ criterion, title }) => `${criterion} ${title[locale]}`).join('; ');

/** The verdict, and what it is counted from. */
function verdict(check: RevocationCheck, { locale, width }: Setting): Line[] {
  const vi = locale === 'vi';
  const { failed, of, share, keyCriteriaFailed, because, withoutReported } = check;
  const why = because.length > 0 ? [span(`: ${becauseText(because, locale)}`, 'faint')] : [];
  const lines = hanging([span(vi ? 'Kết luận: ' : 'Verdict: ')], [verdictSpan(check, locale), ...why], width);
  if (withoutReported !== undefined) {
    const label = vi ? 'Không kể tổng số báo cáo: ' : 'Without the reported totals: ';
    lines.push(...hanging([span(label)], [span(VERDICT_LABELS[withoutReported][locale])], width));
  }
  if (failed && of !== null) {
    const counted = `${countOfText(failed, of, locale)}${share ? ` (${shareText(share, locale)})` : ''}`;
    lines.push(...hanging([span(vi ? 'Tiêu chí không đạt: ' : 'Criteria failed: ')], [span(counted)], width));
  }
  const { failed: sure, possible, most } = keyCriteriaFailed;
  if (most > 0) {
    const parts = [
      ...(sure.length > 0 ? [keyText(sure, locale)] : []),
      ...(possible.length > 0 ? [`${vi ? 'có thể' : 'perhaps'} ${keyText(possible, locale)}`] : []),
    ];
    const label = vi ? 'Tiêu chí then chốt không đạt: ' : 'Key criteria failed: ';
    lines.push(...hanging([span(label)], [span(parts.join('; '))], width));
  }
  return lines;
}

function cases({ cases: all }: RevocationCheck, { locale, width, detail }: Setting): Section {
  if (all.length === 0) return NOTHING;
  if (detail === 'brief') return { lines: [], cut: true };
  const vi = locale === 'vi';
  const head = vi ? 'Các trường hợp thu hồi (chỉ cần một)' : 'Cases of revocation (any one suffices)';
  const lines = all.flatMap(({ title, outcome, observed }) => {
    const seen =
      observed === undefined
        ? ''
        : ` (${vi ? 'hiện' : 'now'} ${formatFigure(observed, { locale, unit: { vi: '%', en: '%' } })})`;
    const label = span(`  ${CASE_LABELS[outcome][locale]}: `, CASE_STYLES[outcome]);
    return hanging([label], [span(`${title[locale]}${seen}`)], width, 12);
  });
  return { lines: [[span(head, 'strong')], ...lines] };
}

function listOf(head: string, texts: readonly string[], { width }: Setting): Line[] {
  if (texts.length === 0) return [];
  return [[span(head, 'strong')], ...texts.flatMap((text) => hanging([span('  – ')], [span(text)], width))];
}

/** A tip with its facts by their names, where names are at hand. */
function tipText(tip: RevocationTip, setting: Setting): string {
  const text = tip.text[setting.locale];
  if (tip.kind !== 'fact') return text;
  return tip.missing.reduce((left, key) => left.replace(key, nameOfKey(key, setting) ?? key), text);
}

function tips({ tips: all }: RevocationCheck, setting: Setting): Section {
  const { locale, detail } = setting;
  const shown = detail === 'brief' ? all.slice(0, 1) : all;
  const head = locale === 'vi' ? 'Điều gì làm thay đổi kết luận' : 'What would tip it';
  return {
    lines: listOf(
      head,
      shown.map((tip) => tipText(tip, setting)),
      setting,
    ),
    ...(shown.length < all.length && { cut: true }),
  };
}

function notes({ notes: all }: RevocationCheck, setting: Setting): Section {
  const left = all.filter(({ code }) => !FIRST_OF_ALL.has(code));
  if (setting.detail === 'brief') return left.length > 0 ? { lines: [], cut: true } : NOTHING;
  return { lines: noteLines(left, setting) };
}

function warnings({ notes: all }: RevocationCheck, { locale, width }: Setting): Line[] {
  return all
    .filter(({ code }) => FIRST_OF_ALL.has(code))
    .flatMap(({ text }) =>
      hanging([span('! ', 'warning')], [span(withDays(text[locale], locale), 'warning')], width),
    );
}

/** What decided: who and what, the verdict, and the cases that hold, or that are open where nothing is decided. */
export function decidingLines(check: RevocationCheck, setting: Setting): Line[] {
  const { verdict: found } = check;
  const wanted = found === 'revoke' ? 'met' : found === 'keep' ? 'unmet' : 'unknown';
  const deciding = check.cases.filter(({ outcome }) => outcome === wanted);
  return [
    ...heading(check, setting),
    ...verdict(check, setting),
    ...warnings(check, setting),
    ...cases({ ...check, cases: deciding }, { ...setting, detail: 'usual' }).lines,
  ];
}

/** The sections of a check of revocation. */
export function revocationSections(check: RevocationCheck, setting: Setting): Section[] {
  const first = { lines: [...verdict(check, setting), ...warnings(check, setting)] };
  return [
    { lines: heading(check, setting) },
    first,
    cases(check, setting),
    tips(check, setting),
    notes(check, setting),
  ];
}
