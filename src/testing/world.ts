import type { Sex } from '../schema/evaluation.js';
import type { Draw } from './draw.js';
import type { FactModel, SnapshotModel, Target } from './fact-model.js';
import type { Setting } from './setting.js';

/** Of whom a figure is, and by which standard. */
export interface Subject {
  readonly standard?: string | undefined;
  readonly population?: string | undefined;
}

const SIX_DECIMALS = 1_000_000;
const tidy = (value: number): number => Math.round(value * SIX_DECIMALS) / SIX_DECIMALS;

/** The smallest difference that people write: one household, a tenth or a hundredth. */
function stepOf({ definition }: FactModel, draw: Draw): number {
  return definition.type === 'count' ? 1 : draw.pick([0.1, 0.01]);
}

/**
 * What is true of one unit, drawn as it is asked for: parts are never more than their wholes, men and women make up
 * everybody, terms make up their sum. Readings say it exactly, roughly or within bounds, so they always fit together.
 */
export class World {
  readonly #figures = new Map<string, number>();
  readonly #open = new Set<string>();

  constructor(
    private readonly draw: Draw,
    private readonly model: SnapshotModel,
    private readonly setting: Setting,
  ) {}

  /** The true figure of a numeric fact, or the place of a grade on its scale. */
  figure(key: string, subject: Subject = {}, sex?: Sex): number {
    const fact = this.model.facts.get(key);
    if (!fact) return 0;
    const varies = fact.definition.variesBy ?? [];
    const own: Subject = {
      standard: varies.includes('standard') ? subject.standard : undefined,
      population: subject.population,
    };
    const by = varies.includes('sex') ? sex : undefined;
    const id = `${key}|${own.standard ?? ''}|${own.population ?? ''}|${by ?? ''}`;
    let figure = this.#figures.get(id);
    if (figure === undefined) {
      this.#open.add(id);
      figure = this.#draw(fact, { ...subject, ...own }, by, varies.includes('sex'));
      this.#open.delete(id);
      this.#figures.set(id, figure);
    }
    return figure;
  }

