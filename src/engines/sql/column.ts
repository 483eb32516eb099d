import { decimal, plain } from '../../rule/amount.js';
import { boundsOf } from '../../rule/fact-range.js';
import type { Sex } from '../../schema/evaluation.js';
import type { FactDefinition, FactType } from '../../schema/fact.js';
import type { Localized } from '../../schema/text.js';
import { type FactOfColumn, factColumnName } from './names.js';

/**
 * One column of a table of units, a row a unit. `name` is ours; the option `columns` gives it another.
 *
 * @since 0.1.0
 */
export interface SqlColumn {
  readonly name: string;
  readonly holds: 'key' | 'region' | 'group' | 'area' | 'year' | 'trait' | 'fact' | 'declared';
  readonly type: 'decimal' | 'boolean' | 'text' | 'integer';
  readonly title: Localized;
  readonly unit?: Localized;
  /** Digits before and after the point of a decimal. */
  readonly whole?: number;
  readonly scale?: number;
  /** Least and most, as decimals; a figure outside counts as not known. */
  readonly min?: string;
  readonly max?: string;
  /** The texts it may hold: grades, regions, groups. */
  readonly values?: readonly string[];
  readonly fact?: string;
  readonly sex?: Sex;
  readonly standard?: string;
  readonly population?: string;
  readonly trait?: string;
  /** Whose declared result it is: TRUE met, FALSE unmet. */
  readonly declared?: { readonly ruleset: string; readonly criterion?: string; readonly indicator?: string };
}

/** Decimals that a column keeps. */
const SCALES: Readonly<Partial<Record<FactType, number>>> = { percent: 12, amount: 6, area: 6, count: 0 };

/** Digits before the point, where the catalogue sets no most. */
const WHOLES: Readonly<Partial<Record<FactType, number>>> = { count: 10, amount: 12, area: 12, percent: 12 };

const wholeDigits = (figure: number): number =>
  plain(decimal(figure).abs().floor()).replace(/^0$/, '').length;

const SEX_TITLES: Readonly<Record<Sex, Localized>> = {
  male: { vi: 'nam', en: 'men' },
  female: { vi: 'nữ', en: 'women' },
};

function titleOf(definition: FactDefinition, { sex, standard, population }: FactOfColumn): Localized {
  const own = (locale: 'vi' | 'en'): string => {
    const qualifiers = [sex && SEX_TITLES[sex][locale], standard, population].filter(Boolean).join(', ');
    return qualifiers === '' ? definition.title[locale] : `${definition.title[locale]} (${qualifiers})`;
  };
  return { vi: own('vi'), en: own('en') };
}

/** The column of one fact, with its type and bounds. */
export function factColumn(definition: FactDefinition, of: FactOfColumn): SqlColumn {
  const shared = {
    name: factColumnName(of),
    holds: 'fact' as const,
    title: titleOf(definition, of),
    ...(definition.unit && { unit: definition.unit }),
    ...of,
  };
  if (definition.type === 'boolean') return { ...shared, type: 'boolean' };
  if (definition.type === 'level')
    return { ...shared, type: 'text', values: (definition.grades ?? []).map(({ id }) => String(id)) };
  const { min = 0, max } = boundsOf(definition);
  const scale = SCALES[definition.type] ?? 0;
  const whole = Math.max(
    wholeDigits(min),
    max === undefined ? (WHOLES[definition.type] ?? 0) : wholeDigits(max),
    1,
  );
  const fraction = scale === 0 ? '' : `.${'9'.repeat(scale)}`;
  return {
    ...shared,
    type: 'decimal',
    whole,
    scale,
    min: plain(decimal(min)),
    max: max === undefined ? `${'9'.repeat(whole)}${fraction}` : plain(decimal(max)),
  };
}
