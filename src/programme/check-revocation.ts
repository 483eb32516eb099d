import type { CountBounds } from '../schema/programme.js';
import type { RecognitionRules, RevocationRule } from '../schema/recognition.js';
import type {
  KeyCriteriaFailed,
  RevocationBecause,
  RevocationCaseResult,
  RevocationCheck,
  RevocationNote,
  RevocationTip,
} from '../schema/revocation.js';
import type { Recognition } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { becauseOf, type Counted, certainOnly, countCriteria } from './count-criteria.js';
import { recognisedTiers } from './recognised.js';
import { type FactCase, factCase, overCompletions } from './revocation-cases.js';
import { isOfCriteria, isOfFact, type RuleFound, revocationRule } from './revocation-rule.js';
import { type RevocationSubject, reportedFailures, totalOf } from './revocation-subject.js';
import { criteriaText, factText, fewerFailuresText, moreFailuresText, noteText } from './revocation-texts.js';
import { hangsOn, stepsToKeep, stepsToRevoke } from './revocation-tips.js';
import { type Weighed, weigh } from './revocation-verdict.js';
import { shareBounds } from './share-of.js';

/** How to weigh a recognition. */
export interface RevocationSetting {
  readonly rules: readonly RecognitionRules[];
  /** What reported totals may do: narrow down how many criteria have failed, or nothing. */
  readonly reported: 'fill' | 'ignore';
}

const STATE_TEXTS: Readonly<Record<string, Localized>> = {
  expired: { vi: 'đã hết hạn', en: 'expired' },
  revoked: { vi: 'đã bị thu hồi', en: 'revoked' },
  none: { vi: 'chưa được công nhận', en: 'not recognised' },
  unknown: { vi: 'trạng thái chưa rõ', en: 'status not known' },
};

