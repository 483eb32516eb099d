import { checkSnapshotFor } from '../check/snapshot-for-ruleset.js';
import { judges, lastDay, nearestVersion } from '../law/version-in-force.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { compareExactly } from '../rule/amount.js';
import { type Finding, type LeafFinding, leavesOf } from '../rule/finding.js';
import { ORDERINGS } from '../rule/operator.js';
import type {
  CriterionResult,
  Evaluation,
  IndicatorResult,
  Margin,
  Outcome,
  OutcomeLayout,
  Outcomes,
  Tally,
} from '../schema/evaluation.js';
import type { Source } from '../schema/evidence.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { LIBRARY_VERSION } from '../version.js';
import { canonicalHash } from './audit.js';
import {
  type CompiledCriterion,
  type CompiledIndicator,
  type CompiledRuleset,
  compileRuleset,
} from './compiled-ruleset.js';
import { isBasicallyMet } from './declared.js';
import { indicatorResult } from './indicator-result.js';
import { Judgement, type JudgementOptions, type Related } from './judgement.js';
import { NoteBook } from './notes.js';
import { reportedResult } from './reported.js';
import type { DeclaredMode, Settled } from './settled.js';

/** How to judge; every option has a default that follows the law as it stands. */
export interface EvaluateOptions {
  /**
   * `fill` (default): facts decide and declared results fill in where facts cannot; `prefer`: declared results come
   * first; `ignore`: they are left out. @since 0.1.0
   */
  declared?: DeclaredMode;
  /** `published`: figures without a published source count as undetermined. Default `any`. @since 0.1.0 */
  evidence?: 'any' | 'published';
  /**
   * Other rulesets this one refers to (a lower tier, a base figure), by id. The one in force on the day of judgement
   * is used. Without them what depends on another set is unknown. @since 0.1.0
   */
  rulesets?: readonly Ruleset[];
}

/** A ruleset compiled once, for any number of parsed snapshots. */
export interface Evaluator {
  readonly ruleset: Ruleset;
  /** What the entries of `outcomes` stand for. @since 0.1.0 */
  readonly layout: OutcomeLayout;
  /** Judges a parsed snapshot (see `parseSnapshot`) and explains itself. */
  evaluate(snapshot: Snapshot): Evaluation;
  /** The same outcomes as `evaluate`, without any explanation: for bulk work. @since 0.1.0 */
  outcomes(snapshot: Snapshot): Outcomes;
  /** Evaluates parsed snapshots one by one as they are asked for, and keeps none. @since 0.1.0 */
  evaluateAll(snapshots: Iterable<Snapshot>): IterableIterator<Evaluation>;
}

/** What the evaluation of one snapshot needs beside the compiled ruleset. */
export interface EvaluationSetting {
  readonly options: JudgementOptions;
  readonly notes: NoteBook;
}

function tally(outcomes: readonly Outcome[]): Tally {
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return { total: outcomes.length, met: count('met'), unmet: count('unmet'), unknown: count('unknown') };
}

