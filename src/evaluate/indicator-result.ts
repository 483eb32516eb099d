import { titleOf, unitOf } from '../gap/distance.js';
import { gapOf } from '../gap/gap.js';
import { marginOf } from '../gap/margin.js';
import { gapOverColumns, marginOverColumns } from '../gap/over-columns.js';
import { exactDecimal, shownDecimal } from '../rule/amount.js';
import { EXEMPT, isProvisional, outcomeOf, UNKNOWN } from '../rule/code.js';
import { type EndFinding, type Finding, type LeafFinding, leavesOf, unique } from '../rule/finding.js';
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
  const { rule, sex, requirement, fact } = finding;
  const { definition, leaf } = rule;
  const limit = requirement.kind === 'figure' ? requirement.figures[0] : undefined;
  const observed = observedOf(fact, definition, limit);
  const unit = unitOf(rule);
  const part: Part = {
    id: sex ? `${rule.partId}:${sex}` : rule.partId,
    title: titleOf(rule),
    fact: leaf.fact,
    operator: finding.operator,
    outcome: outcomeOf(finding.code),
  };
  if (sex) part.sex = sex;
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

function partOf(finding: EndFinding): Part {
  if (finding.type === 'leaf') return factPart(finding);
  const reason = finding.reasons[0];
  return {
    id: finding.type === 'trait' ? finding.rule.trait : finding.rule.partId,
    outcome: outcomeOf(finding.code),
    ...(reason && { reason }),
    ...(finding.type === 'reference' && { refersTo: finding.rule.refersTo }),
  };
}

const contested = ({ reasons }: Settled): boolean => reasons.includes('context-missing');

/** Where several columns may apply and they ask for different things, a part shows no figure as if it were settled. */
function partsOf(leaves: readonly EndFinding[], candidates: readonly Finding[] | undefined): Part[] {
  const parts = leaves.filter(({ code }) => code < EXEMPT).map(partOf);
  if (!candidates) return parts;
  const others = candidates.slice(1).map((finding) => partsOf(leavesOf(finding), undefined));
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
  const leaves = finding ? leavesOf(finding) : [];
  const parts = partsOf(leaves, settled.candidates);
  const only = parts.length === 1 ? parts[0] : undefined;
  const result: IndicatorResult = {
    id: indicator.id,
    title: indicator.title,
    outcome: outcomeOf(settled.code),
    provisional: isProvisional(settled.code),
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
  if (settled.code > UNKNOWN) {
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
