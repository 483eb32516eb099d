import type { Vocabulary } from '../../check/vocabulary.js';
import { tierTitle } from '../../law/tier-names.js';
import type { FactDefinition } from '../../schema/fact.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Level, Locale, Localized } from '../../schema/text.js';
import { SEX_LABELS } from '../../words/labels.js';
import type { Body, Column, UnitField } from '../column.js';
import { PLAIN_NAMES, REPORTED_NAMES, UNIT_NAMES } from '../heading-names.js';
import { LEVEL_NAMES } from '../level-cell.js';

/** What a template says of a column to whoever fills it in. */
export interface ColumnHelp {
  readonly title: string;
  readonly unit: string;
  /** The words a drop-down offers. */
  readonly allowed: readonly string[];
  readonly note: string;
}

export interface HelpSetting {
  readonly vocabulary: Vocabulary;
  readonly rulesets: readonly Ruleset[];
  readonly level: Level;
  readonly locale: Locale;
}

const YES_NO: Readonly<Record<Locale, readonly string[]>> = { vi: ['Có', 'Không'], en: ['Yes', 'No'] };
export const RESULTS: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Đạt', 'Chưa đạt', 'Cơ bản đạt'],
  en: ['Met', 'Unmet', 'Cơ bản đạt'],
};

const BODIES: Readonly<Record<Body, Localized>> = {
  self: { vi: 'tự đánh giá', en: 'self-assessment' },
  department: { vi: 'sở, ngành', en: 'department' },
  appraisal: { vi: 'thẩm định', en: 'appraisal' },
  council: { vi: 'hội đồng', en: 'council' },
};

const UNIT_NOTES: Partial<Readonly<Record<UnitField, Localized>>> = {
  name: {
    vi: 'Mỗi đơn vị một dòng. Dòng không có tên thì không được đọc.',
    en: 'One row a unit. A row without a name is not read.',
  },
  code: {
    vi: 'Mã đơn vị hành chính: dùng để nhận ra đơn vị giữa các lần đánh giá.',
    en: 'Its administrative code: tells the unit from others of the same name.',
  },
  province: {
    vi: 'Để trống nếu đã ghi ở trang Thông tin chung.',
    en: 'Leave blank if the sheet General says it.',
  },
  formerProvince: {
    vi: 'Tỉnh trước ngày 01/7/2025, nếu tỉnh hiện nay gồm nhiều vùng. Để trống nếu đã ghi ở trang Thông tin chung.',
    en: 'The province before 1 July 2025, where the present one spans regions. Leave blank if the sheet General says it.',
  },
  district: {
    vi: 'Để trống nếu đã ghi ở trang Thông tin chung, hoặc không có cấp huyện.',
    en: 'Leave blank if the sheet General says it, or if there is none.',
  },
};

const NOT_KNOWN: Localized = {
  vi: 'Chưa có số liệu thì để trống, không ghi 0.',
  en: 'Leave blank what is not known; do not write 0.',
};

const COUNTS: Localized = { vi: 'Số đếm, ghi số nguyên.', en: 'A count: a whole number.' };

const RECOGNISED: Localized = {
  vi: 'Năm đánh giá của quyết định công nhận (ví dụ 2022), ngày quyết định, hoặc Có/Không. Để trống: chưa rõ.',
  en: 'The year of the results recognised (such as 2022), the day of the decision, or Yes/No. Blank: not known.',
};

const REPORTED: Localized = {
  vi: 'Tổng số đơn vị báo cáo, ví dụ 16 hoặc 16/19. Không thay cho số liệu.',
  en: 'The total the unit reports, such as 16 or 16/19. It stands in for no fact.',
};

const none = { unit: '', allowed: [], note: '' } as const;

