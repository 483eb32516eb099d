import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { inForce, ReviewBook } from '../programme/review-recognitions.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { RecognitionReview, RevocationCheck } from '../schema/revocation.js';
import type { Recognition, ReportedTotals, Snapshot, Unit } from '../schema/snapshot.js';
import { checkedRecognition, type RevocationOptions, RevocationQuestions } from './revocation-questions.js';

/**
 * Whether a recognition would be revoked (thu hồi quyết định công nhận) by what is known of the unit today. `revoke` and
 * `keep` hold in every completion of what is unknown; `at-risk` in some, with at least one criterion known to have
 * failed; `unknown` otherwise, and where no source gives the rule (towns, provinces, before 2 August 2022, after 2025).
 * `revoke` says that it is a case of revocation: the authority decides.
 *
 * A criterion has failed when its outcome is unmet. Shares are of the set's official total and compared exactly. A model
 * commune (xã kiểu mẫu) is measured on the advanced set. What rests on provisional outcomes or on reported totals is
 * provisional.
 *
 * @param subject an evaluation by the set that the rule is measured on (or a province's set of the same level and tier);
 * or a snapshot, which is judged by it; or reported totals alone, which give bounds
 * @param recognition only `tier` is needed
 * @throws NtmError `wrong-ruleset` for an evaluation by another set; what `evaluate` throws for a snapshot
 * @example
 * checkRevocation({ criteria: 14, ofCriteria: 19 }, { tier: 'ntm' }).verdict // 'keep': 5 of 19 are 26.32 %
 * checkRevocation({ criteria: 13, ofCriteria: 19 }, { tier: 'ntm' }).verdict // 'at-risk': 6, a key criterion perhaps among them
 * checkRevocation({ criteria: 9, ofCriteria: 19 }, { tier: 'ntm' }).verdict // 'revoke': 10 are over half
 * checkRevocation(evaluate(snapshot, 'vn/commune-ntm/2021-2025'), { tier: 'ntm' }).tips // what would tip it
 *
 * Source: Quyết định 18/2022/QĐ-TTg, Điều 4.
 * @since 0.1.0
 */
export function checkRevocation(
  subject: Evaluation | ReportedTotals | unknown,
  recognition: Recognition,
  options: RevocationOptions = {},
): RevocationCheck {
  return new RevocationQuestions(options).check(subject, checkedRecognition(recognition));
}

/** One recognised unit to review: what is known of it, and the recognition; `unit` where only totals are known. */
export interface RecognisedItem {
  subject: Evaluation | ReportedTotals | Snapshot;
  recognition: Recognition;
  unit?: Unit;
}

/** How a list of recognitions is reviewed. */
export interface ReviewOptions extends Omit<RevocationOptions, 'level' | 'facts'> {
  /**
   * Reviews this tier of every snapshot, whatever its recognitions say; without it those in force. @since 0.1.0
   */
  tier?: string;
}

/**
 * Reviews a whole list of recognised units (rà soát các đơn vị đã được công nhận): each recognition in force by
 * `checkRevocation`, a compact row each, those to look at first on top, and counts by tier and verdict. Takes one item
 * after another and keeps its row alone.
 *
 * @param items parsed snapshots (see `parseSnapshot`), whose recognitions in force on the day of judgement are reviewed;
 * or what is known of a unit with one recognition
 * @throws NtmError `duplicate-unit` when one tier of one unit comes twice; what `checkRevocation` throws, with the place
 * of the item before its path
 * @example
 * reviewRecognitions(snapshots).tallies // [{ level: 'commune', tier: 'ntm', total: 62, keep: 44, atRisk: 12, revoke: 6, unknown: 0 }]
 * @since 0.1.0
 */
export function reviewRecognitions(
  items: Iterable<Snapshot | RecognisedItem>,
  options: ReviewOptions = {},
): RecognitionReview {
  const open = openReview(options);
  let place = 0;
  for (const item of items) {
    try {
      open.take(item);
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
      throw new NtmError(error.errors.map((one) => ({ ...one, path: `/${place}${one.path}` })));
    }
    place += 1;
  }
  return open.end();
}

/** A review to which units are given one at a time; a row of each is kept. */
export interface OpenReview {
  /** @throws NtmError for what cannot be reviewed; the others can be all the same */
  take(item: Snapshot | RecognisedItem): void;
  end(): RecognitionReview;
}

export function openReview({ tier, ...options }: ReviewOptions): OpenReview {
  const asked = new RevocationQuestions(options);
  const book = new ReviewBook();
  return { take: (item) => reviewOne(item, asked, book, tier), end: () => book.review() };
}

function reviewOne(
  item: Snapshot | RecognisedItem,
  asked: RevocationQuestions,
  book: ReviewBook,
  tier: string | undefined,
): void {
  if ('subject' in item) {
    const { subject } = item;
    const unit = item.unit ?? ('unit' in subject ? subject.unit : undefined);
    if (!unit) throw new NtmError([UNIT_MISSING]);
    const check = asked.check(subject, checkedRecognition(item.recognition), unit.level);
    book.take(unit, check);
    return;
  }
  const { on } = asked.options;
  const snapshot = on === undefined ? item : { ...item, assessedOn: on };
  const { unit, recognitions, assessedOn } = snapshot;
  const found =
    tier === undefined ? inForce(recognitions ?? [], assessedOn) : [ofTier(tier, recognitions, assessedOn)];
  if (found.length === 0) book.without(unit, recognitions !== undefined);
  for (const recognition of found) book.take(unit, asked.ofSnapshot({ snapshot, refused: [] }, recognition));
}

/** The recognition of a tier that is asked about: the one in force, else one that says no more than the tier. */
function ofTier(tier: string, recognitions: readonly Recognition[] | undefined, day: string): Recognition {
  return inForce(recognitions ?? [], day).find((one) => one.tier === tier) ?? { tier };
}

const UNIT_MISSING = problem('missing-key', '/unit', {
  found: undefined,
  expected: { vi: 'đơn vị được công nhận', en: 'the unit that is recognised' },
  hint: { vi: 'Ghi unit bên cạnh tổng số báo cáo.', en: 'Give unit beside the reported totals.' },
});
