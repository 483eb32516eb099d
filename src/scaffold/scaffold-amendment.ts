import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Amendment, Ruleset, Where } from '../schema/ruleset.js';
import type { Territory } from '../schema/territory.js';
import type { Localized } from '../schema/text.js';
import { type OpenRequirement, openRequirements, withoutContent } from './open-requirements.js';
import { type ProvinceColumns, provinceColumns } from './province-columns.js';
import { whereToLook } from './where-to-look.js';

/** One figure to fill in: `null` until somebody has found it. */
export interface ScaffoldRow {
  where: Where;
  value: null;
  evidence: 'published';
}

export interface ScaffoldChange {
  change: 'set-requirement';
  indicator: string;
  requirement: string;
  /** Where to look the figure up. */
  note: Localized;
  rows: ScaffoldRow[];
}

/** An amendment with blanks (`null`): once they are filled it is one, with nothing to take away. */
export interface Scaffold extends Omit<Amendment, 'changes' | 'citation' | '$schema'> {
  citation: { number: null; date: null };
  changes: ScaffoldChange[];
}

/** For whom to write a scaffold. */
export interface ScaffoldOptions {
  /** A province by any of its names; without one every column of the set is asked for. @since 0.1.0 */
  province?: string;
  /** Whose figures they are; the province unless said otherwise. @since 0.1.0 */
  jurisdiction?: string;
  /** Other versions of the set, named in `amends` where every entry fits them too. @since 0.1.0 */
  alsoFor?: readonly Ruleset[];
  /** The provinces and their regions, where the set itself does not bring them. @since 0.1.0 */
  territory?: Territory;
}

const pinned = ({ id, version }: Ruleset): string => `${id}@${version}`;

function columnsFor(ruleset: Ruleset, options: ScaffoldOptions): ProvinceColumns | undefined {
  const territory = options.territory ?? ruleset.territory;
  const own = options.jurisdiction ?? ruleset.jurisdiction;
  const isProvince =
    territory !== undefined && (Object.hasOwn(territory.before, own) || Object.hasOwn(territory.after, own));
  const name = options.province ?? (isProvince ? own : undefined);
  if (name === undefined) return undefined;
  if (territory === undefined) {
    throw new NtmError([
      problem('unknown-province', '/province', {
        found: name,
        expected: { vi: 'danh mục tỉnh, thành phố', en: 'a list of provinces' },
        hint: { vi: 'Đưa danh mục vào “territory”.', en: 'Give the list as “territory”.' },
      }),
    ]);
  }
  const columns = provinceColumns(ruleset, name, territory);
  if ('code' in columns) throw new NtmError([columns]);
  return columns;
}

/** Whether a text has every requirement a scaffold asks for. */
function fits(
  ruleset: Ruleset,
  open: readonly OpenRequirement[],
  regions: readonly string[] | undefined,
): boolean {
  const there = openRequirements(ruleset, regions);
  return open.every((one) =>
    there.some(
      ({ indicator, requirement }) => indicator.id === one.indicator.id && requirement === one.requirement,
    ),
  );
}

function titleOf({ title, decision }: Ruleset, province: string | undefined): Localized {
  const number = decision.number === null ? '' : ` (${decision.number})`;
  return province === undefined
    ? {
        vi: `Các mức còn bỏ ngỏ của: ${title.vi}${number}`,
        en: `The open figures of: ${title.en}${number}`,
      }
    : {
        vi: `Mức đạt chuẩn của ${province} theo: ${title.vi}${number}`,
        en: `Figures of ${province} for: ${title.en}${number}`,
      };
}

function noteOf(ruleset: Ruleset): Localized {
  const { indicators, criteria, unlisted } = withoutContent(ruleset);
  const names = [...indicators, ...criteria.map((no) => `#${no}`)].join(', ');
  const more = names === '' && unlisted === 0;
  return {
    vi: `Thay mỗi null bằng mức của quyết định; ghi số và ngày quyết định vào “citation” (chung, hoặc riêng cho từng mục). Chỗ nào chưa tra được thì để nguyên null. Kiểm tra: ntm check <tệp>.${
      more
        ? ''
        : ` Không bổ sung bằng con số được (chưa rõ nội dung): ${names}; ${unlisted} chỉ tiêu chưa liệt kê.`
    }`,
    en: `Put the decision’s figure in place of each null, and its number and date into “citation” (for all, or one entry’s own). Leave null what you have not found. To check: ntm check <file>.${
      more ? '' : ` Figures cannot complete (content not known): ${names}; ${unlisted} indicators not listed.`
    }`,
  };
}

/**
 * An amendment to fill in: one entry for every open requirement of a set — undetermined or left to the province —
 * in each column the province is judged by, and in each year where the figure is set by year. Its values are `null`;
 * each entry says where to look. `withoutBlanks` takes out what is still blank.
 *
 * @param ruleset a complete ruleset
 * @param options the province, and whose figures they will be
 * @throws NtmError `unknown-province`, with the nearest name
 * @example
 * scaffoldAmendment(getRuleset('vn/commune-ntm/2021-2025'), { province: 'Lào Cai' }).changes[0]
 * @since 0.1.0
 */
export function scaffoldAmendment(ruleset: Ruleset, options: ScaffoldOptions = {}): Scaffold {
  const province = columnsFor(ruleset, options);
  const jurisdiction = options.jurisdiction ?? province?.jurisdiction;
  const open = openRequirements(ruleset, province?.regions);
  const versions = [
    ruleset,
    ...(options.alsoFor ?? []).filter(
      (one) => pinned(one) !== pinned(ruleset) && fits(one, open, province?.regions),
    ),
  ]
    .map(pinned)
    .sort();
  return {
    format: 1,
    amends: versions.length === 1 ? pinned(ruleset) : versions,
    title: titleOf(ruleset, province?.name),
    ...(jurisdiction !== undefined && { jurisdiction }),
    citation: { number: null, date: null },
    note: noteOf(ruleset),
    changes: open.map((one) => ({
      change: 'set-requirement',
      indicator: one.indicator.id,
      requirement: one.requirement,
      note: whereToLook(one, ruleset, province?.name),
      rows: one.columns.map((where) => ({ where: { ...where }, value: null, evidence: 'published' })),
    })),
  };
}
