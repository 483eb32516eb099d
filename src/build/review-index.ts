import { lastDayAmong } from '../cli/ruleset-span.js';
import type { Ruleset } from '../schema/ruleset.js';
import { type Level, levelSchema } from '../schema/text.js';
import { formatDay } from '../words/figures.js';
import { COMPLETENESS_LABELS, LEVEL_LABELS } from '../words/labels.js';
import { withDays } from '../words/scorecard-setting.js';
import type { ReadLaw } from './read-rulesets.js';
import { days, pagePath } from './review-page.js';
import { type EvidenceCounts, evidenceCounts, sumCounts } from './review-page-evidence.js';
import { evidenceText } from './review-page-figures.js';
import { bilingual, escaped, link, list, page, section, stacked, table } from './review-page-markdown.js';
import { jurisdictionName, levelAndTier } from './review-page-names.js';
import { Footnotes } from './review-page-sources.js';
import { standardsSection } from './review-page-standards.js';

const COUNT_HEAD = [
  'Chỉ tiêu đã ghi / tổng · Listed / total',
  'Đã công bố · Published',
  'Chưa xác nhận · Unconfirmed',
  'Chưa rõ mức · Undetermined',
  'Tỉnh quy định · Delegated',
  'Chưa có nội dung · Not encoded',
  'Chưa rõ tên · Not listed',
  'Điều kiện trước · Prerequisites',
];

/** Levels from the village up, each with its sets: national ones first, then by jurisdiction. */
const LEVELS: readonly Level[] = levelSchema.options;

function countCells(counts: EvidenceCounts): string[] {
  const { listed, unlisted } = counts;
  return [
    `${listed} / ${unlisted === null ? '–' : listed + unlisted}`,
    String(counts.published),
    String(counts.unconfirmed + counts.proposed),
    counts.inPart > 0
      ? `${counts.undetermined} (${counts.inPart} biết một phần)`
      : String(counts.undetermined),
    String(counts.delegated),
    String(counts['not-encoded']),
    unlisted === null ? '–' : String(unlisted),
    counts.prerequisites > 0 ? `${counts.prerequisites} (${counts.prerequisitesPublished} đã công bố)` : '',
  ];
}

function nationalFirst(
  a: { jurisdiction: string; id: string },
  b: { jurisdiction: string; id: string },
): number {
  const national = Number(b.jurisdiction === 'vn') - Number(a.jurisdiction === 'vn');
  return national === 0 ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : national;
}

function versionRow(ruleset: Ruleset, all: readonly Ruleset[], law: ReadLaw): string[] {
  const { decision, totals } = ruleset;
  const changed = ruleset.amendedBy?.length
    ? `, sửa đổi theo ${escaped(withDays(ruleset.amendedBy.join(', '), 'vi'))}`
    : '';
  const span = days(ruleset.effectiveFrom, lastDayAmong(ruleset, all));
  const completeness = COMPLETENESS_LABELS[ruleset.completeness]?.vi ?? ruleset.completeness;
  return [
    escaped(jurisdictionName(ruleset.jurisdiction, law.vocabulary).vi),
    `${link(escaped(ruleset.title.vi), pagePath(ruleset))}<br>\`${ruleset.id}@${ruleset.version}\``,
    `${decision.number === null ? 'chưa rõ số' : escaped(decision.number)}${changed}`,
    span,
    `${ruleset.criteria.length} / ${totals.criteria ?? '–'}`,
    ...countCells(evidenceCounts(ruleset)),
    completeness,
  ];
}

function levelSection(level: Level, law: ReadLaw): string[] {
  const all = law.rulesets.map(({ ruleset }) => ruleset);
  const own = all.filter((ruleset) => ruleset.level === level).sort(nationalFirst);
  if (own.length === 0) return [];
  const sums = sumCounts(own.map(evidenceCounts));
  return section(
    bilingual(LEVEL_LABELS[level]).replace(/^./, (first) => first.toUpperCase()),
    table(
      [
        'Nơi · Jurisdiction',
        'Bộ tiêu chí · Set',
        'Văn bản · Decision',
        'Áp dụng · Judges',
        'Tiêu chí · Criteria',
        ...COUNT_HEAD,
        'Mức đầy đủ · Completeness',
      ],
      [
        ...own.map((ruleset) => versionRow(ruleset, all, law)),
        ['**Cộng · Sum**', `${own.length} phiên bản · *versions*`, '', '', '', ...countCells(sums), ''],
      ],
    ),
  );
}

