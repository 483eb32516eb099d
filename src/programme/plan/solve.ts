import type { Path } from '../../problem/problem.js';
import { ProblemList } from '../../problem/problem-list.js';
import type { PlanBaseline, PlanMeasure, PlanTarget } from '../../schema/plan.js';
import type { CountBounds } from '../../schema/programme.js';
import { sumOfBounds } from './bounds.js';
import type { Entry } from './entries.js';
import { checkNamedCriteria } from './named-criteria.js';
import { openAtStart } from './open-at-start.js';
import { ALWAYS, periodKey, type Span, spanOf } from './period.js';
import type { PlanProblems } from './plan-problems.js';
import { Schedule, type Timeline, together, total } from './schedule.js';
import { isMadeUp, type Scope, type Scopes, unitsOf } from './scopes.js';

export interface SolvedTarget extends Entry<PlanTarget> {
  readonly span: Span;
  /** How many it is to close or to reach. */
  readonly count: number;
}

/** One unit or group by one measure: what is open, what is planned, and when. */
export interface Solved {
  readonly scope: Scope;
  readonly parts: readonly Solved[];
  readonly targets: readonly SolvedTarget[];
  readonly baseline: Entry<PlanBaseline> | undefined;
  readonly open: CountBounds | undefined;
  readonly timeline: Timeline;
  /** Whether its targets, or those of all its parts, say everything that is planned for it. */
  readonly settled: boolean;
  /** Whether no figure of it contradicts another. */
  readonly sound: boolean;
}

export interface SolvedMeasure {
  readonly measure: PlanMeasure;
  /** Those that are part of no other. */
  readonly roots: readonly Solved[];
}

const countOf = ({ close, reach }: PlanTarget): number =>
  Array.isArray(close) ? close.length : (close ?? reach ?? 0);

/** What is said by one measure. */
export interface Measured {
  readonly measure: PlanMeasure;
  readonly targets: Entry<PlanTarget>[];
  readonly baseline: Entry<PlanBaseline>[];
}

/** Solves one measure: parts before what they are part of. */
export class Solving {
  readonly #measure: PlanMeasure;
  readonly #targets = new Map<Scope, SolvedTarget[]>();
  readonly #baselines = new Map<Scope, Entry<PlanBaseline>>();
  /** Those that have figures, or parts that do, under what they are part of. */
  readonly #parts = new Map<Scope | undefined, Set<Scope>>();

