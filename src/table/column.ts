import type { Sex } from '../schema/evaluation.js';
import type { Declaration, Reading, Recognition, ReportedTotals } from '../schema/snapshot.js';

export const UNIT_FIELDS = [
  'name',
  'code',
  'level',
  'province',
  'formerProvince',
  'district',
  'parent',
  'group',
  'area',
] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

export const REPORTED_FIELDS = ['criteria', 'ofCriteria', 'indicators', 'ofIndicators'] as const;
export type ReportedField = (typeof REPORTED_FIELDS)[number] & keyof ReportedTotals;

const BODIES = ['self', 'department', 'appraisal', 'council'] as const;
export type Body = (typeof BODIES)[number] & NonNullable<Declaration['by']>;

/** What the cells of one column say. */
export type Column =
  | { readonly kind: 'unit'; readonly field: UnitField }
  | { readonly kind: 'trait'; readonly trait: string }
  | { readonly kind: 'assessedOn' | 'year' | 'serial' }
  | {
      readonly kind: 'remark';
      /** What the remark is about and who made it, where the place of its cell says so. */
      readonly about?: string | undefined;
      readonly source?: string | undefined;
    }
  | {
      readonly kind: 'fact';
      readonly fact: string;
      readonly sex?: Sex | undefined;
      readonly standard?: string | undefined;
      /** What else is known of the reading, where the place of its cell says so. */
      readonly reading?: Omit<Reading, 'value'>;
    }
  | {
      readonly kind: 'declared';
      readonly ruleset: string;
      readonly entry: string;
      readonly by?: Body;
      /** What it rests on (minh chứng), where a cell beside it says so. */
      readonly documents?: readonly string[];
      /** All that was declared, where the cell still says what was written into it. */
      readonly exact?: Declaration;
    }
  | {
      readonly kind: 'reported';
      readonly ruleset: string;
      readonly field: ReportedField;
      /** When it was reported and by whom, where the place of its cell says so. */
      readonly more?: Pick<ReportedTotals, 'on' | 'source'>;
    }
  | {
      readonly kind: 'recognised';
      readonly tier: string;
      /** The whole record, where the cell still says what was written into it. */
      readonly exact?: Recognition;
    }
  | {
      /** A unit that was merged into this one, or of which a part was. */
      readonly kind: 'predecessor';
      readonly code?: string | null | undefined;
      readonly whole?: boolean | undefined;
    };

const FACT = /^([a-z][a-z-]*:)?[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+/;

/**
 * The key of a column, as templates write it into a row of their own: `unit.name`, `health.insuredRate`,
 * `health.insuredRate[female]`, `poverty.multidimensionalRate[vn/2022-2025]`,
 * `declared:vn/commune-advanced/2021-2025#17.1@self`, `reported:vn/commune-advanced/2021-2025#criteria`, `recognised:ntm`.
 */
export function columnKey(column: Column): string {
  switch (column.kind) {
    case 'unit':
      return `unit.${column.field}`;
    case 'trait':
      return `trait:${column.trait}`;
    case 'fact': {
      const qualifiers = [column.sex, column.standard].filter((one) => one !== undefined);
      return `${column.fact}${qualifiers.map((one) => `[${one}]`).join('')}`;
    }
    case 'declared':
      return `declared:${column.ruleset}#${column.entry}${column.by === undefined ? '' : `@${column.by}`}`;
    case 'reported':
      return `reported:${column.ruleset}#${column.field}`;
    case 'recognised':
      return `recognised:${column.tier}`;
    default:
      return column.kind;
  }
}

const isOneOf = <T extends string>(list: readonly T[], text: string | undefined): text is T =>
  (list as readonly (string | undefined)[]).includes(text);

function factColumn(text: string): Column | undefined {
  const fact = FACT.exec(text)?.[0];
  if (fact === undefined) return undefined;
  const rest = text.slice(fact.length);
  if (!/^(\[[^[\]]+\])*$/.test(rest)) return undefined;
  const qualifiers = [...rest.matchAll(/\[([^[\]]+)\]/g)].map(([, one]) => one as string);
  const sexes = qualifiers.filter((one) => one === 'male' || one === 'female');
  const standards = qualifiers.filter((one) => one !== 'male' && one !== 'female');
  if (sexes.length > 1 || standards.length > 1) return undefined;
  const [sex] = sexes as Sex[];
  const [standard] = standards;
  return {
    kind: 'fact',
    fact,
    ...(sex !== undefined && { sex }),
    ...(standard !== undefined && { standard }),
  };
}

/** The column a key stands for; undefined where the text is no key. Whether there is such a fact is not looked at. */
export function columnOfKey(text: string): Column | undefined {
  const [, kind = '', rest = ''] = /^(declared|reported|recognised|trait):(.+)$/.exec(text) ?? [];
  const [ruleset = '', entry = ''] = rest.split('#', 2);
  if (kind === 'declared') {
    const at = entry.lastIndexOf('@');
    const by = at < 0 ? undefined : entry.slice(at + 1);
    if (ruleset === '' || entry === '' || (by !== undefined && !isOneOf(BODIES, by))) return undefined;
    return by === undefined ? { kind, ruleset, entry } : { kind, ruleset, entry: entry.slice(0, at), by };
  }
  if (kind === 'reported')
    return ruleset !== '' && isOneOf(REPORTED_FIELDS, entry) ? { kind, ruleset, field: entry } : undefined;
  if (kind === 'recognised') return { kind, tier: rest };
  if (kind === 'trait') return { kind, trait: rest };
  if (text === 'assessedOn' || text === 'year' || text === 'remark' || text === 'serial')
    return { kind: text };
  if (text.startsWith('unit.')) {
    const field = text.slice('unit.'.length);
    return isOneOf(UNIT_FIELDS, field) ? { kind: 'unit', field } : undefined;
  }
  return factColumn(text);
}