/** What is weighed of one recognition, before it is written out. */
interface Weighing {
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

function weighAll(subject: RevocationSubject, found: RuleFound, { reported }: RevocationSetting): Weighing {
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

/** Whether a recognition would be revoked: what every completion of the unknowns gives, and what would tip it. */
export function revocationOf(
  subject: RevocationSubject,
  recognition: Recognition,
  setting: RevocationSetting,
): RevocationCheck {
  const { level, day, unit, year, set } = subject;
  const { tier } = recognition;
  const found = revocationRule(setting.rules, { level, tier, day });
  const weighing = weighAll(subject, found, setting);
  const { rule, of, counted, weighed, alone, because } = weighing;
  const settled = found.missing ? undefined : weighed;
  const verdict = settled?.verdict ?? 'unknown';
  const failed = of === null ? null : (weighed?.failed ?? null);
  return {
    kind: 'revocation',
    ...(unit && { unit }),
    level,
    tier,
    assessedOn: day ?? null,
    ...(year !== undefined && { year }),
    recognition,
    measuredOn: set
      ? set.version === undefined
        ? set.id
        : `${set.id}@${set.version}`
      : (rule?.measuredOn ?? null),
    legalBasis: rule?.legalBasis ?? null,
    ...(rule?.evidence && { evidence: rule.evidence }),
    sources: [...(rule?.sources ?? [])],
    ...(found.authority && { authority: found.authority }),
    verdict,
    provisional: because.length > 0,
    because: [...because],
    failed,
    of,
    share: failed && of !== null ? shareBounds(failed, of) : null,
    keyCriteriaFailed: keysFailed(counted, weighed),
    bounds: { best: settled?.best ?? 'unknown', worst: settled?.worst ?? 'unknown' },
    cases: casesOf(weighing),
    tips: found.missing ? [] : tipsOf(weighing),
    ...(subject.criteria.length > 0 &&
      alone &&
      alone.verdict !== verdict && { withoutReported: alone.verdict }),
    notes: notesOf(subject, recognition, found, weighing),
  };
}

function keysFailed(
  { keyFailed, keyUnknown, keysUnplaced }: Counted,
  weighed: Weighed | undefined,
): KeyCriteriaFailed {
  const key: CountBounds = weighed?.key ?? { least: 0, most: 0 };
  const open = key.most > keyFailed.length;
  return { ...key, failed: [...keyFailed], possible: open ? [...keyUnknown, ...keysUnplaced] : [] };
}

function casesOf({ rule, facts, weighed, of }: Weighing): RevocationCaseResult[] {
  return (rule?.anyOf ?? []).flatMap((one): RevocationCaseResult[] => {
    if (isOfCriteria(one)) {
      const outcome = overCompletions(one, weighed?.all ?? [], of ?? 0);
      return [{ id: one.id, title: one.title, outcome }];
    }
    return facts.flatMap(({ certain: _certain, ...result }) => (result.id === one.id ? [result] : []));
  });
}

function tipsOf({ rule, weighed, counted, facts, of }: Weighing): RevocationTip[] {
  if (!rule || !weighed || of === null || of === 0) return [];
  const cases = rule.anyOf.filter(isOfCriteria);
  const { all, verdict } = weighed;
  const size = { of, keys: rule.keyCriteria.length };
  const tips: RevocationTip[] = [];
  const open = verdict === 'at-risk' || verdict === 'unknown';
  if (open) {
    const hangs = hangsOn(all, cases, of);
    const criteria = [
      ...(hangs.key ? [...counted.keyUnknown, ...counted.keysUnplaced].map((one) => one.criterion) : []),
      ...(hangs.other ? counted.otherUnknown : []),
    ];
    if (criteria.length > 0) tips.push({ kind: 'criteria', criteria, text: criteriaText(criteria) });
  }
  for (const { id, title, fact = '', outcome, missing = [] } of facts) {
    if (outcome !== 'unknown' || verdict === 'revoke') continue;
    tips.push({
      kind: 'fact',
      case: id,
      fact,
      missing,
      text: factText(title, missing.length > 0 ? missing : [fact]),
    });
  }
  if (verdict !== 'revoke') {
    const known = all.filter(({ failed }) => failed === weighed.failed.least);
    const from = known.reduce((a, b) => (b.key > a.key ? b : a));
    for (const step of stepsToRevoke(from, cases, size)) {
      const key = cases.find(({ id }) => id === step.case)?.keyCriteriaFailed ?? 0;
      const details = { more: step.criteria, failed: step.to.failed, key };
      if (step.criteria > 0)
        tips.push({
          kind: 'more-failures',
          case: step.case ?? '',
          ...details,
          text: moreFailuresText(details, of),
        });
    }
  }
  if (
    weighed.worst === 'revoke' &&
    verdict !== 'unknown' &&
    !facts.some(({ outcome }) => outcome === 'met')
  ) {
    const worst = all.reduce((a, b) =>
      b.failed > a.failed || (b.failed === a.failed && b.key > a.key) ? b : a,
    );
    for (const step of stepsToKeep(worst, cases, size)) {
      const details = { fewer: step.criteria, failed: step.to.failed, key: step.key };
      if (step.criteria > 0)
        tips.push({ kind: 'fewer-failures', ...details, text: fewerFailuresText(details, of) });
    }
  }
  return tips;
}

function notesOf(
  subject: RevocationSubject,
  recognition: Recognition,
  { rule, authority, missing }: RuleFound,
  { weighed, alone, reported, counted, of }: Weighing,
): RevocationNote[] {
  const notes: RevocationNote[] = [];
  const take = (
    code: Parameters<typeof noteText>[0],
    about: string,
    details: Parameters<typeof noteText>[1] = {},
  ) => notes.push({ code, about, text: noteText(code, details) });
  const { day, set, level } = subject;
  if (missing) {
    const rest = day === undefined ? '' : `, ${day}`;
    take(missing.code, missing.about, {
      vi: `${level}, ${recognition.tier}${rest}`,
      en: `${level}, ${recognition.tier}${rest}`,
      day: missing.about,
    });
  }
  if (!missing && weighed?.verdict === 'revoke')
    take('authority-decides', recognition.tier, { vi: authority?.vi ?? '', en: authority?.en ?? '' });
  if (day === undefined && rule) take('day-assumed', rule.legalBasis, { basis: rule.legalBasis });
  if (day !== undefined) {
    const [own] = recognisedTiers([recognition], [recognition.tier], day);
    const state = own && STATE_TEXTS[own.state];
    if (state) take('recognition-not-in-force', recognition.tier, { vi: state.vi, en: state.en });
  }
  if (reported === 'inconsistent') take('reported-inconsistent', rule?.measuredOn ?? '');
  if (reported === 'used' && alone?.verdict !== weighed?.verdict)
    take('reported-decides', rule?.measuredOn ?? '');
  if (rule && set && set.id !== rule.measuredOn)
    take('other-set', set.id, { used: set.id, set: rule.measuredOn });
  const { criteriaTotal } = rule ?? {};
  const found = subject.criteria.length;
  if (criteriaTotal && found > 0 && found !== criteriaTotal)
    take('totals-differ', rule?.measuredOn ?? '', { found, official: of ?? criteriaTotal });
  if (rule && !missing && counted.keysUnplaced.length > 0 && counted.known.unplaced.total > 0) {
    const names = counted.keysUnplaced.map(({ criterion, title }) => ({
      vi: `${criterion} ${title.vi}`,
      en: `${criterion} ${title.en}`,
    }));
    take('key-criteria-unplaced', rule.measuredOn, {
      vi: names.map(({ vi }) => vi).join('; '),
      en: names.map(({ en }) => en).join('; '),
    });
  }
  notes.push(...(subject.notes ?? []));
  if (rule?.note) notes.push({ code: 'rule-note', about: rule.legalBasis, text: rule.note });
  return notes;
}
