import { NtmError } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { RuleDecision } from '../schema/recognition-check.js';
import type { Snapshot } from '../schema/snapshot.js';
import { yearJudged } from './ladder-for.js';
import type { LawAtHand } from './law-at-hand.js';

type Decision = RecognitionRules['decisions'][number];

const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * Whether a decision is in force on a day. One without a last day is limited to its period by its title: it serves
 * results of that period only.
 */
function inForce(
  decision: Decision,
  { period }: RecognitionRules,
  day: string,
  year: number,
): RuleDecision['inForce'] {
  const { effectiveFrom, notBefore, date, effectiveTo } = decision;
  if (day < (effectiveFrom ?? notBefore ?? date)) return 'no';
  if (effectiveTo === undefined ? year > yearOf(period.to) : day > effectiveTo) return 'no';
  return effectiveFrom === undefined && notBefore !== undefined ? 'perhaps' : 'surely';
}

/** Every decision of the rules, and whether it is in force on the day of judgement. */
export function decisionsOn(rules: RecognitionRules, snapshot: Snapshot): RuleDecision[] {
  const year = yearJudged(snapshot);
  return rules.decisions.map((decision) => ({
    number: decision.number,
    title: decision.title,
    date: decision.date,
    inForce: inForce(decision, rules, snapshot.assessedOn, year),
  }));
}

export function areInForce(rules: RecognitionRules, snapshot: Snapshot): boolean {
  return decisionsOn(rules, snapshot).some((one) => one.inForce === 'surely');
}

const covers = ({ period }: RecognitionRules, year: number): boolean =>
  yearOf(period.from) <= year && year <= yearOf(period.to);

/**
 * The rules that a unit is recognised by: those in force that day, of several the ones of the year judged, else the
 * latest. Where none is in force, those of the year, whose conditions then decide nothing. None where that year has none.
 */
export function rulesFor(law: LawAtHand, snapshot: Snapshot): RecognitionRules | undefined {
  const year = yearJudged(snapshot);
  const places = [...law.provinces(snapshot), 'vn'];
  return places.flatMap((place) => {
    const own = law.recognition
      .filter(({ jurisdiction }) => jurisdiction === place)
      .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
    const standing = own.filter((rules) => areInForce(rules, snapshot));
    return (
      standing.find((rules) => covers(rules, year)) ??
      standing.at(-1) ??
      own.find((rules) => covers(rules, year)) ??
      []
    );
  })[0];
}

/** The rule of a tier, or a problem that names the tiers there are. */
export function tierRule(
  rules: RecognitionRules,
  { unit }: Snapshot,
  tier: string,
): RecognitionRules['tiers'][number] {
  const found = rules.tiers.find((one) => one.level === unit.level && one.tier === tier);
  if (found) return found;
  const own = rules.tiers.filter(({ level }) => level === unit.level).map((one) => one.tier);
  const all = rules.tiers.map((one) => `${one.level}: ${one.tier}`);
  throw new NtmError([
    problem('unknown-tier', '', {
      found: `${unit.level}: ${tier}`,
      expected: oneOf(own.length > 0 ? own : all),
      hint: didYouMean(tier, own, {
        vi: `${rules.id} không có quy định công nhận mức này cho cấp ${unit.level}.`,
        en: `${rules.id} has no rule of recognition for this tier of the level ${unit.level}.`,
      }),
    }),
  ]);
}
