import fc from 'fast-check';
import { parseSnapshot } from '../../check/parse-snapshot.js';
import type { Vocabulary } from '../../check/vocabulary.js';
import type {
  CriterionResult,
  Evaluation,
  IndicatorResult,
  Outcomes,
  Tally,
} from '../../schema/evaluation.js';
import type { Snapshot } from '../../schema/snapshot.js';
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
    wrongTallies(totals),
    ...indicators.map((one) => wrongResult(both(`chỉ tiêu ${one.id}`, `indicator ${one.id}`), one)),
    ...criteria.map((one) => wrongResult(both(`tiêu chí ${one.no}`, `criterion ${one.no}`), one)),
  ].find((wrong) => wrong !== undefined);
}

function wrongInput(snapshot: Snapshot, vocabulary: Vocabulary): Localized | undefined {
  const parsed = parseSnapshot(snapshot, vocabulary);
  const [first] = parsed.ok ? [] : parsed.errors;
  return first && both(`bị từ chối: ${first.message.vi}`, `it is refused: ${first.message.en}`);
}

function wrongText(evaluation: Evaluation): Localized | undefined {
  const text = JSON.stringify(evaluation);
  if (JSON.stringify(JSON.parse(text)) === text) return undefined;
  return both('kết quả không phải JSON thuần', 'the answer is not plain JSON');
}

function wrongTallies({ criteria, indicators }: Evaluation['totals']): Localized | undefined {
  return (
    wrongTally(both('số tiêu chí', 'criteria'), criteria) ??
    wrongTally(both('số chỉ tiêu', 'indicators'), indicators)
  );
}

function otherwiseThan(
  outcomes: Outcomes,
  { outcome, provisional, totals, criteria, placeholders }: Evaluation,
): Localized | undefined {
  const explained = [...criteria.flatMap(({ indicators }) => indicators), ...placeholders];
  const alike = explained.every((one, at) => one.outcome === outcomes.indicators[at]);
  const isWhole = outcome === outcomes.outcome && provisional === outcomes.provisional;
  const isCounted = JSON.stringify(totals) === JSON.stringify(outcomes.totals);
  if (alike && isWhole && isCounted) return undefined;
  return both(
    'kết quả có giải thích khác kết quả không giải thích',
    'it comes out otherwise with explanations than without',
  );
}

/** Every snapshot that is sound gets a whole answer, and the same one with explanations and without. */
export const total = law<LawCase & { readonly closely: boolean }>(
  'total',
  { vi: 'mọi hiện trạng đều có kết quả đầy đủ', en: 'every snapshot gets a whole answer' },
  ({ ruleset, evaluator, vocabulary }) => ({
    cases: fc.record({
      snapshot: snapshotsFor(ruleset, { declared: true, reported: true, vocabulary }),
      // Explanations take most of the time.
      closely: fc.boolean(),
    }),
    try({ snapshot, closely }): Verdict {
      const outcomes = evaluator.outcomes(snapshot);
      const wrong = wrongTallies(outcomes.totals);
      if (wrong) return story(snapshot, ruleset, wrong);
      if (!closely) return 'held';
      // Of a copy that may still change everything is explained at once, and nothing taken from the codes alone.
      const evaluation = evaluator.evaluate({ ...snapshot });
      const more =
        wrongAnswer(evaluation) ??
        otherwiseThan(outcomes, evaluation) ??
        wrongInput(snapshot, vocabulary) ??
        wrongText(evaluation);
      return more ? story(snapshot, ruleset, more) : 'held';
    },
  }),
);
