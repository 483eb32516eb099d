import { type Column, rowFor } from '../law/requirement-row.js';
import { requirementName } from '../law/walk.js';
import type { Literal } from '../schema/condition.js';
import type { Indicator, RequirementRow } from '../schema/ruleset.js';
import type { FigureState } from '../schema/ruleset-comparison.js';
import type { PlacedLeaf } from './normal-condition.js';

/** A figure as a text states it, and whether a decision may have changed it unseen. */
export interface StatedFigure {
  readonly figure: FigureState;
  readonly changesUnlisted: boolean;
}

function ofRow(row: RequirementRow): FigureState {
  if ('undetermined' in row) return { state: 'undetermined', amended: true };
  const { evidence } = row;
  if ('applies' in row) return { state: 'not-required', evidence };
  const { value } = row;
  if (typeof value === 'object' && !Array.isArray(value)) return { state: 'relative', value, evidence };
  return { state: 'figure', value, evidence };
}

/** “Not yes” asks for the same as “no”. */
function flipped(figure: FigureState, { operator }: PlacedLeaf): FigureState {
  const flips = operator === 'notEqual' && figure.state === 'figure' && typeof figure.value === 'boolean';
  return flips ? { ...figure, value: !figure.value } : figure;
}

/** What an indicator asks of one fact at one place and time. */
export function statedFigure(
  placed: PlacedLeaf,
  indicator: Pick<Indicator, 'requirements' | 'delegated' | 'evidence' | 'changesUnlisted'>,
  column: Column,
): StatedFigure {
  const { value } = placed.leaf;
  const name = requirementName(value);
  if (name === undefined) {
    const literal = value as Literal | Literal[];
    const evidence = indicator.evidence ?? 'unconfirmed';
    return {
      figure: flipped({ state: 'figure', value: literal, evidence }, placed),
      changesUnlisted: indicator.changesUnlisted === true,
    };
  }
  const row = rowFor(indicator.requirements?.[name] ?? [], column);
  if (row) return { figure: flipped(ofRow(row), placed), changesUnlisted: row.changesUnlisted === true };
  const delegated = indicator.delegated?.includes(name) ?? false;
  return {
    figure: { state: delegated ? 'delegated' : 'undetermined' },
    changesUnlisted: indicator.changesUnlisted === true,
  };
}
