import type { TierNoteCode, TierReport } from '../schema/programme.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { NOTHING, type Section, type Setting, withDays } from './scorecard-setting.js';
import { tierDetails } from './tier-detail.js';
import { tierHeading, tierSummary } from './tier-heading.js';
import { tierTable } from './tier-table.js';

/** Notes without which the report would be misread; they stand under the title. */
const FIRST_OF_ALL: ReadonlySet<TierNoteCode> = new Set(['level-abolished']);

/** Notes of a report or a check, as a list. */
export function noteLines(
  notes: readonly { readonly text: { readonly vi: string; readonly en: string } }[],
  { locale, width }: Setting,
): Line[] {
  if (notes.length === 0) return [];
  const lines = notes.flatMap(({ text }) =>
    hanging([span('  – ')], [span(withDays(text[locale], locale))], width),
  );
  return [[span(locale === 'vi' ? 'Lưu ý' : 'Notes', 'strong')], ...lines];
}

function warnings({ notes }: TierReport, { locale, width }: Setting): Section {
  const first = notes.filter(({ code }) => FIRST_OF_ALL.has(code));
  return {
    lines: first.flatMap(({ text }) =>
      hanging([span('! ', 'warning')], [span(withDays(text[locale], locale), 'warning')], width),
    ),
  };
}

function notes(report: TierReport, setting: Setting): Section {
  const left = report.notes.filter(({ code }) => !FIRST_OF_ALL.has(code));
  if (setting.detail !== 'brief') return { lines: noteLines(left, setting) };
  return left.length > 0 ? { lines: [], cut: true } : NOTHING;
}

/** The sections of a tier report; the first two belong together. */
export function tierSections(report: TierReport, setting: Setting): Section[] {
  const summary = tierSummary(report, setting);
  const heading = tierHeading(report, setting);
  const warned = warnings(report, setting);
  if (setting.detail === 'brief') return [heading, warned, summary, { lines: [], cut: true }];
  return [
    { lines: [...heading.lines, ...warned.lines] },
    tierTable(report, setting),
    summary,
    ...tierDetails(report, setting),
    notes(report, setting),
  ];
}
