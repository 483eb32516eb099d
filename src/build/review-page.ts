import { figureStanding } from '../cli/figure-standing.js';
import { lastDayAmong } from '../cli/ruleset-span.js';
import type { Indicator, Ruleset } from '../schema/ruleset.js';
import { formatDay } from '../words/figures.js';
import { COMPLETENESS_LABELS, EVIDENCE_LABELS } from '../words/labels.js';
import { withDays } from '../words/scorecard-setting.js';
import { type AmendedFrom, amendmentSection, touchedIndicators } from './review-page-amendments.js';
import { conditionText, type PageSetting } from './review-page-conditions.js';
import { criterionAnchor, criterionSection, indicatorsTable } from './review-page-criteria.js';
import { evidenceCounts, indicatorsStanding, STANDINGS } from './review-page-evidence.js';
import { factsSection } from './review-page-facts.js';
import { evidenceText } from './review-page-figures.js';
import {
  between,
  bilingual,
  escaped,
  link,
  list,
  page,
  section,
  sheet,
  table,
} from './review-page-markdown.js';
import { levelAndTier } from './review-page-names.js';

export const STANDING_TITLES: Readonly<Record<(typeof STANDINGS)[number], string>> = {
  published: 'Đã công bố · *published*',
  unconfirmed: 'Chưa xác nhận · *unconfirmed*',
  proposed: 'Đề xuất · *proposed*',
  undetermined: 'Chưa rõ mức · *undetermined*',
  delegated: 'UBND cấp tỉnh quy định · *delegated*',
  'not-encoded': 'Chưa có nội dung · *not encoded*',
};

const VERSION_BASES: Record<Ruleset['versionBasis'], string> = {
  'in-force': 'ngày có hiệu lực · *day in force*',
  signed: 'ngày ký · *day of signing*',
  period: 'ngày đầu giai đoạn · *first day of the period*',
};

export function pagePath({ id, version }: Pick<Ruleset, 'id' | 'version'>): string {
  return `${id}/${version}.md`;
}

export function days(from: string, to: string): string {
  return `${formatDay(from)} – ${formatDay(to)}`;
}

/** "19 of 19": listed of the official total. */
function listedOf(listed: number, official: number | null): string {
  return `${listed} đã ghi / ${official ?? 'không có tổng số chính thức'}`;
}

function headSheet(ruleset: Ruleset, all: readonly Ruleset[], { notes }: PageSetting): string[] {
  const { decision, totals, period, successor } = ruleset;
  const listed = ruleset.criteria.flatMap(({ indicators }) => indicators).length;
  const number = decision.number === null ? 'chưa rõ số' : `**${escaped(decision.number)}**`;
  const decided = [
    number,
    ...(decision.annex === undefined ? [] : [escaped(decision.annex)]),
    ...(decision.date === undefined ? [] : [formatDay(decision.date)]),
    ...(decision.issuer === undefined ? [] : [bilingual(decision.issuer)]),
  ].join(', ');
  const completeness = COMPLETENESS_LABELS[ruleset.completeness];
  return sheet([
    ['Mã · Id', `\`${ruleset.id}@${ruleset.version}\``],
    ['Cấp, mức độ · Level, tier', levelAndTier(ruleset.level, ruleset.tier)],
    ['Tính chất · Purpose', ruleset.purpose === 'classification' ? 'xác định diện · *classification*' : ''],
    ['Tình trạng · Status', ruleset.status === 'draft' ? '**dự thảo** · *draft*' : ''],
    ['Văn bản · Decision', `${decided} ${notes.cite(decision.sources)}`.trim()],
    ['', decision.note ? bilingual(decision.note, '<br>') : ''],
    [
      'Sửa đổi · Amended by',
      ruleset.amendedBy?.length ? escaped(withDays(ruleset.amendedBy.join(', '), 'vi')) : '',
    ],
    ['Giai đoạn · Period', days(period.from, period.to)],
    [
      'Áp dụng · Judges',
      `**${days(ruleset.effectiveFrom, lastDayAmong(ruleset, all))}** (phiên bản theo ${VERSION_BASES[ruleset.versionBasis]})`,
    ],
    [
      'Kế tiếp · Successor',
      successor ? `\`${successor.ruleset}\` từ ${formatDay(successor.effectiveFrom)}` : '',
    ],
    ['Tiêu chí · Criteria', listedOf(ruleset.criteria.length, totals.criteria)],
    ['Chỉ tiêu · Indicators', listedOf(listed, totals.indicators)],
    [
      'Căn cứ của tổng số · Totals rest on',
      [evidenceText(totals.evidence), notes.cite(totals.sources)].filter((text) => text !== '').join(' '),
    ],
    ['Mức đầy đủ · Completeness', completeness ? bilingual(completeness) : ruleset.completeness],
    [
      'Tên chỉ tiêu · Names of indicators',
      ruleset.titleEvidence ? bilingual(EVIDENCE_LABELS[ruleset.titleEvidence]) : '',
    ],
    ['Lần hiệu chỉnh · Revision', String(ruleset.revision)],
  ]);
}

