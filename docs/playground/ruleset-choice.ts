import { type Level, type Locale, listRulesets, type RulesetEntry, rulesetsFor } from '../../src/index.js';
import type { Draft } from './draft.js';
import { type Child, element, fill } from './element.js';

/** A set that judges the unit's day is named by its id, so that the day picks the version; others by their version. */
interface Choice {
  readonly value: string;
  readonly entry: RulesetEntry;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function fitting(draft: Draft): Choice[] {
  if (!isDay(draft.assessedOn)) return [];
  const { rulesets } = rulesetsFor(draft.unit as never, draft.assessedOn, {
    ...(draft.year !== undefined && { year: draft.year }),
  });
  return rulesets.map(({ ruleset }) => ({ value: ruleset.id, entry: ruleset }));
}

/** The set that a unit is judged by when nobody chose one: its own tier “ntm” first. */
export const usualRuleset = (draft: Draft): string | undefined => {
  const found = fitting(draft);
  return (found.find(({ entry }) => entry.totals.indicators !== null) ?? found[0])?.value;
};

/** Every choice for a level: those for this unit and day, then the others, which are what-ifs. */
export function rulesetOptions(draft: Draft, chosen: string, locale: Locale): Child[] {
  const vi = locale === 'vi';
  const forDay = fitting(draft);
  const versions = listRulesets({ level: draft.unit.level }).map((entry) => ({
    value: `${entry.id}@${entry.version}`,
    entry,
  }));
  const option = ({ value, entry }: Choice): HTMLElement =>
    element(
      'option',
      { value, selected: value === chosen },
      `${entry.title[locale]}${value.includes('@') ? ` · ${entry.version}` : ''}`,
    );
  const lost = chosen !== '' && ![...forDay, ...versions].some(({ value }) => value === chosen);
  return [
    lost && element('option', { value: chosen, selected: true }, chosen),
    element(
      'optgroup',
      { label: vi ? 'Dành cho đơn vị này, ngày này' : 'For this unit, this day' },
      ...forDay.map(option),
    ),
    element(
      'optgroup',
      { label: vi ? 'Bộ khác, phiên bản khác (giả định)' : 'Other sets and versions (what-if)' },
      ...versions.map(option),
    ),
  ];
}

/** Fills the list anew and keeps what is chosen. */
export function refreshRulesets(
  select: HTMLSelectElement,
  draft: Draft,
  chosen: string,
  locale: Locale,
): void {
  fill(select, ...rulesetOptions(draft, chosen, locale));
  select.value = chosen;
}

export const LEVELS: readonly Level[] = ['commune', 'village', 'district', 'town', 'province'];
