import type { Evaluation, Ruleset } from '../../src/index.js';
import {
  type Boundary,
  type ExamplesFile,
  inEachColumn,
  type Judge,
  resultFor,
  resultsOf,
  type Situation,
  situationOf,
} from './examples.js';
import { cellKey, cellsHit, cellsOf } from './figures.js';
import { mismatch } from './matching.js';

/** Reasons that lie with the law, not with what is known about the unit. */
const LEFT_OPEN: ReadonlySet<string> = new Set([
  'requirement-undetermined',
  'left-to-province',
  'not-encoded',
]);

/** A ruleset held against the examples beside it; `about` is the only indicator to look at. */
export type Check = (file: ExamplesFile, ruleset: Ruleset, judge: Judge, about?: string) => string[];

const isAbout = (about: string | undefined, indicator: string): boolean =>
  about === undefined || about === indicator;

const resultOf = (evaluation: Evaluation, indicator: string) =>
  resultsOf(evaluation).find(({ id }) => id === indicator);

/** Every example comes out as it says. */
export const wrongExamples: Check = (file, _ruleset, judge) =>
  file.examples.flatMap((example) => {
    const evaluation = judge(situationOf(file, example));
    return Object.entries(example.expect).flatMap(([about, expected]) => {
      const wrong = mismatch(resultFor(evaluation, about), expected);
      return wrong === undefined ? [] : [`${example.says}: ${about}${wrong}`];
    });
  });

/** Of each line, what is just enough and what is one step short of it; and the figures these hit. */
function judgedBoundaries(file: ExamplesFile, ruleset: Ruleset, judge: Judge, about?: string) {
  const faults: string[] = [];
  const hit = new Set<string>();
  const lines = (file.boundaries ?? []).filter(({ indicator }) => isAbout(about, indicator));
  for (const one of lines.flatMap((line) => inEachColumn(line, ruleset))) {
    const judged = (['met', 'unmet', 'unknown'] as const).flatMap((outcome) => {
      const facts = one[outcome];
      if (!facts) return [];
      const evaluation = judge({ ...one, facts: { ...one.given, ...facts } });
      const result = resultOf(evaluation, one.indicator);
      if (result?.outcome !== outcome)
        faults.push(
          `${placeOf(one)} with ${JSON.stringify(facts)}: ${result?.outcome} instead of ${outcome}`,
        );
      return result ? [[evaluation, result] as const] : [];
    });
    if (judged.length !== 2) faults.push(`${placeOf(one)}: needs two outcomes`);
    else for (const cell of cellsHit(ruleset, one.case, judged)) hit.add(cellKey(cell));
  }
  return { faults, hit };
}

const placeOf = ({ indicator, region = '', group = '' }: Boundary & { region?: string; group?: string }) =>
  `${indicator} ${region} ${group}`;

/** Every figure of every column is met at the boundary and not beyond it, and every figure has such a pair. */
export const wrongBoundaries: Check = (file, ruleset, judge, about) => {
  const { faults, hit } = judgedBoundaries(file, ruleset, judge, about);
  const without = cellsOf(ruleset, file.year)
    .filter(({ indicator }) => isAbout(about, indicator))
    .map(cellKey)
    .filter((key) => !hit.has(key));
  return [...faults, ...without.map((key) => `${key}: no pair at this figure`)];
};

/** What the law leaves open stays unknown, for the reasons given. */
export const wrongOpen: Check = (file, ruleset, judge, about) =>
  (file.open ?? [])
    .filter(({ indicator }) => isAbout(about, indicator))
    .flatMap((line) => inEachColumn(line, ruleset))
    .flatMap((one) => {
      const result = resultOf(judge({ ...one, facts: one.given ?? {} }), one.indicator);
      const found = { ...result, reasons: [...(result?.reasons ?? [])].sort() };
      const wrong = mismatch(found, { outcome: 'unknown', missing: [], reasons: [...one.reasons].sort() });
      return wrong === undefined ? [] : [`${placeOf(one)}${wrong}`];
    });

/** Everything the law leaves open, in each column, is among what is shown to stay unknown. */
export const openNotShown: Check = (file, ruleset, judge, about) => {
  const keyOf = (column: { region?: string; group?: string }, id: string): string =>
    [id, column.region ?? '-', column.group ?? '-'].join(' ');
  const shown = new Set(
    (file.open ?? []).flatMap((line) => inEachColumn(line, ruleset).map((one) => keyOf(one, one.indicator))),
  );
  return inEachColumn<Situation & { region: 'every'; group: 'every' }>(
    { region: 'every', group: 'every' },
    ruleset,
  ).flatMap((column) =>
    resultsOf(judge(column))
      .filter(({ id, reasons }) => !id.startsWith('#') && reasons.some((reason) => LEFT_OPEN.has(reason)))
      .filter(({ id }) => isAbout(about, id) && !shown.has(keyOf(column, id)))
      .map(({ id }) => `${keyOf(column, id)}: open, and not shown to be`),
  );
};
