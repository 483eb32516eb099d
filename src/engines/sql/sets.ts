import { leaves, placedConditions, placedIndicators } from '../../law/walk.js';
import type { FactCatalogue, FactDefinition } from '../../schema/fact.js';
import { LIMITS } from '../../schema/limits.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { FactFigures } from './fact-figures.js';
import { JudgedSet, type SetOptions } from './judged-set.js';
import { refusal } from './problems.js';
import type { Sheet } from './sheet.js';

/** Ids of other sets that a set refers to. */
export function referredSets(ruleset: Ruleset): Set<string> {
  const found = new Set<string>();
  for (const { condition } of placedConditions(ruleset))
    for (const { leaf } of leaves(condition))
      if ('ruleset' in leaf && leaf.ruleset !== undefined) found.add(leaf.ruleset);
  for (const { indicator } of placedIndicators(ruleset))
    for (const row of Object.values(indicator.requirements ?? {}).flat())
      if ('value' in row && typeof row.value === 'object' && !Array.isArray(row.value))
        found.add(row.value.percentOf.ruleset);
  found.delete(ruleset.id);
  return found;
}

/** What has to be the same for a column to mean the same. */
const meaning = ({ type, bounds, grades, derivations, variesBy }: FactDefinition): string =>
  JSON.stringify([type, bounds, grades?.map(({ id }) => id), derivations, variesBy]);

/** One catalogue for several sets: a table has one column for a fact, and it can't mean two things. */
export function commonCatalogue(rulesets: readonly Ruleset[]): FactCatalogue {
  const facts: Record<string, FactDefinition> = {};
  for (const ruleset of rulesets) {
    for (const [key, definition] of Object.entries(ruleset.facts)) {
      const known = Object.hasOwn(facts, key) ? facts[key] : undefined;
      if (known && meaning(known) !== meaning(definition)) {
        throw refusal('fact-redefined', ['related', ruleset.id, 'facts', key], {
          found: key,
          expected: {
            vi: 'cùng một định nghĩa trong các bộ tiêu chí',
            en: 'the same definition in all sets',
          },
          hint: {
            vi: 'Một cột không thể có hai nghĩa: đặt khóa khác cho một trong hai.',
            en: 'A column cannot mean two things: give one of the two another key.',
          },
        });
      }
      facts[key] = definition;
    }
  }
  return facts;
}

/** The set a statement is for, and those it refers to, each as often as it comes out differently. */
export class Sets {
  readonly main: JudgedSet;
  readonly #byId = new Map<string, Ruleset>();
  readonly #made = new Map<string, JudgedSet>();
  readonly #figures: FactFigures;
  /** Sets that are worked out before the one they were asked for by. */
  readonly #before = new Map<JudgedSet, Set<JudgedSet>>();

  constructor(
    ruleset: Ruleset,
    related: readonly Ruleset[],
    private readonly sheet: Sheet,
    private readonly options: SetOptions,
  ) {
    for (const other of related) this.#add(other);
    this.#figures = new FactFigures(commonCatalogue([ruleset, ...related]), sheet);
    this.main = this.#make(ruleset, '', [ruleset.id]);
  }

  #add(ruleset: Ruleset): void {
    const known = this.#byId.get(ruleset.id);
    if (known && known !== ruleset) {
      throw refusal('duplicate-id', ['related'], {
        found: ruleset.id,
        expected: { vi: 'một phiên bản của mỗi bộ tiêu chí', en: 'one version of each set' },
        hint: { vi: 'Chọn phiên bản của ngày đánh giá.', en: 'Choose the version of the day of judgement.' },
      });
    }
    this.#byId.set(ruleset.id, ruleset);
  }

  #make(ruleset: Ruleset, prefix: string, chain: readonly string[]): JudgedSet {
    const set: JudgedSet = new JudgedSet(ruleset, prefix, this.sheet, this.#figures, this.options, (id) => {
      const other = this.#related(id, chain);
      if (other) this.#before.get(set)?.add(other);
      return other;
    });
    this.#before.set(set, new Set());
    return set;
  }

  /** A set that leads back to one of those that led here is not followed again. */
  #related(id: string, chain: readonly string[]): JudgedSet | undefined {
    const ruleset = this.#byId.get(id);
    // A draft is never chosen by date, and related sets are chosen by date.
    if (!ruleset || ruleset.status === 'draft' || chain.includes(id) || chain.length >= LIMITS.references)
      return undefined;
    const reach = this.#reachable(id);
    const key = [id, ...chain.filter((one) => reach.has(one)).sort()].join(' ');
    let set = this.#made.get(key);
    if (!set) {
      set = this.#make(ruleset, `set${this.#made.size + 1}_`, [...chain, id]);
      this.#made.set(key, set);
    }
    return set;
  }

  #reachable(id: string): Set<string> {
    const reached = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const ruleset = this.#byId.get(next);
      for (const other of ruleset ? referredSets(ruleset) : [])
        if (!reached.has(other)) {
          reached.add(other);
          open.push(other);
        }
    }
    return reached;
  }

  /** All of them, each after those it refers to. */
  inOrder(): JudgedSet[] {
    const ordered = new Set<JudgedSet>();
    const visit = (set: JudgedSet): void => {
      for (const before of this.#before.get(set) ?? []) visit(before);
      ordered.add(set);
    };
    visit(this.main);
    return [...ordered];
  }
}
