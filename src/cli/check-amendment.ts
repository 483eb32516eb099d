import { basesOf } from '../check/amend.js';
import { amend, parseAmendment, shippedVocabulary } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem, same } from '../problem/report.js';
import type { BlankFigure } from '../scaffold/blanks.js';
import {
  nothingLeft,
  type OpenRequirement,
  openRequirements,
  type WithoutContent,
  withoutContent,
} from '../scaffold/open-requirements.js';
import { provinceColumns } from '../scaffold/province-columns.js';
import type { Amendment, Completeness, Ruleset } from '../schema/ruleset.js';
import { withFloorSource } from './floor-sources.js';
import { type Bases, unknownBase } from './load-rulesets.js';
import type { ReadAmendment } from './read-amendment.js';
import { problemsOf } from './report-problems.js';

/** One requirement that lacks figures. */
export interface OpenFigures {
  readonly indicator: string;
  readonly requirement: string;
  readonly columns: readonly { region?: string; group?: string; year?: number }[];
}

interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What an amendment makes of one base. */
export interface AppliedTo {
  readonly base: string;
  /** The columns of its province; absent where it is for all. */
  readonly regions?: readonly string[];
  readonly determined: readonly OpenFigures[];
  readonly left: readonly OpenFigures[];
  readonly withoutContent: WithoutContent;
  /** Whether nothing is left open in those columns. */
  readonly completeThere: boolean;
  readonly completeness: BeforeAfter<Completeness>;
  readonly totals: BeforeAfter<{ criteria: number | null; indicators: number | null }>;
}

export interface CheckedAmendment {
  readonly problems: readonly Problem[];
  readonly filled: number;
  readonly blanks: readonly BlankFigure[];
  readonly appliedTo: readonly AppliedTo[];
}

function told({ indicator, requirement, columns }: OpenRequirement): OpenFigures {
  return { indicator: indicator.id, requirement, columns };
}

/** What was open before and is not any more. */
function closed(before: readonly OpenRequirement[], after: readonly OpenRequirement[]): OpenFigures[] {
  const left = new Set(
    after.flatMap(({ indicator, requirement, columns }) =>
      columns.map((column) => JSON.stringify([indicator.id, requirement, column])),
    ),
  );
  return before.map(told).flatMap((one) => {
    const columns = one.columns.filter(
      (column) => !left.has(JSON.stringify([one.indicator, one.requirement, column])),
    );
    return columns.length > 0 ? [{ ...one, columns }] : [];
  });
}

function regionsFor(amendment: Amendment, base: Ruleset): readonly string[] | undefined {
  const { territory } = shippedVocabulary();
  const place = amendment.jurisdiction ?? base.jurisdiction;
  if (!territory || place === 'vn') return undefined;
  const columns = provinceColumns(base, place, territory);
  return 'code' in columns ? undefined : columns.regions;
}

const totalsOf = ({ totals: { criteria, indicators } }: Ruleset) => ({ criteria, indicators });

function applied(base: Ruleset, amended: Ruleset, amendment: Amendment): AppliedTo {
  const regions = regionsFor(amendment, base);
  const before = openRequirements(base, regions);
  const after = openRequirements(amended, regions);
  const content = withoutContent(amended);
  return {
    base: `${base.id}@${base.version}`,
    ...(regions && base.regions && { regions: regions.filter((region) => base.regions?.includes(region)) }),
    determined: closed(before, after),
    left: after.map(told),
    withoutContent: content,
    completeThere: nothingLeft(after, content),
    completeness: { before: base.completeness, after: amended.completeness },
    totals: { before: totalsOf(base), after: totalsOf(amended) },
  };
}

function otherBase(named: string, wanted: string): Problem {
  return problem('wrong-base', '/amends', {
    found: named,
    expected: same(wanted),
    hint: {
      vi: 'Chọn đúng bộ tiêu chí sau --ruleset, hoặc thêm phiên bản này vào “amends”.',
      en: 'Choose the right ruleset after --ruleset, or add this version to “amends”.',
    },
  });
}

/** The bases that were asked about, or all it names. */
function asked(bases: readonly string[], wanted: string | undefined): readonly string[] {
  return wanted === undefined ? bases : bases.filter((one) => one === wanted || one.split('@')[0] === wanted);
}

/** Everything that is wrong with an amendment, and what it makes of each of its bases. */
export function checkAmendment(
  { file, amendment, blanks, filled, atPlace }: ReadAmendment,
  { bases, wanted }: { bases: Bases; wanted?: string | undefined },
): CheckedAmendment {
  const none = { filled, blanks, appliedTo: [] };
  if (blanks.length > 0 && (amendment as { changes: unknown[] }).changes.length === 0)
    return { ...none, ...checkBlank(amendment, bases), problems: [] };
  const parsed = parseAmendment(amendment);
  if (!parsed.ok) return { ...none, problems: parsed.errors.map(atPlace) };
  const named = basesOf(parsed.value);
  const chosen = asked(named, wanted);
  if (chosen.length === 0 && wanted !== undefined)
    return { ...none, problems: [atPlace(otherBase(named.join(', '), wanted))] };
  const problems: Problem[] = [];
  const appliedTo: AppliedTo[] = [];
  for (const pinned of chosen) {
    const base = bases.find(pinned);
    if (!base) {
      problems.push(atPlace(unknownBase(file, pinned, bases)));
      continue;
    }
    const amended = problemsOf(() => amend(base, parsed.value), file);
    if ('problems' in amended)
      problems.push(...amended.problems.map((one) => atPlace(withFloorSource(one, base, parsed.value))));
    else appliedTo.push(applied(base, amended.value, parsed.value));
  }
  return { filled, blanks, problems, appliedTo };
}

/** A file in which nothing is filled in: what its bases leave open is left open. */
function checkBlank(amendment: unknown, bases: Bases): Pick<CheckedAmendment, 'appliedTo'> {
  const form = amendment as Amendment;
  const known = basesOf(form).flatMap((pinned) => bases.find(pinned) ?? []);
  return { appliedTo: known.map((base) => applied(base, base, form)) };
}
