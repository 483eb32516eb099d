import type { Gap, Margin, Outcome, Part, Tally } from '../schema/evaluation.js';
import { type Content, html, type Markup } from './markup.js';

/**
 * Pictures say nothing that the text beside them does not, so readers of the screen are spared them. They are SVG with
 * attributes, for a strict policy allows no style of an element's own; they stretch with what they stand in.
 */
function picture(kind: string, content: Content): Markup {
  return html`<svg class="bar ${kind}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${content}</svg>`;
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

function rect(kind: string, from: number, to: number): Content {
  return (
    to > from && html`<rect class="${kind}" x="${short(from)}" width="${short(to - from)}" height="10"/>`
  );
}

const ORDER: readonly Outcome[] = ['met', 'unmet', 'unknown'];

/** Met, not met and unknown side by side, as parts of all. */
export function tallyBar(tally: Tally): Markup {
  if (tally.total === 0) return html``;
  let at = 0;
  const parts = ORDER.map((outcome): Content => {
    const from = at;
    at += tally[outcome];
    return rect(outcome, (from / tally.total) * 100, (at / tally.total) * 100);
  });
  return picture('tally', [rect('track', 0, 100), ...parts]);
}

/** So many of at most so many: what is sure, and up to what it may be. */
export function countBar(least: number, most: number, of: number, kind = 'count'): Markup {
  if (of <= 0) return html``;
  const end = (value: number) => Math.min(100, (value / of) * 100);
  return picture(kind, [
    rect('track', 0, 100),
    rect('least', 0, end(least)),
    rect('most', end(least), end(most)),
  ]);
}

/** A picture needs no exact number: it is never read off again. */
function asNumber(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const number = Number(value);
  return value !== '' && Number.isFinite(number) ? number : undefined;
}

type Measured = Pick<Part, 'observed' | 'required' | 'unit' | 'outcome'>;

/**
 * A figure beside what is required: the figure from the left, a stroke where it has to reach, and what lies between
 * them. Nothing where one of them is no plain number, or lies below zero.
 */
export function figureBar({ observed, required, unit, outcome }: Measured): Markup {
  const [is, bound] = [asNumber(observed), asNumber(required)];
  if (is === undefined || bound === undefined || is < 0 || bound < 0) return html``;
  const inPercent = unit?.en === '%' && Math.max(is, bound) <= 100;
  const widest = inPercent && Math.max(is, bound) > 10 ? 100 : Math.max(is, bound) * 1.2;
  if (widest === 0) return html``;
  const place = (value: number) => (value / widest) * 100;
  return picture('figure', [
    rect('track', 0, 100),
    rect(outcome, 0, place(is)),
    outcome === 'unmet' && rect('between', place(Math.min(is, bound)), place(Math.max(is, bound))),
    html`<line class="bound" x1="${short(place(bound))}" x2="${short(place(bound))}" y1="0" y2="10"/>`,
  ]);
}

/** The part of a result that a gap or margin speaks of, as a picture. */
export function distanceBar(
  item: Pick<Gap | Margin, 'fact' | 'sex'>,
  parts: readonly Part[],
): Markup | undefined {
  const part = parts.find(({ fact, sex }) => fact === item.fact && sex === item.sex);
  return part && figureBar(part);
}
