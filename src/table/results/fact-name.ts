import type { TableSetting } from './table-setting.js';

/** A fact, trait or standard as people know it, where its name is at hand; else its key. */
export function nameOfFact(key: string, { names, locale }: TableSetting): string {
  return (names.facts?.[key] ?? names.traits?.[key] ?? names.standards?.[key])?.title[locale] ?? key;
}