  #draw(fact: FactModel, subject: Subject, sex: Sex | undefined, bySex: boolean): number {
    const { definition } = fact;
    if (definition.type === 'level') return this.draw.whole(0, (definition.grades?.length ?? 1) - 1);
    if (bySex && sex === undefined) {
      const both = (['male', 'female'] as const).map((one) => this.figure(fact.key, subject, one));
      const [male, female] = both as [number, number];
      if (definition.type !== 'percent') return tidy(male + female);
      return this.draw.pick([male, female, tidy(Math.round((male + female) * 5) / 10)]);
    }
    const rate = this.draw.chance(50) ? this.#workedOut(fact, subject, sex) : undefined;
    const most = this.#most(fact, subject, sex);
    const rest = this.#restOfSum(fact, subject, sex);
    if (rest !== undefined && this.draw.chance(70)) return this.#within(fact, rest, most);
    return this.#within(fact, rate ?? this.#anyFigure(fact, subject, sex, most), most);
  }

  #within(fact: FactModel, figure: number, most: number | undefined): number {
    const upper = Math.min(fact.max ?? Number.POSITIVE_INFINITY, most ?? Number.POSITIVE_INFINITY);
    const clipped = Math.max(fact.min, Math.min(tidy(figure), upper));
    return fact.definition.type === 'count' ? Math.floor(clipped) : clipped;
  }

  #isOpen(key: string): boolean {
    return [...this.#open].some((id) => id.startsWith(`${key}|`));
  }

  /** The most a figure can be beside its wholes and the sums it is a term of. */
  #most(fact: FactModel, subject: Subject, sex: Sex | undefined): number | undefined {
    const limits = fact.targets
      .filter(({ capped, whole }) => capped && !this.#isOpen(whole))
      .map(({ whole }) => {
        const all = this.figure(whole, subject, sex);
        const split = this.model.facts.get(whole)?.definition.variesBy?.includes('sex') ?? false;
        // Women are part of what the men leave of an undivided whole.
        return sex === undefined || split
          ? all
          : all - (sex === 'female' ? this.figure(fact.key, subject, 'male') : 0);
      });
    for (const { sum, terms } of fact.termOf) {
      if (this.#isOpen(sum)) continue;
      const total = this.figure(sum, subject, sex);
      const others = terms.filter((term) => term !== fact.key && this.#known(term, subject, sex));
      limits.push(total - others.reduce((taken, term) => taken + this.figure(term, subject, sex), 0));
    }
    return limits.length > 0 ? Math.max(0, Math.min(...limits)) : undefined;
  }

  #known(key: string, { standard, population }: Subject, sex: Sex | undefined): boolean {
    const varies = this.model.facts.get(key)?.definition.variesBy ?? [];
    const own = varies.includes('standard') ? standard : undefined;
    return this.#figures.has(
      `${key}|${own ?? ''}|${population ?? ''}|${varies.includes('sex') ? (sex ?? '') : ''}`,
    );
  }

  /** What is left for the last term of a sum. */
  #restOfSum(fact: FactModel, subject: Subject, sex: Sex | undefined): number | undefined {
    const [first] = fact.termOf;
    if (!first || this.#isOpen(first.sum)) return undefined;
    const others = first.terms.filter((term) => term !== fact.key);
    if (!others.every((term) => this.#known(term, subject, sex))) return undefined;
    const taken = others.reduce((sum, term) => sum + this.figure(term, subject, sex), 0);
    return this.figure(first.sum, subject, sex) - taken;
  }

  /** The rate that the true counts come to, as people write it. */
  #workedOut(fact: FactModel, subject: Subject, sex: Sex | undefined): number | undefined {
    const [first] = fact.definition.derivations ?? [];
    if (!first || 'sumOf' in first) return undefined;
    const growth = 'growthOf' in first;
    const [part, whole] = growth ? first.growthOf : first.ratioOf;
    if (this.#isOpen(part) || this.#isOpen(whole)) return undefined;
    const all = this.figure(whole, subject, sex);
    if (all <= 0) return undefined;
    const factor = fact.definition.type === 'percent' ? 100 : 1;
    const exact = (this.figure(part, subject, sex) / all) * factor - (growth ? 100 : 0);
    return Math.round(exact * 100) / 100;
  }

  #anyFigure(fact: FactModel, subject: Subject, sex: Sex | undefined, most: number | undefined): number {
    const target = fact.targets.length > 0 ? this.draw.pick(fact.targets) : undefined;
    const figures = fact.boundaries.filter((one) => this.setting.mayMatter(one));
    if (figures.length > 0 && this.draw.chance(60))
      return this.#beside(fact, Number(this.draw.pick(figures).value));
    if (target && this.draw.chance(80)) {
      const aimed = this.#aimedAt(target, subject, sex);
      if (aimed !== undefined) return this.#beside(fact, aimed);
    }
    return this.#anywhere(fact, most);
  }

  /** Exactly there, or just beside it. */
  #beside(fact: FactModel, figure: number): number {
    const whole = fact.definition.type === 'count' ? Math.ceil(tidy(figure)) : figure;
    return tidy(whole + this.draw.whole(-1, 1) * stepOf(fact, this.draw));
  }

  /** The part that brings a rate to one of its boundaries. */
  #aimedAt({ rate, whole, per, from }: Target, subject: Subject, sex: Sex | undefined): number | undefined {
    const boundaries =
      this.model.facts.get(rate)?.boundaries.filter((one) => this.setting.mayMatter(one)) ?? [];
    if (boundaries.length === 0 || this.#isOpen(whole)) return undefined;
    return ((Number(this.draw.pick(boundaries).value) + from) * this.figure(whole, subject, sex)) / per;
  }

  #anywhere(fact: FactModel, most: number | undefined): number {
    const { definition, min, boundaries } = fact;
    if (this.draw.chance(5)) return min;
    const highest = Math.max(0, ...boundaries.map(({ value }) => Number(value) || 0));
    const usual = definition.type === 'count' ? this.draw.pick([1, 10, 100, 3000]) : 100;
    const upper = most ?? fact.max ?? (highest > 0 ? 2 * highest + 2 : usual);
    if (definition.type === 'count') return this.draw.whole(Math.ceil(min), Math.floor(upper));
    const decimals = this.draw.pick([1, 10, 100]);
    return this.draw.whole(Math.ceil(min * decimals), Math.floor(upper * decimals)) / decimals;
  }
}
