import { checkFigure } from '../check/figures.js';
import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { compileRuleset } from '../evaluate/compiled-ruleset.js';
import type { Evaluator } from '../evaluate/evaluator.js';
import { compile } from '../evaluate/evaluator.js';
import { leaves, placedConditions, placedIndicators } from '../law/walk.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { problem } from '../problem/report.js';
import { amountOf, compareAmounts, type Exactly } from '../rule/amount.js';
import { gradeIndex } from '../rule/reading.js';
import { type Requirement, figureOf as statedFigure } from '../rule/requirement.js';
import type { Condition, Literal } from '../schema/condition.js';
import type { Indicator, Ruleset, Where } from '../schema/ruleset.js';
import { namedFigure } from './figure-key.js';
import { HeldSet } from './held-at.js';
import type { Judging } from './judging.js';
import { type OpenFigure, openFigure, type UsingLeaf } from './supposed-run.js';
import { parseWithFigures } from './with-figures.js';

/** Which figure is swept, and over which values. */
export interface SweptFigure {
  /** An id, or a key as `withFigures` takes it. */
  readonly indicator: string;
  readonly requirement?: string | undefined;
  readonly where?: Where | undefined;
  readonly values: readonly Literal[];
}

/** A figure of one text, made ready to be tried at any value. */
export interface ReadyFigure {
  readonly judging: Judging;
  readonly indicator: Indicator;
  readonly requirement: string;
  readonly where: Where;
  readonly open: OpenFigure;
  readonly held: HeldSet;
  readonly openEnded: boolean;
  /** Which way it is stricter, where every use of it has the same direction. */
  readonly side: 'above' | 'below' | undefined;
  /** Other figures follow this one, so that its indicator’s outcome does not say everything about the rest. */
  readonly entangled: boolean;
  /** Something is met because this indicator is not. */
  readonly negated: boolean;
  /** The text with the figure at one of the values, as an amendment would make it. */
  amendedAt(value: Literal): Evaluator;
}

function figureOf(value: Literal, { definition }: UsingLeaf): Requirement {
  const figures: Exactly[] =
    definition.type === 'boolean'
      ? []
      : [definition.type === 'level' ? gradeIndex(definition, value) : amountOf(value as number | string)];
  return supposed(value, figures);
}

function supposed(literal: Literal, figures: readonly Exactly[]): Requirement {
  return statedFigure(literal, figures, 'proposed', [], false);
}

/** The figure for each comparison that uses it, at a value of the law. */
export function figuresAt(value: Literal, { open }: ReadyFigure): Requirement[] {
  return open.leaves.map((leaf) => figureOf(value, leaf));
}

/** The same at a number that need not have a decimal form, such as 2/3. */
export function figuresAtNumber(at: Exactly, { open }: ReadyFigure): Requirement[] {
  return open.leaves.map(() => supposed(0, [at]));
}

/** Whether a figure of another indicator, or the columns, hang on this figure directly. */
function isEntangled(ruleset: Ruleset, id: string): boolean {
  const follows = [...placedIndicators(ruleset)].some(({ indicator }) =>
    Object.values(indicator.requirements ?? {}).some((rows) =>
      rows.some((row) => {
        if (!('value' in row) || typeof row.value !== 'object' || Array.isArray(row.value)) return false;
        const { percentOf } = row.value;
        return percentOf.ruleset === ruleset.id && percentOf.indicator === id;
      }),
    ),
  );
  const inColumns = [...placedConditions(ruleset)].some(
    ({ role, condition }) =>
      (role === 'column' || role === 'group') &&
      [...leaves(condition)].some(({ leaf }) => 'indicator' in leaf || 'criterion' in leaf),
  );
  return follows || inColumns;
}

/** Whether a condition has a reference to an indicator or criterion under `not`. */
function refersNegated(condition: Condition, negated = false): boolean {
  if ('all' in condition) return condition.all.some((part) => refersNegated(part, negated));
  if ('any' in condition) return condition.any.some((part) => refersNegated(part, negated));
  if ('of' in condition) return condition.of.some((part) => refersNegated(part, negated));
  if ('not' in condition) return refersNegated(condition.not, !negated);
  return negated && !('fact' in condition) && !('trait' in condition);
}