function unitHelp(field: UnitField, { rulesets, level, locale }: HelpSetting): ColumnHelp {
  const { vi, en } = LEVEL_NAMES[level];
  const title =
    field === 'name'
      ? { vi: `Tên ${vi.toLowerCase()}`, en: `Name of ${en.toLowerCase()}` }[locale]
      : (UNIT_NAMES[field][locale][0] ?? field);
  const note = UNIT_NOTES[field]?.[locale] ?? '';
  if (field !== 'group') return { ...none, title, note };
  const groups = rulesets.flatMap((ruleset) => ruleset.groups ?? []);
  return {
    ...none,
    title,
    allowed: [...new Set(groups.map(({ id }) => id))],
    note: groups.map((group) => `${group.id}: ${group.title[locale]}`).join('; '),
  };
}

function factHelp(
  definition: FactDefinition,
  column: Extract<Column, { kind: 'fact' }>,
  locale: Locale,
): ColumnHelp {
  const { type, title, unit, grades = [], measured } = definition;
  const sex = column.sex === undefined ? '' : ` - ${SEX_LABELS[column.sex][locale]}`;
  const standard = column.standard === undefined ? '' : ` [${column.standard}]`;
  const notes = [
    measured?.[locale],
    type === 'count' && grades.length === 0 ? COUNTS[locale] : undefined,
    NOT_KNOWN[locale],
  ];
  return {
    title: `${title[locale]}${sex}${standard}`,
    unit: type === 'percent' ? '%' : (unit?.[locale] ?? ''),
    allowed:
      type === 'boolean' ? YES_NO[locale] : grades.map((grade) => grade.title?.[locale] ?? String(grade.id)),
    note: notes.filter((one) => one !== undefined).join(' '),
  };
}

function entryTitle(ruleset: Ruleset | undefined, entry: string, locale: Locale): string {
  const criterion = ruleset?.criteria.find(({ no }) => no === entry);
  const indicators = [
    ...(ruleset?.prerequisites ?? []),
    ...(ruleset?.criteria ?? []).flatMap((one) => one.indicators),
  ];
  const title = (indicators.find(({ id }) => id === entry) ?? criterion)?.title[locale];
  return title === undefined ? entry : `${entry} ${title}`;
}

/** What a column is called, its unit, what may stand in it and how it is measured. */
export function columnHelp(column: Column, setting: HelpSetting): ColumnHelp {
  const { vocabulary, rulesets, locale } = setting;
  switch (column.kind) {
    case 'unit':
      return unitHelp(column.field, setting);
    case 'trait': {
      const title = vocabulary.traits?.[column.trait]?.title[locale] ?? column.trait;
      return { ...none, title, allowed: YES_NO[locale] };
    }
    case 'fact': {
      const definition = vocabulary.facts?.[column.fact];
      return definition ? factHelp(definition, column, locale) : { ...none, title: column.fact };
    }
    case 'declared': {
      const ruleset = rulesets.find(({ id }) => id === column.ruleset);
      const by = column.by === undefined ? '' : ` - ${BODIES[column.by][locale]}`;
      return {
        ...none,
        title: `${entryTitle(ruleset, column.entry, locale)}${by}`,
        allowed: RESULTS[locale],
        note: {
          vi: 'Kết quả đã công bố: gói này chưa có nội dung của chỉ tiêu.',
          en: 'The result declared: the content of this entry is not known here.',
        }[locale],
      };
    }
    case 'reported': {
      const tier = rulesets.find(({ id }) => id === column.ruleset)?.tier ?? column.ruleset;
      return {
        ...none,
        title: `${REPORTED_NAMES[column.field][locale]} (${tierTitle(tier)[locale]})`,
        note: REPORTED[locale],
      };
    }
    case 'recognised': {
      const tier = tierTitle(column.tier)[locale];
      const title = { vi: `Đã được công nhận ${tier}`, en: `Recognised as ${tier}` }[locale];
      return { ...none, title, note: RECOGNISED[locale] };
    }
    case 'predecessor':
      return { ...none, title: { vi: 'Nhập từ', en: 'Merged from' }[locale] };
    default:
      return { ...none, title: PLAIN_NAMES[column.kind][locale][0] ?? column.kind };
  }
}
