import type { ProblemList } from '../../problem/problem-list.js';
import type { Evaluation } from '../../schema/evaluation.js';
import type { JudgedUnit, TierReport, TierStanding } from '../../schema/programme.js';
import type { SummaryItem } from '../../schema/summary.js';
import {
  type PublishedGroup,
  type PublishedRecognition,
  publishedGroupSchema,
  publishedRecognitionSchema,
  reportedUnitSchema,
} from '../../schema/summary-items.js';
import { groupFigures } from './group-figures.js';
import type { LawNames } from './law-names.js';
import { toldByReport } from './reported-unit.js';
import type { ToldOfGroup } from './ruleset-count.js';
import { shapedItem } from './shaped-item.js';
import { type ToldByRuleset, toldByEvaluation, toldByJudged, toldByTiers } from './told-of-item.js';

/** What is done with what items say. `day`: that of the judgement or report, where it is told. */
export interface ItemTaker {
  unit(told: ToldByRuleset, day: string | undefined): void;
  standing(standing: TierStanding | TierReport): void;
  group(item: PublishedGroup, told: ToldOfGroup, at: number): void;
  recognition(item: PublishedRecognition, at: number): void;
}

type Kind = 'evaluation' | 'judged' | 'tiers' | 'report' | 'group' | 'recognition';

/** Which kind of item it is, by the keys that only that kind has. */
function kindOf(item: unknown): Kind | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  if ('unit' in item) {
    if ('totals' in item && 'criteria' in item) return 'evaluation';
    if ('layout' in item && 'outcomes' in item) return 'judged';
    if ('tiers' in item) return 'tiers';
    return 'reported' in item && 'ruleset' in item ? 'report' : undefined;
  }
  if (!('group' in item)) return undefined;
  return 'ladder' in item || 'recognised' in item ? 'recognition' : 'group';
}

/** Tells the kinds of items apart and checks those that people write themselves. */
export class ItemReader {
  constructor(
    private readonly taker: ItemTaker,
    private readonly names: LawNames,
    private readonly problems: ProblemList,
  ) {}

  read(item: SummaryItem, at: number): void {
    switch (kindOf(item)) {
      case 'evaluation':
        this.taker.unit(toldByEvaluation(item as Evaluation), (item as Evaluation).assessedOn);
        break;
      case 'judged':
        this.taker.unit(toldByJudged(item as JudgedUnit, this.names), (item as JudgedUnit).assessedOn);
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
        this.#noItem(item, at);
    }
  }

  #tiers(standing: TierStanding | TierReport): void {
    this.taker.standing(standing);
    for (const told of toldByTiers(standing, this.names)) this.taker.unit(told, standing.assessedOn);
  }

  #report(item: unknown, at: number): void {
    const { problems } = this;
    const shaped = shapedItem(reportedUnitSchema, item, [at], problems);
    if (!shaped) return;
    const { ruleset, reported } = shaped;
    const told = toldByReport(shaped, this.names.size(ruleset), { path: [at], problems });
    if (told) this.taker.unit(told, reported.on);
  }

  #group(item: unknown, at: number): void {
    const { problems } = this;
    const shaped = shapedItem(publishedGroupSchema, item, [at], problems);
    if (!shaped) return;
    const told = groupFigures(shaped, this.names.size(shaped.ruleset), { path: [at], problems });
    if (told) this.taker.group(shaped, told, at);
  }

  #recognition(item: unknown, at: number): void {
    const { problems } = this;
    const shaped = shapedItem(publishedRecognitionSchema, item, [at], problems);
    if (!shaped) return;
    const { recognised, units } = shaped;
    const already = problems.size;
    for (const [tier, count] of Object.entries(recognised))
      if (count > units)
        problems.add('out-of-range', [at, 'recognised', tier], () => ({
          found: count,
          expected: { vi: `nhiều nhất ${units}`, en: `at most ${units}` },
          hint: { vi: 'Kiểm tra số đơn vị của nhóm.', en: 'Check the number of units of the group.' },
        }));
    if (problems.size === already) this.taker.recognition(shaped, at);
  }

  #noItem(item: unknown, at: number): void {
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
