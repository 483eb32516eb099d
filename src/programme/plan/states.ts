import type { Outcome } from '../../schema/evaluation.js';
import type { PlanMeasure } from '../../schema/plan.js';
import type { CountBounds, TierReport, TierStanding } from '../../schema/programme.js';
import type { Unit } from '../../schema/snapshot.js';
import type { PublishedGroup, PublishedRecognition } from '../../schema/summary-items.js';
import type { ItemTaker } from '../summary/read-item.js';
import type { ToldOfGroup } from '../summary/ruleset-count.js';
import type { ToldByRuleset } from '../summary/told-of-item.js';
import { unitKey } from '../unit-key.js';
import { criteriaOf } from './baseline-of-items.js';
import type { UnitMatcher } from './match-unit.js';
import type { ProgressNotes } from './progress-notes.js';
import type { Scope } from './scopes.js';
import { type State, Track } from './tracks.js';

/** By what a unit counts as having reached a tier: a decision in force, the evaluation, or either. */
export type ReachedBy = 'recognition' | 'evaluation' | 'either';

const ONE_OPEN: Readonly<Record<Outcome, CountBounds>> = {
  met: { least: 0, most: 0 },
  unmet: { least: 1, most: 1 },
  unknown: { least: 0, most: 1 },
};

const trackKey = (kind: PlanMeasure['kind'], name: string, scopeKey: string): string =>
  `${kind} ${name} ${scopeKey}`;

/** What items tell of the units and groups of a plan, as of a day. */
export class States implements ItemTaker {
  readonly #tracks = new Map<string, Track>();
  readonly #ambiguous = new Set<string>();
  readonly #told = new Set<string>();
  readonly #later = new Set<string>();
  #latest = '';

  constructor(
    private readonly matcher: UnitMatcher,
    private readonly setting: { readonly on: string | undefined; readonly reachedBy: ReachedBy },
    private readonly notes: ProgressNotes,
  ) {}

  /** The latest day that an item tells. */
  get latest(): string {
    return this.#latest;
  }

  /** Units and groups of which something was found after the day that is asked about. */
  get later(): number {
    return this.#later.size;
  }

  #add(kind: PlanMeasure['kind'], name: string, scopeKey: string, state: State): void {
    const { on } = this.setting;
    if (on !== undefined && state.day > on) {
      this.#later.add(scopeKey);
      return;
    }
    if (state.day > this.#latest) this.#latest = state.day;
    this.#told.add(scopeKey);
    const key = trackKey(kind, name, scopeKey);
    let track = this.#tracks.get(key);
    if (!track) {
      track = new Track();
      this.#tracks.set(key, track);
    }
    track.add(state);
  }

  #scopeKey(unit: Unit): string | undefined {
    const found = this.matcher.match(unit);
    if (!found) return undefined;
    const key = `unit ${unitKey(found.planned)}`;
    if (found.kind === 'one') return key;
    this.#ambiguous.add(key);
    this.notes.add('ambiguous-unit', found.planned.name);
    return undefined;
  }

  unit(found: ToldByRuleset, day = ''): void {
    const { unit, criteria, outcome } = found.told;
    const key = this.#scopeKey(unit);
    if (key === undefined) return;
    this.#add('set', found.ruleset, key, { day, open: ONE_OPEN[outcome] });
    if (!criteria || criteria.of === 0) return;
    const open = { least: criteria.open, most: criteria.open + criteria.unknown };
    this.#add('pairs', found.ruleset, key, { day, open, of: criteria.of, criteria: criteriaOf(found) });
  }

  standing({ unit, assessedOn, tiers }: TierStanding | TierReport): void {
    const key = this.#scopeKey(unit);
    if (key === undefined) return;
    const by = { recognition: 'recognised', evaluation: 'reached', either: 'held' } as const;
    for (const told of tiers)
      this.#add('tier', told.tier, key, {
        day: assessedOn,
        open: ONE_OPEN[told[by[this.setting.reachedBy]]],
      });
  }

  group({ group, ruleset, on = '' }: PublishedGroup, { criteria, outcomes }: ToldOfGroup): void {
    const key = `group ${group}`;
    const { unmet, unknown } = outcomes;
    this.#add('set', ruleset, key, { day: on, open: { least: unmet, most: unmet + unknown } });
    if (!criteria) return;
    const open = { least: criteria.open, most: criteria.open + criteria.unknown };
    this.#add('pairs', ruleset, key, { day: on, open, of: criteria.of });
  }

  recognition({ group, units, recognised, on = '' }: PublishedRecognition): void {
    for (const [tier, held] of Object.entries(recognised))
      this.#add('tier', tier, `group ${group}`, {
        day: on,
        open: { least: units - held, most: units - held },
      });
  }

  /** What was found of a unit or group; nothing where it is not known which unit is meant. */
  of(scope: Scope, { kind, ruleset, tier }: PlanMeasure): Track | undefined {
    if (this.#ambiguous.has(scope.key)) return undefined;
    return this.#tracks.get(trackKey(kind, ruleset ?? tier ?? '', scope.key));
  }

  isTold(scope: Scope): boolean {
    return this.#told.has(scope.key) && !this.#ambiguous.has(scope.key);
  }
}
