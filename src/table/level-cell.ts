import { plainSpelling } from '../problem/nearest.js';
import { didYouMean, oneOf } from '../problem/report.js';
import type { Level, Localized } from '../schema/text.js';
import type { CellRefusal } from './table-problem.js';

/** Levels as a table names them, the lowest first. */
export const LEVEL_NAMES: Readonly<Record<Level, Localized>> = {
  village: { vi: 'Thôn', en: 'Village' },
  commune: { vi: 'Xã', en: 'Commune' },
  district: { vi: 'Huyện', en: 'District' },
  town: { vi: 'Thị xã', en: 'Town' },
  province: { vi: 'Tỉnh', en: 'Province' },
};

const LEVELS = Object.keys(LEVEL_NAMES) as Level[];

/** Villages have other names from place to place. */
const VILLAGES = new Set(
  ['bản', 'ấp', 'buôn', 'làng', 'khóm', 'thôn, bản', 'khu dân cư', 'xóm'].map(plainSpelling),
);

/** A level by its id or its name in either language; undefined for anything else. */
export function levelIn(text: string): Level | undefined {
  const plain = plainSpelling(text);
  if (VILLAGES.has(plain)) return 'village';
  return LEVELS.find((level) =>
    [level, LEVEL_NAMES[level].vi, LEVEL_NAMES[level].en].some((name) => plainSpelling(name) === plain),
  );
}

/** The level that a heading names: `Tên xã` heads a table of communes. */
export function levelOfHeading(heading: string): Level | undefined {
  const words = heading.normalize('NFC').trim();
  return levelIn(words.replace(/^(tên( các)?|name of( the)?)\s+/i, ''));
}

/** Which of two levels is the lower one. */
export const isBelow = (one: Level, other: Level): boolean => LEVELS.indexOf(one) < LEVELS.indexOf(other);

export function notALevel(text: string): CellRefusal {
  const names = LEVELS.map((one) => LEVEL_NAMES[one].vi);
  const hint = { vi: 'Chọn một cấp.', en: 'Choose a level.' };
  return {
    code: 'not-allowed',
    details: { shown: text, expected: oneOf(names), hint: didYouMean(text, names, hint) },
  };
}
