import { matchShape } from '../../check/shape.js';
import type { ProblemList } from '../../problem/problem-list.js';
import type { Evaluation } from '../../schema/evaluation.js';
import type { JudgedUnit, TierReport, TierStanding } from '../../schema/programme.js';
import type { Summary, SummaryItem } from '../../schema/summary.js';
import {
  publishedGroupSchema,
  publishedRecognitionSchema,
  reportedUnitSchema,
} from '../../schema/summary-items.js';
import { unitKey } from '../unit-key.js';
import { groupFigures } from './group-figures.js';
import type { GroupName } from './group-name.js';
import { LadderCount } from './ladder-count.js';
import type { LawNames } from './law-names.js';
import { toldByReport } from './reported-unit.js';
import { type CountSetting, RulesetCount } from './ruleset-count.js';
import { ladderNotes, rulesetNotes, withoutLadderNote } from './summary-notes.js';
import { type ToldByRuleset, toldByEvaluation, toldByJudged, toldByTiers } from './told-of-item.js';

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** Which kind of item it is, by the keys that only that kind has. */
function kindOf(
  item: unknown,
): 'evaluation' | 'judged' | 'tiers' | 'report' | 'group' | 'recognition' | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  if ('unit' in item) {
    if ('totals' in item && 'criteria' in item) return 'evaluation';
    if ('layout' in item && 'outcomes' in item) return 'judged';
    if ('tiers' in item) return 'tiers';
    return 'reported' in item ? 'report' : undefined;
  }
  if (!('group' in item)) return undefined;
  return 'ladder' in item || 'recognised' in item ? 'recognition' : 'group';
}

/** Counts items one by one, in no particular order. */
export class SummaryCount {
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

  #told(found: ToldByRuleset | undefined): void {
    if (found) this.#ruleset(found.ruleset).add(found.told);
  }

  add(item: SummaryItem, at: number): void {
    switch (kindOf(item)) {
      case 'evaluation':
        this.#told(toldByEvaluation(item as Evaluation));
        break;
      case 'judged':
        this.#told(toldByJudged(item as JudgedUnit, this.names));
        break;
      case 'tiers':
        this.#tiers(item as TierStanding | TierReport);
        break;
      case 'report':
        this.#report(item, at);
        break;
      case 'group':
        this.#group(item, at);
        break;
      case 'recognition':
        this.#recognition(item, at);
        break;
      default:
        this.problems.add('wrong-type', [at], () => ({
          found: item,
          expected: {
            vi: 'kết quả đánh giá, tổng số báo cáo của một đơn vị hoặc số liệu công bố của một nhóm',
            en: 'an evaluation, what a unit reports of itself, or what is published of a group',
          },
          hint: {
            vi: 'Hiện trạng phải được đánh giá trước: evaluate, compile hoặc tierStandings.',
            en: 'A snapshot has to be judged first: evaluate, compile or tierStandings.',
          },
        }));
    }
  }

  #tiers(standing: TierStanding | TierReport): void {
    const key = unitKey(standing.unit);
    if (standing.ladder === null) this.#withoutLadder += 1;
    else this.#ladder(standing.ladder).add(standing, key);
    for (const told of toldByTiers(standing, key, this.names)) this.#told(told);
  }

  #report(item: unknown, at: number): void {
    const { problems } = this;
    const shaped = matchShape(reportedUnitSchema, item, { problems, base: [at] });
    if (shaped.ok)
      this.#told(toldByReport(shaped.value, this.names.size(shaped.value.ruleset), { path: [at], problems }));
  }

  #group(item: unknown, at: number): void {
    const { problems } = this;
    const shaped = matchShape(publishedGroupSchema, item, { problems, base: [at] });
    if (!shaped.ok) return;
    const count = this.#ruleset(shaped.value.ruleset);
    if (count.groups.has(shaped.value)) this.#groupTwice(shaped.value, at);
    const told = groupFigures(shaped.value, this.names.size(count.ruleset), { path: [at], problems });
    if (told) count.addGroup(told);
  }

  #recognition(item: unknown, at: number): void {
    const { problems } = this;
    const shaped = matchShape(publishedRecognitionSchema, item, { problems, base: [at] });
    if (!shaped.ok) return;
    const { ladder, recognised, units } = shaped.value;
    const already = problems.size;
    for (const [tier, count] of Object.entries(recognised))
      if (count > units)
        problems.add('out-of-range', [at, 'recognised', tier], () => ({
          found: count,
          expected: { vi: `nhiều nhất ${units}`, en: `at most ${units}` },
          hint: { vi: 'Kiểm tra số đơn vị của nhóm.', en: 'Check the number of units of the group.' },
        }));
    const count = this.#ladder(ladder);
    if (count.groups.has(shaped.value)) this.#groupTwice(shaped.value, at);
    if (problems.size === already) count.addGroup(shaped.value, [...(this.names.tiers(ladder) ?? [])]);
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
