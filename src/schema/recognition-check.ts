import type { Problem } from '../problem/problem.js';
import type { Because, Evaluation, IndicatorResult, Outcome, Reason } from './evaluation.js';
import type { Evidence, Source } from './evidence.js';
import type { RecognisedTier } from './programme.js';
import type { Recognition, Unit } from './snapshot.js';
import type { Localized } from './text.js';

/** One wording of a condition that holds, or may hold, on the day of judgement. */
export interface WordingResult {
  title: Localized;
  /** Whether it surely is the wording of that day, or only perhaps. */
  holds: 'surely' | 'perhaps';
  outcome: Outcome;
  /** The first day it surely holds, and the one before which it does not. */
  from?: string;
  notBefore?: string;
}

/** One condition of recognition (điều kiện công nhận). */
export interface RecognitionConditionResult extends IndicatorResult {
  /** The wordings of that day, where the law has changed them; several are decided only where they agree. */
  wordings?: WordingResult[];
  /** The decision in force by which the tier it asks for is held. */
  recognition?: Recognition;
  note?: Localized;
}

/** One document of the dossier (hồ sơ), and whether it is at hand. */
export interface DossierDocument {
  document: string;
  title: Localized;
  required: boolean;
  present: boolean;
}

/** A decision of the law that the rules stand in. */
export interface RuleDecision {
  number: string;
  title: Localized;
  date: string;
  /** On the day of judgement; `perhaps` where its first day is uncertain. */
  inForce: 'surely' | 'perhaps' | 'no';
}

export type RecognitionNoteCode =
  | 'rules-not-known'
  | 'rules-not-in-force'
  | 'set-not-in-force'
  | 'wording-unsettled'
  | 'lower-tier-by-decision'
  | 'result-year'
  | 'dossier-not-listed'
  | 'documents-not-listed'
  | 'already-recognised'
  | 'recognitions-not-given'
  | 'recognition-pending'
  | 'recognition-unsettled'
  | 'level-abolished'
  | 'provincial-sets'
  | 'about-the-rules';

/** Something a reader of the result should know; never an error. */
export interface RecognitionNote {
  code: RecognitionNoteCode;
  about: string;
  text: Localized;
}

/** Whether a unit may be recognised as a tier: every condition, who decides, by which year's results, with which dossier. */
export interface RecognitionCheck {
  kind: 'recognition';
  unit: Unit;
  assessedOn: string;
  year: number;
  tier: string;
  /** What the tier is called: "NTM nâng cao". */
  title: Localized;
  /** Met when every condition is, by rules in force that day. */
  outcome: Outcome;
  provisional: boolean;
  because: Because[];
  reasons: Reason[];
  /** The tier's set on its own; absent where none judges that day. */
  evaluation?: Evaluation;
  /** Why there is no evaluation. */
  problem?: Problem;
  /** Where the conditions stand; null where no rules are known for that year. */
  rules: {
    id: string;
    revision: number;
    title: Localized;
    amendedBy: string[];
    decisions: RuleDecision[];
  } | null;
  /** The set of the conditions, for declaring results of single conditions and for amending their figures. */
  conditionSet: string | null;
  conditions: RecognitionConditionResult[];
  authority: { title: Localized; evidence: Evidence; sources: string[] } | null;
  legalBasis: string | null;
  /**
   * Whose year's results count. `same-year`: recognised in the year judged · `preceding-year`: recognised in the year
   * after it · `neither`: the rule provides for no such distance · `unknown`: no rule is known.
   */
  resultYear: {
    year: number;
    fits: 'same-year' | 'preceding-year' | 'neither' | 'unknown';
    title?: Localized;
    evidence?: Evidence;
    sources: string[];
  };
  /** Empty where no source lists the documents; `dossierListed` tells that from a dossier that needs none. */
  dossier: DossierDocument[];
  dossierListed: boolean;
  /** Documents named by declarations or given, that the list does not have. */
  otherDocuments: string[];
  /** What decisions already say of this tier. */
  recognised: RecognisedTier;
  notes: RecognitionNote[];
  /** The sources that `sources` name. */
  citations: { readonly [id: string]: Source };
}
