import type { CountBounds } from '../schema/programme.js';
import type { RevocationNote } from '../schema/revocation.js';
import type { Recognition } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { recognisedTiers } from './recognised.js';
import type { RuleFound } from './revocation-rule.js';
import type { RevocationSubject } from './revocation-subject.js';
import { noteText } from './revocation-texts.js';
import type { Weighing } from './revocation-weighing.js';

const STATE_TEXTS: Readonly<Record<string, Localized>> = {
  expired: { vi: 'đã hết hạn', en: 'expired' },
  revoked: { vi: 'đã bị thu hồi', en: 'revoked' },
  none: { vi: 'chưa được công nhận', en: 'not recognised' },
  unknown: { vi: 'trạng thái chưa rõ', en: 'status not known' },
};

const sameBounds = (a: CountBounds | undefined, b: CountBounds | undefined): boolean =>
  a?.least === b?.least && a?.most === b?.most;

/** What a reader of the result should know. */
export function notesOf(
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
  const { measuredOn = '' } = rule ?? {};
  if (reported === 'used' && alone?.verdict !== weighed?.verdict) take('reported-decides', measuredOn);
  else if (reported === 'used' && !sameBounds(alone?.failed, weighed?.failed))
    take('reported-counts', measuredOn);
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
