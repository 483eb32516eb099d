/** What both entry points share. */

export { parseAmendment } from './check/amend.js';
export { parseNumber } from './check/parse-number.js';
export type { RulesetVocabulary } from './check/ruleset-vocabulary.js';
export { snapshotSchema } from './check/snapshot-schema.js';
export type { Vocabulary } from './check/vocabulary.js';
export { type ColumnsEvaluator, compileColumns } from './columns/compile-columns.js';
export { toColumns } from './columns/to-columns.js';
export { compareEvaluations, type EvaluationComparisonOptions } from './compare/compare-evaluations.js';
export type { RulesetComparisonOptions } from './compare/compare-rulesets.js';
export type { SupposedFigure } from './compare/figure-key.js';
export type { ImpactOptions } from './compare/impact.js';
export type { SweepOptions, SweepRequest } from './compare/sweep.js';
export type { SweepValues } from './compare/sweep-values.js';
export type { Figures } from './compare/with-figures.js';
export { canonicalHash } from './evaluate/audit.js';
export type { CheckingOptions } from './evaluate/evaluate.js';
export type { EvaluateOptions, Evaluator } from './evaluate/evaluator.js';
export type { ProblemCode } from './problem/codes.js';
export { NtmError, type Parsed, type Problem } from './problem/problem.js';
export { formatProblems } from './problem/report.js';
export { minimumCount } from './programme/minimum-count.js';
export type {
  ColumnsSetting,
  FactColumn,
  OutcomeColumns,
  SnapshotColumns,
  UnitColumns,
  UnsaidRow,
} from './schema/columns.js';
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
export type {
  Caused,
  CauseStanding,
  ChangeCause,
  ComparedEvaluation,
  ContextChange,
  CriterionResultChange,
  CriterionState,
  EvaluationComparison,
  IndicatorResultChange,
  IndicatorState,
  PartChange,
  PartState,
  ResultState,
  TallyChange,
  WholeChange,
} from './schema/evaluation-comparison.js';
export type { Citation, Evidence, Source } from './schema/evidence.js';
export type {
  Derivation,
  FactCatalogue,
  FactDefinition,
  FactType,
  StandardCatalogue,
  TraitCatalogue,
} from './schema/fact.js';
export type {
  Impact,
  ImpactEntry,
  ImpactedIndicator,
  ImpactedResult,
  ImpactedUnit,
  ImpactList,
  ImpactSide,
  IndicatorImpact,
  NamedUnit,
  OnlyOpen,
  OutcomeTable,
  PlaceImpact,
} from './schema/impact.js';
export { LIMITS } from './schema/limits.js';
export type {
  DroppedFact,
  MergedUnits,
  MergeInto,
  MergeNote,
  MergeNoteCode,
  MergeReason,
} from './schema/merge.js';
export type {
  MeasureProgress,
  NewlyLost,
  Period,
  PeriodProgress,
  Plan,
  PlanBaseline,
  PlanGroup,
  PlanMeasure,
  PlanProgress,
  PlanReading,
  PlanScopeTotals,
  PlanTarget,
  PlanTotals,
  PlanUnit,
  ProgressNote,
  ProgressNoteCode,
  ReadingProgress,
  TargetProgress,
} from './schema/plan.js';
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
  DossierDocument,
  RecognitionCheck,
  RecognitionConditionResult,
  RecognitionNote,
  RecognitionNoteCode,
  RuleDecision,
  WordingResult,
} from './schema/recognition-check.js';
export type {
  KeyCriteriaFailed,
  KeyCriterion,
  RecognitionReview,
  ReviewRow,
  ReviewTally,
  RevocationBecause,
  RevocationCaseResult,
  RevocationCheck,
  RevocationNote,
  RevocationNoteCode,
  RevocationTip,
  RevocationVerdict,
  ShareBounds,
} from './schema/revocation.js';
export type {
  LevelCounts,
  ModelVillages,
  RevokedCount,
  RollUp,
  RollUpBy,
  RollUpNote,
  RollUpNoteCode,
  TierCount,
} from './schema/roll-up.js';
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
  ColumnChange,
  ComparedIndicator,
  ComparedRuleset,
  CriterionChange,
  Direction,
  FigureCell,
  FigureChange,
  FigureChangeKind,
  FigurePlace,
  FigureState,
  FigureUse,
  IndicatorChange,
  IndicatorChangeKind,
  IndicatorPair,
  MatchedBy,
  PlaceDirection,
  RulesetComparison,
  RulesetComparisonNote,
  UnmatchedIndicator,
} from './schema/ruleset-comparison.js';
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
export type * from './schema/summary.js';
export type {
  PublishedGroup,
  PublishedRecognition,
  ReportedUnit,
} from './schema/summary-items.js';
export type { ShareThreshold, Sweep, SweepPlace, SweepPoint, Threshold } from './schema/sweep.js';
export type { Territory } from './schema/territory.js';
export type { Level, Locale, Localized } from './schema/text.js';
export { LIBRARY_VERSION } from './version.js';
export {
  type EvaluationComparisonTextOptions,
  evaluationComparisonText,
} from './words/evaluation-comparison.js';
export { type ExplainOptions, explain } from './words/explain.js';
export type { ComparisonNames } from './words/figure-texts.js';
export { formatDay, formatFigure } from './words/figures.js';
export { type ImpactTextOptions, impactText } from './words/impact.js';
export { planText } from './words/plan-text.js';
export { progressText } from './words/progress-text.js';
export { type RulesetComparisonTextOptions, rulesetComparisonText } from './words/ruleset-comparison.js';
export { type ScorecardOptions, scorecard } from './words/scorecard.js';
export type { TableTextOptions } from './words/summary-setting.js';
export { type SummaryBy, type SummaryTextOptions, summaryText } from './words/summary-text.js';
export { type SweepTextOptions, sweepText } from './words/sweep.js';
