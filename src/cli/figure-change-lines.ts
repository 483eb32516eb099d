import type { Literal } from '../schema/condition.js';
import type { FactCatalogue } from '../schema/fact.js';
import type {
  FigureCell,
  FigureChange,
  FigureState,
  FigureUse,
  IndicatorChange,
} from '../schema/ruleset-comparison.js';
import { formatFigure } from '../words/figures.js';
import { OPERATOR_SIGNS } from '../words/labels.js';
import { placesText } from './figure-places.js';
import { type Run, said } from './run.js';

const PERCENT = { vi: '%', en: '%' };

/** A changed figure, and whether it is in per cent, which needs no unit of its own. */
interface ToldChange {
  readonly change: FigureChange;
  readonly isPercent: boolean;
}

function stateText(
  state: FigureState,
  use: FigureUse | undefined,
  { change, isPercent }: ToldChange,
  run: Run,
): string {
  switch (state.state) {
    case 'figure': {
      const sign = typeof state.value === 'boolean' ? '' : `${OPERATOR_SIGNS[use?.operator ?? ''] ?? ''} `;
      const unit = isPercent ? { unit: PERCENT } : change.unit && { unit: change.unit };
      return `${sign}${formatFigure(state.value as Literal, { locale: run.locale, ...unit })}`;
    }
    case 'relative': {
      const { percentOf, percent } = state.value;
      return `${formatFigure(percent, { locale: run.locale })} % ${said(run, 'mức của', 'of')} ${percentOf.ruleset} ${percentOf.indicator}`;
    }
    case 'not-required':
      return said(run, 'không yêu cầu', 'not required');
    case 'undetermined':
      return said(run, 'chưa rõ mức', 'not known');
    case 'delegated':
      return said(run, 'giao tỉnh quy định', 'left to the province');
    case 'absent':
      return said(run, 'không có', 'nothing');
  }
}

function cellText(cell: FigureCell, told: ToldChange, run: Run): string {
  const [before, after] = [
    stateText(cell.before, told.change.before, told, run),
    stateText(cell.after, told.change.after, told, run),
  ];
  return before === after ? before : `${before} → ${after}`;
}

/** "≥ 90 % → ≥ 95 % (Red River Delta; 2024–2025)": each change of one fact once, with the places it holds in. */
function figureTexts(told: ToldChange, run: Run): string[] {
  const { cells } = told.change;
  // The same figure resting on something else is told only where that is all there is.
  const asked = cells.filter(({ change }) => change !== 'evidence');
  const texts = new Map<string, FigureCell[]>();
  for (const cell of asked.length > 0 ? asked : cells) {
    const text = cellText(cell, told, run);
    texts.set(text, [...(texts.get(text) ?? []), cell]);
  }
  return [...texts].map(([text, cells]) => {
    const where = placesText(cells, run);
    return where === '' ? text : `${text} (${where})`;
  });
}

/** The changed figures of an indicator, a line each; the fact is named where there are several. */
export function figureLines({ figures }: IndicatorChange, facts: FactCatalogue, run: Run): string[] {
  return figures.flatMap((change) =>
    figureTexts({ change, isPercent: facts[change.fact]?.type === 'percent' }, run).map((text) =>
      figures.length > 1 ? `${change.title[run.locale]}: ${text}` : text,
    ),
  );
}
