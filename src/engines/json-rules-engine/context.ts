import * as z from 'zod/mini';
import { unknownFact } from '../../check/facts.js';
import { checkSnapshot } from '../../check/parse-snapshot.js';
import { plainCopy } from '../../check/plain-copy.js';
import { checkStandard } from '../../check/readings.js';
import { matchShape } from '../../check/shape.js';
import { checkSnapshotFor } from '../../check/snapshot-for-ruleset.js';
import type { Vocabulary } from '../../check/vocabulary.js';
import { GENERAL_COLUMN } from '../../law/requirement-row.js';
import { NtmError, type Problem } from '../../problem/problem.js';
import { ProblemList } from '../../problem/problem-list.js';
import { didYouMean, oneOf, pointer } from '../../problem/report.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { type Declaration, declarationSchema, type Snapshot } from '../../schema/snapshot.js';
import { daySchema, yearSchema } from '../../schema/text.js';

/**
 * What picks the column, group and year that rules are written for, where there is no snapshot to take it from. What
 * is left out is not settled: an indicator is then decided only where all candidates agree.
 */
export interface EngineContext {
  /** The region (vùng) the unit lies in, as the ruleset names it. Wins over `province`. @since 0.1.0 */
  region?: string;
  /** The province, and the one before 1 July 2025, from which the region follows. @since 0.1.0 */
  province?: string;
  formerProvince?: string;
  /** The group the authority has put the unit into. @since 0.1.0 */
  group?: string;
  area?: string;
  /** Characteristics that change the column; one left out is taken as not so. @since 0.1.0 */
  traits?: Readonly<Record<string, boolean>>;
  /** The year judged. Default: that of `assessedOn`. @since 0.1.0 */
  year?: number;
  /** The day of judgement. Default: the last day of `year`. One of the two has to be given. @since 0.1.0 */
  assessedOn?: string;
  /** By which standard (chuẩn) figures given without one were measured, by key of the fact. @since 0.1.0 */
  standards?: Readonly<Record<string, string>>;
  /** Declared results of indicators and criteria, as in a snapshot. @since 0.1.0 */
  declared?: Readonly<Record<string, Declaration | readonly Declaration[]>>;
}

const text = z.optional(z.string().check(z.minLength(1)));

const contextSchema = z.strictObject({
  region: text,
  province: text,
  formerProvince: text,
  group: text,
  area: text,
  traits: z.optional(z.record(z.string(), z.boolean())),
  year: z.optional(yearSchema),
  assessedOn: z.optional(daySchema),
  standards: z.optional(z.record(z.string(), z.string().check(z.minLength(1)))),
  declared: z.optional(
    z.record(z.string(), z.union([declarationSchema, z.array(declarationSchema).check(z.maxLength(100))])),
  ),
});

/** A context fit to write rules for. */
export interface CheckedContext {
  /** The unit and day, with what is declared; no facts. */
  readonly snapshot: Snapshot;
  readonly region: string | undefined;
  readonly standards: Readonly<Record<string, string>>;
}

/** The day and year of a context, before it is known by which version they are judged. */
export interface DatedContext {
  readonly context: z.infer<typeof contextSchema>;
  readonly assessedOn: string;
  readonly year: number;
}

/** Reads a context as far as it can be without a ruleset, or throws every problem at once. */
export function datedContext(input: unknown): DatedContext {
  const problems = new ProblemList();
  const copy = plainCopy(input, problems);
  const shaped = matchShape(contextSchema, copy.value, { problems, refused: copy.refused });
  const context = shaped.ok ? shaped.value : {};
  if (shaped.ok && context.year === undefined && context.assessedOn === undefined) {
    problems.add('missing-key', ['year'], () => ({
      expected: { vi: '“year” hoặc “assessedOn”', en: '“year” or “assessedOn”' },
      hint: {
        vi: 'Ghi năm được đánh giá: mức đạt chuẩn thay đổi theo năm.',
        en: 'Give the year judged: requirements change by the year.',
      },
    }));
  }
  if (!problems.empty) throw new NtmError(problems.list());
  const assessedOn = context.assessedOn ?? `${context.year}-12-31`;
  return { context, assessedOn, year: context.year ?? Number(assessedOn.slice(0, 4)) };
}

/** Holds a context against the ruleset it is for: what it names has to exist. */
export function checkContext(
  { context, assessedOn, year }: DatedContext,
  ruleset: Ruleset,
  vocabulary: Vocabulary,
): CheckedContext {
  const { region, standards = {}, declared, ...unit } = context;
  const { year: _year, assessedOn: _day, ...places } = unit;
  const draft = {
    unit: { level: ruleset.level, name: ruleset.title.vi, ...places },
    assessedOn,
    year,
    ...(declared && { declared: { [ruleset.id]: declared } }),
  };
  const { snapshot, problems: refused } = checkSnapshot(draft, vocabulary);
  const misplaced = snapshot ? checkSnapshotFor(ruleset, snapshot) : [];
  const own = new ProblemList();
  checkRegion(region, ruleset, own);
  checkStandards(standards, vocabulary, own);
  const problems = [...[...refused, ...misplaced].map((one) => inContext(one, ruleset)), ...own.list()];
  if (!snapshot || problems.length > 0) throw new NtmError(problems);
  return { snapshot, region, standards };
}

/** The same problem at its place in the context. */
function inContext(problem: Problem, { id }: Ruleset): Problem {
  const declared = pointer('', 'declared', id);
  const { path } = problem;
  if (path.startsWith('/unit/')) return { ...problem, path: path.slice('/unit'.length) };
  return path.startsWith(declared)
    ? { ...problem, path: `/declared${path.slice(declared.length)}` }
    : problem;
}

function checkRegion(region: string | undefined, { regions }: Ruleset, problems: ProblemList): void {
  const known = regions?.filter((one) => one !== GENERAL_COLUMN);
  if (region === undefined || !known || known.includes(region)) return;
  problems.add('unknown-region', ['region'], () => ({
    found: region,
    expected: oneOf(known),
    hint: didYouMean(region, known, {
      vi: 'Chọn một vùng của bộ tiêu chí.',
      en: 'Choose a region of the ruleset.',
    }),
  }));
}

function checkStandards(
  standards: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
  problems: ProblemList,
): void {
  const known = vocabulary.facts ?? {};
  for (const [key, standard] of Object.entries(standards)) {
    if (Object.hasOwn(known, key)) checkStandard(standard, ['standards', key], vocabulary, problems);
    else unknownFact(key, ['standards', key], Object.keys(known), problems);
  }
}
