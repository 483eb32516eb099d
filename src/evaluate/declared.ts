import type { DeclaredSummary } from '../schema/evaluation.js';
import type { Declaration, Snapshot } from '../schema/snapshot.js';

/** From the least to the most senior body that says what was reached. */
const SENIORITY: readonly (Declaration['by'] | undefined)[] = [
  undefined,
  'self',
  'department',
  'appraisal',
  'council',
];

/** *Cơ bản đạt* is no outcome of the law: it is counted unmet, whatever was ticked beside it. */
export function isBasicallyMet(label: string | undefined): boolean {
  return label !== undefined && label.normalize('NFC').trim().toLowerCase() === 'cơ bản đạt';
}

const countedOutcome = (entry: Declaration): 'met' | 'unmet' =>
  isBasicallyMet(entry.label) ? 'unmet' : entry.outcome;

function summary(entry: Declaration): Omit<DeclaredSummary, 'disagreeing'> {
  return {
    outcome: countedOutcome(entry),
    by: entry.by ?? 'self',
    ...(entry.on !== undefined && { on: entry.on }),
    ...(entry.label !== undefined && { label: entry.label }),
  };
}

/** Of several declarations the most senior counts; of equally senior ones the latest, then the last listed. */
export function seniorDeclaration(
  entries: Declaration | readonly Declaration[] | undefined,
): DeclaredSummary | undefined {
  if (entries === undefined) return undefined;
  const list: readonly Declaration[] = Array.isArray(entries) ? entries : [entries as Declaration];
  const [first] = list;
  if (!first) return undefined;
  const chosen = list.reduce((best, next) => {
    const order =
      SENIORITY.indexOf(next.by) - SENIORITY.indexOf(best.by) ||
      (next.on ?? '').localeCompare(best.on ?? '', 'en');
    return order >= 0 ? next : best;
  }, first);
  const outcome = countedOutcome(chosen);
  return {
    ...summary(chosen),
    disagreeing: list.filter((entry) => entry !== chosen && countedOutcome(entry) !== outcome).map(summary),
  };
}

/** What was declared for one ruleset, told apart into criteria and indicators. */
export interface DeclaredFor {
  readonly criteria: ReadonlyMap<string, DeclaredSummary>;
  readonly indicators: ReadonlyMap<string, DeclaredSummary>;
}

export const CRITERION_PREFIX = 'criterion:';

/** A key is an indicator, or else a criterion number; `criterion:16` always is the criterion. */
export function declaredFor(
  snapshot: Snapshot,
  rulesetId: string,
  indicatorIds: { has(id: string): boolean },
): DeclaredFor {
  const criteria = new Map<string, DeclaredSummary>();
  const indicators = new Map<string, DeclaredSummary>();
  for (const [key, entries] of Object.entries(snapshot.declared?.[rulesetId] ?? {})) {
    const found = seniorDeclaration(entries);
    if (!found) continue;
    if (key.startsWith(CRITERION_PREFIX)) criteria.set(key.slice(CRITERION_PREFIX.length), found);
    else if (indicatorIds.has(key)) indicators.set(key, found);
    else criteria.set(key, found);
  }
  return { criteria, indicators };
}
