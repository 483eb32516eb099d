import fc from 'fast-check';
import { checkShares } from '../check/shares.js';
import type { Vocabulary } from '../check/vocabulary.js';
import { ProblemList } from '../problem/problem-list.js';
import { derivationInputs } from '../schema/derivation-inputs.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { FactEntry, Snapshot, Unit } from '../schema/snapshot.js';
import { shippedVocabulary } from '../shipped.js';
import { drawDeclared, drawReported } from './declared.js';
import { Draw } from './draw.js';
import { type SnapshotModel, snapshotModel } from './fact-model.js';
import { drawEntry, type ReadingStyle } from './readings.js';
import { drawSetting } from './setting.js';
import { smallerSnapshots } from './smaller.js';
import { World } from './world.js';

/** Which snapshots to make. */
export interface SnapshotsOptions {
  /**
   * How much is known, from 0 (no fact) to 1 (every fact the rules ask for, by itself or by what it is worked out from).
   * Default: any of these, from snapshot to snapshot. @since 0.1.0
   */
  completeness?: number;
  /** Exact values only, one for each fact, as a table holds them: no bounds, lists, dates or standards. Default `false`. @since 0.1.0 */
  plain?: boolean;
  /** Declared results too. Default `false`. @since 0.1.0 */
  declared?: boolean;
  /** Reported totals too. Default `false`. @since 0.1.0 */
  reported?: boolean;
  /** Sets this one leads to (a lower tier, a base figure): their facts and boundaries are covered as well. @since 0.1.0 */
  rulesets?: readonly Ruleset[];
  /**
   * What the snapshots will be checked against: its provinces and standards occur, and its shares hold. Default:
   * everything inside the package. @since 0.1.0
   */
  vocabulary?: Vocabulary;
  /** What every unit has; the rest varies. @since 0.1.0 */
  unit?: Partial<Unit>;
  /** The year judged. Default: any of the period, and sometimes none. @since 0.1.0 */
  year?: number;
}

class SnapshotArbitrary extends fc.Arbitrary<Snapshot> {
  constructor(
    private readonly model: SnapshotModel,
    private readonly options: SnapshotsOptions,
  ) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Snapshot> {
    const { model, options } = this;
    const draw = new Draw(random);
    const setting = drawSetting(draw, model, options);
    const { unit, assessedOn, year, judged } = setting;
    const style = { plain: options.plain ?? false, year: judged, assessedOn, standards: model.standards };
    const facts = this.#facts(draw, new World(draw, model, setting), style);
    const snapshot: Snapshot = {
      unit,
      assessedOn,
      ...(year !== undefined && { year }),
      facts,
      ...(options.declared && draw.chance(80) && { declared: drawDeclared(draw, model.ruleset, assessedOn) }),
      ...(options.reported && draw.chance(80) && { reported: drawReported(draw, model.ruleset, assessedOn) }),
    };
    return new fc.Value(snapshot, undefined);
  }

  #facts(draw: Draw, world: World, style: ReadingStyle): Snapshot['facts'] {
    const completeness = this.options.completeness ?? draw.pick([0, 0.05, 0.3, 0.6, 0.9, 1]);
    const known = this.#knownFacts(draw, Math.round(completeness * 100));
    const facts: Record<string, Exclude<FactEntry, null>> = {};
    for (const key of known) {
      const fact = this.model.facts.get(key);
      if (fact) facts[key] = drawEntry(draw, fact, world, style);
    }
    for (const key of checkShares(facts, this.model.catalogue, new ProblemList())) delete facts[key];
    return facts;
  }

  /** Of a figure and what it is worked out from, often one or the other is known. */
  #knownFacts(draw: Draw, percent: number): Set<string> {
    const known = new Set<string>();
    for (const { key, used } of this.model.facts.values()) if (used && draw.chance(percent)) known.add(key);
    for (const { key, definition } of this.model.facts.values()) {
      const [first] = definition.derivations ?? [];
      if (!first || !known.has(key) || draw.chance(40)) continue;
      const inputs = derivationInputs(first);
      if (inputs.every((input) => known.has(input)) && draw.chance(60)) known.delete(key);
      else if (!this.model.facts.get(inputs[0] as string)?.asked) known.delete(inputs[0] as string);
    }
    return known;
  }

  override canShrinkWithoutContext(value: unknown): value is Snapshot {
    return typeof value === 'object' && value !== null && 'facts' in value && 'unit' in value;
  }

  override shrink(snapshot: Snapshot): fc.Stream<fc.Value<Snapshot>> {
    const smaller = smallerSnapshots(snapshot, this.model.catalogue, {
      keepFacts: this.options.completeness === 1,
      keepUnit: Object.keys(this.options.unit ?? {}),
    });
    return new fc.Stream(smaller).map((value) => new fc.Value(value, undefined));
  }
}

/**
 * Valid snapshots (hiện trạng) for a ruleset, made from what it asks for: units of its level in its provinces, before
 * and after 1 July 2025, days and years inside its span, figures at and just beside every boundary as well as anywhere
 * the catalogue allows, counts that fit their wholes, figures by sex, standard and population, bounds, rough figures.
 * `parseSnapshot` accepts every one of them. A failing one shrinks to few facts and short figures.
 *
 * @example
 * fc.assert(fc.property(snapshotsFor(ruleset), (snapshot) => evaluate(snapshot, ruleset).totals.indicators.total === 57))
 * snapshotsFor(ruleset, { plain: true, completeness: 1 }) // what a full table holds
 * @since 0.1.0
 */
export function snapshotsFor(ruleset: Ruleset, options: SnapshotsOptions = {}): fc.Arbitrary<Snapshot> {
  const vocabulary = options.vocabulary ?? shippedVocabulary();
  return new SnapshotArbitrary(snapshotModel(ruleset, options.rulesets ?? [], vocabulary), options);
}