/** Every value has to be one that the law could state; of numbers the outermost ones show whether a floor is broken. */
function checkValues(
  ruleset: Ruleset,
  {
    indicator,
    requirement,
    values,
    where = {},
  }: Required<Pick<SweptFigure, 'indicator' | 'values'>> & {
    requirement: string;
    where: Where | undefined;
  },
  using: readonly UsingLeaf[],
  vocabulary: RulesetVocabulary,
): void {
  const list = new ProblemList();
  for (const { definition } of using)
    for (const [at, value] of values.entries()) checkFigure(value, definition, ['values', at], list, 'law');
  if (!list.empty) throw new NtmError(list.list());
  const numeric = using.every(
    ({ definition }) => definition.type !== 'level' && definition.type !== 'boolean',
  );
  const places = values.map((value, at) => ({ value, at }));
  const sorted = numeric
    ? [...places].sort((a, b) => compareAmounts(amountOf(a.value as number), amountOf(b.value as number)))
    : places;
  const outermost = numeric ? [sorted[0], sorted.at(-1)] : sorted;
  const problems: Problem[] = outermost.flatMap((one) => {
    if (!one) return [];
    const figures = [{ indicator, requirement, where, value: one.value }];
    const parsed = parseWithFigures(ruleset, figures, vocabulary);
    return parsed.ok
      ? []
      : parsed.errors.map((error) => ({
          ...error,
          path: error.path.replace(/^\/0\/value/, `/values/${one.at}`),
        }));
  });
  if (problems.length > 0) throw new NtmError(problems);
}

/** Makes a figure of a text ready to be tried; throws where there is no such figure or a value cannot be one. */
export function readyFigure(
  judging: Judging,
  swept: SweptFigure,
  vocabulary: RulesetVocabulary,
): ReadyFigure {
  const { ruleset } = judging.evaluator;
  const { indicator: key, requirement: asked, where: place } = swept;
  // A key such as `17.1.total[region=southeast]` says it all; otherwise it is an id.
  const whole = asked === undefined && place === undefined;
  const named = namedFigure(ruleset, whole ? key : swept, '/indicator');
  if ('problem' in named) throw new NtmError([named.problem]);
  const { requirement, where } = named;
  const placed = [...placedIndicators(ruleset)].find((one) => one.indicator.id === named.indicator);
  const indicator = placed?.indicator;
  const open =
    indicator?.condition && openFigure(ruleset, indicator, requirement, where, compileRuleset(ruleset).nodes);
  const [first] = open?.leaves ?? [];
  if (!indicator || !open || !first) {
    throw new NtmError([
      problem('unknown-requirement', '/indicator', {
        found: swept.indicator,
        expected: { vi: 'mức mà điều kiện dùng đến', en: 'a figure that the condition uses' },
        hint: { vi: 'Chọn chỉ tiêu có mức đạt chuẩn.', en: 'Choose an indicator with a figure.' },
      }),
    ]);
  }
  checkValues(ruleset, { ...swept, indicator: indicator.id, requirement, where }, open.leaves, vocabulary);
  const sides = new Set(open.leaves.map(({ side }) => side));
  const [side] = sides;
  const amended = new Map<Literal, Evaluator>();
  return {
    judging,
    indicator,
    requirement,
    where,
    open,
    held: new HeldSet(ruleset, indicator.id, first, judging.options),
    openEnded: compileRuleset(ruleset).openEnded,
    side: sides.size === 1 ? side : undefined,
    entangled: isEntangled(ruleset, indicator.id),
    negated: [...placedConditions(ruleset)].some(({ condition }) => refersNegated(condition)),
    amendedAt(value) {
      let evaluator = amended.get(value);
      if (!evaluator) {
        const figures = [{ indicator: indicator.id, requirement, where, value }];
        const parsed = parseWithFigures(ruleset, figures, vocabulary);
        if (!parsed.ok) throw new NtmError(parsed.errors);
        const { declared, publishedOnly, related } = judging.options;
        evaluator = compile(parsed.value, {
          declared,
          ...(publishedOnly && { evidence: 'published' }),
          related,
        });
        amended.set(value, evaluator);
      }
      return evaluator;
    },
  };
}
