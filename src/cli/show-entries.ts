import type { Indicator } from '../schema/ruleset.js';
import { formatDay } from '../words/figures.js';
import { BLANK, hanging, type Line, span } from '../words/scorecard-layout.js';
import { conditionLines, singleFigure } from './show-condition.js';
import { evidenceMark, type Reading } from './show-figures.js';

/** One indicator in a list: number, title, and its figures or parts. */
export function indicatorLines(
  indicator: Indicator,
  reading: Reading,
  width: number,
  indent: number,
): Line[] {
  const { locale } = reading;
  const vi = locale === 'vi';
  const label = [span(`  ${indicator.id}`, 'strong')];
  const figure = singleFigure(indicator, reading);
  const mark = evidenceMark(indicator.evidence, locale);
  const title = indicator.title[locale];
  if (!indicator.condition)
    return hanging(
      label,
      [span(`${title}: ${vi ? 'chưa có nội dung' : 'content not known'}`)],
      width,
      indent,
    );
  if (figure !== undefined)
    return hanging(label, [span(`${title}: `), span(`${figure}${mark}`, 'strong')], width, indent);
  return [
    ...hanging(label, [span(`${title}${mark}`)], width, indent),
    ...conditionLines(indicator.condition, indicator, reading, width, indent),
  ];
}

export function bullets(title: string, texts: readonly string[], width: number): Line[] {
  if (texts.length === 0) return [];
  return [
    BLANK,
    [span(title, 'strong')],
    ...texts.flatMap((text) => hanging([span('  – ')], [span(text)], width)),
  ];
}

export function sourceText(id: string, { ruleset, locale }: Reading): string {
  const source = ruleset.sources[id];
  if (!source) return id;
  const date = source.date ? `, ${formatDay(source.date, locale)}` : '';
  return `${source.title[locale]}${date}${source.url ? ` <${source.url}>` : ''}`;
}