/** How many indicators stand on what, and which. */
function evidenceTable(ruleset: Ruleset): string[] {
  const counts = evidenceCounts(ruleset);
  const rows = STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => [
    STANDING_TITLES[standing],
    String(counts[standing]),
    escaped(indicatorsStanding(ruleset, standing)),
  ]);
  if (counts.unlisted) rows.push(['Chưa rõ tên · *not listed*', String(counts.unlisted), '']);
  for (const standing of STANDINGS) {
    const own = (ruleset.prerequisites ?? []).filter((one) => figureStanding(one, ruleset) === standing);
    if (own.length > 0)
      rows.push([
        `Điều kiện trước · *prerequisites*: ${STANDING_TITLES[standing]}`,
        String(own.length),
        own.map(({ id }) => escaped(id)).join(', '),
      ]);
  }
  return rows.length > 0 ? table(['Mức đạt · Figures', 'Số chỉ tiêu', 'Chỉ tiêu · Indicators'], rows) : [];
}

function contents({ criteria }: Ruleset): string {
  return criteria
    .map(({ no, title }) => link(`${escaped(no)} ${escaped(title.vi)}`, `#${criterionAnchor(no)}`))
    .join(' · ');
}

function regionLegend(ruleset: Ruleset, { names }: PageSetting): string[] {
  return list(
    (ruleset.regions ?? [])
      .filter((region) => region !== 'general')
      .map((region) => bilingual(names.regionNames[region] ?? { vi: region, en: region })),
  );
}

function passing({ pass, prerequisites, criteria, purpose }: Ruleset, { names }: PageSetting): string {
  const reached = purpose === 'classification' ? 'Thuộc diện khi · *belongs when*' : 'Đạt khi · *met when*';
  if (pass) return `${reached}: ${conditionText(pass, names)}.`;
  const parts = [
    ...(prerequisites?.length ? ['mọi điều kiện trước'] : []),
    ...(criteria.length > 0 ? ['mọi tiêu chí, mỗi tiêu chí với mọi chỉ tiêu của nó'] : []),
  ];
  return parts.length > 0
    ? `${reached}: đạt ${parts.join(' và ')}.`
    : 'Chưa có nội dung để xét · *nothing to judge by yet*.';
}

function criteriaLines(ruleset: Ruleset, setting: PageSetting, touched: ReadonlySet<string>): string[] {
  const { criteria } = ruleset;
  const namesOnly = criteria.every(({ indicators, pass, note }) => indicators.length === 0 && !pass && !note);
  if (namesOnly && criteria.length > 0) {
    return section('Tiêu chí · *Criteria*', [
      'Mới biết tên tiêu chí, chưa có chỉ tiêu nào · *names only, no indicators known*.',
      '',
      ...list(criteria.map(({ no, title }) => `**${escaped(no)}** ${bilingual(title)}`)),
    ]);
  }
  return [
    ...section('Tiêu chí · *Criteria*', criteria.length > 0 ? [contents(ruleset)] : []),
    ...criteria.flatMap((criterion) => criterionSection(criterion, ruleset, setting, touched)),
  ];
}

