import type { Path } from '../../../problem/problem.js';
import type { ProblemList } from '../../../problem/problem-list.js';
import { pointer } from '../../../problem/report.js';
import type { Condition } from '../../../schema/condition.js';
import type { RulesetHead } from './options.js';
import type { Origins } from './origins.js';
import { asIndicator, type RuleRead } from './read-rule.js';

/** Reads the conditions of a rule, given where they will stand in the ruleset. */
export type ReadConditions = (conditions: unknown, from: Path, to: Path) => Condition | undefined;

/** The text of a ruleset: its criteria in the order in which rules first name them, one indicator a rule. */
export function rulesetText(
  head: RulesetHead,
  rules: readonly RuleRead[],
  read: ReadConditions,
  origins: Origins,
  problems: ProblemList,
): Record<string, unknown> {
  const criteria = new Map<string, { no: string; title: unknown; indicators: unknown[] }>();
  const used = new Map<string, Path>();
  for (const rule of rules) {
    const criterion = criteria.get(rule.criterion) ?? {
      no: rule.criterion,
      title: rule.criterionTitle,
      indicators: [],
    };
    criteria.set(rule.criterion, criterion);
    const place: Path = ['criteria', [...criteria.keys()].indexOf(rule.criterion)];
    const at: Path = [...place, 'indicators', criterion.indicators.length];
    if (criterion.indicators.length === 0) origins.set(place, [rule.at]);
    origins.set(at, [rule.at]);
    origins.set([...at, 'id'], rule.idAt);
    checkOnce(rule, used, problems);
    const inside: Path = rule.wanted.fires === 'unmet' ? [...at, 'condition', 'not'] : [...at, 'condition'];
    origins.set([...at, 'condition'], [rule.at, 'conditions']);
    const condition = read(rule.conditions, [rule.at, 'conditions'], inside);
    criterion.indicators.push(asIndicator(rule, condition));
  }
  const list = [...criteria.values()];
  const indicators = list.reduce((sum, criterion) => sum + criterion.indicators.length, 0);
  return {
    ...withDefaults(head),
    totals: { criteria: list.length, indicators },
    completeness: 'complete',
    criteria: list,
  };
}

function checkOnce({ id, idAt }: RuleRead, used: Map<string, Path>, problems: ProblemList): void {
  const first = used.get(id);
  if (!first) {
    used.set(id, idAt);
    return;
  }
  const place = pointer('', ...first);
  problems.add('duplicate-id', idAt, () => ({
    found: id,
    expected: { vi: 'ký hiệu chưa dùng', en: 'an id not used yet' },
    hint: { vi: `Đã dùng tại ${place}.`, en: `It is used at ${place}.` },
  }));
}

/** What an id says of its set, and what is usual where nothing is said. */
function withDefaults(head: RulesetHead): Record<string, unknown> {
  const [jurisdiction, kind = ''] = String(head.id).split('/');
  const [level, ...tier] = kind.split('-');
  const from = head.period?.from;
  return {
    format: 1,
    version: from,
    versionBasis: 'period',
    revision: 0,
    level,
    tier: tier.join('-'),
    jurisdiction,
    effectiveFrom: head.version ?? from,
    decision: { number: null },
    ...head,
  };
}
