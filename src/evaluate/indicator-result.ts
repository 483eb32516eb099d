import { observedIn, titleOf, unitOf } from '../gap/distance.js';
import { gapOf } from '../gap/gap.js';
import { marginOf } from '../gap/margin.js';
import { gapOverColumns, marginOverColumns } from '../gap/over-columns.js';
import { type Amount, type Exactly, exactAmount, numberOrText } from '../rule/amount.js';
import { EXEMPT, isProvisional, outcomeOf, UNKNOWN } from '../rule/code.js';
import { type EndFinding, type Finding, type LeafFinding, leavesOf, unique } from '../rule/finding.js';
import type { FactReader } from '../rule/reading.js';
import type { DeclaredSummary, Gap, IndicatorResult, Margin, Part } from '../schema/evaluation.js';
import type { Evidence } from '../schema/evidence.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Indicator } from '../schema/ruleset.js';
import type { Settled } from './settled.js';

/** Where results are made, and with what. */
export interface Workplace {
  readonly facts: FactCatalogue;
  readonly reader: FactReader;
  readonly assessedOn: string;
  readonly withGaps: boolean;
}

const written = (value: Exactly): number | string => numberOrText(exactAmount(value) as Amount);

function factPart(finding: LeafFinding): Part {
  const { rule, sex, requirement, fact, reasons } = finding;
  const observed = observedIn(finding);
  const unit = unitOf(rule);
  const part: Part = {
    id: sex ? `${rule.partId}:${sex}` : rule.partId,
    title: titleOf(rule),
    fact: rule.leaf.fact,
    operator: finding.operator,
    outcome: outcomeOf(finding.code),
  };
  if (sex) part.sex = sex;
  if (observed !== undefined) part.observed = observed;
  if (fact.approximate) part.approximate = true;
  if (fact.counted) part.counts = { count: written(fact.counted.count), of: written(fact.counted.of) };
  if (requirement.kind === 'figure') {
    part.required = requirement.literal;
    part.evidence = requirement.evidence;
  }
  if (unit) part.unit = unit;
  if (rule.leaf.standard !== undefined) part.standard = rule.leaf.standard;
  if (reasons[0]) part.reason = reasons[0];
  return part;
}

function partOf(finding: EndFinding): Part {
  if (finding.type === 'leaf') return factPart(finding);
  const [reason] = finding.reasons;
  return {
    id: finding.type === 'trait' ? finding.rule.trait : finding.rule.partId,
    outcome: outcomeOf(finding.code),
    ...(reason && { reason }),
    ...(finding.type === 'reference' && { refersTo: finding.rule.refersTo }),
  };
}

const partsOf = (leaves: readonly EndFinding[]): Part[] =>
  leaves.filter(({ code }) => code < EXEMPT).map(partOf);

/** Where several columns may apply and they ask for different things, a part shows no figure as if it were settled. */
function withoutContested(parts: readonly Part[], candidates: readonly Finding[]): Part[] {
  const others = candidates.slice(1).map((finding) => partsOf(leavesOf(finding)));
  return parts.map((part) => {
    const twins = others.map((list) => list.find(({ id }) => id === part.id));
    const required = JSON.stringify(part.required);
    if (twins.every((twin) => twin && JSON.stringify(twin.required) === required)) return part;
    const { required: _required, evidence: _evidence, ...rest } = part;
    return twins.every((twin) => twin?.outcome === part.outcome)
      ? rest
      : { ...rest, outcome: 'unknown', reason: 'context-missing' };
  });
}

/** The weakest evidence an indicator's figures rest on. */
const WEAKEST_FIRST: readonly Evidence[] = ['proposed', 'unconfirmed', 'published'];

