import type { PlacedIndicator } from '../law/walk.js';
import type { Ruleset } from '../schema/ruleset.js';
import type {
  ComparedIndicator,
  Direction,
  FigureChange,
  IndicatorChange,
  IndicatorChangeKind,
  PlaceDirection,
} from '../schema/ruleset-comparison.js';
import type { Localized } from '../schema/text.js';
import { figureChanges } from './figure-changes.js';
import { pairLeaves } from './figure-pairs.js';
import { factLeavesOf, normalCondition, type Rename, structureOf } from './normal-condition.js';
import type { MatchedIndicators } from './pair-indicators.js';
import { placeDirections } from './place-directions.js';

export interface ComparedTexts {
  readonly before: Ruleset;
  readonly after: Ruleset;
  /** Gives matched indicators of either text one common name. */
  readonly rename: { readonly before: Rename; readonly after: Rename };
}

export function comparedIndicator({ indicator, criterion }: PlacedIndicator): ComparedIndicator {
  return { id: indicator.id, title: indicator.title, criterion: criterion?.no ?? null };
}

/** In the order in which they are read. */
const KINDS: readonly IndicatorChangeKind[] = [
  'stricter',
  'looser',
  'undirected',
  'open',
  'settled',
  'opened',
  'reassigned',
  'encoded',
  'reworded',
  'moved',
  'responsibility',
  'evidence',
];

/** Composed, and without more spaces than one: how a text is typed is no change. */
const typed = ({ vi }: Localized): string => vi.normalize('NFC').trim().replace(/\s+/g, ' ');

/** The content of two matched indicators, as far as both are known. */
function contentOf({ before, after }: MatchedIndicators, texts: ComparedTexts) {
  const [was, is] = [before.indicator.condition, after.indicator.condition];
  if (!was || !is) {
    const encoded = (was === undefined) !== (is === undefined);
    return {
      encoded,
      sameStructure: !encoded,
      figures: [] as FigureChange[],
      places: [] as PlaceDirection[],
    };
  }
  const [first, second] = [normalCondition(was), normalCondition(is)];
  const sameStructure = structureOf(first, texts.rename.before) === structureOf(second, texts.rename.after);
  const pairs = pairLeaves(factLeavesOf(first), factLeavesOf(second));
  const from = { ruleset: texts.before, indicator: before.indicator };
  const to = { ruleset: texts.after, indicator: after.indicator };
  return {
    encoded: false,
    sameStructure,
    figures: figureChanges(pairs, from, to),
    places: placeDirections(
      pairs,
      { ...from, condition: first, rename: texts.rename.before },
      { ...to, condition: second, rename: texts.rename.after },
      sameStructure,
    ),
  };
}

function overall(places: readonly PlaceDirection[]): IndicatorChange['direction'] {
  const directions = new Set<Direction>(places.map(({ direction }) => direction));
  const [only] = directions;
  if (only === undefined) return 'none';
  return directions.size === 1 ? only : 'mixed';
}

/** What differs between two matched indicators; undefined where nothing does. */
export function indicatorChange(match: MatchedIndicators, texts: ComparedTexts): IndicatorChange | undefined {
  const [was, is] = [match.before.indicator, match.after.indicator];
  const [before, after] = [comparedIndicator(match.before), comparedIndicator(match.after)];
  const { encoded, sameStructure, figures, places } = contentOf(match, texts);
  const bodies = (list: typeof was.responsible) => JSON.stringify(list?.map(({ body }) => body.vi) ?? []);
  const retitled = typed(was.title) !== typed(is.title);
  const responsible = bodies(was.responsible) !== bodies(is.responsible);
  const kinds = new Set<IndicatorChangeKind>();
  for (const { direction } of places) if (direction !== 'open') kinds.add(direction);
  for (const { change } of figures.flatMap(({ cells }) => cells)) {
    if (change === 'settled' || change === 'opened' || change === 'reassigned' || change === 'evidence')
      kinds.add(change);
  }
  // A figure that moved without making the whole harder or easier to reach has moved all the same.
  if (figures.length > 0 && kinds.size === 0)
    kinds.add(places.some(({ direction }) => direction === 'open') ? 'open' : 'undirected');
  if (encoded) kinds.add('encoded');
  if (retitled || (!sameStructure && !encoded)) kinds.add('reworded');
  if (before.id !== after.id || before.criterion !== after.criterion) kinds.add('moved');
  if (responsible) kinds.add('responsibility');
  if (kinds.size === 0) return undefined;
  const unlisted = was.changesUnlisted || is.changesUnlisted;
  return {
    before,
    after,
    matchedBy: match.matchedBy,
    guessed: match.matchedBy === 'guess',
    changes: KINDS.filter((kind) => kinds.has(kind)),
    direction: overall(places),
    places,
    figures,
    ...(!sameStructure && {
      condition: { before: was.condition ?? null, after: is.condition ?? null },
    }),
    ...(retitled && { title: { before: was.title, after: is.title } }),
    ...(responsible && {
      responsible: {
        before: (was.responsible ?? []).map(({ body }) => body),
        after: (is.responsible ?? []).map(({ body }) => body),
      },
    }),
    ...(unlisted && { changesUnlisted: true as const }),
  };
}
