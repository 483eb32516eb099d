import { isObject } from '../../../check/is-object.js';
import type { Path } from '../../../problem/problem.js';
import type { ProblemList } from '../../../problem/problem-list.js';
import type { Condition } from '../../../schema/condition.js';
import type { Localized } from '../../../schema/text.js';
import type { IndicatorOfRule, NamedRule } from './options.js';
import { A_TEXT, AN_OBJECT, checkKeys, missingKey, wrongType } from './refusals.js';

/** A rule as far as it could be read: what it is called, and its conditions still to be read. */
export interface RuleRead {
  readonly at: number;
  /** Where its id stands. */
  readonly idAt: Path;
  readonly id: string;
  readonly title: Localized;
  readonly criterion: string;
  readonly criterionTitle: Localized;
  readonly conditions: unknown;
  readonly wanted: IndicatorOfRule;
}

/** Reads everything of a rule but its conditions; undefined where it has none or cannot be named. */
export function readRule(
  rule: unknown,
  at: number,
  indicatorOf: ((rule: NamedRule, index: number) => IndicatorOfRule) | undefined,
  problems: ProblemList,
): RuleRead | undefined {
  if (!isObject(rule)) {
    wrongType([at], rule, AN_OBJECT, problems);
    return undefined;
  }
  checkKeys(rule, ['name', 'conditions', 'event'], [at], problems);
  const named = {
    name: readName(rule.name, [at, 'name'], problems),
    event: readEvent(rule.event, at, problems),
  };
  if (rule.conditions === undefined)
    missingKey(
      [at, 'conditions'],
      'all / any / not / condition',
      { vi: 'Thêm điều kiện.', en: 'Add its conditions.' },
      problems,
    );
  if (rule.conditions === undefined || !named.event) return undefined;
  const event = named.event;
  const wanted = indicatorOf?.({ name: named.name, event }, at) ?? {};
  const stated = [
    { id: wanted.id, idAt: [at] },
    { id: named.name, idAt: [at, 'name'] },
    { id: textOf(event.params.indicator), idAt: [at, 'event', 'params', 'indicator'] },
    { id: event.type, idAt: [at, 'event', 'type'] },
  ].find(({ id }) => id !== undefined) as { id: string; idAt: Path };
  const criterion = wanted.criterion ?? textOf(event.params.criterion) ?? '1';
  return {
    ...stated,
    at,
    title: wanted.title ?? { vi: stated.id, en: stated.id },
    criterion,
    criterionTitle: wanted.criterionTitle ?? { vi: criterion, en: criterion },
    conditions: rule.conditions,
    wanted,
  };
}

/** Numbers of criteria are often written as numbers. */
function textOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

function readName(name: unknown, path: Path, problems: ProblemList): string | undefined {
  if (name !== undefined && textOf(name) === undefined) wrongType(path, name, A_TEXT, problems);
  return textOf(name);
}

function readEvent(event: unknown, at: number, problems: ProblemList): NamedRule['event'] | undefined {
  const path: Path = [at, 'event'];
  if (!isObject(event)) {
    wrongType(path, event, AN_OBJECT, problems);
    return undefined;
  }
  checkKeys(event, ['type', 'params'], path.concat(), problems);
  const { type, params = {} } = event;
  if (typeof type !== 'string' || type === '') {
    wrongType([...path, 'type'], type, A_TEXT, problems);
    return undefined;
  }
  if (!isObject(params)) {
    wrongType([...path, 'params'], params, AN_OBJECT, problems);
    return undefined;
  }
  return { type, params };
}

/** What the rule says of its indicator: that it is met, or, where it looks for what is wrong, that it is not. */
export function asIndicator(
  { id, title, wanted }: RuleRead,
  condition: Condition | undefined,
): Record<string, unknown> {
  return {
    id,
    title,
    ...(condition && { condition: wanted.fires === 'unmet' ? { not: condition } : condition }),
    evidence: wanted.evidence ?? 'unconfirmed',
    ...(wanted.sources && { sources: wanted.sources }),
  };
}
