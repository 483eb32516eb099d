import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { Plan, PlanProgress } from '../schema/plan.js';
import type { JudgedUnit, TierReport, TierStanding } from '../schema/programme.js';
import type { Summary } from '../schema/summary.js';
import type { Locale, Localized } from '../schema/text.js';

/** One unit of a portfolio: judged by one set, or by every tier of a ladder; explained or not. */
export type PortfolioUnit = Evaluation | JudgedUnit | TierReport | TierStanding;

/** Many units: a row each, and what they come to together. At least one of the three is given. */
export interface Portfolio {
  /** The units, freely mixed and in any number; read once. Each ruleset and each ladder gets tables of its own. */
  units?: Iterable<PortfolioUnit>;
  /** What they come to; without it the page adds up the units it is given. Give it where it knows of more than they do. */
  summary?: Summary;
  /** What is to be done by whom and when: open pairs by period. */
  plan?: Plan;
  /** How that plan stands. */
  progress?: PlanProgress;
}

/** What a report page is made of: one unit by one set, one unit by its tiers, or many units. */
export type ReportInput = { evaluation: Evaluation } | { tiers: TierReport } | Portfolio;

/** How a report page is written. */
export interface ReportOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
  /** Heading and window title; by default the name of the unit, or how many units there are. @since 0.1.0 */
  title?: string;
  /** Gives regions, facts, traits and grades their names (`shippedVocabulary()`); without it some show as ids. @since 0.1.0 */
  names?: RulesetVocabulary;
  /** Names of rulesets and ladders by id, for portfolios; without them ids show where results carry no name. @since 0.1.0 */
  titles?: Readonly<Record<string, Localized>>;
}