function evidenceOf({ evidence }: Indicator, leaves: readonly EndFinding[]): Evidence | undefined {
  let weakest = evidence ? WEAKEST_FIRST.indexOf(evidence) : WEAKEST_FIRST.length;
  for (const leaf of leaves)
    if (leaf.type === 'leaf' && leaf.requirement.kind !== 'open')
      weakest = Math.min(weakest, WEAKEST_FIRST.indexOf(leaf.requirement.evidence));
  return WEAKEST_FIRST[weakest];
}

function sourcesOf({ sources = [] }: Indicator, leaves: readonly EndFinding[]): string[] {
  const all = [...sources];
  for (const leaf of leaves)
    if (leaf.type === 'leaf' && leaf.requirement.kind !== 'open') all.push(...leaf.requirement.sources);
  return unique(all);
}

/** The one margin or gap of a result, over every column that may judge the unit. */
function marginIn({ finding, candidates }: Settled, { reader }: Workplace): Margin | undefined {
  return candidates
    ? marginOverColumns(candidates.map((one) => marginOf(one, reader)))
    : finding && marginOf(finding, reader);
}

function gapIn(
  { finding, candidates, reasons }: Settled,
  indicator: string,
  place: Workplace,
): Gap | undefined {
  if (reasons.includes('context-missing')) return { indicator, kind: 'missing', reason: 'context-missing' };
  if (candidates) return gapOverColumns(candidates.map((one) => gapOf(one, indicator, place)));
  return finding
    ? gapOf(finding, indicator, place)
    : { indicator, kind: 'requirement', reason: 'not-encoded' };
}

/** One indicator as people and programs read it: outcome, why, with what, and what is missing. */
export function indicatorResult(
  indicator: Indicator,
  settled: Settled,
  place: Workplace,
  declared: DeclaredSummary | undefined,
): IndicatorResult {
  const { id, title, responsible } = indicator;
  const { finding, code, candidates, basis } = settled;
  const leaves = finding ? leavesOf(finding) : [];
  const found = partsOf(leaves);
  const parts = candidates ? withoutContested(found, candidates) : found;
  const { observed, required, unit }: Partial<Part> = (parts.length === 1 && parts[0]) || NO_PART;
  const evidence = evidenceOf(indicator, leaves);
  const sources = sourcesOf(indicator, leaves);
  const outcome = outcomeOf(code);
  const provisional = isProvisional(code);
  const because = settled.because.slice();
  const reasons = settled.reasons.slice();
  const missing = settled.missing.slice();
  const margin = place.withGaps && code > UNKNOWN ? marginIn(settled, place) : undefined;
  const gap = place.withGaps && code <= UNKNOWN ? gapIn(settled, id, place) : undefined;
  const isPlain = evidence && observed !== undefined && required !== undefined && unit;
  // Most results with a figure are of two shapes. To write them out in one piece takes half the time of all the rest.
  if (isPlain && !responsible && !declared) {
    if (margin)
      return {
        id,
        title,
        outcome,
        provisional,
        because,
        basis,
        reasons,
        parts,
        evidence,
        sources,
        missing,
        observed,
        required,
        unit,
        margin,
      };
    if (gap)
      return {
        id,
        title,
        outcome,
        provisional,
        because,
        basis,
        reasons,
        parts,
        evidence,
        sources,
        missing,
        observed,
        required,
        unit,
        gap,
      };
  }
  const result = { id, title, outcome, provisional, because, basis, reasons, parts } as IndicatorResult;
  if (evidence) result.evidence = evidence;
  result.sources = sources;
  result.missing = missing;
  if (observed !== undefined) result.observed = observed;
  if (required !== undefined) result.required = required;
  if (unit !== undefined) result.unit = unit;
  const { assessedOn } = place;
  const bodies = responsible?.filter(
    ({ from = assessedOn, to = assessedOn }) => from <= assessedOn && assessedOn <= to,
  );
  if (bodies?.length) result.responsible = bodies.map(({ body }) => body);
  if (declared) result.declared = declared;
  if (margin) result.margin = margin;
  if (gap) result.gap = gap;
  return result;
}

const NO_PART: Partial<Part> = {};
