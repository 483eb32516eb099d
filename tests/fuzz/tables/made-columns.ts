import { factCatalogue, shippedVocabulary } from '../../../src/index.js';
import type { Cell } from '../../../src/table/cell.js';
import { type Column, columnKey, REPORTED_FIELDS, UNIT_FIELDS } from '../../../src/table/column.js';
import { UNIT_NAMES } from '../../../src/table/heading-names.js';
import type { Draws } from '../draws.js';
import { figureCell, oddCell } from './cells.js';

/** A column of a made-up table: what stands above it, and what may stand in it. */
export interface MadeColumn {
  readonly heading: string;
  readonly cell: (draws: Draws) => Cell;
}

const FACTS = Object.entries(factCatalogue());
const { traits = {} } = shippedVocabulary();
const TRAITS = Object.entries(traits);
const NTM = 'vn/commune-ntm/2021-2025';
const ENTRIES = ['1.1', '10', '15.1', '17.1', 'criterion:16', '13.2', '99.9'] as const;

function factColumn(draws: Draws): MadeColumn {
  const [fact, definition] = draws.pick(FACTS);
  const { title } = definition;
  const sex = draws.oneIn(6) ? draws.pick(['male', 'female'] as const) : undefined;
  const standard = draws.oneIn(8) ? draws.pick(['vn/2022-2025', 'quang-ninh/2023-2025']) : undefined;
  const names = [
    columnKey({ kind: 'fact', fact, sex, standard }),
    `${title.vi}${sex === undefined ? '' : sex === 'male' ? ' - nam' : ' (nữ)'}`,
    `${title.en}${standard === undefined ? '' : ` [${standard}]`}`,
    `${title.vi} (%)`,
  ];
  return { heading: draws.pick(names), cell: (more) => figureCell(definition, more) };
}

const unitColumn = (draws: Draws): MadeColumn => {
  const field = draws.pick(UNIT_FIELDS);
  const names = UNIT_NAMES[field];
  return {
    heading: draws.pick([`unit.${field}`, ...names.vi, ...names.en]),
    cell: (more) => more.pick(['Lào Cai', 'Quảng Ninh', 'xã', 'g1', 'Xã B', '02980', 'Hải Phòng', null]),
  };
};

/** Columns that say something else than a figure. */
function otherColumn(draws: Draws): MadeColumn {
  const results = ['Đạt', 'Chưa đạt', 'x', 'cơ bản đạt', '…', null, true];
  const made = (column: Column, cells: readonly Cell[]): MadeColumn => ({
    heading: columnKey(column),
    cell: (more) => (more.oneIn(8) ? oddCell(more) : more.pick(cells)),
  });
  switch (draws.below(6)) {
    case 0: {
      const [trait, { title }] = draws.pick(TRAITS);
      return {
        heading: draws.pick([`trait:${trait}`, title.vi, title.en]),
        cell: (more) => more.pick(['x', 'Có', 'Không', true, null]),
      };
    }
    case 1: {
      const by = draws.pick(['self', 'department', 'appraisal', 'council', undefined] as const);
      const entry = draws.pick(ENTRIES);
      return made({ kind: 'declared', ruleset: NTM, entry, ...(by && { by }) }, results);
    }
    case 2: {
      const field = draws.pick(REPORTED_FIELDS);
      return made({ kind: 'reported', ruleset: NTM, field }, ['16/19', 16, '57', '70/75', null]);
    }
    case 3:
      return made({ kind: 'recognised', tier: draws.pick(['ntm', 'advanced', 'model', 'x']) }, [
        'Đạt',
        'Có',
        'Không',
        '2019',
        '24/01/2024',
        'QĐ 123/QĐ-UBND ngày 24/01/2024',
        null,
      ]);
    case 4:
      return { heading: draws.pick(['Ghi chú', 'remark', 'TT', 'Số dự án', 'Cột lạ']), cell: oddCell };
    default:
      return unitColumn(draws);
  }
}

/** What the unit is, whose it is, and when it is judged; a table may say it elsewhere. */
function contextColumns(draws: Draws): MadeColumn[] {
  const name = draws.pick(['Tên xã', 'unit.name', 'Xã', 'Tên đơn vị']);
  let unit = 0;
  const all: MadeColumn[] = [
    {
      heading: name,
      cell: (more) => {
        unit += 1;
        return more.oneIn(12) ? oddCell(more) : `Xã ${unit}`;
      },
    },
    {
      heading: draws.pick(['Tỉnh', 'unit.province', 'Province']),
      cell: (more) => more.pick(['Lào Cai', 'Quảng Ninh', 'Nghệ An', 'Tỉnh Lào Cai', 'Hậu Giang']),
    },
    {
      heading: draws.pick(['Cấp', 'unit.level', 'Level']),
      cell: (more) => more.pick(['xã', 'commune', 'Xã', 'thôn', 'huyện']),
    },
    {
      heading: draws.pick(['Ngày đánh giá', 'assessedOn']),
      cell: (more) =>
        more.pick(['30/06/2024', '2024-06-30', '1.6.2024', new Date(Date.UTC(2024, 5, 30)), '24-01-2024']),
    },
    { heading: draws.pick(['Năm', 'year']), cell: (more) => more.pick([2023, '2024', 2024, null]) },
  ];
  return all.filter((_, at) => at === 0 || !draws.oneIn(6));
}

/** The columns of a made-up table of units. */
export const madeColumns = (draws: Draws): MadeColumn[] => [
  ...contextColumns(draws),
  ...Array.from({ length: draws.below(5) + 1 }, () =>
    draws.oneIn(3) ? otherColumn(draws) : factColumn(draws),
  ),
];
