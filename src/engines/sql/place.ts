import type { Path } from '../../problem/problem.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { writtenInline } from './layout.js';
import { fitting, slug } from './names.js';
import { GROUP_COLUMN, REGION_COLUMN, regionsIn } from './place-columns.js';
import type { Sheet, WorkedOut } from './sheet.js';
import { agreeing, type Spread, spreadText, switched } from './spread.js';
import {
  all,
  any,
  asCondition,
  FALSE,
  first,
  holds,
  isFalse,
  isNull,
  isTrue,
  not,
  TRUE,
  type Truth,
  test,
} from './truth.js';

export interface PlaceOptions {
  readonly region?: string | undefined;
  readonly group?: string | undefined;
}

/** The region that judges every row, or the text that says which judges a row: NULL where it isn't settled. */
type Region = { readonly constant: string | undefined } | { readonly sql: string; readonly open: boolean };

interface Group {
  readonly id: string | undefined;
  readonly possible: Truth;
}

type When = NonNullable<Ruleset['specialColumns']>[number]['when'];

const isBlank = (sql: string): Truth =>
  test(`${sql} IS NULL`, { opposite: `${sql} IS NOT NULL`, sure: true });

/**
 * By which column of its decision a set judges each row: the region's, or one for special communes; and as of which
 * group. Where that isn't settled, what may be the case is.
 */
export class Place {
  readonly columns: WorkedOut[] = [];
  readonly #universe: readonly string[];
  #region: Region | undefined;
  #may: (region: string | undefined) => Truth = () => FALSE;
  #groups: readonly Group[] | undefined;

  constructor(
    private readonly ruleset: Ruleset,
    private readonly prefix: string,
    private readonly sheet: Sheet,
    private readonly options: PlaceOptions,
    private readonly judge: (when: When) => Truth,
  ) {
    this.#universe = regionsIn(ruleset);
  }

