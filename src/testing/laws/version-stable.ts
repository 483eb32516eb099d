import type { Evaluator } from '../../evaluate/evaluator.js';
import type { Localized } from '../../schema/text.js';
import { answerOf, type RecordedAnswer } from '../answers.js';
import { type LawCase, type LawParameters, law, revisionOf, type Verdict } from '../law.js';
import { snapshotsFor } from '../snapshots.js';
import { story } from '../words.js';

const READINGS: Readonly<Record<string, Localized>> = {
  m: { vi: 'đạt', en: 'met' },
  u: { vi: 'chưa đạt', en: 'not met' },
  '?': { vi: 'chưa đủ căn cứ', en: 'unknown' },
};

/** Where an answer is no longer the recorded one, in words. */
function changed(
  recorded: RecordedAnswer,
  now: RecordedAnswer,
  { layout }: Evaluator,
): Localized | undefined {
  const rows = [
    ['prerequisites', layout.prerequisites],
    ['indicators', layout.indicators],
    ['criteria', layout.criteria],
    ['set', ['']],
  ] as const;
  for (const [key, ids] of rows) {
    if (recorded[key] === now[key]) continue;
    if (recorded[key].length !== now[key].length)
      return {
        vi: `có ${now[key].length} kết quả trong ${key}, trước đây ghi ${recorded[key].length}`,
        en: `it has ${now[key].length} ${key}, and had ${recorded[key].length} when recorded`,
      };
    const at = [...now[key]].findIndex((letter, index) => letter !== recorded[key][index]);
    const [then, today] = [READINGS[recorded[key][at] ?? ''], READINGS[now[key][at] ?? '']];
    return {
      vi: `${key} ${ids[at]} nay ${today?.vi}, trước đây ghi ${then?.vi}`,
      en: `${key} ${ids[at]} is now ${today?.en}, and was ${then?.en} when recorded`,
    };
  }
  return undefined;
}

function recordedFor(answers: LawParameters['answers'], revision: string): readonly RecordedAnswer[] {
  if (!answers) return [];
  if (answers.of === revision) return answers.answers;
  throw new TypeError(
    `answers of ${answers.of} say nothing of ${revision}: record them anew (recordAnswers)`,
  );
}

/** One revision of a ruleset always answers the same: as recorded, and when it is read and compiled afresh. */
export const versionStable = law<LawCase & { readonly before?: RecordedAnswer }>(
  'version-stable',
  { vi: 'một bản của bộ tiêu chí luôn cho cùng kết quả', en: 'one revision always gives the same answers' },
  (bench) => {
    const { ruleset, evaluator, vocabulary, parameters } = bench;
    const recorded = recordedFor(parameters.answers, revisionOf(ruleset));
    const afresh = bench.compiled(structuredClone(ruleset));
    return {
      cases: snapshotsFor(ruleset, { vocabulary, declared: true, reported: true }).map((snapshot) => ({
        snapshot,
      })),
      always: recorded.map((before) => ({ snapshot: before.snapshot, before })),
      try({ snapshot, before }): Verdict {
        const now = answerOf(snapshot, evaluator.outcomes(snapshot));
        const wrong = before && changed(before, now, evaluator);
        if (wrong) return story(snapshot, ruleset, wrong);
        const again = changed(now, answerOf(snapshot, afresh.outcomes(snapshot)), evaluator);
        return again ? story(snapshot, ruleset, again) : 'held';
      },
    };
  },
);
