import { nearestSpelling, plainSpelling } from '../problem/nearest.js';
import type { FactCatalogue, StandardCatalogue, TraitCatalogue } from '../schema/fact.js';
import { type Column, columnKey, columnOfKey, UNIT_FIELDS } from './column.js';
import { PLAIN_NAMES, SEX_SUFFIXES, UNIT_NAMES } from './heading-names.js';

/** What the headings of a table are looked up in. */
export interface HeadingVocabulary {
  readonly facts: FactCatalogue;
  readonly traits?: TraitCatalogue;
  readonly standards?: StandardCatalogue;
  /** Further columns by what is written above them, such as the indicators of a set. */
  readonly columns?: ReadonlyMap<string, Column>;
}

type PlainName = readonly [plain: string, column: Column];

const plainNames = new WeakMap<FactCatalogue, readonly PlainName[]>();

/** The names of a catalogue, spelled plainly once: that takes longer than reading a small sheet. */
function plainNamesOf(facts: FactCatalogue): readonly PlainName[] {
  let names = plainNames.get(facts);
  if (!names) {
    names = Object.entries(facts).flatMap(([fact, { title }]) =>
      [title.vi, title.en].map((name): PlainName => [plainSpelling(name), { kind: 'fact', fact }]),
    );
    plainNames.set(facts, names);
  }
  return names;
}

/** Longer texts are no heading, and are not looked up. */
const LONGEST = 400;

/**
 * Finds what the cells below a heading say, by its key, or by its name in either language with or without the unit
 * in brackets; *nam*, *nữ* or a standard behind the name tells readings apart.
 */
export class Headings {
  readonly #names = new Map<string, Column>();
  readonly #facts: FactCatalogue;
  readonly #standards = new Map<string, string>();
  /** The search for headings tries the same cells many times. */
  readonly #found = new Map<string, Column | undefined>();
  /** The same for what is before each dash or comma of a heading; null where no name is known. */
  readonly #named = new Map<string, Column | null>();

  constructor({ facts, traits = {}, standards = {}, columns = new Map() }: HeadingVocabulary) {
    this.#facts = facts;
    for (const [plain, column] of plainNamesOf(facts))
      if (!this.#names.has(plain)) this.#names.set(plain, column);
    for (const [trait, { title }] of Object.entries(traits)) {
      for (const name of [title.vi, title.en]) this.#name(name, { kind: 'trait', trait });
    }
    for (const field of UNIT_FIELDS) {
      for (const name of [...UNIT_NAMES[field].vi, ...UNIT_NAMES[field].en])
        this.#name(name, { kind: 'unit', field });
    }
    for (const kind of ['assessedOn', 'year', 'remark', 'serial'] as const) {
      for (const name of [...PLAIN_NAMES[kind].vi, ...PLAIN_NAMES[kind].en]) this.#name(name, { kind });
    }
    for (const [id, { title }] of Object.entries(standards)) {
      for (const name of [id, title.vi, title.en]) this.#standards.set(plainSpelling(name), id);
    }
    for (const [name, column] of columns) this.#names.set(plainSpelling(name), column);
  }

  /** The first that has a name keeps it: a fact before a unit's column, a catalogue entry before a later one. */
  #name(name: string, column: Column): void {
    const plain = plainSpelling(name);
    if (!this.#names.has(plain)) this.#names.set(plain, column);
  }

  /** What a heading stands for; undefined where nothing of that name is known. */
  find(heading: string): Column | undefined {
    if (!this.#found.has(heading)) this.#found.set(heading, this.#look(heading));
    return this.#found.get(heading);
  }

  #look(heading: string): Column | undefined {
    const text = heading.normalize('NFC').trim();
    if (text === '' || text.length > LONGEST) return undefined;
    const key = columnOfKey(text);
    if (key) return key.kind !== 'fact' || Object.hasOwn(this.#facts, key.fact) ? key : undefined;
    return this.#byName(text) ?? this.#qualified(text);
  }

  #byName(text: string): Column | undefined {
    const known = this.#named.get(text);
    if (known !== undefined) return known ?? undefined;
    const column =
      this.#names.get(plainSpelling(text)) ??
      this.#names.get(plainSpelling(text.replace(/\s*[([][^()[\]]*[)\]]\s*\*?$/, '')));
    this.#named.set(text, column ?? null);
    return column;
  }

  /** `Tỷ lệ tham gia bảo hiểm y tế - nữ (%)`, `Tỷ lệ nghèo đa chiều [vn/2022-2025]`; names have commas and dashes too. */
  #qualified(text: string, qualifiers = 2): Column | undefined {
    if (qualifiers === 0) return undefined;
    const bare = text.replace(/\s*\([^()]*\)\s*$/, '').replace(/\s*[)\]]\s*$/, '');
    const marks = [...bare.matchAll(/\s*[-–—:,/|([]\s*/g)].reverse().slice(0, 12);
    for (const { 0: mark, index } of marks) {
      const column =
        this.#byName(bare.slice(0, index)) ?? this.#qualified(bare.slice(0, index), qualifiers - 1);
      if (column?.kind !== 'fact') continue;
      const plain = plainSpelling(bare.slice(index + mark.length));
      const sex = SEX_SUFFIXES.find(({ words }) => words.some((word) => plainSpelling(word) === plain))?.sex;
      if (sex !== undefined && column.sex === undefined) return { ...column, sex };
      const standard = this.#standards.get(plain);
      if (standard !== undefined && column.standard === undefined) return { ...column, standard };
    }
    return undefined;
  }

  /** The name or key nearest to a heading nobody knows. */
  near(heading: string): string | undefined {
    const near = nearestSpelling(heading, [...Object.keys(this.#facts), ...this.#names.keys()]);
    if (near === undefined) return undefined;
    const column = this.#names.get(near);
    if (column?.kind === 'fact') return this.#facts[column.fact]?.title.vi;
    return column ? columnKey(column) : near;
  }
}