/** Judges one snapshot by one compiled ruleset. The snapshot has been checked. */
export function judge(compiled: CompiledRuleset, snapshot: Snapshot, setting: EvaluationSetting): Evaluation {
  const { ruleset } = compiled;
  const judgement = new Judgement(compiled, snapshot, setting.options, setting.notes);
  const withGaps = ruleset.purpose !== 'classification';
  const place = { facts: ruleset.facts, reader: judgement.reader, assessedOn: snapshot.assessedOn, withGaps };
  const declaredIndicator = (id: string) =>
    setting.options.declared === 'ignore' ? undefined : judgement.declared.indicators.get(id);

  const resultOf = (one: CompiledIndicator): IndicatorResult => {
    const settled = judgement.settledIndicator(one);
    const result = indicatorResult(one.indicator, settled, place, declaredIndicator(one.indicator.id));
    if (result.margin) addNextYear(result.margin, one, settled, judgement);
    return result;
  };
  const criterionOf = (one: CompiledCriterion): CriterionResult => {
    const settled = judgement.settledCriterion(one);
    const declared =
      setting.options.declared === 'ignore' ? undefined : judgement.declared.criteria.get(one.criterion.no);
    return {
      no: one.criterion.no,
      title: one.criterion.title,
      outcome: settled.outcome,
      provisional: settled.because.length > 0,
      because: [...settled.because],
      basis: settled.basis,
      reasons: [...settled.reasons],
      ...(declared && { declared }),
      indicators: one.indicators.map(resultOf),
    };
  };

  const prerequisites = compiled.prerequisites.map(resultOf);
  const criteria = compiled.criteria.map(criterionOf);
  const placeholders = compiled.placeholders.map(resultOf);
  const whole = judgement.whole();
  const indicators = [...criteria.flatMap((criterion) => criterion.indicators), ...placeholders];
  const totals = {
    criteria: tally(criteria.map((one) => one.outcome)),
    indicators: tally(indicators.map((one) => one.outcome)),
  };
  const reported = snapshot.reported?.[ruleset.id];
  const reportedTotals = reported && reportedResult(reported, totals, ruleset.pass ? 0 : criteria.length);
  if (reportedTotals && !reportedTotals.consistent) judgement.note('reported-inconsistent', ruleset.id);
  noteRuleset(ruleset, judgement);
  const labels = labelTally(criteria, placeholders);
  return {
    ruleset: {
      id: ruleset.id,
      version: ruleset.version,
      revision: ruleset.revision,
      title: ruleset.title,
      status: ruleset.status ?? 'law',
      purpose: ruleset.purpose ?? 'standard',
      completeness: ruleset.completeness,
      amendedBy: [...(ruleset.amendedBy ?? [])],
    },
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    year: judgement.year,
    context: {
      regions: [...new Set(judgement.columns.flatMap(({ region }) => region ?? []))],
      groups: [...new Set(judgement.columns.flatMap(({ group }) => group ?? []))],
    },
    outcome: whole.outcome,
    provisional: whole.because.length > 0,
    because: [...whole.because],
    reasons: [...whole.reasons],
    totals,
    prerequisites,
    criteria,
    placeholders,
    ...(reportedTotals && { reported: reportedTotals }),
    ...(labels.length > 0 && { labels }),
    gaps: [...prerequisites, ...indicators].flatMap(({ gap }) => gap ?? []),
    notes: judgement.notes.list(),
    citations: citationsOf(ruleset, [...prerequisites, ...indicators]),
    audit: {
      library: `ntm-rules@${LIBRARY_VERSION}`,
      rulesetHash: canonicalHash(ruleset),
      snapshotHash: canonicalHash(snapshot),
    },
  };
}

/** A set given as such may judge any day; the result says when it was not in force then. */
export function notesOnDate(ruleset: Ruleset, { assessedOn }: Snapshot): NoteBook {
  const notes = new NoteBook();
  if (!judges(ruleset, assessedOn)) {
    notes.take('not-in-force', `${ruleset.id}@${ruleset.version}`, {
      day: assessedOn,
      from: ruleset.effectiveFrom,
      to: lastDay(ruleset),
    });
  }
  return notes;
}

function noteRuleset(ruleset: Ruleset, judgement: Judgement): void {
  if (ruleset.status === 'draft') {
    const amendment = ruleset.amendedBy?.at(-1);
    judgement.note('draft', ruleset.id, {
      vi: amendment ?? ruleset.title.vi,
      en: amendment ?? ruleset.title.en,
    });
  }
  const unlisted = [...ruleset.criteria.flatMap((criterion) => criterion.indicators)].some(
    (indicator) => indicator.changesUnlisted,
  );
  if (unlisted) judgement.note('changes-unlisted', `${ruleset.id}@${ruleset.version}`);
}

function citationsOf(ruleset: Ruleset, results: readonly IndicatorResult[]): Record<string, Source> {
  const cited: Record<string, Source> = {};
  for (const id of [...new Set(results.flatMap((result) => result.sources))].sort()) {
    const source = ruleset.sources[id];
    if (source) cited[id] = source;
  }
  return cited;
}

/** Labels such as *cơ bản đạt*, tallied apart from met and unmet. */
function labelTally(
  criteria: readonly CriterionResult[],
  placeholders: readonly IndicatorResult[],
): { label: string; criteria: number; indicators: number }[] {
  const labels = new Map<string, { label: string; criteria: number; indicators: number }>();
  const take = (label: string | undefined, kind: 'criteria' | 'indicators'): void => {
    if (label === undefined) return;
    const key = isBasicallyMet(label) ? 'cơ bản đạt' : label;
    const entry = labels.get(key) ?? { label: key, criteria: 0, indicators: 0 };
    entry[kind] += 1;
    labels.set(key, entry);
  };
  for (const criterion of criteria) {
    take(criterion.declared?.label, 'criteria');
    for (const indicator of criterion.indicators) take(indicator.declared?.label, 'indicators');
  }
  for (const indicator of placeholders) take(indicator.declared?.label, 'indicators');
  return [...labels.values()];
}

