import { NtmError } from '../problem/problem.js';
import { oneOf, problem, same } from '../problem/report.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { CountBounds } from '../schema/programme.js';
import type { RecognitionRules, RevocationRule } from '../schema/recognition.js';
import type { RevocationNote } from '../schema/revocation.js';
import type { Recognition, ReportedTotals, Unit } from '../schema/snapshot.js';
import { type Level, levelSchema } from '../schema/text.js';
import type { Countable } from './count-criteria.js';
import type { FactsAtHand } from './revocation-cases.js';

/** What is known of a recognised unit, wherever it comes from: an evaluation, a snapshot, reported totals. */
export interface RevocationSubject {
  readonly level: Level;
  readonly unit?: Unit | undefined;
  readonly day?: string | undefined;
  readonly year?: number | undefined;
  /** Empty where only totals are known. */
  readonly criteria: readonly Countable[];
  /** Whether those are all the criteria that the set has. */
  readonly allListed: boolean;
  /** The set that judged. */
  readonly set?: { readonly id: string; readonly version?: string } | undefined;
  readonly reported?: (ReportedTotals & { readonly consistent?: boolean }) | undefined;
  readonly facts?: FactsAtHand | undefined;
  readonly notes?: readonly RevocationNote[];
}

/**
 * The official number of criteria that shares are of: the set's own. Where a set is known in part only, the criteria of
 * the rule's total that it does not list are unknown (`padded`).
 */
export function totalOf(
  { criteria, allListed, reported }: RevocationSubject,
  rule: RevocationRule | undefined,
): { readonly of: number | null; readonly padded: boolean } {
  const official = rule?.criteriaTotal ?? null;
  const listed = criteria.length;
  if (listed === 0) return { of: official ?? reported?.ofCriteria ?? null, padded: true };
  if (official === null || listed >= official || allListed) return { of: listed, padded: false };
  return { of: official, padded: true };
}

/**
 * How many criteria have failed by what the unit reports: exactly, where it counts criteria; where it counts indicators
 * only, at most one criterion for each open indicator. Undefined where nothing is reported.
 */
export function reportedFailures(
  { reported }: RevocationSubject,
  of: number | null,
): CountBounds | 'inconsistent' | undefined {
  if (!reported || of === null) return undefined;
  const { criteria, ofCriteria = of, indicators, ofIndicators, consistent = true } = reported;
  if (!consistent || ofCriteria !== of) return 'inconsistent';
  if (criteria !== undefined) {
    const failed = of - criteria;
    return failed < 0 ? 'inconsistent' : { least: failed, most: failed };
  }
  if (indicators === undefined || ofIndicators === undefined) return undefined;
  const open = ofIndicators - indicators;
  return open < 0 ? 'inconsistent' : { least: 0, most: Math.min(open, of) };
}

const yearsOf = (period: string): readonly [string, string] => {
  const [from = '', to = from] = period.replace(/^to-/, '').split('-');
  return [from, to];
};

/** Whether criteria may be counted in a set: the one the rule names, or a province's of its kind and period. */
function mayMeasure(id: string, measuredOn: string): boolean {
  if (id === measuredOn) return true;
  const [jurisdiction, kind, period = ''] = id.split('/');
  const [, wantedKind, wantedPeriod = ''] = measuredOn.split('/');
  const [own, wanted] = [yearsOf(period), yearsOf(wantedPeriod)];
  return jurisdiction !== 'vn' && kind === wantedKind && own[0] >= wanted[0] && own[1] <= wanted[1];
}

/** What an evaluation tells about a recognition; throws where it counts the criteria of another set. */
export function evaluatedSubject(
  evaluation: Evaluation,
  rule: RevocationRule | undefined,
  day: string,
): RevocationSubject {
  const { unit, year, ruleset, criteria, reported } = evaluation;
  if (rule && !mayMeasure(ruleset.id, rule.measuredOn)) throw new NtmError([wrongRuleset(ruleset.id, rule)]);
  return {
    level: unit.level,
    unit,
    day,
    year,
    criteria,
    allListed: ruleset.completeness === 'complete' || ruleset.completeness === 'structure',
    set: { id: ruleset.id, version: ruleset.version },
    reported,
  };
}

function wrongRuleset(found: string, { measuredOn, tier }: RevocationRule): ReturnType<typeof problem> {
  return problem('wrong-ruleset', '/ruleset/id', {
    found,
    expected: same(measuredOn),
    hint: {
      vi: `Thu hồi ở mức “${tier}” được đo bằng ${measuredOn}: đánh giá theo bộ đó, hoặc đưa hiện trạng vào.`,
      en: `Revocation of the tier “${tier}” is measured on ${measuredOn}: evaluate by that set, or give the snapshot.`,
    },
  });
}

/**
 * The level that reported totals are of: of the set that the recognition names, else the one whose rule counts so many
 * criteria for the tier, where it is the only one.
 */
export function levelOfTotals(
  { ofCriteria }: ReportedTotals,
  { tier, ruleset }: Recognition,
  rules: readonly RecognitionRules[],
): Level {
  const named = levelSchema.options.find((level) => ruleset?.split('/')[1]?.startsWith(`${level}-`));
  if (named) return named;
  const levels = new Set(
    rules
      .flatMap(({ revocation }) => revocation)
      .filter((rule) => rule.tier === tier && (ofCriteria === undefined || rule.criteriaTotal === ofCriteria))
      .map(({ level }) => level),
  );
  const [only, ...others] = levels;
  if (only && others.length === 0) return only;
  throw new NtmError([
    problem('missing-key', '/level', {
      found: undefined,
      expected: oneOf(levels.size > 0 ? levels : levelSchema.options),
      hint: {
        vi: 'Ghi cấp của đơn vị (level), ví dụ “commune”.',
        en: 'Say of which level the unit is (level), for example “commune”.',
      },
    }),
  ]);
}
