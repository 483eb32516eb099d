import { parseSnapshot } from '../../check/parse-snapshot.js';
import type { CriterionResult, Evaluation, IndicatorResult, Tally } from '../../schema/evaluation.js';
import type { Localized } from '../../schema/text.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { snapshotsFor } from '../snapshots.js';
import { story } from '../words.js';

const both = (vi: string, en: string): Localized => ({ vi, en });

function wrongTally(name: Localized, { total, met, unmet, unknown }: Tally): Localized | undefined {
  if (met + unmet + unknown === total && Math.min(met, unmet, unknown) >= 0) return undefined;
  const sum = `${met} + ${unmet} + ${unknown} ≠ ${total}`;
  return both(`${name.vi} không cộng đủ (${sum})`, `the ${name.en} do not add up (${sum})`);
}

function wrongResult(
  name: Localized,
  { outcome, provisional, because, reasons, ...rest }: CriterionResult | IndicatorResult,
): Localized | undefined {
  const missing = 'missing' in rest ? rest.missing : [];
  if (outcome === 'unknown' && reasons.length === 0)
    return both(`${name.vi} chưa đủ căn cứ mà không nêu lý do`, `${name.en} is unknown and does not say why`);
  if (outcome === 'unknown' && provisional)
    return both(`${name.vi} chưa đủ căn cứ mà lại tạm tính`, `${name.en} is unknown and yet provisional`);
  if (outcome !== 'unknown' && reasons.length + missing.length > 0)
    return both(
      `${name.vi} đã kết luận mà vẫn nêu lý do thiếu`,
      `${name.en} is decided and still lacks something`,
    );
  if (provisional !== because.length > 0)
    return both(`${name.vi} tạm tính mà không nêu vì sao`, `${name.en} is provisional and does not say why`);
  return undefined;
}

function wrongAnswer(evaluation: Evaluation): Localized | undefined {
  const { criteria, prerequisites, placeholders, totals } = evaluation;
  const indicators = [...prerequisites, ...criteria.flatMap((one) => one.indicators), ...placeholders];
  return [
    wrongTally(both('số tiêu chí', 'criteria'), totals.criteria),
    wrongTally(both('số chỉ tiêu', 'indicators'), totals.indicators),
    ...indicators.map((one) => wrongResult(both(`chỉ tiêu ${one.id}`, `indicator ${one.id}`), one)),
    ...criteria.map((one) => wrongResult(both(`tiêu chí ${one.no}`, `criterion ${one.no}`), one)),
  ].find((wrong) => wrong !== undefined);
}

/** Every snapshot that is sound gets a whole answer, and the same one with explanations and without. */
export const total = law<LawCase>(
  'total',
  { vi: 'mọi hiện trạng đều có kết quả đầy đủ', en: 'every snapshot gets a whole answer' },
  ({ ruleset, evaluator, vocabulary }) => ({
    cases: snapshotsFor(ruleset, { declared: true, reported: true, vocabulary }).map((snapshot) => ({
      snapshot,
    })),
    try({ snapshot }): Verdict {
      const parsed = parseSnapshot(snapshot, vocabulary);
      if (!parsed.ok) {
        const [first] = parsed.errors;
        const told = both(`bị từ chối: ${first?.message.vi}`, `it is refused: ${first?.message.en}`);
        return story(snapshot, ruleset, told);
      }
      const evaluation = evaluator.evaluate(parsed.value);
      const wrong = wrongAnswer(evaluation);
      if (wrong) return story(snapshot, ruleset, wrong);
      const text = JSON.stringify(evaluation);
      if (JSON.stringify(JSON.parse(text)) !== text)
        return story(
          snapshot,
          ruleset,
          both('kết quả không phải JSON thuần', 'the answer is not plain JSON'),
        );
      const { outcome, indicators } = evaluator.outcomes(parsed.value);
      const explained = [...evaluation.criteria.flatMap((one) => one.indicators), ...evaluation.placeholders];
      const alike = explained.every((one, at) => one.outcome === indicators[at]);
      if (alike && outcome === evaluation.outcome) return 'held';
      const told = both(
        'kết quả có giải thích khác kết quả không giải thích',
        'it comes out otherwise with explanations than without',
      );
      return story(snapshot, ruleset, told);
    },
  }),
);
