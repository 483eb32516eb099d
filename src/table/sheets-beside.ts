import { plainSpelling } from '../problem/nearest.js';
import type { Localized } from '../schema/text.js';
import type { Sheet } from './cell.js';

/** The sheet of a template that is filled in once for all units. */
export const GENERAL_SHEET: Localized = { vi: 'Thông tin chung', en: 'General' };

/** The sheet of a template that explains its columns. */
export const EXPLANATION_SHEET: Localized = { vi: 'Hướng dẫn', en: 'How to fill in' };

/** The sheet of a template that holds the values of drop-downs. */
export const LISTS_SHEET: Localized = { vi: 'Danh mục', en: 'Lists' };

const BESIDE = new Set(
  [GENERAL_SHEET, EXPLANATION_SHEET].flatMap(({ vi, en }) => [plainSpelling(vi), plainSpelling(en)]),
);

/** Whether a sheet stands beside the table of units and holds the names of columns for another reason. */
export const isBeside = ({ name }: Sheet): boolean => BESIDE.has(plainSpelling(name));
