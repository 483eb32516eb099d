import type { Column } from '../law/requirement-row.js';
import type { Program } from './program.js';
import type { Requirement } from './requirement.js';

/** How many columns are kept: real rulesets have some hundreds, areas are whatever a snapshot says. */
const MOST = 2000;

/** A column of the law with the requirements that hold in it, each looked up once for all snapshots. */
export class Place implements Column {
  readonly region: string | undefined;
  readonly group: string | undefined;
  readonly area: string | undefined;
  readonly year: number;
  readonly case: string | undefined;
  readonly requirements: (Requirement | undefined)[] = [];
  /** Every indicator's rule for this column, in a row. */
  program: Program | undefined;
  readonly #cases = new Map<string, Place>();
  #next: Place | undefined;

  constructor(
    column: Column,
    /** Figures that are not published count as undetermined. */
    readonly publishedOnly: boolean,
    /** Not a column that judges, but one that would. */
    readonly hypothetical = false,
  ) {
    this.region = column.region;
    this.group = column.group;
    this.area = column.area;
    this.year = column.year;
    this.case = column.case;
  }

  /** The same column where one of an indicator's cases holds. */
  inCase(id: string): Place {
    let place = this.#cases.get(id);
    if (!place) {
      place = new Place({ ...this, case: id }, this.publishedOnly, this.hypothetical);
      this.#cases.set(id, place);
    }
    return place;
  }

  /** The same column in the year after. */
  nextYear(): Place {
    this.#next ??= new Place({ ...this, year: this.year + 1 }, this.publishedOnly, true);
    return this.#next;
  }
}

/** The columns that snapshots have been judged by. */
export class Places {
  readonly #places = new Map<string, Place>();
  #last: Place | undefined;

  of(
    region: string | undefined,
    group: string | undefined,
    area: string | undefined,
    year: number,
    publishedOnly: boolean,
  ): Place {
    const last = this.#last;
    if (
      last?.year === year &&
      last.region === region &&
      last.group === group &&
      last.area === area &&
      last.publishedOnly === publishedOnly
    )
      return last;
    const name = JSON.stringify([region, group, area, year, publishedOnly]);
    let place = this.#places.get(name);
    if (!place) {
      place = new Place({ region, group, area, year }, publishedOnly);
      if (this.#places.size >= MOST) this.#places.clear();
      this.#places.set(name, place);
    }
    this.#last = place;
    return place;
  }
}
