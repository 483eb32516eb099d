import { declarableIds } from '../law/declarable-ids.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Declaration, ReportedTotals, Snapshot } from '../schema/snapshot.js';
import type { Draw } from './draw.js';

function drawDeclaration(draw: Draw, day: string): Declaration {
  const basically = draw.chance(5);
  return {
    outcome: basically || draw.chance(30) ? 'unmet' : 'met',
    ...(draw.chance(70) && { by: draw.pick(['self', 'department', 'appraisal', 'council'] as const) }),
    ...(draw.chance(40) && { on: day }),
    ...(basically && { label: 'cơ bản đạt' }),
  };
}

/** Declared results of some indicators and criteria, listed or not, and sometimes in disagreement. */
export function drawDeclared(draw: Draw, ruleset: Ruleset, day: string): NonNullable<Snapshot['declared']> {
  const { criteria, indicators } = declarableIds(ruleset);
  const keys = [...indicators, ...[...criteria].map((no) => `criterion:${no}`)];
  const share = draw.pick([5, 30, 100]);
  const entries = keys.flatMap((key): [string, Declaration | Declaration[]][] => {
    if (!draw.chance(share)) return [];
    const one = drawDeclaration(draw, day);
    return [[key, draw.chance(85) ? one : [one, drawDeclaration(draw, day)]]];
  });
  return entries.length > 0 ? { [ruleset.id]: Object.fromEntries(entries) } : {};
}

/** Totals as a report gives them, such as 16 of 19 criteria. */
export function drawReported(draw: Draw, ruleset: Ruleset, day: string): NonNullable<Snapshot['reported']> {
  const part = (total: number | null): { met: number; of: number | undefined } => {
    const of = total ?? draw.whole(1, 20);
    return {
      met: draw.chance(30) ? of : draw.whole(0, of),
      of: total === null || draw.chance(70) ? of : undefined,
    };
  };
  const [criteria, indicators] = [part(ruleset.totals.criteria), part(ruleset.totals.indicators)];
  const totals: ReportedTotals = {
    ...(draw.chance(90) && {
      criteria: criteria.met,
      ...(criteria.of !== undefined && { ofCriteria: criteria.of }),
    }),
    ...(draw.chance(70) && {
      indicators: indicators.met,
      ...(indicators.of !== undefined && { ofIndicators: indicators.of }),
    }),
    ...(draw.chance(50) && { on: day }),
  };
  return { [ruleset.id]: totals };
}
