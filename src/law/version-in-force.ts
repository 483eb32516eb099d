import type { Ruleset } from '../schema/ruleset.js';

/** What choosing a version needs to know of it. */
export type Dated = Pick<Ruleset, 'id' | 'version' | 'effectiveFrom' | 'period'> &
  Partial<Pick<Ruleset, 'effectiveTo' | 'successor' | 'status'>>;

export type Choice<T> =
  | { readonly kind: 'in-force'; readonly version: T }
  /** The period has ended and no successor is in force: a year inside the period is still judged by the last text. */
  | { readonly kind: 'period-ended'; readonly version: T }
  | { readonly kind: 'none'; readonly nearest: readonly T[] };

/** The last day a text judges as of right. */
export function lastDay(version: Dated): string {
  return version.effectiveTo ?? version.period.to;
}

/** Whether a version judges a day as of right; a later version may still precede it. */
export function judges(version: Dated, day: string): boolean {
  return version.effectiveFrom <= day && day <= lastDay(version);
}

/**
 * The version of one set that judges a day and a year. A draft is never chosen by date. Where none does, the
 * nearest before and after are named, so that an end date that passes is an answer and not a surprise.
 */
export function versionInForce<T extends Dated>(
  versions: readonly T[],
  day: string,
  year: number,
): Choice<T> {
  const law = versions
    .filter((version) => version.status !== 'draft')
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const begun = law.filter((version) => version.effectiveFrom <= day);
  const latest = begun.at(-1);
  if (latest) {
    if (day <= lastDay(latest)) return { kind: 'in-force', version: latest };
    const inPeriod =
      Number(latest.period.from.slice(0, 4)) <= year && year <= Number(latest.period.to.slice(0, 4));
    const succeeded = latest.successor !== undefined && latest.successor.effectiveFrom <= day;
    if (inPeriod && !succeeded && latest.effectiveTo === undefined)
      return { kind: 'period-ended', version: latest };
  }
  const next = law.find((version) => version.effectiveFrom > day);
  return { kind: 'none', nearest: [latest, next].filter((one): one is T => one !== undefined) };
}

/** The version nearest to a day, for what-if questions about sets that lead to other sets. */
export function nearestVersion<T extends Dated>(
  versions: readonly T[],
  day: string,
  year: number,
): { version: T; exact: boolean } | undefined {
  const choice = versionInForce(versions, day, year);
  if (choice.kind !== 'none') return { version: choice.version, exact: true };
  const [nearest] = choice.nearest;
  return nearest && { version: nearest, exact: false };
}
