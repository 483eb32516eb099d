import { vocabularyWith } from '../../by-id/options.js';
import { parseRuleset } from '../../check/parse-ruleset.js';
import { plainCopy } from '../../check/plain-copy.js';
import type { ProblemCode } from '../../problem/codes.js';
import type { Parsed, Problem } from '../../problem/problem.js';
import { ProblemList } from '../../problem/problem-list.js';
import { pointer } from '../../problem/report.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { FromJsonRulesEngineOptions } from './reading/options.js';
import { Origins } from './reading/origins.js';
import { type ConditionReading, MOST_CONDITIONS, readCondition } from './reading/read-condition.js';
import { readRule } from './reading/read-rule.js';
import { A_LIST, handlerRefused, wrongType } from './reading/refusals.js';
import { rulesetText } from './reading/ruleset-text.js';

/** What can only be said of a set whose rules were all read. */
const OF_THE_WHOLE: ReadonlySet<ProblemCode> = new Set(['completeness-mismatch', 'totals-mismatch']);

/**
 * Reads rules of json-rules-engine into a ruleset, one indicator a rule, or says everything that keeps them from being
 * read, each at its place in the rules (`/0/conditions/all/1/path`).
 *
 * What is read: `all`, `any`, `not`, named conditions that are given here, and comparisons of a fact of the catalogue
 * with a literal by `equal`, `notEqual`, `lessThan`, `lessThanInclusive`, `greaterThan`, `greaterThanInclusive`, `in`
 * and `notIn`. What is refused: `path`, `params`, priorities, handlers, custom and decorated operators, comparisons of
 * two facts, empty groups (which json-rules-engine takes for true), unknown facts and misspelt keys (which it ignores).
 *
 * One thing changes its meaning, and may be why one does this: json-rules-engine takes a missing fact for false and its
 * negation for true; in a ruleset both are unknown.
 *
 * @param rules a list of rules as plain JSON; of `Rule` objects take `rule.toJSON(false)`
 * @example
 * const read = fromJsonRulesEngine(rules, {
 *   ruleset: { id: 'lao-cai/commune-ntm/2026-2030', title, period: { from: '2026-01-01', to: '2030-12-31' } },
 *   facts: { insured: 'health.insuredRate' },
 * });
 * if (!read.ok) console.error(formatProblems(read.errors));
 * @since 0.1.0
 */
export function fromJsonRulesEngine(rules: unknown, options: FromJsonRulesEngineOptions): Parsed<Ruleset> {
  const problems = new ProblemList();
  const list = plainList(rules, problems);
  const conditions = plainConditions(options.conditions, problems);
  if (!list || !conditions) return { ok: false, errors: problems.list() };

  const origins = new Origins();
  const { facts = {}, indicatorOf, ruleset: head } = options;
  const reading: ConditionReading = {
    problems,
    origins,
    facts,
    conditions,
    within: [],
    left: { count: MOST_CONDITIONS },
  };
  const read = list.flatMap((rule, at) => readRule(rule, at, indicatorOf, problems) ?? []);
  const text = rulesetText(
    head,
    read,
    (value, from, to) => readCondition(value, from, to, reading),
    origins,
    problems,
  );

  const { rulesets: _shipped, ...vocabulary } = vocabularyWith(options.vocabulary ?? {});
  const own = options.vocabulary?.rulesets;
  const parsed = parseRuleset(text, { ...vocabulary, ...(own && { rulesets: own }) });
  if (problems.empty) return parsed.ok ? parsed : { ok: false, errors: parsed.errors.map(origins.placed) };
  const further = parsed.ok ? [] : parsed.errors.filter(({ code }) => !OF_THE_WHOLE.has(code));
  return { ok: false, errors: eachOnce([...problems.list(), ...further.map(origins.placed)]) };
}

/** A condition that several rules name is told of once. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.code} ${one.path}`, one])).values()];
}

/** The rules as plain JSON, or undefined where there is no list of them. */
function plainList(rules: unknown, problems: ProblemList): readonly unknown[] | undefined {
  const found = new ProblemList();
  const copy = plainCopy(rules, found);
  problems.merge(found, handlerRefused);
  const onlyHandlers = problems.list().every(({ code }) => code === 'unsupported-feature');
  if (copy.halted || !onlyHandlers) return undefined;
  if (!Array.isArray(copy.value)) wrongType([], copy.value, A_LIST, problems);
  else if (copy.value.length === 0) noRule(problems);
  else return copy.value;
  return undefined;
}

function noRule(problems: ProblemList): void {
  problems.add('empty-group', [], () => ({
    found: [],
    expected: { vi: 'ít nhất một quy tắc', en: 'at least one rule' },
    hint: { vi: 'Thêm các quy tắc.', en: 'Give the rules.' },
  }));
}

function plainConditions(
  conditions: unknown,
  problems: ProblemList,
): Readonly<Record<string, unknown>> | undefined {
  const found = new ProblemList();
  const copy = plainCopy(conditions ?? {}, found);
  const base = pointer('', 'options', 'conditions');
  problems.merge(found, (one) => ({ ...one, path: base + one.path }));
  return found.empty ? (copy.value as Record<string, unknown>) : undefined;
}
