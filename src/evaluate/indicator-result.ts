import { unitOf } from '../gap/distance.js';
import { gapOf } from '../gap/gap.js';
import { marginOf } from '../gap/margin.js';
import { gapOverColumns, marginOverColumns } from '../gap/over-columns.js';
import { exactDecimal, shownDecimal } from '../rule/amount.js';
import {
  type Finding,
  type LeafFinding,
  leavesOf,
  type ReferenceFinding,
  type TraitFinding,
  unique,
} from '../rule/finding.js';
import { observedOf } from '../rule/observed.js';
import type { FactReader } from '../rule/reading.js';
import type { DeclaredSummary, Gap, IndicatorResult, Part } from '../schema/evaluation.js';
import type { Evidence } from '../schema/evidence.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Indicator } from '../schema/ruleset.js';
import type { Settled } from './settled.js';

/** The weakest evidence an indicator's figures rest on. */
const WEAKEST_FIRST: readonly Evidence[] = ['proposed', 'unconfirmed', 'published'];

function numberOrText(value: Parameters<typeof exactDecimal>[0]): number | string {
  // The part of a share may be a quotient itself: income per person beside the province's average.
  const text = exactDecimal(value) ?? shownDecimal(value, 4);
  return text.length <= 15 ? Number(text) : text;
}

function factPart(finding: LeafFinding): Part {
  const { definition, requirement, fact, leaf } = finding;
  const limit = requirement.kind === 'figure' ? requirement.figures[0] : undefined;
  const observed = observedOf(fact, definition, limit);
  const unit = unitOf(finding);
  const part: Part = {
    id: finding.partId,
    title: finding.title,
    fact: leaf.fact,
    operator: finding.operator,
    outcome: finding.outcome,
  };
  if (finding.sex) part.sex = finding.sex;
  if (observed !== undefined) part.observed = observed;
  if (fact.approximate) part.approximate = true;
  if (fact.counted)
    part.counts = { count: numberOrText(fact.counted.count), of: numberOrText(fact.counted.of) };
  if (requirement.kind === 'figure') {
    part.required = requirement.literal;
    part.evidence = requirement.evidence;
  }
  if (unit) part.unit = unit;
  if (leaf.standard !== undefined) part.standard = leaf.standard;
  const reason = finding.reasons[0];
  if (reason) part.reason = reason;
  return part;
}

function partOf(finding: LeafFinding | ReferenceFinding | TraitFinding): Part {
  if (finding.type === 'leaf') return factPart(finding);
  const reason = finding.reasons[0];
  return {
    id: finding.type === 'trait' ? finding.trait : finding.partId,
    outcome: finding.outcome,
    ...(reason && { reason }),
    ...(finding.type === 'reference' && { refersTo: finding.refersTo }),
  };
}

const contested = ({ reasons }: Settled): boolean => reasons.includes('context-missing');

/** Where several columns may apply and they ask for different things, a part shows no figure as if it were settled. */
function partsOf(
  leaves: readonly (LeafFinding | ReferenceFinding | TraitFinding)[],
  candidates: readonly Finding[] | undefined,
): Part[] {
  const parts = leaves.filter((leaf) => !leaf.exempt).map(partOf);
  if (!candidates) return parts;
  const others = candidates
    .slice(1)
    .map((finding) => [...leavesOf(finding)].filter((leaf) => !leaf.exempt).map(partOf));
  return parts.map((part) => {
    const alike = others.every((list) => {
      const twin = list.find((one) => one.id === part.id);
      return twin !== undefined && JSON.stringify(twin.required) === JSON.stringify(part.required);
    });
    if (alike) return part;
    const { required: _required, evidence: _evidence, ...rest } = part;
    const agreedOutcome = others.every(
      (list) => list.find((one) => one.id === part.id)?.outcome === part.outcome,
    );
    return agreedOutcome ? rest : { ...rest, outcome: 'unknown', reason: 'context-missing' };
  });
}

function evidenceOf(
  indicator: Indicator,
  leaves: readonly Finding[],
): { evidence?: Evidence; sources: string[] } {
  const found: Evidence[] = [];
  const sources = [...(indicator.sources ?? [])];
  if (indicator.evidence) found.push(indicator.evidence);
  for (const leaf of leaves) {
    if (leaf.type !== 'leaf' || leaf.requirement.kind === 'open') continue;
    found.push(leaf.requirement.evidence);
    sources.push(...leaf.requirement.sources);
  }
  const evidence = WEAKEST_FIRST.find((one) => found.includes(one));
  return { ...(evidence && { evidence }), sources: unique(sources) };
}

/** One indicator as people and programs read it: outcome, why, with what, and what is missing. */
export function indicatorResult(
  indicator: Indicator,
  settled: Settled,
  place: { facts: FactCatalogue; reader: FactReader; assessedOn: string; withGaps: boolean },
  declared: DeclaredSummary | undefined,
): IndicatorResult {
  const { finding } = settled;
  const leaves = finding ? [...leavesOf(finding)] : [];
  const parts = partsOf(leaves, settled.candidates);
  const only = parts.length === 1 ? parts[0] : undefined;
  const result: IndicatorResult = {
    id: indicator.id,
    title: indicator.title,
    outcome: settled.outcome,
    provisional: settled.because.length > 0,
    because: [...settled.because],
    basis: settled.basis,
    reasons: [...settled.reasons],
    parts,
    ...evidenceOf(indicator, leaves),
    missing: [...settled.missing],
  };
  if (only?.observed !== undefined) result.observed = only.observed;
  if (only?.required !== undefined) result.required = only.required;
  if (only?.unit !== undefined) result.unit = only.unit;
  const bodies = indicator.responsible?.filter(
    ({ from, to }) =>
      (from === undefined || from <= place.assessedOn) && (to === undefined || place.assessedOn <= to),
  );
  if (bodies?.length) result.responsible = bodies.map(({ body }) => body);
  if (declared) result.declared = declared;
  if (place.withGaps) addDistances(result, settled, place);
  return result;
}

/** The gap or margin of a result, over every column that may judge the unit. */
function addDistances(
  result: IndicatorResult,
  settled: Settled,
  place: { facts: FactCatalogue; reader: FactReader },
): void {
  const { finding } = settled;
  const indicator = result.id;
  const findings = settled.candidates ?? (finding ? [finding] : []);
  if (settled.outcome === 'met') {
    const margin = marginOverColumns(findings.map((one) => marginOf(one, place.reader)));
    if (margin) result.margin = margin;
    return;
  }
  let gap: Gap | undefined;
  if (contested(settled)) gap = { indicator, kind: 'missing', reason: 'context-missing' };
  else if (!finding) gap = { indicator, kind: 'requirement', reason: 'not-encoded' };
  else
    gap = gapOverColumns(
      findings.map((one) => gapOf(one, { indicator, facts: place.facts, reader: place.reader })),
    );
  if (gap) result.gap = gap;
}