  #text(value: string, ...path: Path): string {
    return this.sheet.text(value, path);
  }

  #column(name: string, sql: string): string {
    const own = fitting(`${this.prefix}${name}`);
    this.columns.push({ name: own, sql });
    return own;
  }

  /** The region a row is given, and whether it may be none. */
  #given(): { sql: string; constant?: string; open: Truth; is: (region: string) => Truth } {
    const { region } = this.options;
    const constant = this.ruleset.regions ? region : '';
    if (constant !== undefined) {
      const is = (other: string): Truth => (other === constant ? TRUE : FALSE);
      return { sql: this.#text(constant, 'region'), constant, open: FALSE, is };
    }
    const name = this.sheet.read(REGION_COLUMN);
    if (name === undefined) return { sql: 'NULL', open: TRUE, is: () => FALSE };
    return {
      sql: name,
      open: isBlank(name),
      is: (other) =>
        holds(
          test(`${name} = ${this.#text(other, 'regions')}`, {
            opposite: `${name} <> ${this.#text(other, 'regions')}`,
          }),
        ),
    };
  }

  /** Works out the column that judges: that of the last rule for special communes that holds, else the region's. */
  #settle(): Region {
    if (this.#region) return this.#region;
    const given = this.#given();
    const specs = this.ruleset.specialColumns ?? [];
    const own = new Set((this.ruleset.regions ?? []).filter((region) => this.#universe.includes(region)));
    let met = FALSE;
    let unknown = FALSE;
    const cases: string[] = [];
    const added: { column: string; flag: Truth }[] = [];
    for (const [at, { id, when, column }] of specs.entries()) {
      const truth = this.judge(when);
      // A unit that is judged by this column anyway isn't asked; a later rule may still move it.
      const skipped = at < specs.length - 1 ? all(given.is(column), not(unknown)) : FALSE;
      const active = not(any(met, skipped));
      const holdsHere = all(not(skipped), truth);
      const isOpen = isNull(truth);
      const changes = own.has(column) ? all(not(given.open), not(given.is(column))) : TRUE;
      const mayHold = all(active, isOpen, changes);
      if (!isFalse(holdsHere))
        cases.push(
          `WHEN ${writtenInline(asCondition(holdsHere))} THEN ${this.#text(column, 'specialColumns')}`,
        );
      met = any(met, all(active, holds(truth)));
      if (!isFalse(mayHold)) {
        const flag = this.#column(`may_be_${slug(id)}`, writtenInline(mayHold));
        added.push({ column, flag: test(flag, { opposite: `NOT ${flag}`, sure: true }) });
        unknown = any(unknown, mayHold);
      }
    }
    if (!isFalse(unknown)) cases.push(`WHEN ${writtenInline(asCondition(unknown))} THEN NULL`);
    const others = test(
      `${given.sql} NOT IN (${this.#universe.map((region) => this.#text(region, 'regions')).join(', ')})`,
    );
    this.#may = (region) => {
      if (added.length === 0) return region !== undefined && own.has(region) ? TRUE : FALSE;
      if (region === undefined)
        return given.constant === undefined && !isTrue(given.open) ? holds(others) : FALSE;
      return any(
        own.has(region) ? given.open : FALSE,
        given.is(region),
        ...added.filter(({ column }) => column === region).map(({ flag }) => flag),
      );
    };
    const open = !isFalse(given.open) || !isFalse(unknown);
    if (cases.length === 0) {
      this.#region =
        given.constant === undefined ? { sql: given.sql, open } : { constant: given.constant || undefined };
      return this.#region;
    }
    const sql = `CASE ${cases.join(' ')}${given.sql === 'NULL' ? '' : ` ELSE ${given.sql}`} END`;
    this.#region = { sql: this.#column('judged_by', sql), open };
    return this.#region;
  }

  /** A verdict by region: that of the column that judges, or what all columns that may judge agree on. */
  byRegion(of: (region: string | undefined) => Spread): Spread {
    if (this.#universe.length === 0) return of(undefined);
    const settled = this.#settle();
    if ('constant' in settled) return of(settled.constant);
    const found = this.#universe.map((region) => ({ region, spread: of(region) }));
    const other = of(undefined);
    const candidates = [...found, { region: undefined, spread: other }].map(({ region, spread }) => ({
      possible: this.#may(region),
      spread,
    }));
    const classes = new Map<string, { regions: string[]; spread: Spread }>();
    for (const { region, spread } of found) {
      const text = spreadText(spread);
      const known = classes.get(text);
      if (known) known.regions.push(region);
      else classes.set(text, { regions: [region], spread });
    }
    const cases = [...classes.values()].map(({ regions, spread }) => ({
      when: isOneOf(
        settled.sql,
        regions.map((region) => this.#text(region, 'regions')),
      ),
      gives: spread,
    }));
    const unsettled = { when: isBlank(settled.sql), gives: agreeing(candidates) };
    if (settled.sql === 'NULL') return unsettled.gives;
    return switched(settled.open ? [...cases, unsettled] : cases, other);
  }

  /** Groups a row may be of: the one it is given, else those whose conditions aren't refuted, else none. */
  #possibleGroups(): readonly Group[] {
    if (this.#groups) return this.#groups;
    const groups = this.ruleset.groups ?? [];
    const { group } = this.options;
    if (group !== undefined) {
      this.#groups = [{ id: group, possible: TRUE }];
      return this.#groups;
    }
    const name = this.sheet.read(GROUP_COLUMN);
    const given =
      name === undefined ? FALSE : test(`${name} IS NOT NULL`, { opposite: `${name} IS NULL`, sure: true });
    const flags = groups.map(({ id, when }) => {
      const derived = when ? first(this.judge(when), TRUE) : TRUE;
      const isIt = name === undefined ? FALSE : holds(test(`${name} = ${this.#text(id, 'groups')}`));
      const possible = any(isIt, all(not(given), derived));
      const flag = this.#column(`in_${slug(id)}`, writtenInline(possible));
      return { id, possible: test(flag, { opposite: `NOT ${flag}`, sure: true }) };
    });
    this.#groups = [
      ...flags,
      { id: undefined, possible: all(...flags.map(({ possible }) => not(possible))) },
    ];
    return this.#groups;
  }

  /** A verdict by group, where figures differ by group. */
  byGroup(of: (group: string | undefined) => Spread): Spread {
    if (!this.ruleset.groups) return of(undefined);
    return agreeing(this.#possibleGroups().map(({ id, possible }) => ({ possible, spread: of(id) })));
  }

  /** What holds in each region that may judge alone, and whether it does; and in none of them that is settled. */
  settledRegions(): { readonly region: string | undefined; readonly when: Truth }[] {
    if (this.#universe.length === 0) return [{ region: undefined, when: TRUE }];
    const settled = this.#settle();
    if ('constant' in settled) return [{ region: settled.constant, when: TRUE }];
    return this.#universe.map((region) => ({
      region,
      when: settled.sql === 'NULL' ? FALSE : isOneOf(settled.sql, [this.#text(region, 'regions')]),
    }));
  }

  /** Whether it is not settled which region judges, and this one may. */
  mayJudge(region: string | undefined): Truth {
    const settled = this.#settle();
    if ('constant' in settled || !settled.open || region === undefined) return FALSE;
    return all(settled.sql === 'NULL' ? TRUE : isBlank(settled.sql), this.#may(region));
  }
}

function isOneOf(sql: string, texts: readonly string[]): Truth {
  return test(texts.length === 1 ? `${sql} = ${texts[0]}` : `${sql} IN (${texts.join(', ')})`);
}
