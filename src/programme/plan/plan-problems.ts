import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import type { Period, PlanBaseline, PlanTarget } from '../../schema/plan.js';
import type { CountBounds } from '../../schema/programme.js';
import type { Localized } from '../../schema/text.js';
import type { Entry } from './entries.js';
import { type Scope, scopeName } from './scopes.js';

/** A period as a plan writes it. */
export function written(period: Period): string {
  if (typeof period === 'string') return period;
  return 'by' in period ? `≤ ${period.by}` : `< ${period.before}`;
}

const range = ({ least, most }: CountBounds): Localized => {
  if (least === most) return { vi: `${least}`, en: `${least}` };
  if (most === Number.POSITIVE_INFINITY) return { vi: `ít nhất ${least}`, en: `at least ${least}` };
  return { vi: `từ ${least} đến ${most}`, en: `from ${least} to ${most}` };
};

interface Counted extends Entry<PlanTarget> {
  readonly count: number;
}

const keyOf = ({ close }: PlanTarget): string => (close === undefined ? 'reach' : 'close');

/** Says what contradicts in a plan: where, whose, in which period, in which reading, and by how many. */
export class PlanProblems {
  constructor(
    private readonly problems: ProblemList,
    private readonly reading: string | null,
  ) {}

  /** The same, told into another list. */
  into(problems: ProblemList): PlanProblems {
    return new PlanProblems(problems, this.reading);
  }

  take(problems: ProblemList): void {
    this.problems.merge(problems, (one) => one);
  }

  get empty(): boolean {
    return this.problems.empty;
  }

  #shown(parts: readonly (string | number)[]): string {
    const reading = this.reading === null ? [] : [`(${this.reading})`];
    return [...parts, ...reading].join(' · ');
  }

  twice(path: Path, scope: Scope): void {
    this.problems.add('duplicate-id', path, () => ({
      shown: this.#shown([scopeName(scope)]),
      expected: {
        vi: 'một số cho mỗi đơn vị hoặc nhóm, bộ tiêu chí hoặc mức độ, và kỳ',
        en: 'one figure for each unit or group, ruleset or tier, and period',
      },
      hint: { vi: 'Gộp hai mục thành một.', en: 'Make one entry of the two.' },
    }));
  }

  emptyPeriod({ path, entry, scope }: Entry<PlanTarget>): void {
    this.problems.add('bad-period', [...path, 'period'], () => ({
      shown: this.#shown([scopeName(scope), written(entry.period)]),
      expected: { vi: 'một kỳ sau ngày bắt đầu kế hoạch', en: 'a period after the day the plan begins' },
      hint: { vi: 'Kiểm tra "from" và kỳ này.', en: 'Look at "from" and at this period.' },
    }));
  }

  tooManyDays(found: number, most: number): void {
    this.problems.add('too-large', ['targets'], () => ({
      found,
      expected: {
        vi: `nhiều nhất ${most} ngày bắt đầu và kết thúc kỳ khác nhau`,
        en: `periods that begin and end on at most ${most} different days`,
      },
      hint: { vi: 'Chia kế hoạch thành nhiều tệp.', en: 'Split the plan into several files.' },
    }));
  }

  /** A period's figure against those of the periods inside it and around it. */
  periodsDiffer({ path, entry, scope, count }: Counted, known: CountBounds): void {
    const { vi, en } = range(known);
    this.problems.add('sum-differs', [...path, keyOf(entry)], () => ({
      shown: this.#shown([scopeName(scope), written(entry.period), count]),
      expected: { vi: `${vi}, theo các kỳ khác`, en: `${en}, by the other periods` },
      hint: {
        vi: `Lệch ${off(count, known)}: sửa số của kỳ này hoặc của các kỳ nằm trong hay chứa nó.`,
        en: `Off by ${off(count, known)}: mend this period's figure, or those of the periods inside or around it.`,
      },
    }));
  }

  /** A group's figure against those of its parts. */
  partsDiffer({ path, entry, scope, count }: Counted, theirs: CountBounds): void {
    const { vi, en } = range(theirs);
    this.problems.add('sum-differs', [...path, keyOf(entry)], () => ({
      shown: this.#shown([scopeName(scope), written(entry.period), count]),
      expected: { vi: `${vi}, theo các phần của nhóm`, en: `${en}, by the parts of the group` },
      hint: {
        vi: `Lệch ${off(count, theirs)}: sửa số của nhóm hoặc của các phần.`,
        en: `Off by ${off(count, theirs)}: mend the figure of the group or those of its parts.`,
      },
    }));
  }

  partsContradict(scope: Scope, targets: readonly Counted[]): void {
    const [first] = targets;
    this.problems.add('sum-differs', first ? [...first.path, keyOf(first.entry)] : ['targets'], () => ({
      shown: this.#shown([scopeName(scope)]),
      expected: {
        vi: 'các kỳ của nhóm khớp với các kỳ của từng phần',
        en: 'periods of the group that agree with those of its parts',
      },
      hint: {
        vi: 'Cộng số của các phần theo từng kỳ rồi so với số của nhóm.',
        en: 'Add up the figures of the parts period by period and hold them against those of the group.',
      },
    }));
  }

  /** What is open in a group against what is open in its parts. */
  partsOpen({ path, entry, scope }: Entry<PlanBaseline>, own: CountBounds, sum: CountBounds): void {
    const { vi, en } = range(sum);
    const key = entry.held === undefined ? 'openPairs' : 'held';
    this.problems.add('sum-differs', [...path, key], () => ({
      shown: this.#shown([scopeName(scope), range(own).en]),
      expected: { vi: `${vi} còn mở, theo các phần của nhóm`, en: `${en} open, by the parts of the group` },
      hint: { vi: 'Sửa số của nhóm hoặc của các phần.', en: 'Mend the figure of the group or of its parts.' },
    }));
  }

  closesTooMany(
    { scope, target, path }: { scope: Scope; target: Entry<PlanTarget> | undefined; path: Path },
    { planned, open }: { planned: number; open: number },
  ): void {
    const place = target ? [...path, keyOf(target.entry)] : path;
    const period = target ? [written(target.entry.period)] : [];
    this.problems.add('closes-more-than-open', place, () => ({
      shown: this.#shown([scopeName(scope), ...period, `${planned} > ${open}`]),
      expected: { vi: `nhiều nhất ${open}`, en: `at most ${open}` },
      hint: {
        vi: `Thừa ${planned - open}: tính đến hết kỳ này kế hoạch cộng lại nhiều hơn số còn mở.`,
        en: `${planned - open} too many: up to the end of this period the plan adds up to more than is open.`,
      },
    }));
  }

  /** A criterion that a target names and that is not open any more, or was never. */
  notOpen({ path, entry, scope }: Entry<PlanTarget>, at: number, no: string, expected: Localized): void {
    this.problems.add('closes-more-than-open', [...path, 'close', at], () => ({
      shown: this.#shown([scopeName(scope), written(entry.period), no]),
      expected,
      hint: {
        vi: 'Thừa 1: bỏ tiêu chí này khỏi kỳ này.',
        en: '1 too many: take this criterion out of this period.',
      },
    }));
  }
}

function off(count: number, { least, most }: CountBounds): number {
  return count < least ? least - count : count - most;
}
