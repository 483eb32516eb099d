import type { Ruleset } from '../../src/core.js';
import type { BenchUnit } from './engines/engine.js';
import { plainFigures } from './plain-figures.js';
import { type PlainRules, plainRules } from './plain-rules.js';
import { seededSnapshots } from './seeded-snapshots.js';
import { withEveryFigure } from './supplied-figures.js';

/** The two national sets for communes, as they were published. */
export const NATIONAL_SETS = [
  { id: 'vn/commune-ntm/2021-2025', version: '2022-03-08', indicators: 57 },
  { id: 'vn/commune-advanced/2021-2025', version: '2022-03-08', indicators: 75 },
] as const;

/** The column that all benchmarks judge by: the Red River Delta in 2023. */
export const COLUMN = { region: 'red-river-delta', year: 2023 } as const;

/** One set with every figure supplied, as rules that all engines can express. */
export const benchRules = (ruleset: Ruleset): PlainRules => plainRules(withEveryFigure(ruleset), COLUMN);

/** Made-up communes in that column, in both forms. */
export const benchUnits = (
  rules: PlainRules,
  options: { readonly count: number; readonly missing: number; readonly seed?: number },
): BenchUnit[] =>
  seededSnapshots(rules.ruleset, { ...options, year: COLUMN.year }).map((snapshot) => ({
    snapshot,
    figures: plainFigures(rules, snapshot),
  }));
