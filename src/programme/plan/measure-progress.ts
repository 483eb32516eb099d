import type { MeasureProgress, NewlyLost, PeriodProgress, TargetProgress } from '../../schema/plan.js';
import type { CountBounds } from '../../schema/programme.js';
import type { Closed } from './closed.js';
import { ALWAYS, type Span } from './period.js';
import { together, total } from './schedule.js';
import type { Solved, SolvedMeasure, SolvedTarget } from './solve.js';
import { periodsOf, withParts } from './totals.js';

type Standing = Pick<PeriodProgress, 'planned' | 'done' | 'open' | 'unknown' | 'overdue'>;

const NOTHING: Standing = { planned: { least: 0, most: 0 }, done: 0, open: 0, unknown: 0, overdue: 0 };

const within = (count: number, { least, most }: CountBounds): number =>
  Math.max(least, Math.min(most, count));

/**
 * What is done of what was planned for a span. What is closed fills the plan in order of time: it counts for a later
 * period once everything planned before it is done.
 */
function standing(planned: CountBounds, before: CountBounds, closed: CountBounds, over: boolean): Standing {
  const done = within(closed.least - before.most, { least: 0, most: planned.least });
  const perhaps = within(closed.most - before.least, { least: done, most: planned.most });
  const open = Math.max(0, planned.least - perhaps);
  return { planned, done, open, unknown: planned.most - done - open, overdue: over ? open : 0 };
}

function addStanding(a: Standing, b: Standing): Standing {
  return {
    planned: { least: a.planned.least + b.planned.least, most: a.planned.most + b.planned.most },
    done: a.done + b.done,
    open: a.open + b.open,
    unknown: a.unknown + b.unknown,
    overdue: a.overdue + b.overdue,
  };
}

/** Whether the parts of a group have planned everything that the group has. */
function isPlannedByParts({ parts, timeline }: Solved): boolean {
  if (parts.length === 0) return false;
  const [own, theirs] = [total(timeline), total(together(parts.map((part) => part.timeline)))];
  return own.least === own.most && own.least === theirs.least && own.most === theirs.most;
}

/** How one measure of a plan stands on a day. */
export class MeasureStanding {
  readonly #closed = new Map<Solved, CountBounds>();

  constructor(
    private readonly solved: SolvedMeasure,
    private readonly closed: Closed,
    private readonly on: string | null,
    private readonly begins: string,
  ) {}

  #closedOf(solved: Solved): CountBounds {
    let bounds = this.#closed.get(solved);
    if (!bounds) {
      bounds = this.closed.of(solved);
      this.#closed.set(solved, bounds);
    }
    return bounds;
  }

  /** A period is over on the first day after it. */
  #over({ to }: Span): boolean {
    return this.on !== null && to <= this.on;
  }

  #target(solved: Solved, target: SolvedTarget): Standing {
    const planned = { least: target.count, most: target.count };
    const { close } = target.entry;
    const over = this.#over(target.span);
    if (Array.isArray(close)) {
      const named = this.closed.named(solved.scope, close, solved.baseline?.entry);
      return standing(planned, { least: 0, most: 0 }, named, over);
    }
    const before = solved.timeline.planned({ from: ALWAYS.from, to: target.span.from });
    return standing(planned, before, this.#closedOf(solved), over);
  }

  targets(): TargetProgress[] {
    const all = this.solved.roots.flatMap((root) => [...withParts(root)]);
    return all.flatMap(({ solved }) =>
      solved.targets.map((target): TargetProgress => {
        const { entry, path, count } = target;
        const { planned: _planned, ...stands } = this.#target(solved, target);
        return {
          target: path[1] as number,
          ...(entry.id !== undefined && { id: entry.id }),
          ...(entry.unit && { unit: entry.unit }),
          ...(entry.group !== undefined && { group: entry.group }),
          ...(entry.ruleset !== undefined && { ruleset: entry.ruleset }),
          ...(entry.tier !== undefined && { tier: entry.tier }),
          period: entry.period,
          planned: count,
          ...stands,
          newlyLost: this.#lost(solved),
        };
      }),
    );
  }

  /** What the unit or group has lost; of a group also what its parts have. */
  #lost(solved: Solved): number {
    const parts = solved.parts.reduce((sum, part) => sum + this.#lost(part), 0);
    return Math.max(parts, this.closed.lost(solved).count);
  }

  /** A group without targets of its own, or whose parts have planned all it has, stands as they do. */
  #span(solved: Solved, span: Span): Standing {
    if (solved.targets.length === 0 || isPlannedByParts(solved))
      return solved.parts.map((part) => this.#span(part, span)).reduce(addStanding, NOTHING);
    const planned = solved.timeline.planned(span);
    const before = solved.timeline.planned({ from: ALWAYS.from, to: span.from });
    return standing(planned, before, this.#closedOf(solved), this.#over(span));
  }

  #all(span: Span): Standing {
    return this.solved.roots.map((root) => this.#span(root, span)).reduce(addStanding, NOTHING);
  }

  totals(): MeasureProgress {
    const periods = periodsOf(this.solved.roots, this.begins);
    return {
      ...this.solved.measure,
      periods: [
        ...periods.map(({ period, span }): PeriodProgress => ({ period, ...this.#all(span) })),
        ...(periods.length > 0 ? [{ period: null, ...this.#whole() }] : []),
      ],
      newlyLost: this.solved.roots.reduce((sum, root) => sum + this.#lost(root), 0),
    };
  }

  /** Everything together; overdue is what the plan wanted done by now and is open. */
  #whole(): Standing {
    const all = this.#all(ALWAYS);
    const due = this.on === null ? NOTHING : this.#all({ from: ALWAYS.from, to: this.on });
    return { ...all, overdue: due.open };
  }

  lost(): NewlyLost[] {
    const all = this.solved.roots.flatMap((root) => [...withParts(root)]);
    return all.flatMap(({ solved }) => {
      const { count, criteria } = this.closed.lost(solved);
      if (count === 0) return [];
      const { unit, group } = solved.scope;
      return [
        {
          ...this.solved.measure,
          ...(unit && { unit }),
          ...(group && { group: group.id }),
          count,
          ...(criteria && { criteria }),
        },
      ];
    });
  }
}
