import type { Evaluation, Outcome, OutcomeLayout, Outcomes } from '../../schema/evaluation.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { RulesetSummary } from '../../schema/summary.js';
import type { Localized } from '../../schema/text.js';
import { BodyCount } from './body-count.js';
import { type Entry, EntryCount } from './entry-count.js';
import { SubsetCount } from './subset-count.js';

/** A named subset of criteria that was asked for. */
export interface NamedSubset {
  readonly name: string;
  readonly criteria: readonly string[];
}

/** Every outcome of one unit, and what the outcomes stand for. */
export interface Judged {
  readonly layout: OutcomeLayout;
  readonly outcomes: Pick<Outcomes, 'criteria' | 'indicators'>;
  /** The text, where it is at hand: titles and bodies stand in it. */
  readonly text: Ruleset | undefined;
  readonly day: string;
}

/** Where the outcomes of one layout are counted, looked up once for all units that share it. */
interface Places {
  readonly criteria: readonly Entry[];
  readonly indicators: readonly Entry[];
  /** For each subset the places of its criteria in the layout; -1 where the set has none. */
  readonly subsets: readonly (readonly number[])[];
  readonly text: Ruleset | undefined;
  readonly bodies: readonly (Ruleset['criteria'][number]['indicators'][number] | undefined)[];
}

type Totals = Pick<RulesetSummary, 'detailed' | 'byCriterion' | 'byIndicator' | 'bodies' | 'subsets'>;

function bodiesOn(
  indicator: Ruleset['criteria'][number]['indicators'][number] | undefined,
  day: string,
): Localized[] {
  return (indicator?.responsible ?? [])
    .filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to))
    .map(({ body }) => body);
}

/** Criteria, indicators, bodies and subsets of the units whose entries are known one by one. */
export class DetailCount {
  #detailed = 0;
  #criteria = new EntryCount();
  #indicators = new EntryCount();
  #bodies = new BodyCount();
  #subsets: readonly SubsetCount[];
  #layouts = new WeakMap<OutcomeLayout, Places>();

  constructor(subsets: readonly NamedSubset[]) {
    this.#subsets = subsets.map(({ name, criteria }) => new SubsetCount(name, criteria));
  }

  #places(layout: OutcomeLayout, text: Ruleset | undefined): Places {
    const known = this.#layouts.get(layout);
    if (known && known.text === text) return known;
    const titles = new Map(text?.criteria.map(({ no, title }) => [no, title]));
    const indicators = new Map(
      text?.criteria.flatMap((criterion) => criterion.indicators.map((one) => [one.id, one])),
    );
    const places: Places = {
      criteria: layout.criteria.map((no) => this.#criteria.at(no, titles.get(no))),
      indicators: layout.indicators.map((id) => this.#indicators.at(id, indicators.get(id)?.title)),
      subsets: this.#subsets.map(({ criteria }) => criteria.map((no) => layout.criteria.indexOf(no))),
      text,
      bodies: layout.indicators.map((id) => indicators.get(id)),
    };
    this.#layouts.set(layout, places);
    return places;
  }

  addJudged({ layout, outcomes, text, day }: Judged): void {
    const places = this.#places(layout, text);
    this.#detailed += 1;
    for (const [at, outcome] of outcomes.criteria.entries()) {
      const entry = places.criteria[at];
      if (entry) entry.counts[outcome] += 1;
    }
    for (const [at, outcome] of outcomes.indicators.entries()) {
      const entry = places.indicators[at];
      if (entry) entry.counts[outcome] += 1;
      this.#bodies.add(text ? bodiesOn(places.bodies[at], day) : undefined, outcome);
    }
    for (const [which, subset] of this.#subsets.entries())
      subset.add((places.subsets[which] ?? []).map((at) => outcomes.criteria[at]));
  }

  addEvaluation({ criteria, placeholders }: Evaluation): void {
    this.#detailed += 1;
    const outcomes = new Map<string, Outcome>();
    for (const { no, title, outcome, indicators } of criteria) {
      outcomes.set(no, outcome);
      this.#criteria.at(no, title).counts[outcome] += 1;
      for (const one of indicators) this.#indicator(one);
    }
    for (const one of placeholders) this.#indicator(one);
    for (const subset of this.#subsets) subset.add(subset.criteria.map((no) => outcomes.get(no)));
  }

  #indicator({ id, title, outcome, responsible }: Evaluation['placeholders'][number]): void {
    this.#indicators.at(id, title).counts[outcome] += 1;
    this.#bodies.add(responsible, outcome);
  }

  merge(other: DetailCount): void {
    this.#detailed += other.#detailed;
    this.#criteria.merge(other.#criteria);
    this.#indicators.merge(other.#indicators);
    this.#bodies.merge(other.#bodies);
    for (const subset of other.#subsets)
      this.#subsets.find(({ name }) => name === subset.name)?.merge(subset);
  }

  totals(): Totals {
    return {
      detailed: this.#detailed,
      byCriterion: this.#criteria.totals(),
      byIndicator: this.#indicators.totals(),
      bodies: this.#bodies.totals(),
      subsets: this.#subsets.map((subset) => subset.totals()),
    };
  }

  static of(totals: Totals): DetailCount {
    const count = new DetailCount([]);
    count.#detailed = totals.detailed;
    count.#criteria = EntryCount.of(totals.byCriterion);
    count.#indicators = EntryCount.of(totals.byIndicator);
    count.#bodies = BodyCount.of(totals.bodies);
    count.#subsets = totals.subsets.map((subset) => SubsetCount.of(subset));
    return count;
  }
}
