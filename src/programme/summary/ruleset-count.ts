import type { Evaluation, Outcome, ReportedResult } from '../../schema/evaluation.js';
import type { Unit } from '../../schema/snapshot.js';
import type { GroupTotals, RulesetSummary, Universe } from '../../schema/summary.js';
import { DetailCount, type Judged, type NamedSubset } from './detail-count.js';
import { Groups } from './group-name.js';
import { LabelCount } from './label-count.js';
import type { Pairs } from './pair-count.js';
import { PlaceCount } from './place-count.js';
import { ReportedCount } from './reported-count.js';
import { SeenUnits, universeOf } from './seen-units.js';
import { Spread, type Told } from './spread.js';
import { byKey, count, mergeCounts, shareOf } from './tallies.js';

/** What one item says of one unit by one set. */
export interface ToldOfUnit {
  readonly unit: Unit;
  readonly key: string;
  readonly version: string | null;
  readonly year: number | null;
  readonly basis: 'evaluated' | 'reported';
  readonly outcome: Outcome;
  readonly provisional: boolean;
  readonly criteria: Pairs | undefined;
  readonly indicators: Pairs | undefined;
  readonly detail?: Judged | Evaluation | undefined;
  readonly labels?: Evaluation['labels'] | undefined;
  /** What the unit reports of itself. */
  readonly reported?: ReportedResult | undefined;
}

/** What is published of a group of units by one set. */
export interface ToldOfGroup extends Told {
  readonly year: number | null;
  readonly totals: GroupTotals;
}

export interface CountSetting {
  readonly universe: Universe | undefined;
  readonly subsets: readonly NamedSubset[];
  /** Whether units told of twice are looked for. */
  readonly finding: boolean;
}

const tallyOf = (outcome: Outcome) => ({ total: 1, met: 0, unmet: 0, unknown: 0, [outcome]: 1 });

/** Everything that is counted of one ruleset. */
export class RulesetCount {
  #versions = new Map<string | null, number>();
  #years = new Map<number | null, number>();
  #basis = { evaluated: 0, reported: 0, published: 0 };
  #provisional = 0;
  #whole = new Spread(true);
  #places = new PlaceCount();
  #detail: DetailCount;
  #labels = new LabelCount();
  #reported = new ReportedCount();
  readonly groups = new Groups<GroupTotals>();
  #seen: SeenUnits;

  constructor(
    readonly ruleset: string,
    setting: CountSetting,
  ) {
    this.#detail = new DetailCount(setting.subsets);
    this.#seen = new SeenUnits(universeOf(ruleset, setting.universe), setting.finding);
  }

  add(told: ToldOfUnit): void {
    const { unit, outcome, detail } = told;
    if (!this.#seen.take(unit, told.key)) return;
    count(this.#versions, told.version);
    count(this.#years, told.year);
    this.#basis[told.basis] += 1;
    if (told.provisional) this.#provisional += 1;
    const one: Told = {
      units: 1,
      outcomes: tallyOf(outcome),
      criteria: told.criteria,
      indicators: told.indicators,
    };
    this.#whole.add(one);
    this.#places.add(unit, one);
    if (detail && 'layout' in detail) this.#detail.addJudged(detail);
    else if (detail) this.#detail.addEvaluation(detail);
    if (told.labels) this.#labels.add(told.labels);
    if (told.reported) this.#reported.add(told.reported);
  }

  addGroup(told: ToldOfGroup): void {
    count(this.#versions, null, told.units);
    count(this.#years, told.year, told.units);
    this.#basis.published += told.units;
    this.#whole.add(told);
    const { group, province, district } = told.totals;
    this.#places.add({ group, ...(province && { province }), ...(district && { district }) }, told);
    this.groups.add(told.totals);
  }

  merge(other: RulesetCount): void {
    mergeCounts(this.#versions, other.#versions);
    mergeCounts(this.#years, other.#years);
    this.#basis.evaluated += other.#basis.evaluated;
    this.#basis.reported += other.#basis.reported;
    this.#basis.published += other.#basis.published;
    this.#provisional += other.#provisional;
    this.#whole.merge(other.#whole);
    this.#places.merge(other.#places);
    this.#detail.merge(other.#detail);
    this.#labels.merge(other.#labels);
    this.#reported.merge(other.#reported);
    for (const group of other.groups.list()) this.groups.add(group);
    this.#seen.merge(other.#seen);
  }

  summary(universe: Universe | undefined): RulesetSummary {
    const { evaluated, reported, published } = this.#basis;
    const missing = this.#seen.missing(universe, evaluated + reported + published, published);
    const whole = this.#whole.totals(missing.count);
    // Which of the units not named lie in a published group is not known, and so not where the others lie.
    const placed = published === 0 ? (missing.units ?? []) : [];
    return {
      ruleset: this.ruleset,
      versions: byKey(this.#versions).map(([version, units]) => ({ version, units })),
      years: byKey(this.#years).map(([year, units]) => ({ year, units })),
      basis: { evaluated, reported, published },
      missing,
      outcomes: whole.outcomes,
      share: shareOf(whole.outcomes),
      provisional: this.#provisional,
      criteria: whole.criteria,
      indicators: whole.indicators,
      ...this.#detail.totals(),
      labels: this.#labels.totals(),
      reported: this.#reported.totals(),
      groups: this.groups.list(),
      ...this.#places.totals(placed),
      ...this.#seen.totals(),
    };
  }

  /** The count behind a result, so that it can be counted on. */
  static of(told: RulesetSummary, setting: CountSetting): RulesetCount {
    const counted = new RulesetCount(told.ruleset, setting);
    counted.#versions = new Map(told.versions.map(({ version, units }) => [version, units]));
    counted.#years = new Map(told.years.map(({ year, units }) => [year, units]));
    counted.#basis = { ...told.basis };
    counted.#provisional = told.provisional;
    counted.#whole = Spread.of(told, told.missing.count, true);
    const placed = told.basis.published === 0 ? (told.missing.units ?? []) : [];
    counted.#places = PlaceCount.of(told, placed);
    counted.#detail = DetailCount.of(told);
    counted.#labels = LabelCount.of(told.labels);
    counted.#reported = ReportedCount.of(told.reported);
    for (const group of told.groups) counted.groups.add(group);
    counted.#seen = SeenUnits.of(universeOf(told.ruleset, setting.universe), told);
    return counted;
  }
}
