import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sex } from '../../schema/evaluation.js';

/** Which figure a column holds: a fact, of one sex, by one standard, of one population. */
export interface FactOfColumn {
  readonly fact: string;
  readonly sex?: Sex;
  readonly standard?: string;
  readonly population?: string;
}

/** PostgreSQL cuts names after 63 bytes; ours keep to that everywhere, so that one table serves any database. */
export const LONGEST_NAME = 63;

const FACT_KEY = /^(?:([a-z]+(?:-[a-z]+)*):)?([a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+)$/;
const STANDARD = /^[a-z]+(-[a-z]+)*\/[0-9]{4}(-[0-9]{4})?$/;
const STANDARD_NAME = /^([a-z]+(?:_[a-z]+)*)_([0-9]{4})(?:_([0-9]{4}))?$/;
const POPULATION = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Ten hexadecimal digits: what stands for a text that can't be part of a name. */
const DIGEST = /(^|-)h[0-9a-f]{10}$/;

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 10);

/** Letters, digits and underscores that recall a text. Not every text has its own. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** A slug with a digest behind it: different for different texts. */
export function digestedSlug(text: string): string {
  return `${slug(text).slice(0, 20).replace(/_+$/, '')}_h${digest(text)}`.replace(/^_/, '');
}

/**
 * Cuts a name that PostgreSQL would cut, and keeps it apart from all others by a digest. No other name has a section
 * that begins with a digit.
 */
export function fitting(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 14)}___0${digest(name)}`;
}

const keyPart = (key: string): string =>
  key.replaceAll('.', '__').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const standardPart = (standard: string): string =>
  STANDARD.test(standard) ? standard.replace(/[-/]/g, '_') : digestedSlug(standard);

const populationPart = (population: string): string =>
  POPULATION.test(population) && !DIGEST.test(population)
    ? population.replaceAll('-', '_')
    : digestedSlug(population);

/**
 * The name of a fact's column: `health.insuredRate` is `health__insured_rate`, that of women
 * `health__insured_rate___female`, `poverty.poorRate` by a standard `poverty__poor_rate___std_vn_2022_2025`, a
 * province's own fact `lao_cai___forest__cover_rate`. Lower case, no reserved word, at most 63 bytes, and different
 * facts have different names, so that one table serves every ruleset.
 */
export function factColumnName({ fact, sex, standard, population }: FactOfColumn): string {
  const [, jurisdiction, key] = FACT_KEY.exec(fact) ?? [];
  const sections = [
    ...(jurisdiction === undefined ? [] : [jurisdiction.replaceAll('-', '_')]),
    key === undefined ? `key__${digestedSlug(fact)}` : keyPart(key),
    ...(sex === undefined ? [] : [sex]),
    ...(standard === undefined ? [] : [`std_${standardPart(standard)}`]),
    ...(population === undefined ? [] : [`pop_${populationPart(population)}`]),
  ];
  return fitting(sections.join('___'));
}

/** Reads a column's name back; undefined for a name that was cut, holds a digest or is none of ours. */
export function factOfColumnName(name: string): FactOfColumn | undefined {
  const sections = name.split('___');
  const jurisdiction = sections[0]?.includes('__') ? undefined : sections.shift();
  const key = sections.shift();
  if (key === undefined) return undefined;
  const fact = `${jurisdiction === undefined ? '' : `${jurisdiction.replaceAll('_', '-')}:`}${key
    .replaceAll('__', '.')
    .replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())}`;
  const found: { fact: string; sex?: Sex; standard?: string; population?: string } = { fact };
  for (const section of sections) {
    if (section === 'male' || section === 'female') found.sex = section;
    const standard = section.startsWith('std_') ? STANDARD_NAME.exec(section.slice(4)) : null;
    if (standard)
      found.standard = `${standard[1]?.replaceAll('_', '-')}/${[standard[2], standard[3]].filter(Boolean).join('-')}`;
    if (section.startsWith('pop_')) found.population = section.slice(4).replaceAll('_', '-');
  }
  return FACT_KEY.test(fact) && factColumnName(found) === name ? found : undefined;
}

/** Hands out names that differ in more than case; a second text with the same slug gets a digest. */
export class OwnNames {
  readonly #taken = new Set<string>();

  /** A name that begins with `prefix` and recalls `text`. */
  give(prefix: string, text: string): string {
    const plain = fitting(`${prefix}${slug(text)}`);
    const name =
      plain === prefix || this.#taken.has(plain) ? fitting(`${prefix}${digestedSlug(text)}`) : plain;
    this.#taken.add(name);
    return name;
  }
}
