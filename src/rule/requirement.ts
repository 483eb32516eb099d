import { rowFor } from '../law/requirement-row.js';
import type { FactLeaf, Literal } from '../schema/condition.js';
import type { Reason } from '../schema/evaluation.js';
import type { Evidence } from '../schema/evidence.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Indicator, RelativeValue, RequirementRow } from '../schema/ruleset.js';
import { amountOf, type Exactly } from './amount.js';
import { type Code, MET, weaken } from './code.js';
import { unique } from './finding.js';
import type { Place } from './place.js';
import { gradeIndex } from './reading.js';
import type { Run } from './run.js';

/** The figure a fact is held against, as far as the law at hand says. */
export type Requirement =
  | {
      readonly kind: 'figure';
      readonly literal: Literal | readonly Literal[];
      /** Numbers and grades as exact values; empty for yes and no. */
      readonly figures: readonly Exactly[];
      readonly evidence: Evidence;
      readonly sources: readonly string[];
      readonly changesUnlisted: boolean;
      /** The figure where it is one plain number, yes (1) or no (0), else NaN; and what reaching it comes to. */
      readonly bound: number;
      readonly met: Code;
    }
  | { readonly kind: 'not-applicable'; readonly evidence: Evidence; readonly sources: readonly string[] }
  | {
      readonly kind: 'open';
      readonly reason: Extract<Reason, 'requirement-undetermined' | 'left-to-province'>;
    };

export type Resolve = (run: Run, place: Place) => Requirement;

export type Figure = Extract<Requirement, { kind: 'figure' }>;
type Stated = Pick<Indicator, 'requirements' | 'delegated' | 'evidence' | 'sources' | 'changesUnlisted'>;

const isRelative = (value: Literal | readonly Literal[] | RelativeValue): value is RelativeValue =>
  typeof value === 'object' && !Array.isArray(value);

/** The name of the requirement that a comparison refers to; undefined where it states its figure itself. */
export function requirementName({ value }: FactLeaf): string | undefined {
  return typeof value === 'object' && !Array.isArray(value)
    ? value.fact.slice('required.'.length)
    : undefined;
}

/** Whether a figure follows from that of another set: then it is the unit's own, and kept for no other. */
export function followsFromAnother(leaf: FactLeaf, { requirements }: Stated): boolean {
  const rows = requirements?.[requirementName(leaf) ?? ''] ?? [];
  return rows.some((row) => 'value' in row && isRelative(row.value));
}

/** A figure and what it rests on; the evidence of literals inside a condition is that of the indicator. */
export function figureOf(
  literal: Literal | readonly Literal[],
  figures: readonly Exactly[],
  evidence: Evidence,
  sources: readonly string[],
  changesUnlisted: boolean,
): Figure {
  const [first, ...others] = figures;
  const plain = typeof literal === 'boolean' ? Number(literal) : others.length === 0 && first;
  return {
    kind: 'figure',
    literal,
    figures,
    evidence,
    sources,
    changesUnlisted,
    bound: typeof plain === 'number' ? plain : Number.NaN,
    met: evidence === 'published' && !changesUnlisted ? MET : weaken(MET),
  };
}

function figuresOf(literal: Literal | readonly Literal[], definition: FactDefinition): Exactly[] {
  if (definition.type === 'boolean') return [];
  const list: readonly Literal[] = Array.isArray(literal) ? literal : [literal as Literal];
  return list.map((one) =>
    definition.type === 'level' ? gradeIndex(definition, one) : amountOf(one as number | string),
  );
}

/** Finds the figure of one comparison in a column; `at` is its place among the requirements of every column. */
export function requirementOf(
  leaf: FactLeaf,
  definition: FactDefinition,
  stated: Stated,
  at: number,
): Resolve {
  const name = requirementName(leaf);
  const rows = (name !== undefined && stated.requirements?.[name]) || [];
  const undetermined = (): Requirement => ({ kind: 'open', reason: 'requirement-undetermined' });
  const unsaid: Requirement =
    name !== undefined && stated.delegated?.includes(name)
      ? { kind: 'open', reason: 'left-to-province' }
      : undetermined();
  const figures = new Map<object, Figure>();
  const figure = (
    value: Literal | readonly Literal[],
    row: Pick<RequirementRow, 'sources' | 'changesUnlisted'>,
    evidence: Evidence,
  ): Figure => {
    const known =
      figures.get(row) ??
      figureOf(
        value,
        figuresOf(value, definition),
        evidence,
        row.sources ?? [],
        row.changesUnlisted === true,
      );
    figures.set(row, known);
    return known;
  };
  const resolve: Resolve = (run, place) => {
    const hidden = (evidence: Evidence): boolean => place.publishedOnly && evidence !== 'published';
    if (name === undefined) {
      const evidence = stated.evidence ?? 'unconfirmed';
      return hidden(evidence) ? unsaid : figure(leaf.value as Literal | readonly Literal[], stated, evidence);
    }
    const row = rowFor(rows, place);
    if (!row) return unsaid;
    const { evidence, sources = [] } = row;
    if ('undetermined' in row || hidden(evidence)) return undetermined();
    if ('applies' in row) return { kind: 'not-applicable', evidence, sources };
    const { value } = row;
    if (!isRelative(value)) return figure(value, row, evidence);
    const base = run.relatedRequirement(value, place);
    if (base.kind !== 'figure') return base;
    return figureOf(
      base.literal,
      base.figures,
      // The weaker of the two pieces of evidence carries.
      evidence === 'published' ? base.evidence : evidence,
      unique([...sources, ...base.sources]),
      row.changesUnlisted === true || base.changesUnlisted,
    );
  };
  if (followsFromAnother(leaf, stated)) return resolve;
  return (run, place) => {
    let requirement = place.requirements[at];
    if (!requirement) {
      requirement = resolve(run, place);
      place.requirements[at] = requirement;
    }
    return requirement;
  };
}
