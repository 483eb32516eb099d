import { GENERAL_COLUMN } from '../../law/requirement-row.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { SqlColumn } from './column.js';
import { digestedSlug, fitting, slug } from './names.js';

/** Columns that say where and when a unit is judged. Facts have two underscores in their names, these have not. */
export const REGION_COLUMN: SqlColumn = {
  name: 'region',
  holds: 'region',
  type: 'text',
  title: {
    vi: 'vùng của cột mức đạt, suy từ tỉnh; để trống nếu chưa rõ',
    en: 'region whose column judges the unit, from its province; blank if not settled',
  },
};

export const GROUP_COLUMN: SqlColumn = {
  name: 'unit_group',
  holds: 'group',
  type: 'text',
  title: { vi: 'nhóm do cơ quan có thẩm quyền xác định', en: 'group given by the authority' },
};

export const AREA_COLUMN: SqlColumn = {
  name: 'area',
  holds: 'area',
  type: 'text',
  title: { vi: 'khu vực', en: 'area' },
};

export const YEAR_COLUMN: SqlColumn = {
  name: 'year',
  holds: 'year',
  type: 'integer',
  title: { vi: 'năm đánh giá', en: 'year judged' },
};

export function traitColumn(trait: string): SqlColumn {
  const isPlain = /^[a-z]+(-[a-z]+)*$/.test(trait);
  return {
    name: fitting(`trait_${isPlain ? trait.replaceAll('-', '_') : digestedSlug(trait)}`),
    holds: 'trait',
    type: 'boolean',
    trait,
    title: { vi: `đặc điểm ${trait}`, en: `trait ${trait}` },
  };
}

export function keyColumn(name: string): SqlColumn {
  return { name, holds: 'key', type: 'text', title: { vi: 'mã đơn vị', en: 'which unit a row is of' } };
}

/** The column of a result that a body has declared. Different sets have different columns, one table serves all. */
export function declaredColumn(
  ruleset: Pick<Ruleset, 'id'>,
  entry: { readonly criterion: string } | { readonly indicator: string },
): SqlColumn {
  const [kind, id] = 'criterion' in entry ? ['criterion', entry.criterion] : ['indicator', entry.indicator];
  const own = /^[a-z0-9]+(\.[a-z0-9]+)*$/.test(id) ? slug(id) : digestedSlug(id);
  return {
    name: fitting(`declared_${ruleset.id.replace(/[-/]/g, '_')}_${kind}_${own}`),
    holds: 'declared',
    type: 'boolean',
    declared: { ruleset: ruleset.id, ...entry },
    title: {
      vi: `kết quả công bố: ${kind === 'criterion' ? 'tiêu chí' : 'chỉ tiêu'} ${id} (${ruleset.id})`,
      en: `declared result: ${kind} ${id} (${ruleset.id})`,
    },
  };
}

/** The columns requirements are printed in; nobody is judged by the general one. */
export function regionsIn({ regions = [], specialColumns = [] }: Ruleset): string[] {
  const own = regions.filter((region) => region !== GENERAL_COLUMN);
  return [...new Set([...own, ...specialColumns.map(({ column }) => column)])];
}
