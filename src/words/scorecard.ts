import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { MergedUnits } from '../schema/merge.js';
import type { TierReport } from '../schema/programme.js';
import type { RecognitionCheck } from '../schema/recognition-check.js';
import type { RecognitionReview, RevocationCheck } from '../schema/revocation.js';
import type { RollUp } from '../schema/roll-up.js';
import type { Locale } from '../schema/text.js';
import { mergeSections } from './merge-card.js';
import { recognitionSections } from './recognition-card.js';
import { reviewSections } from './review-table.js';
import { revocationSections } from './revocation-card.js';
import { rollUpSections } from './roll-up-table.js';
import { criteriaLine, criteriaTable, fewMet, legend } from './scorecard-criteria.js';
import { shortfalls } from './scorecard-gaps.js';
import { citations, provisional } from './scorecard-grounds.js';
import { heading, standsFirst } from './scorecard-heading.js';
import { BLANK, type Line, plainLine } from './scorecard-layout.js';
import { margins } from './scorecard-margins.js';
import { missing, openRequirements } from './scorecard-missing.js';
import { notes } from './scorecard-notes.js';
import { prerequisites } from './scorecard-prerequisites.js';
import type { Section, Setting } from './scorecard-setting.js';
import { briefTotals, labels, totals } from './scorecard-totals.js';
import { tierSections } from './tier-card.js';

/** How a scorecard is written. */
export interface ScorecardOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
  /** Columns that a line may take; default 100, never less than 40. @since 0.1.0 */
  width?: number;
  /** Names every gap, missing fact, margin and source; without it, those that matter first. @since 0.1.0 */
  all?: boolean;
  /** A few lines only: outcome, totals, open criteria, nearest gaps. `all` wins over it. @since 0.1.0 */
  brief?: boolean;
  /** Gives regions, facts, traits and grades their names (`shippedVocabulary()`); without it some show as ids. @since 0.1.0 */
  names?: RulesetVocabulary;
}

/** A scorecard with its styles, for a terminal; `cut` when more is known than it shows. */
export interface ScorecardLines {
  readonly lines: readonly Line[];
  readonly cut: boolean;
}

function joined(sections: readonly Section[], between: readonly Line[]): ScorecardLines {
  const shown = sections.filter(({ lines }) => lines.length > 0);
  return {
    lines: shown.flatMap(({ lines }, at) => (at > 0 ? [...between, ...lines] : lines)),
    cut: sections.some(({ cut }) => cut === true),
  };
}

/** Results that a scorecard can be written of. */
export type Shown =
  | Evaluation
  | TierReport
  | RecognitionCheck
  | RevocationCheck
  | RecognitionReview
  | RollUp
  | MergedUnits;

export function scorecardLines(result: Shown, options: ScorecardOptions = {}): ScorecardLines {
  const setting: Setting = {
    locale: options.locale ?? 'vi',
    width: Math.max(40, options.width ?? 100),
    detail: options.all ? 'all' : options.brief ? 'brief' : 'usual',
    names: options.names ?? {},
  };
  if (!('kind' in result)) return evaluationLines(result, setting);
  const between = setting.detail === 'brief' ? [] : [BLANK];
  return joined(sectionsOf(result, setting), between);
}

function sectionsOf(result: Exclude<Shown, Evaluation>, setting: Setting): Section[] {
  switch (result.kind) {
    case 'tiers':
      return tierSections(result, setting);
    case 'revocation':
      return revocationSections(result, setting);
    case 'recognition-review':
      return reviewSections(result, setting);
    case 'roll-up':
      return rollUpSections(result, setting);
    case 'merge':
      return mergeSections(result, setting);
    default:
      return recognitionSections(result, setting);
  }
}

function evaluationLines(evaluation: Evaluation, setting: Setting): ScorecardLines {
  if (setting.detail === 'brief') {
    return joined(
      [
        heading(evaluation, setting),
        briefTotals(evaluation, setting),
        criteriaLine(evaluation, setting),
        fewMet(evaluation, setting),
        shortfalls(evaluation, setting),
        missing(evaluation, setting),
        openRequirements(evaluation, setting),
        notes(evaluation, setting, standsFirst),
      ],
      [],
    );
  }
  return joined(
    [
      heading(evaluation, setting),
      totals(evaluation, setting),
      labels(evaluation, setting),
      prerequisites(evaluation, setting),
      criteriaTable(evaluation, setting),
      legend(evaluation, setting),
      shortfalls(evaluation, setting),
      missing(evaluation, setting),
      openRequirements(evaluation, setting),
      margins(evaluation, setting),
      provisional(evaluation, setting),
      notes(evaluation, setting, standsFirst),
      citations(evaluation, setting),
    ],
    [BLANK],
  );
}

/**
 * A result as people read it, in lines of plain text: who is judged by what, the outcome and totals, what was
 * reported beside what was found, a row a criterion with what is open and why, the gaps that matter first, what is
 * provisional, and the sources. Marks tell the outcomes apart without colour: ✓ met (đạt), ✗ not met (chưa đạt),
 * ? not enough evidence (chưa đủ căn cứ), ~ provisional (tạm tính).
 *
 * Shortfalls come nearest first: percentages by points, other figures by their part of the requirement. A margin is
 * thin when at most one percentage point or 2 % of the requirement may be lost, or when the next year asks for more.
 *
 * Of the tiers of a unit (`evaluateTiers`): a row a tier with what is reached by evaluation, recognised by decision and
 * held, then what is left until the next one. Of a recognition (`checkRecognition`): every condition, who decides, and
 * the dossier. Of a revocation (`checkRevocation`): the verdict, what it is counted from and what would tip it. Of a review
 * of recognitions, a roll-up or units merged: a table, and what has to be known about it.
 *
 * @example
 * console.log(scorecard(evaluate(snapshot, 'vn/commune-ntm/2021-2025'), { locale: 'en', width: 80 }))
 * console.log(scorecard(evaluateTiers(snapshot), { locale: 'vi' }))
 * @since 0.1.0
 */
export function scorecard(result: Shown, options: ScorecardOptions = {}): string {
  return scorecardLines(result, options).lines.map(plainLine).join('\n');
}
