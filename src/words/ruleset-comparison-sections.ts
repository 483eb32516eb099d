import type {
  FigureChange,
  FigurePlace,
  IndicatorChange,
  RulesetComparison,
} from '../schema/ruleset-comparison.js';
import type { Localized } from '../schema/text.js';

/** How a reader sorts changes: by what they mean for whoever has to reach the figures. */
export type ChangeSection =
  | 'stricter'
  | 'looser'
  | 'mixed'
  | 'undirected'
  | 'settled'
  | 'opened'
  | 'open'
  | 'wording';

export const SECTION_TITLES: Record<ChangeSection, Localized> = {
  stricter: { vi: 'Chặt hơn', en: 'Stricter' },
  looser: { vi: 'Nới hơn', en: 'Looser' },
  mixed: { vi: 'Tùy nơi: chặt hơn, nới hơn hoặc đổi khác', en: 'Depends on the place' },
  undirected: {
    vi: 'Đổi nội dung, không xếp được là chặt hay nới',
    en: 'Changed, neither stricter nor looser',
  },
  settled: {
    vi: 'Nay đã có quy định chung, trước chưa rõ hoặc giao cho tỉnh',
    en: 'Settled now, open before',
  },
  opened: { vi: 'Nay chưa rõ mức hoặc giao cho tỉnh, trước đã có', en: 'Open now, settled before' },
  open: {
    vi: 'Đã đổi; chưa biết mức nên chưa rõ chặt hay nới',
    en: 'Changed; direction open, figures not known',
  },
  wording: {
    vi: 'Chỉ đổi câu chữ, số thứ tự, cơ quan phụ trách hoặc căn cứ',
    en: 'Only wording, number, responsible body or evidence',
  },
};

export interface SectionItem {
  readonly change: IndicatorChange;
  /** The figures that differ there. */
  readonly figures: readonly FigureChange[];
}

const applies = (place: FigurePlace, region: string | undefined): boolean =>
  region === undefined || place.region === undefined || place.region === region;

function sectionOf(
  change: IndicatorChange,
  figures: readonly FigureChange[],
  region?: string,
): ChangeSection {
  const found = change.places.filter((place) => applies(place, region)).map(({ direction }) => direction);
  // Where nobody knows, nothing speaks against what is known elsewhere.
  const [known, ...others] = new Set(found.filter((direction) => direction !== 'open'));
  if (others.length > 0) return 'mixed';
  if (known) return known as 'stricter' | 'looser' | 'undirected';
  const kinds = new Set(figures.flatMap(({ cells }) => cells.map((cell) => cell.change)));
  if (kinds.has('opened')) return 'opened';
  if (kinds.has('settled')) return 'settled';
  if (found.length > 0 || change.changes.includes('encoded')) return 'open';
  return [...kinds].some((kind) => kind !== 'evidence') ? 'undirected' : 'wording';
}

/** Every changed indicator in its section, for one region or for all, in the order in which people ask. */
export function comparisonSections(
  { indicators }: RulesetComparison,
  region?: string,
): Map<ChangeSection, SectionItem[]> {
  const sections = new Map<ChangeSection, SectionItem[]>(
    (Object.keys(SECTION_TITLES) as ChangeSection[]).map((section) => [section, []]),
  );
  for (const change of indicators) {
    const figures = change.figures.flatMap((figure): FigureChange[] => {
      const cells = figure.cells.filter((cell) => applies(cell, region));
      return cells.length > 0 ? [{ ...figure, cells }] : [];
    });
    sections.get(sectionOf(change, figures, region))?.push({ change, figures });
  }
  return sections;
}