function sumsByLevel(law: ReadLaw): string[] {
  const all = law.rulesets.map(({ ruleset }) => ruleset);
  const row = (label: string, own: readonly Ruleset[]): string[] => [
    label,
    String(new Set(own.map(({ id }) => id)).size),
    String(own.length),
    ...countCells(sumCounts(own.map(evidenceCounts))),
  ];
  return table(
    ['Cấp · Level', 'Bộ · Sets', 'Phiên bản · Versions', ...COUNT_HEAD],
    [
      ...LEVELS.flatMap((level) => {
        const own = all.filter((ruleset) => ruleset.level === level);
        return own.length > 0 ? [row(bilingual(LEVEL_LABELS[level]), own)] : [];
      }),
      row('**Cộng · Sum**', all),
    ],
  );
}

function knownSection({ known, vocabulary }: ReadLaw, notes: Footnotes): string[] {
  const rows = Object.entries(known)
    .map(([id, entry]) => ({ id, ...entry }))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || nationalFirst(a, b))
    .map((entry) => [
      escaped(jurisdictionName(entry.jurisdiction, vocabulary).vi),
      levelAndTier(entry.level, entry.tier),
      `${stacked(entry.title)}<br>\`${entry.id}\``,
      entry.number === null ? 'chưa rõ' : escaped(entry.number),
      entry.date ? formatDay(entry.date) : 'chưa rõ',
      evidenceText(entry.evidence),
      notes.cite(entry.sources),
      entry.note ? stacked(entry.note) : '',
    ]);
  return section('Mới biết tên và số · *Known by name only*', [
    'Có thật nhưng chưa đọc được: không tải được, không dùng để xét · *they exist, but cannot be loaded*.',
    '',
    ...table(
      [
        'Nơi',
        'Cấp, mức độ · Level, tier',
        'Tên · Title',
        'Số · Number',
        'Ngày · Date',
        'Căn cứ',
        'Nguồn',
        'Ghi chú · Note',
      ],
      rows,
    ),
  ]);
}

/** The first page: every set by level and jurisdiction, and what its figures rest on. */
export function reviewIndex(law: ReadLaw, path: string): string {
  const sources = law.vocabulary.sources ?? {};
  const notes = new Footnotes(sources, new Set(Object.keys(sources)), path);
  return page([
    '# Các bộ tiêu chí',
    '',
    '*The criteria sets, a review page each*',
    '',
    'Trang sinh từ dữ liệu trong [rulesets/](../../rulesets/README.md); muốn sửa một mức, sửa dữ liệu rồi chạy `npm run review-pages`. *Generated from the data: correct the data, then run `npm run review-pages`.*',
    '',
    ...list([
      '[Các mức độ theo thứ bậc · *ladders of tiers*](ladders.md)',
      '[Công nhận và thu hồi · *recognition and revocation*](recognition.md)',
      '[Mục tiêu của các chương trình · *programme targets*](programme-targets.md)',
      '[Thư mục nguồn · *bibliography*](bibliography.md)',
      '[Chuẩn nghèo · *poverty standards*](#chuan-ngheo)',
      '[Mới biết tên và số · *known by name only*](#moi-biet-ten)',
    ]),
    ...section('Căn cứ của mức đạt · *What the figures rest on*', [
      'Đếm theo chỉ tiêu của mỗi phiên bản, lấy mức yếu nhất trong các vùng · *by indicators of each version, the weakest figure of any region counting*.',
      '',
      ...list([
        '**Đã công bố · published**: có nguồn nêu mức · *a cited source states the figure*',
        '**Chưa xác nhận · unconfirmed**: đã ghi nhưng chưa có nguồn; kết quả là tạm tính · *no source at hand; outcomes are provisional*',
        '**Chưa rõ mức · undetermined**: chưa biết mức, ở một số hay mọi vùng · *not known, in some regions or all*',
        '**Tỉnh quy định · delegated**: giao UBND cấp tỉnh · *left to the province*',
        '**Chưa có nội dung · not encoded**: có tên chỉ tiêu, chưa có điều kiện · *named, its content not known*',
        '**Chưa rõ tên · not listed**: có trong tổng số chính thức, chưa có nguồn nêu tên · *in the official total, named by no source*',
        '**Mức sàn · floor**: tỉnh chỉ được quy định chặt hơn · *a province may only be stricter*; **cột chung · general column**: in trong văn bản, không dùng để xét · *printed, judges no unit*; **✎**: chỉ tiêu được sửa ở phiên bản đó · *amended in that version*',
        '**Điều kiện trước · prerequisites**: phải đạt trước, không nằm trong tổng số · *to be met first, in no total*',
      ]),
      '',
      ...sumsByLevel(law),
    ]),
    ...LEVELS.flatMap((level) => levelSection(level, law)),
    '',
    '<a id="chuan-ngheo"></a>',
    ...standardsSection(law.vocabulary, notes),
    '',
    '<a id="moi-biet-ten"></a>',
    ...knownSection(law, notes),
    ...section('Nguồn · *Sources*', notes.definitions()),
  ]);
}
