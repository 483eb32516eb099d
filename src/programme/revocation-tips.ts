import type { RevocationTip } from '../schema/revocation.js';
import { isOfCriteria } from './revocation-rule.js';
import { hangsOn, stepsToKeep, stepsToRevoke } from './revocation-steps.js';
import { criteriaText, factText, fewerFailuresText, moreFailuresText } from './revocation-texts.js';
import type { Weighing } from './revocation-weighing.js';

/** What would tip a verdict, what is open first. */
export function tipsOf({ rule, weighed, counted, facts, of }: Weighing): RevocationTip[] {
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
    const keys = rule.keyCriteria.map(({ criterion }) => criterion);
    criteria.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
    if (criteria.length > 0) tips.push({ kind: 'criteria', criteria, text: criteriaText(criteria, keys) });
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
