import type { Operator } from '../schema/condition.js';
import type { Because, Observed, Reason, Sex } from '../schema/evaluation.js';
import { atLeast, type Code, EXEMPT, isProvisional, not, UNKNOWN } from './code.js';
import type { FactFinding } from './reading.js';
import type { Requirement } from './requirement.js';
import type { FactRule, GroupRule, ReferenceRule, TraitRule } from './rule.js';

/** What a rule came to, and why. */
export interface Grounds {
  /**
   * The outcome and whether it is certain: what it would be if everything less than certain were unknown. A criterion
   * failed by a certain figure is certain, whatever else about it is not.
   */
  readonly code: Code;
  /** What makes the outcome provisional; empty when it is certain. */
  readonly because: readonly Because[];
  readonly reasons: readonly Reason[];
  /** Facts that could still change the outcome. */
  readonly missing: readonly string[];
}

export interface LeafFinding extends Grounds {
  readonly type: 'leaf';
  readonly rule: FactRule;
  /** The operator as it counts here, negation included. */
  readonly operator: Operator;
  readonly sex: Sex | undefined;
  readonly fact: FactFinding;
  readonly requirement: Requirement;
  /** What is observed, once it has been written out. */
  observed: Observed | undefined;
}

export interface GroupFinding extends Grounds {
  readonly type: GroupRule['type'];
  readonly k: number;
  readonly children: readonly Finding[];
}

export interface ReferenceFinding extends Grounds {
  readonly type: 'reference';
  readonly rule: ReferenceRule;
}

export interface TraitFinding extends Grounds {
  readonly type: 'trait';
  readonly rule: TraitRule;
}

export type EndFinding = LeafFinding | ReferenceFinding | TraitFinding;
export type Finding = EndFinding | GroupFinding;

export const NONE: readonly never[] = [];

export function unique<T>(values: readonly T[]): T[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}

/** Adds what is not yet among them. Lists are short, but for missing facts. */
function addTo<T>(all: T[], more: readonly T[]): void {
  for (const one of more) if (!all.includes(one)) all.push(one);
}

/** Everything that several findings name, each thing once. */
export function named<K extends 'because' | 'reasons' | 'missing'>(
  key: K,
  findings: readonly Grounds[],
): Grounds[K] {
  if (key === 'missing')
    return unique(findings.flatMap((one) => [...one.missing])) as readonly unknown[] as Grounds[K];
  const all: unknown[] = [];
  for (const one of findings) addTo(all, one[key]);
  return all as readonly unknown[] as Grounds[K];
}

/** What decides among several, once their code is known: those that come to the same, or those still open. */
export function groundsAmong(code: Code, findings: readonly Grounds[]): Grounds {
  if (code === UNKNOWN) {
    const open = findings.filter((one) => one.code === UNKNOWN);
    return { code, because: NONE, reasons: named('reasons', open), missing: named('missing', open) };
  }
  const because: Because[] = [];
  if (isProvisional(code))
    for (const one of findings) if (one.code < UNKNOWN === code < UNKNOWN) addTo(because, one.because);
  return { code, because, reasons: NONE, missing: NONE };
}

/**
 * Joins the findings of a group. Exempt children are left out; a group with nothing left is exempt itself, and
 * k-of-n then asks for no more than what is left.
 */
export function joinGroup(
  type: GroupFinding['type'],
  wanted: number,
  children: readonly Finding[],
): GroupFinding {
  const counted = children.filter(({ code }) => code < EXEMPT);
  const code = atLeast(
    wanted,
    counted.map((child) => child.code),
  );
  const k = counted.length > 0 ? Math.min(wanted, counted.length) : wanted;
  const { because, reasons, missing } = groundsAmong(code, counted);
  return { type, k, children, code, because, reasons, missing };
}

/** The finding of the opposite statement. What is exempt stays exempt. */
export function negate<T extends Finding>(finding: T): T {
  return { ...finding, code: not(finding.code) };
}

/** Every leaf, reference and trait under a finding, in the order of the rule. */
export function leavesOf(finding: Finding, found: EndFinding[] = []): EndFinding[] {
  if ('children' in finding) for (const child of finding.children) leavesOf(child, found);
  else found.push(finding);
  return found;
}
