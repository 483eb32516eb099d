import { openRequirements, regionsIn } from '../scaffold/open-requirements.js';
import type { Scaffold } from '../scaffold/scaffold-amendment.js';
import { unitOf } from '../scaffold/where-to-look.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Locale } from '../schema/text.js';
import {
  ABOUT_KEYS,
  ABOUT_SHEET,
  type AboutKey,
  COLUMN_ORDER,
  FIGURES_SHEET,
  SCAFFOLD_COLUMNS,
  type ScaffoldColumn,
} from './scaffold-columns.js';
import type { SheetToWrite } from './write-xlsx.js';

const WIDTHS: Readonly<Record<ScaffoldColumn, number>> = {
  indicator: 10,
  title: 50,
  requirement: 16,
  region: 26,
  group: 12,
  year: 8,
  unit: 18,
  figure: 16,
  number: 22,
  date: 16,
  article: 16,
  note: 90,
};

const TO_FILL: readonly ScaffoldColumn[] = ['figure', 'number', 'date', 'article'];

/** A scaffold as the sheets an officer fills in: one row a figure. */
export function scaffoldSheets(scaffold: Scaffold, ruleset: Ruleset, locale: Locale): SheetToWrite[] {
  const open = openRequirements(ruleset);
  const rows = scaffold.changes.flatMap((change) => {
    const one = open.find(
      ({ indicator, requirement }) => indicator.id === change.indicator && requirement === change.requirement,
    );
    return change.rows.map(({ where }) => {
      const region = where.region === undefined ? '' : String(where.region);
      const group = where.group === undefined ? '' : String(where.group);
      const cells: Record<ScaffoldColumn, string> = {
        indicator: change.indicator,
        title: one?.indicator.title[locale] ?? '',
        requirement: change.requirement,
        region: ruleset.territory?.regions[region]?.[locale] ?? region,
        group: ruleset.groups?.find(({ id }) => id === group)?.title[locale] ?? group,
        year: where.year === undefined ? '' : String(where.year),
        unit: (one && unitOf(one, ruleset)?.[locale]) ?? '',
        figure: '',
        number: '',
        date: '',
        article: '',
        note: change.note[locale],
      };
      return COLUMN_ORDER.map((column) => cells[column]);
    });
  });
  const about: Record<AboutKey, string> = {
    amends: [scaffold.amends].flat().join(', '),
    jurisdiction: scaffold.jurisdiction ?? '',
    'title.vi': scaffold.title.vi,
    'title.en': scaffold.title.en,
    'citation.number': '',
    'citation.date': '',
  };
  return [
    {
      name: FIGURES_SHEET[locale],
      rows: [COLUMN_ORDER.map((column) => SCAFFOLD_COLUMNS[column][locale]), ...rows],
      widths: COLUMN_ORDER.map((column) => WIDTHS[column]),
      headings: 1,
      toFill: TO_FILL.map((column) => COLUMN_ORDER.indexOf(column)),
    },
    {
      name: ABOUT_SHEET[locale],
      rows: (Object.keys(ABOUT_KEYS) as AboutKey[]).map((key) => [key, about[key], ABOUT_KEYS[key][locale]]),
      widths: [18, 70, 60],
      toFill: [1],
    },
  ];
}

/** The names a region and a group may be written by, each with its id. */
export function namesIn(ruleset: Ruleset, kind: 'region' | 'group'): Map<string, string> {
  const names = new Map<string, string>();
  if (kind === 'group') {
    for (const { id, title } of ruleset.groups ?? [])
      for (const name of [id, title.vi, title.en]) names.set(name, id);
    return names;
  }
  for (const id of regionsIn(ruleset)) {
    if (id === undefined) continue;
    const title = ruleset.territory?.regions[id];
    for (const name of [id, ...(title ? [title.vi, title.en] : [])]) names.set(name, id);
  }
  return names;
}
