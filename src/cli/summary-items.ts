import { isObject } from '../check/is-object.js';
import {
  type Evaluation,
  evaluate,
  evaluateTiers,
  type Ladder,
  type Options,
  type SummaryItem,
  summarize,
} from '../index.js';
import type { Problem } from '../problem/problem.js';
import { judgeEach } from './judge-files.js';
import type { Chosen } from './load-rulesets.js';
import type { ReadJson } from './read-json.js';
import { problemsOf } from './report-problems.js';
import type { AmendmentUse } from './unused-amendments.js';

/** What a file comes to: snapshots judged, published figures of groups as they are. */
export interface ReadItems {
  readonly items: readonly SummaryItem[];
  readonly evaluations: readonly Evaluation[];
  readonly problems: readonly Problem[];
}

/** By what snapshots are judged. */
export interface JudgedBy {
  readonly rulesets: readonly Chosen[];
  /** Absent where no ladder is asked for; `ladder` undefined leaves the choice to the unit. */
  readonly tiers?: { readonly ladder: string | Ladder | undefined };
  readonly options: Options;
  /** What units report of themselves stands for what was found, where they report. */
  readonly asReported?: boolean;
}

/** Whether a file holds what is published of groups, or reported of units, and no snapshot. */
function isFigures(json: unknown): json is SummaryItem | SummaryItem[] {
  const [first] = Array.isArray(json) ? json : [json];
  return isObject(first) && ('group' in first || ('reported' in first && 'ruleset' in first));
}

/** Figures are looked at file by file, so that problems name the file; `/0` is the first of them. */
function figuresOf(read: Extract<ReadJson, { ok: true }>): ReadItems {
  const items = [read.json].flat() as SummaryItem[];
  const checked = problemsOf(() => summarize(items), read.file);
  if ('problems' in checked) return { items: [], evaluations: [], problems: checked.problems };
  return { items, evaluations: [], problems: [] };
}

/** The report of a unit in place of what was found, where it tells the criteria. */
function reportedItem({ unit, ruleset, year, reported, assessedOn }: Evaluation): SummaryItem | undefined {
  if (reported?.criteria === undefined) return undefined;
  const { criteria, ofCriteria, indicators, ofIndicators } = reported;
  return {
    unit,
    ruleset: ruleset.id,
    year,
    reported: {
      criteria,
      ...(ofCriteria !== undefined && { ofCriteria }),
      ...(indicators !== undefined && { indicators }),
      ...(ofIndicators !== undefined && { ofIndicators }),
      on: assessedOn,
    },
  };
}

function judged(read: ReadJson, { rulesets, tiers, options, asReported }: JudgedBy): ReadItems {
  const evaluated = rulesets.map((ruleset) => judgeEach([read], (json) => evaluate(json, ruleset, options)));
  const standing = tiers && judgeEach([read], (json) => evaluateTiers(json, tiers.ladder, options));
  const reports = standing?.results ?? [];
  const evaluations = evaluated.flatMap(({ results }) => results);
  // A set of the ladder has been judged with it.
  const byLadder = new Set(
    reports.flatMap(({ tiers: found }) => found.flatMap(({ ruleset }) => ruleset?.split('@')[0] ?? [])),
  );
  const own = evaluations.filter(({ ruleset }) => !byLadder.has(ruleset.id));
  return {
    items: [...reports, ...own.map((one) => (asReported ? reportedItem(one) : undefined) ?? one)],
    evaluations: [
      ...evaluations,
      ...reports.flatMap(({ tiers: found }) => found.flatMap(({ evaluation }) => evaluation ?? [])),
    ],
    problems: [...evaluated, ...(standing ? [standing] : [])].flatMap(({ problems }) => problems),
  };
}

/** What one file comes to; one that is refused keeps none of the others from counting. */
function itemsOf(file: ReadJson, by: JudgedBy): ReadItems {
  if (!file.ok) return { items: [], evaluations: [], problems: file.problems };
  return isFigures(file.json) ? figuresOf(file) : judged(file, by);
}

/** Gives every item of the files to what counts it, one file after the other, and keeps none; answers with what is wrong. */
export async function countItems(
  files: AsyncIterable<ReadJson>,
  by: JudgedBy,
  { counted, use }: { readonly counted: { take(item: SummaryItem): void }; readonly use: AmendmentUse },
): Promise<Problem[]> {
  const all: Problem[] = [];
  for await (const file of files) {
    const { items, evaluations, problems } = itemsOf(file, by);
    for (const item of items) counted.take(item);
    for (const evaluation of evaluations) use.sees(evaluation);
    all.push(...problems);
  }
  return all;
}