/** The review page of one version. */
export function reviewPage(
  ruleset: Ruleset,
  all: readonly Ruleset[],
  setting: PageSetting,
  from?: AmendedFrom,
): string {
  const { notes, names } = setting;
  const touched = from ? touchedIndicators(from.amendment) : new Set<string>();
  const prerequisites: readonly Indicator[] = ruleset.prerequisites ?? [];
  const path = pagePath(ruleset);
  const versions = all
    .filter(({ id, version }) => id === ruleset.id && version !== ruleset.version)
    .map((other) => link(`@${other.version}`, between(path, pagePath(other))));
  const unnamed = (ruleset.totals.criteria ?? 0) - ruleset.criteria.length;
  const lines = [
    `# ${escaped(ruleset.title.vi)}`,
    '',
    `*${escaped(ruleset.title.en)}*`,
    '',
    [
      link('Tất cả các bộ, chú giải · *all sets, legend*', between(path, 'README.md')),
      ...(versions.length > 0 ? [`phiên bản khác · *other versions*: ${versions.join(', ')}`] : []),
    ].join(' · '),
    '',
    ...headSheet(ruleset, all, setting),
    ...section('Căn cứ của mức đạt · *What the figures rest on*', evidenceTable(ruleset)),
    ...(from ? amendmentSection(from, ruleset, setting) : []),
    ...section('Cách tính đạt · *Passing*', [passing(ruleset, setting)]),
    ...section(
      'Điều kiện trước · *Prerequisites*',
      prerequisites.length > 0
        ? [
            'Không tính vào tổng số · *in no total*.',
            '',
            ...indicatorsTable(prerequisites, ruleset, setting, touched),
          ]
        : [],
    ),
    ...section(
      'Cột riêng · *Special columns*',
      list(
        (ruleset.specialColumns ?? []).map(
          (column) =>
            `**${bilingual(column.title)}** — khi: ${conditionText(column.when, names)}; xét theo cột ${escaped(names.regionNames[column.column]?.vi ?? column.column)}; ${evidenceText(column.evidence)} ${notes.cite(column.sources)}${column.note ? `<br>${bilingual(column.note, '<br>')}` : ''}`,
        ),
      ),
    ),
    ...section(
      'Nhóm · *Groups*',
      list(
        (ruleset.groups ?? []).map(({ title, when, evidence, sources }) =>
          [
            `**${bilingual(title)}**`,
            ...(when ? [`khi: ${conditionText(when, names)}`] : []),
            `${evidenceText(evidence)} ${notes.cite(sources)}`.trim(),
          ]
            .filter((text) => text !== '')
            .join(' — '),
        ),
      ),
    ),
    ...criteriaLines(ruleset, setting, touched),
    ...(unnamed > 0
      ? ['', `**Còn ${unnamed} tiêu chí chưa rõ tên** · *${unnamed} more that no source names*.`]
      : []),
    ...section('Vùng · *Regions*', regionLegend(ruleset, setting)),
    ...section(
      'Quy định và hướng dẫn kèm theo · *Rules beside the list*',
      list(
        (ruleset.remarks ?? []).map(({ text, evidence, sources }) =>
          `${bilingual(text, '<br>')}<br>${[evidenceText(evidence), notes.cite(sources)].join(' ')}`.replace(
            /(<br>)?\s*$/,
            '',
          ),
        ),
      ),
    ),
    ...section(
      'Câu hỏi còn mở · *Open questions*',
      list((ruleset.openQuestions ?? []).map((text) => bilingual(text, '<br>'))),
    ),
    ...factsSection(ruleset),
  ];
  return page([...lines, ...section('Nguồn · *Sources*', notes.definitions())]);
}
