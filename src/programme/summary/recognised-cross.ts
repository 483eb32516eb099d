import type { TierStanding, TierState } from '../../schema/programme.js';
import type { RecognisedRow } from '../../schema/summary.js';
import { addTally, countOutcome, emptyTally } from './tallies.js';

interface Row {
  readonly recognised: string | null;
  readonly settled: boolean;
  units: number;
  readonly reached: Map<string, ReturnType<typeof emptyTally>>;
}

type Tier = Pick<TierState, 'tier' | 'reached' | 'recognised'>;

/** Units recognised alike, against what evaluation finds of every tier today. */
export class RecognisedCross {
  readonly #rows = new Map<string, Row>();

  #row(recognised: string | null, settled: boolean): Row {
    const key = `${settled ? 1 : 0}${recognised ?? ''}`;
    let row = this.#rows.get(key);
    if (!row) {
      row = { recognised, settled, units: 0, reached: new Map() };
      this.#rows.set(key, row);
    }
    return row;
  }

  #tally(row: Row, tier: string): ReturnType<typeof emptyTally> {
    const tally = row.reached.get(tier) ?? emptyTally();
    row.reached.set(tier, tally);
    return tally;
  }

  add({ recognised }: Pick<TierStanding, 'recognised'>, tiers: readonly Tier[]): void {
    const above = tiers.slice(tiers.findIndex(({ tier }) => tier === recognised) + 1);
    const row = this.#row(
      recognised,
      above.every((one) => one.recognised !== 'unknown'),
    );
    row.units += 1;
    for (const { tier, reached } of tiers) countOutcome(this.#tally(row, tier), reached);
  }

  merge(other: RecognisedCross): void {
    for (const { recognised, settled, units, reached } of other.#rows.values()) {
      const row = this.#row(recognised, settled);
      row.units += units;
      for (const [tier, tally] of reached) addTally(this.#tally(row, tier), tally);
    }
  }

  /** Highest recognised first; then those of which no recognition is sure. */
  totals(tiers: readonly string[]): RecognisedRow[] {
    const rank = ({ recognised, settled }: Row): number =>
      2 * (recognised === null ? -1 : tiers.indexOf(recognised)) + (settled ? 1 : 0);
    return [...this.#rows.values()]
      .sort((a, b) => rank(b) - rank(a))
      .map(({ recognised, settled, units, reached }) => ({
        recognised,
        settled,
        units,
        reached: tiers.flatMap((tier) => {
          const outcomes = reached.get(tier);
          return outcomes ? [{ tier, outcomes: { ...outcomes } }] : [];
        }),
      }));
  }

  static of(rows: readonly RecognisedRow[]): RecognisedCross {
    const cross = new RecognisedCross();
    for (const { recognised, settled, units, reached } of rows) {
      const row = cross.#row(recognised, settled);
      row.units += units;
      for (const { tier, outcomes } of reached) addTally(cross.#tally(row, tier), outcomes);
    }
    return cross;
  }
}
