import { leaves, placedIndicators, requirementName } from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import { didYouMean, oneOf } from '../../problem/report.js';
import type { Condition } from '../../schema/condition.js';
import { type Evidence, evidenceSchema } from '../../schema/evidence.js';
import type { Indicator } from '../../schema/ruleset.js';
import type { RulesetScope } from './scope.js';

/** Anything that rests on something. */
interface Supported {
  readonly evidence?: Evidence | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly citation?: unknown;
}

/** Every figure of the law says what it rests on; what is called published cites where. */
export function checkEvidence(scope: RulesetScope): void {
  const { file } = scope;
  const bibliography = { ...scope.vocabulary.sources, ...file.sources };
  const check = (item: Supported, path: Path): void => checkSupport(item, path, bibliography, scope);
  check(file.totals, ['totals']);
  check({ sources: file.decision.sources }, ['decision']);
  for (const [at, remark] of (file.remarks ?? []).entries()) check(remark, ['remarks', at]);
  for (const [at, column] of (file.specialColumns ?? []).entries()) check(column, ['specialColumns', at]);
  for (const [at, group] of (file.groups ?? []).entries()) {
    check(group, ['groups', at]);
    if (group.evidence === undefined && group.when && statesFigure(group.when))
      missing(['groups', at, 'evidence'], scope);
  }
  for (const { indicator, path } of placedIndicators(file)) {
    check(indicator, path);
    if (indicator.evidence === undefined && conditionsOf(indicator).some(statesLaw))
      missing([...path, 'evidence'], scope);
    for (const [name, rows] of Object.entries(indicator.requirements ?? {})) {
      for (const [at, row] of rows.entries()) check(row, [...path, 'requirements', name, at]);
    }
  }
}

function checkSupport(item: Supported, path: Path, bibliography: object, scope: RulesetScope): void {
  for (const [at, id] of (item.sources ?? []).entries()) {
    if (Object.hasOwn(bibliography, id)) continue;
    scope.add('unknown-source', [...path, 'sources', at], () => ({
      found: id,
      expected: { vi: 'một mục của thư mục nguồn', en: 'an entry of the bibliography' },
      hint: didYouMean(id, Object.keys(bibliography), {
        vi: 'Thêm nguồn vào “sources” của tệp.',
        en: 'Add it to the file’s own “sources”.',
      }),
    }));
  }
  if (item.evidence !== 'published' || item.sources?.length || item.citation) return;
  scope.add('source-missing', path, () => ({
    found: 'published',
    expected: { vi: 'ít nhất một nguồn', en: 'at least one source' },
    hint: {
      vi: 'Dẫn nguồn trong “sources” hay “citation”, hoặc ghi “unconfirmed”.',
      en: 'Cite it in “sources” or “citation”, or call it “unconfirmed”.',
    },
  }));
}

function missing(path: Path, scope: RulesetScope): void {
  scope.add('evidence-missing', path, () => ({
    expected: oneOf(evidenceSchema.options),
    hint: {
      vi: 'Ghi căn cứ của các điều kiện viết trực tiếp.',
      en: 'Say what the figures written into the condition rest on.',
    },
  }));
}

function conditionsOf(indicator: Indicator): Condition[] {
  return [...(indicator.condition ? [indicator.condition] : []), ...Object.values(indicator.cases ?? {})];
}

/** Whether a condition says something of the law by itself: a literal, or that another outcome is needed. */
function statesLaw(condition: Condition): boolean {
  for (const { leaf } of leaves(condition))
    if (!('fact' in leaf) || requirementName(leaf.value) === undefined) return true;
  return false;
}

/** Whether a condition draws a line of its own: a number or a grade, not only yes or no. */
function statesFigure(condition: Condition): boolean {
  for (const { leaf } of leaves(condition)) {
    if ('fact' in leaf && requirementName(leaf.value) === undefined && typeof leaf.value !== 'boolean')
      return true;
  }
  return false;
}
