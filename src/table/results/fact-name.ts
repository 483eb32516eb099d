import type { TableSetting } from './table-setting.js';

/** A fact, trait or standard as people know it, where its name is at hand; else its key. */
export function nameOfFact(key: string, { names, locale }: TableSetting): string {
  const named = [names.facts, names.traits, names.standards].find((list) => list && Object.hasOwn(list, key));
  return named?.[key]?.title[locale] ?? key;
}