  constructor(
    { measure, targets, baseline }: Measured,
    private readonly scopes: Scopes,
    begins: string,
    private readonly told: PlanProblems,
  ) {
    this.#measure = measure;
    const periods = new Set<string>();
    for (const target of targets) this.#target(target, spanOf(target.entry.period, begins), periods);
    for (const figure of baseline) {
      if (this.#baselines.has(figure.scope)) told.twice(figure.path, figure.scope);
      else this.#baselines.set(figure.scope, figure);
    }
    for (const scope of [...this.#targets.keys(), ...this.#baselines.keys()]) this.#enter(scope);
  }

  #target(target: Entry<PlanTarget>, span: Span, periods: Set<string>): void {
    const { scope, entry, path } = target;
    const key = `${scope.key} ${periodKey(entry.period)}`;
    if (span.from >= span.to) this.told.emptyPeriod(target);
    else if (periods.has(key)) this.told.twice(path, scope);
    else {
      const own = this.#targets.get(scope) ?? [];
      own.push({ ...target, span, count: countOf(entry) });
      this.#targets.set(scope, own);
    }
    periods.add(key);
  }

  #enter(scope: Scope): void {
    const owner = this.scopes.ownerOf(scope);
    const parts = this.#parts.get(owner) ?? new Set();
    if (parts.has(scope)) return;
    this.#parts.set(owner, parts.add(scope));
    if (owner) this.#enter(owner);
  }

  #partsOf(scope: Scope | undefined): Solved[] {
    const parts = [...(this.#parts.get(scope) ?? [])].sort((a, b) => a.place - b.place);
    return parts.map((part) => this.#solved(part));
  }

  solve(): SolvedMeasure {
    return { measure: this.#measure, roots: this.#partsOf(undefined) };
  }

  #solved(scope: Scope): Solved {
    const parts = this.#partsOf(scope);
    const targets = this.#targets.get(scope) ?? [];
    const baseline = this.#baselines.get(scope);
    const whole = parts.length === scope.parts.length && isMadeUp(scope);
    const settledByParts = whole && parts.every(({ settled }) => settled);
    const problems = new ProblemList();
    const told = this.told.into(problems);
    const open = this.#open(scope, parts, { whole, told, problems });
    checkNamedCriteria(targets, baseline, told);
    const timeline = this.#timeline(scope, targets, parts, { settledByParts, open, told });
    const sound = problems.empty && parts.every((part) => part.sound);
    if (sound) this.#checkOpen({ scope, targets, baseline, open, timeline, told });
    this.told.take(problems);
    return {
      scope,
      parts,
      targets,
      baseline,
      open,
      timeline,
      settled: targets.length > 0 || settledByParts,
      sound: sound && problems.empty,
    };
  }

  /** By its own figure, held against those of its parts; or by theirs. */
  #open(
    scope: Scope,
    parts: readonly Solved[],
    { whole, told, problems }: { whole: boolean; told: PlanProblems; problems: ProblemList },
  ): CountBounds | undefined {
    const known = parts.flatMap(({ open }) => open ?? []);
    const sum = sumOfBounds(known);
    const all = whole && known.length === parts.length;
    const baseline = this.#baselines.get(scope);
    if (!baseline) {
      if (all) return sum;
      const units = this.#measure.kind === 'pairs' ? undefined : unitsOf(scope);
      return units === undefined ? undefined : { least: 0, most: units };
    }
    const own = openAtStart(baseline, problems);
    if (own && known.length > 0 && (sum.least > own.most || (all && sum.most < own.least)))
      told.partsOpen(baseline, own, sum);
    return own;
  }

  #timeline(
    scope: Scope,
    targets: readonly SolvedTarget[],
    parts: readonly Solved[],
    {
      settledByParts,
      open,
      told,
    }: { settledByParts: boolean; open: CountBounds | undefined; told: PlanProblems },
  ): Timeline {
    const ofParts = together(parts.map(({ timeline }) => timeline));
    if (targets.length === 0) return ofParts;
    const days = targets.flatMap(({ span }) => [span.from, span.to]);
    const schedule = new Schedule([...days, ...ofParts.days]);
    for (const target of targets) {
      const known = schedule.planned(target.span);
      const { count } = target;
      if (count < known.least || count > known.most) told.periodsDiffer(target, known);
      else schedule.bound(target.span, { least: count, most: count });
      const theirs = ofParts.planned(target.span);
      if (theirs.least > count || (settledByParts && theirs.most < count)) told.partsDiffer(target, theirs);
    }
    if (!told.empty) return schedule;
    if (!schedule.boundAll(this.#bounds(schedule.days, targets, ofParts, settledByParts)))
      told.partsContradict(scope, targets);
    const all = total(schedule);
    if (open && all.least <= open.most) schedule.bound(ends(schedule.days), { least: 0, most: open.most });
    return schedule;
  }

  /** What the parts say of every stretch, and that outside its own periods a group has only what its parts have. */
  *#bounds(
    days: readonly string[],
    targets: readonly SolvedTarget[],
    ofParts: Timeline,
    settledByParts: boolean,
  ): Generator<{ span: Span; bounds: CountBounds }> {
    const covered = days.map((day) => targets.some(({ span }) => span.from <= day && day < span.to));
    for (const [at, from] of days.entries()) {
      let outside = true;
      for (let end = at + 1; end < days.length; end += 1) {
        outside &&= !covered[end - 1];
        const span = { from, to: days[end] ?? '' };
        const { least, most } = ofParts.planned(span);
        const limited = outside || settledByParts;
        yield { span, bounds: { least, most: limited ? most : Number.POSITIVE_INFINITY } };
      }
    }
  }

  #checkOpen({
    scope,
    targets,
    baseline,
    open,
    timeline,
    told,
  }: Pick<Solved, 'scope' | 'targets' | 'baseline' | 'open' | 'timeline'> & { told: PlanProblems }): void {
    const { least } = total(timeline);
    if (!open || least <= open.most) return;
    const inTime = [...targets].sort((a, b) => (a.span.to < b.span.to ? -1 : 1));
    const first = inTime.find(
      ({ span }) => timeline.planned({ from: ALWAYS.from, to: span.to }).least > open.most,
    );
    const where: Path = first?.path ?? inTime.at(-1)?.path ?? baseline?.path ?? ['groups'];
    told.closesTooMany(
      { scope, target: first ?? inTime.at(-1), path: where },
      { planned: least, open: open.most },
    );
  }
}

const ends = (days: readonly string[]): Span => ({ from: days[0] ?? '', to: days.at(-1) ?? '' });
