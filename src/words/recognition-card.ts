import type { RecognitionCheck } from '../schema/recognition-check.js';
import { conditionsLine, conditionsSection } from './recognition-conditions.js';
import { recognitionHeading, recognitionVerdict, standsFirst } from './recognition-heading.js';
import { procedure, recognitionSources } from './recognition-procedure.js';
import { paragraph, span } from './scorecard-layout.js';
import { NOTHING, type Section, type Setting } from './scorecard-setting.js';
import { briefTotals, reported } from './scorecard-totals.js';
import { noteLines } from './tier-card.js';

/** What the set came to by itself, in two lines. */
function setLines({ evaluation }: RecognitionCheck, setting: Setting): Section {
  if (!evaluation) return NOTHING;
  const { locale, width } = setting;
  const { ruleset } = evaluation;
  const title = paragraph(
    [span(ruleset.title[locale], 'strong'), span(` (${ruleset.id}@${ruleset.version})`, 'faint')],
    width,
  );
  const totals = briefTotals({ ...evaluation, prerequisites: [] }, setting);
  return { lines: [...title, ...totals.lines] };
}

/** The sections of a check of recognition. */
export function recognitionSections(check: RecognitionCheck, setting: Setting): Section[] {
  const verdict = recognitionVerdict(check, setting);
  if (setting.detail === 'brief') {
    const own = check.evaluation ? reported(check.evaluation, setting) : [];
    return [
      recognitionHeading(check, setting),
      { lines: [...verdict, ...conditionsLine(check, setting), ...own], cut: true },
    ];
  }
  // That no source lists the dossier is said where the dossier would be.
  const notes = check.notes.filter(({ code }) => !standsFirst(code) && code !== 'dossier-not-listed');
  return [
    recognitionHeading(check, setting),
    { lines: verdict },
    conditionsSection(check, setting),
    setLines(check, setting),
    procedure(check, setting),
    { lines: noteLines(notes, setting) },
    { ...recognitionSources(check, setting), cut: setting.detail !== 'all' },
  ];
}
