import { compareExactly } from '../rule/amount.js';
import { outcomeOf } from '../rule/code.js';
import { findingOf } from '../rule/find.js';
import { type Finding, type LeafFinding, leavesOf } from '../rule/finding.js';
import { ORDERINGS } from '../rule/operator.js';
import type { Place } from '../rule/place.js';
import type { Rule } from '../rule/rule.js';
import type { Run } from '../rule/run.js';
import type { Margin } from '../schema/evaluation.js';

const known = new WeakMap<Place, Map<Rule, boolean>>();

/** Whether anything a rule asks for in a column differs in the year after. */
export function changesNextYear(rule: Rule, run: Run, place: Place): boolean {
  let changing = known.get(place);
  if (!changing) {
    changing = new Map();
    known.set(place, changing);
  }
  let change = changing.get(rule);
  if (change === undefined) {
    change = changes(rule, run, place);
    changing.set(rule, change);
  }
  return change;
}

function changes(rule: Rule, run: Run, place: Place): boolean {
  if ('rules' in rule) return rule.rules.some((one) => changes(one, run, place));
  if (rule.type !== 'fact') return false;
  if (rule.isRelative) return true;
  const columns = [place, ...rule.cases.map(({ id }) => place.inCase(id))];
  return columns.some((one) => rule.requirement(run, one) !== rule.requirement(run, one.nextYear()));
}

/** The last comparison of each fact, men and women apart. */
function leafByFact(finding: Finding): Map<string, LeafFinding> {
  const leaves = leavesOf(finding).flatMap((leaf) => (leaf.type === 'leaf' ? leaf : []));
  return new Map(leaves.map((leaf) => [`${leaf.rule.leaf.fact}|${leaf.sex ?? ''}`, leaf]));
}

/** Adds to a margin what the next year asks for, where that is known and stricter. */
export function addNextYear(margin: Margin, rule: Rule, finding: Finding, run: Run, place: Place): void {
  if (!changesNextYear(rule, run, place)) return;
  const now = leafByFact(finding);
  const next = leafByFact(findingOf(rule, run, place.nextYear()));
  const mark = (one: Margin): void => {
    for (const part of one.parts ?? []) mark(part);
    const key = `${one.fact}|${one.sex ?? ''}`;
    const today = now.get(key);
    const later = next.get(key);
    if (today?.requirement.kind !== 'figure' || later?.requirement.kind !== 'figure') return;
    const { literal, evidence, figures } = later.requirement;
    const [a] = today.requirement.figures;
    const [b] = figures;
    const side = ORDERINGS[today.operator]?.side;
    if (a === undefined || b === undefined || !side || Array.isArray(literal)) return;
    if (compareExactly(b, a) * (side === 'above' ? 1 : -1) <= 0) return;
    one.nextYear = {
      year: place.year + 1,
      required: literal as number | string,
      evidence,
      outcome: outcomeOf(later.code),
    };
  };
  mark(margin);
}