/** Adds to a margin what the next year asks for, where that is known and stricter. */
function addNextYear(
  margin: Margin,
  compiled: CompiledIndicator,
  settled: Settled,
  judgement: Judgement,
): void {
  const year = judgement.year + 1;
  const [column, ...others] = judgement.columns;
  if (!compiled.condition || !settled.finding || !column || others.length > 0) return;
  if (`${year}-01-01` > judgement.ruleset.period.to) return;
  const now = leafById(settled.finding);
  const next = leafById(compiled.condition(judgement, { ...column, year }));
  const mark = (one: Margin): void => {
    for (const part of one.parts ?? []) mark(part);
    if (one.fact === undefined) return;
    const key = `${one.fact}|${one.sex ?? ''}`;
    const [today, later] = [now.get(key), next.get(key)];
    if (today?.requirement.kind !== 'figure' || later?.requirement.kind !== 'figure') return;
    const [a, b] = [today.requirement.figures[0], later.requirement.figures[0]];
    const side = ORDERINGS[today.operator]?.side;
    if (a === undefined || b === undefined || !side || Array.isArray(later.requirement.literal)) return;
    if (compareExactly(b, a) * (side === 'above' ? 1 : -1) <= 0) return;
    one.nextYear = {
      year,
      required: later.requirement.literal as number | string,
      evidence: later.requirement.evidence,
      outcome: later.outcome,
    };
  };
  mark(margin);
}

/** What the entries of `Outcomes` stand for, in the order an evaluation lists them. */
function layoutOf({ prerequisites, criteria, placeholders }: CompiledRuleset): OutcomeLayout {
  const named = criteria.flatMap(({ indicators }, at) =>
    indicators.map(({ indicator }) => ({ indicator, at })),
  );
  return {
    prerequisites: prerequisites.map(({ indicator }) => indicator.id),
    criteria: criteria.map(({ criterion }) => criterion.no),
    indicators: [...named, ...placeholders].map(({ indicator }) => indicator.id),
    criterionOf: [...named.map(({ at }) => at), ...placeholders.map(() => -1)],
  };
}

function outcomesOf({ outcome, provisional, year, totals, labels, ...results }: Evaluation): Outcomes {
  const of = (list: readonly { readonly outcome: Outcome }[]): Outcome[] => list.map((one) => one.outcome);
  return {
    outcome,
    provisional,
    year,
    totals,
    prerequisites: of(results.prerequisites),
    criteria: of(results.criteria),
    indicators: of([...results.criteria.flatMap(({ indicators }) => indicators), ...results.placeholders]),
    ...(labels && { labels }),
  };
}

function leafById(finding: Finding): Map<string, LeafFinding> {
  const leaves = new Map<string, LeafFinding>();
  for (const leaf of leavesOf(finding))
    if (leaf.type === 'leaf') leaves.set(`${leaf.leaf.fact}|${leaf.sex ?? ''}`, leaf);
  return leaves;
}

/** Finds related sets among those given: the one in force on the day of judgement, else the nearest. */
export function relatedAmong(rulesets: readonly Ruleset[]): Related {
  return (id, snapshot, year) => {
    const found = nearestVersion(
      rulesets.filter((one) => one.id === id),
      snapshot.assessedOn,
      year,
    );
    return found && { compiled: compileRuleset(found.version), nearest: !found.exact };
  };
}

export function judgementOptions(options: EvaluateOptions, related: Related): JudgementOptions {
  return { declared: options.declared ?? 'fill', publishedOnly: options.evidence === 'published', related };
}

/**
 * Compiles a complete ruleset into an evaluator. Takes parsed snapshots only: use `evaluate` or `parseSnapshot`
 * where the input is not trusted. Loads no schema library.
 *
 * @example
 * const judge = compile(getRuleset('vn/commune-ntm/2021-2025'));
 * const parsed = parseSnapshot(input);
 * if (parsed.ok) judge.evaluate(parsed.value).outcome; // 'met' | 'unmet' | 'unknown'
 * @throws NtmError `wrong-level` when a snapshot is of another level than the ruleset
 * @since 0.1.0
 */
export function compile(ruleset: Ruleset, options: EvaluateOptions & { related?: Related } = {}): Evaluator {
  const compiled = compileRuleset(ruleset);
  const judging = judgementOptions(options, options.related ?? relatedAmong(options.rulesets ?? []));
  const evaluate = (snapshot: Snapshot): Evaluation => {
    const problems: Problem[] = checkSnapshotFor(ruleset, snapshot);
    if (problems.length > 0) throw new NtmError(problems);
    return judge(compiled, snapshot, { options: judging, notes: notesOnDate(ruleset, snapshot) });
  };
  return {
    ruleset,
    layout: layoutOf(compiled),
    evaluate,
    outcomes: (snapshot) => outcomesOf(evaluate(snapshot)),
    *evaluateAll(snapshots) {
      for (const snapshot of snapshots) yield evaluate(snapshot);
    },
  };
}
