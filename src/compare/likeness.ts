import { plainName } from '../law/territory.js';
import { leaves } from '../law/walk.js';
import type { Indicator } from '../schema/ruleset.js';

/** The facts an indicator is judged by. */
export function factsOf({ condition }: Indicator): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const { leaf } of condition ? leaves(condition) : []) if ('fact' in leaf) facts.add(leaf.fact);
  return facts;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count += 1;
  return count;
}

/** Twice what both have, over what each has: 1 for the same, 0 for nothing in common. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

type Titled = Pick<Indicator, 'title'>;

export function sameTitle(a: Titled, b: Titled): boolean {
  return plainName(a.title.vi) === plainName(b.title.vi);
}

export function sameFacts(a: Indicator, b: Indicator): boolean {
  const [left, right] = [factsOf(a), factsOf(b)];
  return left.size === right.size && shared(left, right) === left.size;
}

/** What two indicators are compared by, worked out once for each. */
export interface Likeable {
  readonly facts: ReadonlySet<string>;
  /** Neighbouring syllables of the title: most Vietnamese words have two. */
  readonly words: ReadonlySet<string>;
}

function wordsOf({ title }: Titled): ReadonlySet<string> {
  // What stands in brackets (“for men and for women”, “if any”) says little of what is measured.
  const syllables = plainName(title.vi.replace(/\([^)]*\)/g, ' ')).split('-');
  return new Set(syllables.slice(1).map((syllable, before) => `${syllables[before]} ${syllable}`));
}

export function likeableOf(indicator: Indicator): Likeable {
  return { facts: factsOf(indicator), words: wordsOf(indicator) };
}

/** Whether two titles say much the same: “Lao động” and “Lao động có việc làm”. */
export function alikeTitles(a: Titled, b: Titled): boolean {
  return dice(wordsOf(a), wordsOf(b)) >= LEAST_TITLE;
}

/** This share of the titles, or of the facts, has to be the same for a guess. */
const LEAST_TITLE = 0.4;
const LEAST_FACTS = 1 / 3;
/** Less will do in the same place: the same number under a criterion of the same name. */
const LEAST_TITLE_IN_PLACE = 0.2;

/**
 * How alike two indicators are, from 0 to 1; 0 where neither titles nor facts are alike enough to guess that one
 * follows the other. A ranking only: nothing of the law is decided by it.
 */
export function likeness(a: Likeable, b: Likeable, samePlace: boolean): number {
  const facts = dice(a.facts, b.facts);
  const title = dice(a.words, b.words);
  const least = samePlace ? LEAST_TITLE_IN_PLACE : LEAST_TITLE;
  return facts < LEAST_FACTS && title < least ? 0 : (facts + title) / 2;
}
