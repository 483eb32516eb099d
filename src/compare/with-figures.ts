import { parseAmended } from '../check/amend.js';
import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { NtmError, type Parsed, type Problem } from '../problem/problem.js';
import { pointer } from '../problem/report.js';
import type { Literal } from '../schema/condition.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import { type FigurePlaceNamed, namedFigure, type SupposedFigure } from './figure-key.js';

/**
 * Figures to suppose: by key (`'15.1'`, `'17.1.total'`, `'15.1[region=red-river-delta,year=2025]'`), or as a list of
 * places with their values.
 */
export type Figures =
  | Readonly<Record<string, Literal>>
  | readonly (SupposedFigure & { readonly value: Literal })[];

const WHAT_IF = 'gia-dinh-what-if';

/** The amendment that puts supposed figures into a text; a draft, whose figures are proposed and no law. */
function supposing(
  { id, version }: Ruleset,
  changes: readonly (FigurePlaceNamed & { readonly value: Literal })[],
): Amendment {
  return {
    format: 1,
    amends: `${id}@${version}`,
    status: 'draft',
    title: { vi: 'Phương án giả định', en: 'What-if figures' },
    citation: { number: 'phương án giả định (what-if)' },
    sources: {
      [WHAT_IF]: {
        title: { vi: 'Phương án giả định, không phải văn bản', en: 'A what-if, not a legal text' },
        kind: 'paper',
      },
    },
    changes: changes.map(({ indicator, requirement, where, value }) => ({
      change: 'set-requirement',
      indicator,
      requirement,
      rows: [{ where, value, evidence: 'proposed', sources: [WHAT_IF] }],
    })),
  };
}

/** Like `withFigures`, but returns every problem instead of throwing; each at its key. */
export function parseWithFigures(
  ruleset: Ruleset,
  figures: Figures,
  vocabulary: RulesetVocabulary = {},
): Parsed<Ruleset> {
  const given: { place: string; named: string | SupposedFigure; value: Literal }[] = Array.isArray(figures)
    ? figures.map(({ value, ...named }, index) => ({ place: pointer('', index), named, value }))
    : Object.entries(figures as Record<string, Literal>).map(([key, value]) => ({
        place: pointer('', key),
        named: key,
        value,
      }));
  const problems: Problem[] = [];
  const changes: (FigurePlaceNamed & { value: Literal; place: string })[] = [];
  for (const { place, named, value } of given) {
    const found = namedFigure(ruleset, named, place);
    if ('problem' in found) problems.push(found.problem);
    else changes.push({ ...found, value, place });
  }
  if (problems.length > 0) return { ok: false, errors: problems };
  const parsed = parseAmended(ruleset, supposing(ruleset, changes), vocabulary);
  if (parsed.ok) return parsed;
  const relocated = parsed.errors.map((one) => {
    const at = /^\/changes\/(\d+)(?:\/rows\/0)?/.exec(one.path);
    const change = at && changes[Number(at[1])];
    return change ? { ...one, path: `${change.place}${one.path.slice(at[0].length)}` } : one;
  });
  return { ok: false, errors: relocated };
}

/**
 * A ruleset with some of its figures supposed to be others, for what-if questions: a draft (dự thảo) whose supposed
 * figures are marked `proposed`, so that every result by it says so. They precede every other figure for the places
 * they are given for; without a place, everywhere. The original is not changed.
 *
 * @param figures by key: `{ '15.1': 92 }`; `'17.1.total'` where an indicator has several figures; with its place
 * `'15.1[region=red-river-delta,year=2025]'`, several joined by `|`
 * @throws NtmError with every problem at its key: `unknown-reference`, `requirement-not-named`, `unknown-requirement`,
 * `floor-loosened` where a floor (mức sàn) would be broken, and whatever else an amendment may have wrong
 * @example
 * withFigures(getRuleset('vn/commune-ntm/2021-2025'), { '15.1': 92 }).status // 'draft'
 * withFigures(getRuleset('vn/commune-ntm/2026-2030'), { '3.1': 9 }) // throws floor-loosened: 9.5 is a floor
 * @since 0.1.0
 */
export function withFigures(ruleset: Ruleset, figures: Figures, vocabulary: RulesetVocabulary = {}): Ruleset {
  const parsed = parseWithFigures(ruleset, figures, vocabulary);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}
