import { applyAmendment } from '../law/apply-amendment.js';
import { NtmError, type Parsed, type Problem } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { problem, same } from '../problem/report.js';
import { type Amendment, amendmentSchema, type Ruleset } from '../schema/ruleset.js';
import { checkFloors, checkRepealed } from './amendment/floors.js';
import { checkMisplaced } from './amendment/misplaced.js';
import { checkOwnNames } from './amendment/own-names.js';
import { relocating } from './amendment/relocated.js';
import { deepFreeze, frozen } from './frozen.js';
import { isObject } from './is-object.js';
import { plainCopy } from './plain-copy.js';
import { checkRulesetMeaning } from './ruleset-meaning.js';
import type { RulesetVocabulary } from './ruleset-vocabulary.js';
import { matchShape } from './shape.js';

/**
 * Checks the form of an amendment: a later version, a province's set, or figures of one's own. What it means for a
 * base is checked by `amend`.
 *
 * @since 0.1.0
 */
export function parseAmendment(
  input: unknown,
  vocabulary: Pick<RulesetVocabulary, 'file'> = {},
): Parsed<Amendment> {
  const problems = new ProblemList();
  const copy = plainCopy(input, problems);
  const shaped = copy.halted
    ? undefined
    : matchShape(amendmentSchema, copy.value, { problems, refused: copy.refused });
  if (!shaped?.ok || !problems.empty) return { ok: false, errors: problems.list(vocabulary.file) };
  return { ok: true, value: deepFreeze(shaped.value) };
}

/** The bases an amendment is written for, as `id@version`. */
export function basesOf(amendment: Pick<Amendment, 'amends'>): readonly string[] {
  return Array.isArray(amendment.amends) ? amendment.amends : [amendment.amends as string];
}

/** Like `amend`, but returns every problem instead of throwing. */
export function parseAmended(
  base: Ruleset,
  input: unknown,
  vocabulary: RulesetVocabulary = {},
): Parsed<Ruleset> {
  const parsed = parseAmendment(input, vocabulary);
  if (!parsed.ok) return parsed;
  const amendment = parsed.value;
  const problems = new ProblemList();
  if (!isRuleset(base)) return { ok: false, errors: [notARuleset(base)] };
  checkOwnNames(base, amendment, vocabulary, problems);
  const shared = {
    facts: { ...base.facts, ...vocabulary.facts },
    sources: { ...base.sources, ...vocabulary.sources },
    territory: vocabulary.territory ?? base.territory,
  };
  const { ruleset, origins, misplaced } = applyAmendment(base, amendment, shared);
  // What the changes of another base come to is beside the point.
  if (isFor(base, amendment, problems)) {
    for (const one of misplaced) checkMisplaced(one, problems);
    checkRepealed(base, amendment, problems);
    checkFloors(base, ruleset, origins, problems);
    const inRuleset = new ProblemList();
    checkRulesetMeaning(ruleset, vocabulary, inRuleset);
    problems.merge(inRuleset, relocating(amendment, ruleset, origins));
  }
  if (!problems.empty) return { ok: false, errors: problems.list(vocabulary.file) };
  return { ok: true, value: frozen(ruleset) };
}

/** Whether a base has what every checked ruleset has; JavaScript lets anything through. */
function isRuleset(base: unknown): base is Ruleset {
  return isObject(base) && Array.isArray(base.criteria) && isObject(base.facts) && isObject(base.sources);
}

function notARuleset(base: unknown): Problem {
  return problem('wrong-type', '/amends', {
    found: base,
    expected: { vi: 'bộ tiêu chí gốc đã kiểm tra', en: 'a base that has been checked' },
    hint: {
      vi: 'Lấy bộ gốc bằng getRuleset hoặc parseRuleset.',
      en: 'Take the base from getRuleset or parseRuleset.',
    },
  });
}

function isFor(base: Ruleset, amendment: Amendment, problems: ProblemList): boolean {
  const bases = basesOf(amendment);
  const own = `${base.id}@${base.version}`;
  if (bases.includes(own)) return true;
  problems.add('wrong-base', ['amends'], () => ({
    found: bases.join(', '),
    expected: same(own),
    hint: {
      vi: 'Chọn đúng phiên bản, hoặc thêm phiên bản này vào “amends”.',
      en: 'Choose the version it is written for, or add this one to “amends”.',
    },
  }));
  return false;
}

/**
 * A ruleset with an amendment (văn bản sửa đổi, mức của tỉnh, số liệu của bạn) applied: its figures precede those of
 * the base, undetermined and delegated requirements are filled, totals and completeness are worked out anew. Neither
 * input is changed. Amending by nothing changes no outcome.
 *
 * @throws NtmError with every problem, each at its place in the amendment: `wrong-base`, `unknown-reference`,
 * `unknown-requirement`, `floor-loosened`, `source-missing` …
 * @example
 * amend(getRuleset('vn/commune-ntm/2021-2025'), {
 *   format: 1, amends: 'vn/commune-ntm/2021-2025@2024-03-01', title: { vi: '…', en: '…' },
 *   citation: { number: '12/2022/QĐ-UBND', date: '2022-05-04' },
 *   changes: [{ change: 'set-requirement', indicator: '10', requirement: 'income',
 *     rows: [{ where: { year: 2024 }, value: 50, evidence: 'published' }] }],
 * })
 * @since 0.1.0
 */
export function amend(
  base: Ruleset,
  amendment: Amendment | unknown,
  vocabulary: RulesetVocabulary = {},
): Ruleset {
  const parsed = parseAmended(base, amendment, vocabulary);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}
