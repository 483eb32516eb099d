import type { CountBounds } from '../schema/programme.js';
import type { KeyCriteriaFailed, RevocationCaseResult, RevocationCheck } from '../schema/revocation.js';
import type { Recognition } from '../schema/snapshot.js';
import type { Counted } from './count-criteria.js';
import { overCompletions } from './revocation-cases.js';
import { notesOf } from './revocation-notes.js';
import { isOfCriteria, revocationRule } from './revocation-rule.js';
import type { RevocationSubject } from './revocation-subject.js';
import { tipsOf } from './revocation-tips.js';
import type { Weighed } from './revocation-verdict.js';
import { type RevocationSetting, type Weighing, weighAll } from './revocation-weighing.js';
import { shareBounds } from './share-of.js';

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
