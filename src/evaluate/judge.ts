import { isFrozenThrough } from '../check/frozen.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledRuleset } from './compiled-ruleset.js';
import {
  auditOf,
  contextOf,
  type EvaluationSetting,
  type Explanation,
  explained,
  named,
  reportedIn,
} from './evaluation.js';
import { Judgement } from './judgement.js';
import { outcomesIn } from './outcomes.js';

type Later =
  | 'because'
  | 'reasons'
  | 'prerequisites'
  | 'criteria'
  | 'placeholders'
  | 'gaps'
  | 'notes'
  | 'citations';

/**
 * Under this name an evaluation keeps how to make the rest of it: out of sight of everything that reads it as JSON, and
 * where Node's console asks objects what to print, so that it prints everything instead of the names of getters.
 */
const REST = Symbol.for('nodejs.util.inspect.custom');

interface Unfinished {
  readonly [REST]: (key: string) => unknown;
}

/** One function for every evaluation: engines then know all of them by one shape. */
const later = (key: Later | 'audit'): PropertyDescriptor => ({
  get(this: Unfinished) {
    return this[REST](key);
  },
  enumerable: true,
  configurable: true,
});

const BECAUSE = later('because');
const REASONS = later('reasons');
const PREREQUISITES = later('prerequisites');
const CRITERIA = later('criteria');
const PLACEHOLDERS = later('placeholders');
const GAPS = later('gaps');
const NOTES = later('notes');
const CITATIONS = later('citations');
const AUDIT = later('audit');

/**
 * Judges one snapshot by one compiled ruleset. The snapshot has been checked.
 *
 * Outcome and totals are found at once; grounds, results, gaps, notes, citations and hashes when one of them is first
 * read, since most evaluations of a batch are only counted. That needs inputs nobody can change meanwhile, which parsed
 * ones are; of others everything is made at once.
 */
export function judge(compiled: CompiledRuleset, snapshot: Snapshot, setting: EvaluationSetting): Evaluation {
  if (!compiled.isLasting() || !isFrozenThrough(snapshot))
    return { ...explained(compiled, snapshot, setting), audit: auditOf(compiled, snapshot) };
  const judgement = new Judgement(compiled, snapshot, setting.options);
  const { outcome, provisional, year, totals, labels } = outcomesIn(judgement);
  const reported = reportedIn(compiled, snapshot, totals);
  const hasNone = (key: 'prerequisites' | 'placeholders'): boolean => compiled[key].length === 0;

  // One entry after the other in the order of the contract: the same bytes, whenever they are made.
  const evaluation = {
    ruleset: named(compiled.ruleset),
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    year,
    context: contextOf(judgement.places),
    outcome,
    provisional,
  } as Evaluation;
  Object.defineProperty(evaluation, REST, { value: restOf(compiled, snapshot, setting) });
  Object.defineProperty(evaluation, 'because', BECAUSE);
  Object.defineProperty(evaluation, 'reasons', REASONS);
  evaluation.totals = totals;
  if (hasNone('prerequisites')) evaluation.prerequisites = [];
  else Object.defineProperty(evaluation, 'prerequisites', PREREQUISITES);
  Object.defineProperty(evaluation, 'criteria', CRITERIA);
  if (hasNone('placeholders')) evaluation.placeholders = [];
  else Object.defineProperty(evaluation, 'placeholders', PLACEHOLDERS);
  if (reported) evaluation.reported = reported;
  if (labels) evaluation.labels = labels;
  Object.defineProperty(evaluation, 'gaps', GAPS);
  Object.defineProperty(evaluation, 'notes', NOTES);
  Object.defineProperty(evaluation, 'citations', CITATIONS);
  Object.defineProperty(evaluation, 'audit', AUDIT);
  return evaluation;
}

/** Makes an explanation, or hashes, when first asked for, and everything together for whoever asks for nothing by name. */
function restOf(
  compiled: CompiledRuleset,
  snapshot: Snapshot,
  setting: EvaluationSetting,
): Unfinished[typeof REST] {
  let explanation: Explanation | undefined;
  let audit: Evaluation['audit'] | undefined;
  return (key) => {
    if (key === 'audit') {
      audit ??= auditOf(compiled, snapshot);
      return audit;
    }
    explanation ??= explained(compiled, snapshot, setting);
    return typeof key === 'string'
      ? explanation[key as Later]
      : { ...explanation, audit: auditOf(compiled, snapshot) };
  };
}
