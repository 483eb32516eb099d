import { isProvisional, outcomeOf } from '../rule/code.js';
import type { CriterionResult, Evaluation, IndicatorResult, Outcome, Tally } from '../schema/evaluation.js';
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

export function tally(outcomes: readonly Outcome[]): Tally {
  let met = 0;
  let unmet = 0;
  for (const outcome of outcomes) {
    if (outcome === 'met') met += 1;
    else if (outcome === 'unmet') unmet += 1;
  }
  const total = outcomes.length;
  return { total, met, unmet, unknown: total - met - unmet };
}

/** Judges one snapshot by one compiled ruleset. The snapshot has been checked. */
export function judge(
  compiled: CompiledRuleset,
  snapshot: Snapshot,
  { options, notes }: EvaluationSetting,
): Evaluation {
  const { ruleset } = compiled;
  const judgement = new Judgement(compiled, snapshot, options, notes.take);
  const { declared, places, year } = judgement;
  const [place, ...otherPlaces] = places;
  const withGaps = ruleset.purpose !== 'classification';
  const isLastYear = `${year + 1}-01-01` > ruleset.period.to;
  const workplace = {
    facts: ruleset.facts,
    reader: judgement.reader,
    assessedOn: snapshot.assessedOn,
    withGaps,
  };

  const resultOf = (one: CompiledIndicator): IndicatorResult => {
    const settled = judgement.settled.indicator(one);
    const { indicator, condition } = one;
    const result = indicatorResult(indicator, settled, workplace, declared?.indicators.get(indicator.id));
    const { finding } = settled;
    if (result.margin && condition && finding && place && otherPlaces.length === 0 && !isLastYear)
      addNextYear(result.margin, condition, finding, judgement, place);
    return result;
  };
  const criterionOf = (one: CompiledCriterion): CriterionResult => {
    const { code, because, basis, reasons } = judgement.settled.criterion(one);
    const { no, title } = one.criterion;
    const own = declared?.criteria.get(no);
    return {
      no,
      title,
      outcome: outcomeOf(code),
      provisional: isProvisional(code),
      because: [...because],
      basis,
      reasons: [...reasons],
      ...(own && { declared: own }),
      indicators: one.indicators.map(resultOf),
    };
  };

  const prerequisites = compiled.prerequisites.map(resultOf);
  const criteria = compiled.criteria.map(criterionOf);
  const placeholders = compiled.placeholders.map(resultOf);
  const whole = judgement.settled.whole();
  const indicators = [...criteria.flatMap((criterion) => criterion.indicators), ...placeholders];
  const totals = {
    criteria: tally(criteria.map(({ outcome }) => outcome)),
    indicators: tally(indicators.map(({ outcome }) => outcome)),
  };
  const reported = snapshot.reported?.[ruleset.id];
  const reportedTotals = reported && reportedResult(reported, totals, ruleset.pass ? 0 : criteria.length);
  if (reportedTotals?.consistent === false) notes.take('reported-inconsistent', ruleset.id);
  noteRuleset(ruleset, notes);
  const labels = declared && labelTally(declared, compiled);
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
    year,
    context: {
      regions: [...new Set(places.flatMap(({ region }) => region ?? []))],
      groups: [...new Set(places.flatMap(({ group }) => group ?? []))],
    },
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
    gaps: [...prerequisites, ...indicators].flatMap(({ gap }) => gap ?? []),
    notes: notes.list(),
    citations: citationsOf(ruleset, [...prerequisites, ...indicators]),
    audit: {
      library: `ntm-rules@${LIBRARY_VERSION}`,
      rulesetHash: canonicalHash(ruleset),
      snapshotHash: canonicalHash(snapshot),
    },
  };
}

function noteRuleset({ id, version, status, title, amendedBy, criteria }: Ruleset, notes: NoteBook): void {
  if (status === 'draft') {
    const amendment = amendedBy?.at(-1);
    notes.take('draft', id, { vi: amendment ?? title.vi, en: amendment ?? title.en });
  }
  if (criteria.some(({ indicators }) => indicators.some(({ changesUnlisted }) => changesUnlisted)))
    notes.take('changes-unlisted', `${id}@${version}`);
}

function citationsOf(ruleset: Ruleset, results: readonly IndicatorResult[]): Record<string, Source> {
  const cited: Record<string, Source> = {};
  for (const id of [...new Set(results.flatMap(({ sources }) => sources))].sort()) {
    const source = ruleset.sources[id];
    if (source) cited[id] = source;
  }
  return cited;
}
