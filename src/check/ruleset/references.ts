import { leaves, placedConditions, placedIndicators } from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import type { Leaf } from '../../schema/condition.js';
import { LIMITS } from '../../schema/limits.js';
import type { RulesetFile } from '../../schema/ruleset.js';
import { circlesIn, depthOf } from './graph.js';
import type { RulesetScope } from './scope.js';

const WHOLE = 'ruleset';

/** What leads to what inside one set, and where each stands. */
class References {
  readonly edges = new Map<string, string[]>();
  readonly places = new Map<string, Path>();

  constructor(private readonly file: RulesetFile) {
    this.#conditions();
    this.#relativeFigures();
    this.#parts();
  }

  readonly next = (node: string): readonly string[] => this.edges.get(node) ?? [];

  #edge(from: string, to: string, place: Path): void {
    const targets = this.edges.get(from);
    if (targets) targets.push(to);
    else this.edges.set(from, [to]);
    if (!this.places.has(from)) this.places.set(from, place);
  }

  #conditions(): void {
    for (const { condition, path, indicator, role } of placedConditions(this.file)) {
      const at = path[1];
      const own = indicator
        ? `indicator ${indicator.id}`
        : role === 'pass' && typeof at === 'number'
          ? `criterion ${this.file.criteria[at]?.no}`
          : WHOLE;
      for (const { leaf } of leaves(condition)) {
        const target = targetOf(leaf, this.file.id);
        if (target !== undefined) this.#edge(own, target, path);
      }
    }
  }

  /** 110 % of a figure that is itself 110 % of the first. */
  #relativeFigures(): void {
    for (const { indicator, path } of placedIndicators(this.file)) {
      for (const [name, rows] of Object.entries(indicator.requirements ?? {})) {
        for (const [at, row] of rows.entries()) {
          if (!('value' in row) || typeof row.value !== 'object' || Array.isArray(row.value)) continue;
          const { ruleset, indicator: base } = row.value.percentOf;
          if (ruleset === this.file.id)
            this.#edge(`figure ${indicator.id}`, `figure ${base}`, [
              ...path,
              'requirements',
              name,
              at,
              'value',
            ]);
        }
      }
    }
  }

  /** A criterion or set without a rule of its own depends on all of its parts. */
  #parts(): void {
    for (const [at, { no, pass, indicators }] of this.file.criteria.entries()) {
      if (!pass)
        for (const { id } of indicators) this.#edge(`criterion ${no}`, `indicator ${id}`, ['criteria', at]);
    }
    if (this.file.pass) return;
    for (const [at, { no }] of this.file.criteria.entries())
      this.#edge(WHOLE, `criterion ${no}`, ['criteria', at]);
    for (const [at, { id }] of (this.file.prerequisites ?? []).entries())
      this.#edge(WHOLE, `indicator ${id}`, ['prerequisites', at]);
  }
}

function targetOf(leaf: Leaf, ownId: string): string | undefined {
  if ('fact' in leaf || 'trait' in leaf || (leaf.ruleset !== undefined && leaf.ruleset !== ownId))
    return undefined;
  if ('indicator' in leaf) return `indicator ${leaf.indicator}`;
  return 'criterion' in leaf ? `criterion ${leaf.criterion}` : WHOLE;
}

/** Indicators and criteria that lead back to themselves would never be decided; very long rows of them overflow. */
export function checkReferences(scope: RulesetScope): void {
  const references = new References(scope.file);
  const starts = [...references.edges.keys()];
  const circles = circlesIn(starts, references.next);
  for (const circle of circles) {
    scope.add('cycle', references.places.get(circle[0] as string) ?? [], () => ({
      shown: circle.join(' → '),
      expected: { vi: 'không dẫn chiếu vòng', en: 'no circle' },
      hint: { vi: 'Bỏ một trong các dẫn chiếu.', en: 'Remove one of the references.' },
    }));
  }
  const indicators = starts.filter((node) => !node.startsWith('criterion ') && node !== WHOLE);
  const deepest = circles.length === 0 ? depthOf(indicators, references.next, LIMITS.references) : undefined;
  if (deepest === undefined) return;
  scope.add('too-deep', references.places.get(deepest) ?? [], () => ({
    found: deepest,
    expected: {
      vi: `nhiều nhất ${LIMITS.references} dẫn chiếu nối tiếp`,
      en: `at most ${LIMITS.references} references in a row`,
    },
    hint: { vi: 'Bớt số bước dẫn chiếu.', en: 'Refer in fewer steps.' },
  }));
}
