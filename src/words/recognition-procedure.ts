import type { RecognitionCheck } from '../schema/recognition-check.js';
import { formatDay } from './figures.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { MARKS, NOTHING, type Section, type Setting } from './scorecard-setting.js';

const FITS = {
  'same-year': { vi: 'cùng năm xét công nhận', en: 'of the year of recognition' },
  'preceding-year': { vi: 'năm liền kề trước năm xét công nhận', en: 'of the year before recognition' },
  neither: { vi: 'không thuộc trường hợp nào của quy định', en: 'the rule provides for no such distance' },
  unknown: { vi: 'chưa rõ quy định', en: 'no rule is known' },
} as const;

/** Who decides, whose year's results count, and what is in the dossier. */
export function procedure(check: RecognitionCheck, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const { authority, legalBasis, resultYear, dossier, dossierListed, otherDocuments } = check;
  const said = (vietnamese: string, english: string, text: string): Line[] =>
    hanging([span(`${vi ? vietnamese : english}: `, 'faint')], [span(text)], width);
  const documents = dossier.map(
    ({ title, required, present }) =>
      `${present ? MARKS.met : required ? MARKS.unmet : '–'} ${title[locale]}${required ? '' : vi ? ' (nếu có)' : ' (optional)'}`,
  );
  const rule = detail === 'all' && resultYear.title ? ` — ${resultYear.title[locale]}` : '';
  return {
    lines: [
      ...(authority ? said('Thẩm quyền', 'Authority', authority.title[locale]) : []),
      ...(legalBasis ? said('Căn cứ', 'Legal basis', legalBasis) : []),
      ...said(
        'Năm lấy kết quả',
        'Year of the results',
        `${resultYear.year}, ${FITS[resultYear.fits][locale]}${rule}`,
      ),
      ...(dossierListed
        ? documents.flatMap((one, at) =>
            at === 0
              ? said('Hồ sơ', 'Dossier', one)
              : hanging([span(' '.repeat(vi ? 7 : 9))], [span(one)], width),
          )
        : check.rules
          ? said(
              'Hồ sơ',
              'Dossier',
              vi ? 'chưa có nguồn nêu danh mục tài liệu' : 'no source at hand lists its documents',
            )
          : []),
      ...(otherDocuments.length > 0
        ? said('Tài liệu kèm theo', 'Documents at hand', otherDocuments.join('; '))
        : []),
    ],
  };
}

/** What the conditions rest on, with the ids of those each source speaks of. */
export function recognitionSources(
  { conditions, citations }: RecognitionCheck,
  { locale, width, detail }: Setting,
): Section {
  if (detail !== 'all') return NOTHING;
  const bySource = new Map<string, string[]>();
  for (const { id, sources: cited } of conditions)
    for (const source of cited) bySource.set(source, [...(bySource.get(source) ?? []), id]);
  if (bySource.size === 0) return NOTHING;
  const lines = [...bySource].flatMap(([id, ids]) => {
    const source = citations[id];
    const date = source?.date ? `, ${formatDay(source.date, locale)}` : '';
    const address = source?.url ? ` <${source.url}>` : '';
    return hanging(
      [span('  – ')],
      [span(`${source?.title[locale] ?? id}${date}: ${ids.join(', ')}`), span(address, 'faint')],
      width,
    );
  });
  return {
    lines: [
      [span(locale === 'vi' ? 'Căn cứ của các điều kiện' : 'What the conditions rest on', 'strong')],
      ...lines,
    ],
  };
}
