import { isProvisional, outcomeOf } from '../rule/code.js';
import type { Place } from '../rule/place.js';
import type {
  CriterionResult,
  Evaluation,
  Gap,
  IndicatorResult,
  Outcome,
  ReportedResult,
  Tally,
} from '../schema/evaluation.js';
import type { Source } from '../schema/evidence.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { LIBRARY_VERSION } from '../version.js';
import { canonicalHash } from './audit.js';
import type { CompiledCriterion, CompiledIndicator, CompiledRuleset } from './compiled-ruleset.js';
import { indicatorResult } from './indicator-result.js';
import { Judgement, type JudgementOptions } from './judgement.js';
import { labelTally } from './labels.js';
import { addNextYear } from './next-year.js';
import type { NoteBook } from './notes.js';
import { reportedResult } from './reported.js';

/** What the evaluation of one snapshot needs beside the compiled ruleset. */
export interface EvaluationSetting {
  readonly options: JudgementOptions;
  readonly notes: NoteBook;
}

export function tally(results: readonly { readonly outcome: Outcome }[]): Tally {
  let met = 0;
  let unmet = 0;
  for (const { outcome } of results) {
    if (outcome === 'met') met += 1;
    else if (outcome === 'unmet') unmet += 1;
  }
  const total = results.length;
  return { total, met, unmet, unknown: total - met - unmet };
}

/** An evaluation but for its hashes, which follow from the inputs alone. */
export type Explanation = Omit<Evaluation, 'audit'>;

/** Judges one snapshot by one compiled ruleset and explains everything. The snapshot has been checked. */
export function explained(
  compiled: CompiledRuleset,
  snapshot: Snapshot,
  { options, notes }: EvaluationSetting,
): Explanation {
  const { ruleset } = compiled;
  const judgement = new Judgement(compiled, snapshot, options, notes.take);
  const { declared, places, year, settled } = judgement;
  const isLastYear = `${year + 1}-01-01` > ruleset.period.to;
  const onlyPlace = isLastYear ? undefined : judgement.onlyPlace;
  const workplace = {
    facts: ruleset.facts,
    reader: judgement.reader,
    assessedOn: snapshot.assessedOn,
    withGaps: ruleset.purpose !== 'classification',
  };

  const resultOf = (one: CompiledIndicator): IndicatorResult => {
    const verdict = settled.indicator(one);
    const { indicator, condition } = one;
    const own = declared?.indicators.get(indicator.id);
    const result = indicatorResult(indicator, verdict, workplace, own);
    if (result.margin && onlyPlace && condition && verdict.finding)
      addNextYear(result.margin, condition, verdict.finding, judgement, onlyPlace);
    return result;
  };
  const criterionOf = (one: CompiledCriterion): CriterionResult => {
    const { code, because, basis, reasons } = settled.criterion(one);
    const { no, title } = one.criterion;
    const result = {
      no,
      title,
      outcome: outcomeOf(code),
      provisional: isProvisional(code),
      because: because.slice(),
      basis,
      reasons: reasons.slice(),
    } as CriterionResult;
    const own = declared?.criteria.get(no);
    if (own) result.declared = own;
    result.indicators = one.indicators.map(resultOf);
    return result;
  };

  const prerequisites = compiled.prerequisites.map(resultOf);
  const criteria = compiled.criteria.map(criterionOf);
  const placeholders = compiled.placeholders.map(resultOf);
  const whole = settled.whole();
  const all = [...prerequisites];
  for (const criterion of criteria) all.push(...criterion.indicators);
  all.push(...placeholders);
  const totals = {
    criteria: tally(criteria),
    indicators: tally(all.slice(prerequisites.length)),
  };
  const reportedTotals = reportedIn(compiled, snapshot, totals);
  if (reportedTotals?.consistent === false) notes.take('reported-inconsistent', ruleset.id);
  noteRuleset(compiled, notes);
  const labels = declared && labelTally(declared, compiled);
  const gaps: Gap[] = [];
  for (const { gap } of all) if (gap) gaps.push(gap);
  return {
    ruleset: named(ruleset),
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    year,
    context: contextOf(places),
    outcome: outcomeOf(whole.code),
    provisional: isProvisional(whole.code),
    because: [...whole.because],
    reasons: [...whole.reasons],
    totals,
    prerequisites,
    criteria,
    placeholders,
    ...(reportedTotals && { reported: reportedTotals }),
    ...(labels && { labels }),
    gaps,
    notes: notes.list(),
    citations: citationsOf(compiled, all),
  };
}

/** The ruleset that judged, as a result names it. */
export function named(ruleset: Ruleset): Evaluation['ruleset'] {
  return {
    id: ruleset.id,
    version: ruleset.version,
    revision: ruleset.revision,
    title: ruleset.title,
    status: ruleset.status ?? 'law',
    purpose: ruleset.purpose ?? 'standard',
    completeness: ruleset.completeness,
    amendedBy: [...(ruleset.amendedBy ?? [])],
  };
}

/** The columns and groups that judged. */
export function contextOf(places: readonly Place[]): Evaluation['context'] {
  const context: Evaluation['context'] = { regions: [], groups: [] };
  for (const { region, group } of places) {
    if (region !== undefined && !context.regions.includes(region)) context.regions.push(region);
    if (group !== undefined && !context.groups.includes(group)) context.groups.push(group);
  }
  return context;
}

/** Reported totals beside what was found, where there are any. */
export function reportedIn(
  { ruleset, criteria }: CompiledRuleset,
  snapshot: Snapshot,
  totals: Evaluation['totals'],
): ReportedResult | undefined {
  const reported = snapshot.reported?.[ruleset.id];
  return reported && reportedResult(reported, totals, ruleset.pass ? 0 : criteria.length);
}

export function auditOf(compiled: CompiledRuleset, snapshot: Snapshot): Evaluation['audit'] {
  return {
    library: `ntm-rules@${LIBRARY_VERSION}`,
    rulesetHash: compiled.hash(),
    snapshotHash: canonicalHash(snapshot),
  };
}

function noteRuleset({ ruleset, hasUnlistedChanges }: CompiledRuleset, notes: NoteBook): void {
  const { id, version, status, title, amendedBy } = ruleset;
  if (status === 'draft') {
    const amendment = amendedBy?.at(-1);
    notes.take('draft', id, { vi: amendment ?? title.vi, en: amendment ?? title.en });
  }
  if (hasUnlistedChanges) notes.take('changes-unlisted', `${id}@${version}`);
}

type Citations = Evaluation['citations'];

/** The citations of the last evaluation by each ruleset: the next unit's figures mostly rest on the same sources. */
const lastCited = new WeakMap<
  Ruleset,
  { readonly ids: ReadonlySet<string>; readonly citations: Citations }
>();

function citationsOf({ ruleset }: CompiledRuleset, results: readonly IndicatorResult[]): Citations {
  const ids = new Set<string>();
  for (const { sources } of results) for (const id of sources) ids.add(id);
  const last = lastCited.get(ruleset);
  if (last?.ids.size === ids.size && [...ids].every((id) => last.ids.has(id))) return last.citations;
  const cited: Record<string, Source> = {};
  for (const id of [...ids].sort()) {
    const source = ruleset.sources[id];
    if (source) cited[id] = source;
  }
  const citations = Object.freeze(cited);
  lastCited.set(ruleset, { ids, citations });
  return citations;
}
