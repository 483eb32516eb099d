import type { Evaluation, Gap, IndicatorResult } from '../schema/evaluation.js';
import { formatFigure } from './figures.js';
import { hanging, type Line, lineWidth, paragraph, span } from './scorecard-layout.js';
import {
  counted,
  factName,
  NOTHING,
  numbers,
  ownIndicators,
  type Section,
  type Setting,
} from './scorecard-setting.js';

const MOST_NAMED = 8;

export interface MissingFact {
  readonly key: string;
  readonly title: string | undefined;
  readonly indicators: string[];
  /** Other figures of the same quantity are at hand: this one completes them. */
  readonly completes: boolean;
}

function titlesIn(gap: Gap | undefined, locale: Setting['locale'], titles: Map<string, string>): void {
  if (!gap) return;
  if (gap.fact !== undefined && gap.title) titles.set(gap.fact, gap.title[locale]);
  for (const part of gap.parts ?? []) titlesIn(part, locale, titles);
}

/** Whether a fact belongs to a derivation that has been started: the indicator asks for a share, not for this figure. */
function isStarted(key: string, { parts }: IndicatorResult): boolean {
  return parts.every((part) => part.fact !== key && part.refersTo === undefined);
}

/** Every fact that could still decide something, with the indicators it would help. */
export function missingFacts(evaluation: Evaluation, setting: Setting): MissingFact[] {
  const titles = new Map<string, string>();
  const facts = new Map<string, MissingFact>();
  for (const one of ownIndicators(evaluation)) {
    titlesIn(one.gap, setting.locale, titles);
    for (const part of one.parts)
      if (part.fact !== undefined && part.title) titles.set(part.fact, part.title[setting.locale]);
    for (const key of one.missing) {
      const known = facts.get(key);
      if (known) known.indicators.push(one.id);
      else
        facts.set(key, { key, title: titles.get(key), indicators: [one.id], completes: isStarted(key, one) });
    }
  }
  return [...facts.values()];
}

function factLine(fact: MissingFact, evaluation: Evaluation, setting: Setting): Line[] {
  const label = [span(`  ${numbers(evaluation, fact.indicators)}`, 'unknown')];
  return hanging(
    label,
    [span(factName(fact.key, fact.title, setting))],
    setting.width,
    Math.max(8, lineWidth(label) + 2),
  );
}

/**
 * Facts nobody has entered yet: first those that complete something already started or serve several indicators.
 * Where nothing is started, naming all would bury them; how many there are is always said.
 */
export function missing(evaluation: Evaluation, setting: Setting): Section {
  const vi = setting.locale === 'vi';
  const { detail, width } = setting;
  const facts = missingFacts(evaluation, setting);
  if (facts.length === 0) return NOTHING;
  const ids = [...new Set(facts.flatMap(({ indicators }) => indicators))];
  const first = facts.filter(({ completes, indicators }) => completes || indicators.length > 1);
  const others = facts.filter((one) => !first.includes(one));
  const named = detail === 'all' ? [...first, ...others] : first.slice(0, MOST_NAMED);
  const left = facts.length - named.length;
  const title = vi
    ? `Thiếu số liệu: ${facts.length} số liệu của ${ids.length} chỉ tiêu`
    : `Missing: ${counted(facts.length, 'fact', 'facts')} of ${counted(ids.length, 'indicator', 'indicators')}`;
  if (detail === 'brief') {
    const keys = first.map(
      ({ key, indicators, title: name }) => `${factName(key, name, setting)} → ${indicators.join(', ')}`,
    );
    const most = keys.length > 0 ? `; ${vi ? 'cần trước' : 'first'}: ${keys.slice(0, 3).join('; ')}` : '';
    return { lines: paragraph([span(`${title}${most}`)], width), cut: true };
  }
  const lines = named.flatMap((fact) => factLine(fact, evaluation, setting));
  if (left > 0) {
    const rest = facts.filter((one) => !named.includes(one)).flatMap(({ indicators }) => indicators);
    const text = vi
      ? `${named.length > 0 ? 'và ' : ''}${left} số liệu của: `
      : `${named.length > 0 ? 'and ' : ''}${counted(left, 'fact', 'facts')} for: `;
    lines.push(...hanging([span('  ')], [span(text), span(numbers(evaluation, [...new Set(rest)]))], width));
  }
  return { lines: [[span(title, 'strong')], ...lines], cut: left > 0 };
}

/** Indicators that wait for something other than facts, by what they wait for. */
export function openGroups(
  evaluation: Evaluation,
  locale: Setting['locale'],
): { title: string; chosen: IndicatorResult[] }[] {
  const open = ownIndicators(evaluation).filter(({ outcome }) => outcome === 'unknown');
  return OPEN_BECAUSE.map(({ reason, ...title }) => ({
    title: title[locale],
    chosen: open.filter(({ reasons }) => reasons.includes(reason)),
  })).filter(({ chosen }) => chosen.length > 0);
}

const OPEN_BECAUSE = [
  { reason: 'not-encoded', vi: 'Chưa có nội dung chỉ tiêu', en: 'Content not known' },
  {
    reason: 'context-missing',
    vi: 'Chưa xác định được vùng, nhóm xã',
    en: 'Region or group not settled',
  },
  {
    reason: 'left-to-province',
    vi: 'Mức đạt do UBND cấp tỉnh quy định',
    en: 'Requirement left to the province',
  },
  {
    reason: 'requirement-undetermined',
    vi: 'Chưa rõ mức đạt (chưa có nguồn)',
    en: 'Requirement not known (no source at hand)',
  },
] as const;

/** Indicators whose requirement is not known here, with the figures that only wait for it. */
export function openRequirements(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const open = ownIndicators(evaluation).filter(({ outcome }) => outcome === 'unknown');
  const groups = openGroups(evaluation, locale);
  if (groups.length === 0) return NOTHING;
  if (detail === 'brief') {
    const texts = groups.map(({ title, chosen }) => `${title}: ${chosen.length}`);
    return { lines: paragraph([span(texts.join(' · '))], width), cut: true };
  }
  const lines = groups.flatMap(({ title, chosen }): Line[] => {
    const ids = numbers(
      evaluation,
      chosen.map(({ id }) => id),
    );
    const count = vi ? `${chosen.length} chỉ tiêu` : counted(chosen.length, 'indicator', 'indicators');
    return [[span(`${title}: ${count}`, 'strong')], ...hanging([span('  ')], [span(ids)], width)];
  });
  const waiting = open.filter(
    ({ reasons, observed }) =>
      observed !== undefined &&
      (reasons.includes('requirement-undetermined') || reasons.includes('left-to-province')),
  );
  if (waiting.length > 0) {
    const figures = waiting.map(
      ({ id, observed, unit }) =>
        `${id}: ${formatFigure(observed as NonNullable<typeof observed>, { locale, ...(unit && { unit }) })}`,
    );
    const label = span(
      vi ? '  đã có số liệu, chỉ chờ mức đạt: ' : '  figures that only wait for it: ',
      'faint',
    );
    lines.push(
      ...hanging([span('  ')], [span(label.text.trim(), 'faint'), span(` ${figures.join('; ')}`)], width),
    );
  }
  return { lines };
}
