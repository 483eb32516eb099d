import type {
  CriterionResult,
  Evaluation,
  Outcome,
  OutcomeLayout,
  Outcomes,
  Tally,
} from '../schema/evaluation.js';
import type { TierReport, TierStanding } from '../schema/programme.js';
import type { Unit } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import type { PortfolioUnit } from './report-input.js';

/** An outcome as one letter, large where it is provisional; `x` where a set has no such criterion. */
const LETTERS: Record<Outcome, string> = { met: 'm', unmet: 'u', unknown: 'k' };

export function letterOf(outcome: Outcome, provisional = false): string {
  return provisional ? LETTERS[outcome].toUpperCase() : LETTERS[outcome];
}

/** One unit by one set. */
export interface UnitRow {
  readonly unit: Unit;
  readonly outcome: string;
  readonly totals: Tally;
  /** A letter a criterion, in the order of the table; shorter where later units brought further ones. */
  readonly criteria: string;
}

/** All units judged by one set, whichever of its versions. */
export interface RulesetRows {
  readonly id: string;
  title?: Localized;
  /** Numbers of criteria, in the order in which texts list them. */
  readonly numbers: string[];
  readonly titles: Map<string, Localized>;
  readonly rows: UnitRow[];
}

/** All units by one ladder. */
export interface LadderRows {
  readonly id: string;
  title?: Localized;
  readonly rows: TierStanding[];
}

/** What portfolios show of units, kept as they come by: a row each, nothing explained. */
export class UnitRows {
  readonly rulesets = new Map<string, RulesetRows>();
  readonly ladders = new Map<string, LadderRows>();

  add(item: PortfolioUnit): void {
    if ('tiers' in item) this.#addTiers(item);
    else if ('layout' in item) this.#addJudged(item.ruleset.id, item.unit, item.layout, item.outcomes);
    else if ('criteria' in item) this.#addEvaluation(item);
  }

  #ruleset(id: string): RulesetRows {
    const known = this.rulesets.get(id);
    if (known) return known;
    const made: RulesetRows = { id, numbers: [], titles: new Map(), rows: [] };
    this.rulesets.set(id, made);
    return made;
  }

  #addEvaluation({ ruleset, unit, outcome, provisional, totals, criteria }: Evaluation): void {
    const rows = this.#ruleset(ruleset.id);
    rows.title ??= ruleset.title;
    for (const { no, title } of criteria) if (!rows.titles.has(no)) rows.titles.set(no, title);
    rows.rows.push({
      unit,
      outcome: letterOf(outcome, provisional),
      totals: totals.criteria,
      criteria: lettersIn(
        rows.numbers,
        criteria.map(({ no }) => no),
        criteria.map((one: CriterionResult) => letterOf(one.outcome, one.provisional)),
      ),
    });
  }

  #addJudged(id: string, unit: Unit, layout: OutcomeLayout, outcomes: Outcomes): void {
    const rows = this.#ruleset(id);
    rows.rows.push({
      unit,
      outcome: letterOf(outcomes.outcome, outcomes.provisional),
      totals: outcomes.totals.criteria,
      criteria: lettersIn(
        rows.numbers,
        layout.criteria,
        outcomes.criteria.map((one) => letterOf(one)),
      ),
    });
  }

  #addTiers(item: TierReport | TierStanding): void {
    if (item.ladder === null) return;
    const known = this.ladders.get(item.ladder);
    const rows: LadderRows = known ?? { id: item.ladder, rows: [] };
    if (!known) this.ladders.set(item.ladder, rows);
    if ('title' in item) rows.title ??= item.title;
    for (const tier of item.tiers) {
      const [id] = tier.ruleset?.split('@') ?? [];
      if ('evaluation' in tier && tier.evaluation) this.#addEvaluation(tier.evaluation);
      else if ('judged' in tier && tier.judged && id !== undefined)
        this.#addJudged(id, item.unit, tier.judged.layout, tier.judged.outcomes);
    }
    rows.rows.push(withoutDetail(item));
  }
}

/** Evaluations are large, and of tiers a table shows little: of ten thousand units only that little is kept. */
function withoutDetail(item: TierReport | TierStanding): TierStanding {
  const { unit, assessedOn, year, ladder, reached, recognised, held, tiers } = item;
  return {
    unit,
    assessedOn,
    year,
    ladder,
    reached,
    recognised,
    held,
    tiers: tiers.map(({ tier, ruleset, outcome, provisional, totals, ...one }) => ({
      tier,
      ruleset,
      outcome,
      provisional,
      totals,
      reached: one.reached,
      recognised: one.recognised,
      held: one.held,
    })),
  };
}

/** Letters in the order of the table, to which numbers it does not have yet are added. */
function lettersIn(order: string[], numbers: readonly string[], letters: readonly string[]): string {
  const same = numbers.length === order.length && numbers.every((no, at) => no === order[at]);
  if (same) return letters.join('');
  for (const no of numbers) if (!order.includes(no)) order.push(no);
  return order.map((no) => letters[numbers.indexOf(no)] ?? 'x').join('');
}
