import type { Evaluation } from '../schema/evaluation.js';
import type { ContextChange } from '../schema/evaluation-comparison.js';

const one = (value: unknown): string[] =>
  value === undefined || value === null || value === '' ? [] : [String(value)];

/** What differs about the place and time two evaluations judge by. */
export function contextChanges(before: Evaluation, after: Evaluation): ContextChange[] {
  const changes: ContextChange[] = [];
  const take = (what: ContextChange['what'], was: string[], is: string[], about?: string): void => {
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    changes.push({ what, ...(about !== undefined && { about }), before: was, after: is });
  };
  take('assessedOn', one(before.assessedOn), one(after.assessedOn));
  take('year', one(before.year), one(after.year));
  take('region', [...before.context.regions].sort(), [...after.context.regions].sort());
  take('group', [...before.context.groups].sort(), [...after.context.groups].sort());
  take('area', one(before.unit.area), one(after.unit.area));
  const [was, is] = [before.unit.traits ?? {}, after.unit.traits ?? {}];
  for (const trait of [...new Set([...Object.keys(was), ...Object.keys(is)])].sort())
    take('trait', one(was[trait]), one(is[trait]), trait);
  return changes;
}
