import { NtmError } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import type { Summary, SummaryItem } from '../schema/summary.js';
import type { NamedSubset } from './summary/detail-count.js';
import type { LawNames } from './summary/law-names.js';
import { ItemReader } from './summary/read-item.js';
import { SummaryCount } from './summary/summary-count.js';
import { type UniverseOption, universeFrom, universeOfBoth } from './summary/universe.js';

/** What a summary is asked beside its items. */
export interface SummaryCounting {
  /**
   * All units there are, as a number or by name, so that those without data count as unknown. A number is that of every
   * ruleset and ladder counted; a list is used by level. Default: the units given are all. @since 0.1.0
   */
  universe?: UniverseOption;
  /** Named subsets of criteria by their numbers, reported on for every ruleset: `{ focus: ['2', '3', '9'] }`. @since 0.1.0 */
  subsets?: Readonly<Record<string, readonly string[]>>;
  /**
   * `find` (default): a unit told of twice by one ruleset or ladder counts once, and the result names it; a key a unit is
   * remembered for that. `trust`: nothing is remembered, and a unit given twice counts twice. @since 0.1.0
   */
  duplicates?: 'find' | 'trust';
}

function subsetsFrom(given: SummaryCounting['subsets'] = {}, problems: ProblemList): NamedSubset[] {
  const subsets = Object.entries(given).map(([name, criteria]) => ({
    name,
    criteria: [...new Set(criteria)],
  }));
  for (const { name, criteria } of subsets)
    if (criteria.length === 0)
      problems.add('empty-group', ['subsets', name], () => ({
        found: [],
        expected: { vi: 'ít nhất một tiêu chí', en: 'at least one criterion' },
        hint: {
          vi: 'Ghi số các tiêu chí, như 2, 3, 9.',
          en: 'Give the numbers of criteria, such as 2, 3, 9.',
        },
      }));
  return subsets.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function refuse(problems: ProblemList): void {
  if (!problems.empty) throw new NtmError(problems.list());
}

/** Counts items one after the other, for those whose items come from a file. */
export interface OpenSummary {
  take(item: SummaryItem): void;
  /** @throws NtmError with every problem of the items */
  end(): Summary;
}

/** A summary to which items are given one at a time; none is kept. */
export function openSummary(options: SummaryCounting, names: LawNames): OpenSummary {
  const problems = new ProblemList();
  const subsets = subsetsFrom(options.subsets, problems);
  const universe = universeFrom(options.universe, problems);
  refuse(problems);
  const counted = new SummaryCount(
    { universe, subsets, finding: options.duplicates !== 'trust' },
    names,
    problems,
  );
  const reader = new ItemReader(counted, names, problems);
  let at = 0;
  return {
    take(item) {
      reader.read(item, at);
      at += 1;
    },
    end() {
      refuse(problems);
      return counted.summary();
    },
  };
}

/** Counts items as they come and keeps none; see the public function of this name. */
export function summarizeBy(
  items: Iterable<SummaryItem>,
  options: SummaryCounting,
  names: LawNames,
): Summary {
  const open = openSummary(options, names);
  for (const item of items) open.take(item);
  return open.end();
}

const isEmpty = ({ rulesets, ladders }: Summary): boolean => rulesets.length + ladders.length === 0;

function sameSubsets(a: Summary, b: Summary, problems: ProblemList): Summary['subsets'] {
  const [one, other] = [a, b].map(({ subsets }) => JSON.stringify(subsets));
  if (one === other || (isEmpty(b) && b.subsets.length === 0)) return a.subsets;
  if (isEmpty(a)) return b.subsets;
  if (isEmpty(b)) return a.subsets;
  problems.add('bad-option', ['subsets'], () => ({
    shown: other ?? '',
    expected: one ?? '',
    hint: {
      vi: 'Tổng hợp hai phần với cùng các nhóm tiêu chí rồi gộp lại.',
      en: 'Summarise both parts with the same subsets, then combine them.',
    },
  }));
  return a.subsets;
}

/** Counts two summaries together; see the public function of this name. */
export function combineBy(a: Summary, b: Summary, names: LawNames): Summary {
  const problems = new ProblemList();
  const subsets = sameSubsets(a, b, problems);
  const part = (summary: Summary) => ({
    ...(summary.universe && { universe: summary.universe }),
    empty: isEmpty(summary),
  });
  const universe = universeOfBoth(part(a), part(b), problems);
  refuse(problems);
  const whole = new SummaryCount({ universe, subsets, finding: false }, names, problems);
  whole.merge(SummaryCount.of(a, names, problems));
  whole.merge(SummaryCount.of(b, names, problems));
  refuse(problems);
  return whole.summary();
}
