import type { ProblemList } from '../../problem/problem-list.js';
import type { TierReport, TierStanding } from '../../schema/programme.js';
import type { Summary } from '../../schema/summary.js';
import type { PublishedGroup, PublishedRecognition } from '../../schema/summary-items.js';
import { unitKey } from '../unit-key.js';
import type { GroupName } from './group-name.js';
import { LadderCount } from './ladder-count.js';
import type { LawNames } from './law-names.js';
import type { ItemTaker } from './read-item.js';
import { type CountSetting, RulesetCount, type ToldOfGroup } from './ruleset-count.js';
import { ladderNotes, rulesetNotes, withoutLadderNote } from './summary-notes.js';
import type { ToldByRuleset } from './told-of-item.js';

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** Counts what items say, each ruleset and each ladder by itself. */
export class SummaryCount implements ItemTaker {
  readonly #rulesets = new Map<string, RulesetCount>();
  readonly #ladders = new Map<string, LadderCount>();
  #withoutLadder = 0;

  constructor(
    private readonly setting: CountSetting,
    private readonly names: LawNames,
    private readonly problems: ProblemList,
  ) {}

  #ruleset(id: string): RulesetCount {
    let count = this.#rulesets.get(id);
    if (!count) {
      count = new RulesetCount(id, this.setting);
      this.#rulesets.set(id, count);
    }
    return count;
  }

  #ladder(id: string): LadderCount {
    let count = this.#ladders.get(id);
    if (!count) {
      count = new LadderCount(id, this.setting);
      this.#ladders.set(id, count);
    }
    return count;
  }

  unit({ ruleset, told }: ToldByRuleset): void {
    this.#ruleset(ruleset).add(told);
  }

  standing(standing: TierStanding | TierReport): void {
    if (standing.ladder === null) this.#withoutLadder += 1;
    else this.#ladder(standing.ladder).add(standing, unitKey(standing.unit));
  }

  group({ ruleset }: PublishedGroup, told: ToldOfGroup, at: number): void {
    const count = this.#ruleset(ruleset);
    if (count.groups.has(told.totals)) this.#groupTwice(told.totals, at);
    else count.addGroup(told);
  }

  recognition(item: PublishedRecognition, at: number): void {
    const count = this.#ladder(item.ladder);
    if (count.groups.has(item)) this.#groupTwice(item, at);
    else count.addGroup(item, [...(this.names.tiers(item.ladder) ?? [])]);
  }

  #groupTwice({ group }: GroupName, at: number | string): void {
    this.problems.add('duplicate-id', [at, 'group'], () => ({
      found: group,
      expected: { vi: 'mỗi nhóm một lần', en: 'each group once' },
      hint: {
        vi: 'Bỏ một trong hai, hoặc đặt tên, tỉnh, huyện, năm khác nhau.',
        en: 'Remove one of the two, or tell them apart by name, province, district or year.',
      },
    }));
  }

  /** Counts what another has counted, against the universe of this one. */
  merge(other: SummaryCount): void {
    for (const [id, count] of other.#rulesets) {
      const own = this.#ruleset(id);
      for (const group of count.groups.list()) if (own.groups.has(group)) this.#groupTwice(group, id);
      own.merge(count);
    }
    for (const [id, count] of other.#ladders) {
      const own = this.#ladder(id);
      for (const group of count.groups.list()) if (own.groups.has(group)) this.#groupTwice(group, id);
      own.merge(count);
    }
    this.#withoutLadder += other.#withoutLadder;
  }

  summary(): Summary {
    const { universe, subsets } = this.setting;
    const rulesets = [...this.#rulesets].sort(byName).map(([, count]) => count.summary(universe));
    const ladders = [...this.#ladders].sort(byName).map(([, count]) => count.summary(universe));
    return {
      kind: 'summary',
      rulesets,
      ladders,
      ...(universe && { universe }),
      subsets: subsets.map(({ name, criteria }) => ({ name, criteria: [...criteria] })),
      withoutLadder: this.#withoutLadder,
      notes: [
        ...rulesets.flatMap((one) => rulesetNotes(one, universe)),
        ...ladders.flatMap((one) => ladderNotes(one, universe)),
        ...withoutLadderNote(this.#withoutLadder),
      ],
    };
  }

  /** What a summary has counted, by the universe and the subsets of its own. */
  static of(summary: Summary, names: LawNames, problems: ProblemList): SummaryCount {
    const { universe, subsets } = summary;
    const setting: CountSetting = { universe, subsets, finding: false };
    const counted = new SummaryCount(setting, names, problems);
    for (const one of summary.rulesets) counted.#rulesets.set(one.ruleset, RulesetCount.of(one, setting));
    for (const one of summary.ladders) counted.#ladders.set(one.ladder, LadderCount.of(one, setting));
    counted.#withoutLadder = summary.withoutLadder;
    return counted;
  }
}
