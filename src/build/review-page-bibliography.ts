import type { ReadLaw } from './read-rulesets.js';
import { pagePath } from './review-page.js';
import { escaped, link, list, page, section, stacked } from './review-page-markdown.js';
import { sourceDetails } from './review-page-sources.js';

const KINDS = {
  decision: 'Văn bản · *Decisions*',
  guidance: 'Hướng dẫn · *Guidance*',
  page: 'Trang tin · *Pages*',
  report: 'Báo cáo · *Reports*',
  paper: 'Giấy tờ không có địa chỉ công khai · *Papers without a public address*',
} as const;

/** Every list of sources inside a value, with the number of the indicator it stands in. */
function* citations(value: unknown, place: string): Generator<{ source: string; place: string }> {
  if (Array.isArray(value)) {
    for (const one of value) yield* citations(one, place);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = value as Readonly<Record<string, unknown>>;
  const own = typeof entries.id === 'string' && 'title' in entries && !('period' in entries);
  const here = own ? String(entries.id) : place;
  for (const [key, inner] of Object.entries(entries)) {
    if (key === 'sources' && Array.isArray(inner)) {
      for (const source of inner as string[]) yield { source, place: here };
    } else if (key !== 'facts' && key !== 'territory') yield* citations(inner, here);
  }
}

interface CitingPage {
  readonly name: string;
  readonly path: string;
  readonly content: unknown;
}

function citingPages({ rulesets, known, recognition, targets, vocabulary }: ReadLaw): CitingPage[] {
  return [
    ...rulesets.map(({ ruleset }) => ({
      name: `\`${ruleset.id}@${ruleset.version}\``,
      path: pagePath(ruleset),
      content: ruleset,
    })),
    { name: 'công nhận', path: 'recognition.md', content: recognition },
    { name: 'mục tiêu', path: 'programme-targets.md', content: targets },
    { name: 'chuẩn nghèo', path: 'README.md', content: vocabulary.standards },
    { name: 'mới biết tên', path: 'README.md', content: known },
  ];
}

/** Every source, with where it is cited. */
export function bibliographyPage(law: ReadLaw): string {
  const cited = new Map<string, string[]>();
  for (const { name, path, content } of citingPages(law)) {
    const places = new Map<string, Set<string>>();
    for (const { source, place } of citations(content, ''))
      places.set(source, (places.get(source) ?? new Set()).add(place));
    for (const [source, found] of places) {
      const numbers = [...found].filter((place) => place !== '').map(escaped);
      const text = `${link(name, path)}${numbers.length > 0 ? `: ${numbers.join(', ')}` : ''}`;
      cited.set(source, [...(cited.get(source) ?? []), text]);
    }
  }
  const sources = Object.entries(law.vocabulary.sources ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = Object.entries(KINDS).flatMap(([kind, title]) =>
    section(
      title,
      list(
        sources
          .filter(([, source]) => source.kind === kind)
          .map(([id, source]) =>
            [
              `<a id="${id}"></a>\`${id}\` — ${stacked(source.title)}`,
              sourceDetails(source).join(' · '),
              `dùng ở · *cited in*: ${(cited.get(id) ?? ['**chưa dùng** · *unused*']).join('; ')}`,
            ]
              .filter((text) => text !== '')
              .join('<br>'),
          ),
      ),
    ),
  );
  return page([
    '# Thư mục nguồn',
    '',
    '*Bibliography*',
    '',
    `[Tất cả các bộ · *all sets*](README.md). ${sources.length} nguồn · *sources*.`,
    ...lines,
  ]);
}
