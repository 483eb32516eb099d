/** What both entry points share. */

export { parseAmendment } from './check/amend.js';
export { parseNumber } from './check/parse-number.js';
export type { RulesetVocabulary } from './check/ruleset-vocabulary.js';
export { snapshotSchema } from './check/snapshot-schema.js';
export type { Vocabulary } from './check/vocabulary.js';
export { type ColumnsEvaluator, compileColumns } from './engines/columns/compile-columns.js';
export { canonicalHash } from './evaluate/audit.js';
export type { CheckingOptions } from './evaluate/evaluate.js';
export type { EvaluateOptions, Evaluator } from './evaluate/evaluator.js';
export type { ProblemCode } from './problem/codes.js';
export { NtmError, type Parsed, type Problem } from './problem/problem.js';
export { formatProblems } from './problem/report.js';
export type { ColumnsSetting, FactColumn, OutcomeColumns, UnitColumns } from './schema/columns.js';
export type { Condition, FactLeaf, Leaf, Literal, Operator } from './schema/condition.js';
export type {
  Basis,
  Because,
  CriterionResult,
  DeclaredSummary,
  Evaluation,
  Gap,
  IndicatorResult,
  LabelTally,
  Margin,
  Note,
  NoteCode,
  Observed,
  ObservedBounds,
  Outcome,
  OutcomeLayout,
  Outcomes,
  Part,
  Reason,
  ReportedResult,
  Sex,
  Tally,
} from './schema/evaluation.js';
export type { Citation, Evidence, Source } from './schema/evidence.js';
export type {
  Derivation,
  FactCatalogue,
  FactDefinition,
  FactType,
  StandardCatalogue,
  TraitCatalogue,
} from './schema/fact.js';
export { LIMITS } from './schema/limits.js';
export type {
  Blocker,
  CountBounds,
  JudgedUnit,
  RecognisedTier,
  RecognitionState,
  RisingRequirement,
  ThinMargin,
  TierDistance,
  TierNote,
  TierNoteCode,
  TierReport,
  TierResult,
  TierStanding,
  TierState,
} from './schema/programme.js';
export type {
  Amendment,
  Change,
  Completeness,
  Criterion,
  Indicator,
  RelativeValue,
  RequirementRow,
  Ruleset,
  RulesetFile,
  Where,
} from './schema/ruleset.js';
export type {
  Declaration,
  FactEntry,
  Reading,
  Recognition,
  ReportedTotals,
  Scalar,
  Snapshot,
  Unit,
} from './schema/snapshot.js';
export type { Territory } from './schema/territory.js';
export type { Level, Locale, Localized } from './schema/text.js';
export { LIBRARY_VERSION } from './version.js';
export { type ExplainOptions, explain } from './words/explain.js';
export { formatDay, formatFigure } from './words/figures.js';
export { type ScorecardOptions, scorecard } from './words/scorecard.js';
