import type { RecognitionRules, RevocationRule } from '../schema/recognition.js';
import type { RevocationBecause } from '../schema/revocation.js';
import { becauseOf, type Counted, certainOnly, countCriteria } from './count-criteria.js';
import { type FactCase, factCase } from './revocation-cases.js';
import { isOfCriteria, isOfFact, type RuleFound } from './revocation-rule.js';
import { type RevocationSubject, reportedFailures, totalOf } from './revocation-subject.js';
import { type Weighed, weigh } from './revocation-verdict.js';

/** How to weigh a recognition. */
export interface RevocationSetting {
  readonly rules: readonly RecognitionRules[];
  /** What reported totals may do: narrow down how many criteria have failed, or nothing. */
  readonly reported: 'fill' | 'ignore';
}

/** What is weighed of one recognition, before it is written out. */
export interface Weighing {
  readonly rule: RevocationRule | undefined;
  readonly of: number | null;
  readonly counted: Counted;
  readonly facts: readonly FactCase[];
  readonly weighed: Weighed | undefined;
  /** The same without the reported totals. */
  readonly alone: Weighed | undefined;
  readonly reported: 'used' | 'inconsistent' | 'none';
  readonly because: readonly RevocationBecause[];
}

/** Weighs everything once with the reported totals, once without, and once by certain results alone. */
export function weighAll(
  subject: RevocationSubject,
  found: RuleFound,
  { reported }: RevocationSetting,
): Weighing {
  const { rule } = found;
  const { of, padded } = totalOf(subject, rule);
  const size = {
    of: padded ? (of ?? 0) : subject.criteria.length,
    byNumber: subject.set?.id === rule?.measuredOn,
  };
  const keys = { keyCriteria: rule?.keyCriteria ?? [] };
  const counted = countCriteria(subject.criteria, keys, size);
  const cases = (rule?.anyOf ?? []).filter(isOfCriteria);
  const facts = (rule?.anyOf ?? []).filter(isOfFact).map((one) => factCase(one, subject.facts));
  const outcomes = facts.map(({ outcome }) => outcome);
  const alone = weigh(counted.known, cases, outcomes);
  const within = reported === 'fill' ? reportedFailures(subject, of) : undefined;
  const together =
    within === 'inconsistent' || !within ? alone : weigh(counted.known, cases, outcomes, within);
  const weighed = together ?? alone;
  const certain = weigh(
    countCriteria(certainOnly(subject.criteria), keys, size).known,
    cases,
    facts.map((one) => one.certain),
  );
  return {
    rule,
    of,
    counted,
    facts,
    weighed,
    alone,
    reported:
      within === undefined ? 'none' : within === 'inconsistent' || !together ? 'inconsistent' : 'used',
    because: whyProvisional(subject, { rule, facts, weighed, alone, certain }),
  };
}

interface Compared extends Pick<Weighing, 'rule' | 'facts' | 'weighed' | 'alone'> {
  readonly certain: Weighed | undefined;
}

/** What a verdict rests on that is less than certain; empty where certain results alone give it. */
function whyProvisional(
  { criteria }: RevocationSubject,
  { rule, facts, weighed, alone, certain }: Compared,
): RevocationBecause[] {
  const verdict = weighed?.verdict ?? 'unknown';
  if (!rule || verdict === 'unknown') return [];
  const ofRule = rule.evidence === undefined || rule.evidence === 'published' ? [] : [rule.evidence];
  const ofReported = alone?.verdict === verdict ? [] : ['reported' as const];
  const isCertain = certain?.verdict === verdict;
  const ofCriteria = isCertain ? [] : becauseOf(criteria, [verdict === 'keep' ? 'met' : 'unmet']);
  const ofFacts =
    isCertain || facts.every((one) => one.certain === one.outcome) ? [] : ['approximate' as const];
  return [...new Set([...ofRule, ...ofReported, ...ofCriteria, ...ofFacts])];
}
