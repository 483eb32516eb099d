import type { Judging, JudgingOf } from '../compare/judging.js';
import { type Figures, parseWithFigures } from '../compare/with-figures.js';
import { compile, judgementOptions } from '../evaluate/evaluator.js';
import { NtmError } from '../problem/problem.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import { getRuleset } from '../shipped.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { choose, relatedFor } from './choose-ruleset.js';
import { checkedForms, type Options, vocabularyWith } from './options.js';

/**
 * What units are judged by: an id (the version in force on each unit's day), `id@version`, a ruleset, or one of these
 * with amendments of one's own and figures to suppose.
 */
export type JudgedBy =
  | string
  | Ruleset
  | {
      readonly ruleset: string | Ruleset;
      /** Applied after those of the options, each to the units it is for. */
      readonly amendments?: readonly (Amendment | unknown)[];
      /** Figures to suppose, as `withFigures` takes them. */
      readonly figures?: Figures;
    };

/**
 * A ruleset with some of its figures supposed to be others; by id, the latest version. See the function of the same
 * name in `ntm-rules/core`.
 *
 * @throws NtmError with every problem at its key
 * @since 0.1.0
 */
export function withFigures(ruleset: string | Ruleset, figures: Figures): Ruleset {
  const base = typeof ruleset === 'string' ? getRuleset(ruleset) : ruleset;
  const { rulesets: _any, ...vocabulary } = vocabularyWith({});
  const parsed = parseWithFigures(base, figures, vocabulary);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}

/** Finds the text that judges each unit, and makes every text ready once. */
export function judgingBy(by: JudgedBy, options: Options): JudgingOf {
  const asked = typeof by === 'object' && 'ruleset' in by ? by : { ruleset: by };
  const amendments = checkedForms([...(options.amendments ?? []), ...(asked.amendments ?? [])]);
  const related = relatedFor(options, amendments);
  const { figures } = asked;
  const ready = new Map<Ruleset, Judging>();
  return (snapshot) => {
    const { ruleset } = choose(asked.ruleset, snapshot, options);
    const amended = withAmendments(ruleset, amendments, provincesOf(snapshot));
    let judging = ready.get(amended);
    if (!judging) {
      const supposed = figures ? withFigures(amended, figures) : amended;
      judging = {
        evaluator: compile(supposed, { ...options, related }),
        options: judgementOptions(options, related),
      };
      ready.set(amended, judging);
    }
    return judging;
  };
}
