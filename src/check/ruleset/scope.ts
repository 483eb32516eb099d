import { placedIndicators } from '../../law/walk.js';
import type { ProblemCode } from '../../problem/codes.js';
import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { didYouMean, oneOf, type ProblemDetails } from '../../problem/report.js';
import type { FactDefinition } from '../../schema/fact.js';
import type { RulesetFile } from '../../schema/ruleset.js';
import type { Localized } from '../../schema/text.js';
import type { RulesetVocabulary } from '../ruleset-vocabulary.js';

/** A ruleset being checked, with the names it may use and the place its problems go to. */
export class RulesetScope {
  readonly criteria: readonly string[];
  readonly indicators: readonly string[];
  readonly #ids: ReadonlySet<string>;

  constructor(
    readonly file: RulesetFile,
    readonly vocabulary: RulesetVocabulary,
    readonly problems: ProblemList,
  ) {
    this.criteria = file.criteria.map(({ no }) => no);
    this.indicators = [...placedIndicators(file)].map(({ indicator }) => indicator.id);
    this.#ids = new Set([
      ...this.criteria.map((no) => `criterion ${no}`),
      ...this.indicators.map((id) => `indicator ${id}`),
    ]);
  }

  add(code: ProblemCode, path: Path, details: () => ProblemDetails): void {
    this.problems.add(code, path, details);
  }

  has(kind: 'criterion' | 'indicator', id: string): boolean {
    return this.#ids.has(`${kind} ${id}`);
  }

  fact(key: string): FactDefinition | undefined {
    for (const facts of [this.file.facts, this.vocabulary.facts])
      if (facts && Object.hasOwn(facts, key)) return facts[key];
    return undefined;
  }

  unknownFact(key: string, path: Path): void {
    this.add('unknown-fact', path, () => ({
      found: key,
      expected: { vi: 'một khóa của danh mục số liệu', en: 'a key of the fact catalogue' },
      hint: didYouMean(
        key,
        [...Object.keys(this.file.facts ?? {}), ...Object.keys(this.vocabulary.facts ?? {})],
        {
          vi: 'Thêm số liệu vào “facts” của tệp, có tiền tố địa phương.',
          en: 'Add the fact to the file’s own “facts”, with its jurisdiction before it.',
        },
      ),
    }));
  }

  /** A name that is none of those known, with the nearest of them. */
  unknown(code: ProblemCode, path: Path, name: string, known: readonly string[], otherwise: Localized): void {
    this.add(code, path, () => ({
      found: name,
      expected: known.length > 0 ? oneOf(known) : { vi: 'chưa có mục nào', en: 'there are none yet' },
      hint: didYouMean(name, known, otherwise),
    }));
  }

  /** A set that is referred to: one of those known, where it is known which there are, or this one. */
  checkRuleset(id: string, path: Path): void {
    const { rulesets } = this.vocabulary;
    if (!rulesets || rulesets.includes(id) || id === this.file.id) return;
    this.unknown('unknown-reference', path, id, rulesets, {
      vi: 'Kiểm tra mã bộ tiêu chí.',
      en: 'Check the ruleset id.',
    });
  }

  /** A part of this set that is referred to. */
  checkEntry(kind: 'criterion' | 'indicator', id: string, path: Path): void {
    if (this.has(kind, id)) return;
    const known = kind === 'criterion' ? this.criteria : this.indicators;
    this.unknown('unknown-reference', path, id, known, { vi: 'Kiểm tra ký hiệu.', en: 'Check the id.' });
  }
}
