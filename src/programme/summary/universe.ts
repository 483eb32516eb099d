import type { ProblemList } from '../../problem/problem-list.js';
import { type Unit, unitSchema } from '../../schema/snapshot.js';
import type { UnitName, Universe } from '../../schema/summary.js';
import { unitKey } from '../unit-key.js';
import { inOrder, unitName } from '../unit-name.js';
import { shapedItem } from './shaped-item.js';

/** How many units there are in all, or which. */
export type UniverseOption = number | readonly (Unit | UnitName)[];

/** Reads the universe that was given, or says what is wrong with it. */
export function universeFrom(given: UniverseOption | undefined, problems: ProblemList): Universe | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'number') {
    if (Number.isSafeInteger(given) && given >= 0) return { units: given };
    problems.add('bad-option', ['universe'], () => ({
      found: given,
      expected: { vi: 'một số nguyên không âm', en: 'a whole number, not negative' },
      hint: {
        vi: 'Ghi tổng số đơn vị, hoặc danh sách đơn vị.',
        en: 'Give the number of units, or name them.',
      },
    }));
    return undefined;
  }
  if (!Array.isArray(given)) {
    problems.add('wrong-type', ['universe'], () => ({
      found: given,
      expected: { vi: 'một số nguyên, hoặc một danh sách đơn vị', en: 'a whole number, or a list of units' },
      hint: {
        vi: 'Ghi tổng số đơn vị, hoặc danh sách đơn vị.',
        en: 'Give the number of units, or name them.',
      },
    }));
    return undefined;
  }
  const units = new Map<string, UnitName>();
  for (const [at, one] of (given as readonly unknown[]).entries()) {
    // Unit by unit: a nation has more villages than one input may hold values.
    const unit = shapedItem(unitSchema, one, ['universe', at], problems);
    if (!unit) continue;
    const key = unitKey(unit);
    if (units.has(key))
      problems.add('duplicate-id', ['universe', at], () => ({
        found: unit.name,
        expected: { vi: 'mỗi đơn vị một lần', en: 'each unit once' },
        hint: {
          vi: 'Bỏ một trong hai, hoặc ghi mã, huyện để phân biệt.',
          en: 'Remove one of the two, or tell them apart by code or district.',
        },
      }));
    units.set(key, unitName(unit));
  }
  return { units: units.size, list: inOrder(units.values()) };
}

/** The universe of two parts together; undefined where it cannot be known, and then says why. */
export function universeOfBoth(
  a: { readonly universe?: Universe; readonly empty: boolean },
  b: { readonly universe?: Universe; readonly empty: boolean },
  problems: ProblemList,
): Universe | undefined {
  const [one, other] = [a.universe, b.universe];
  if (!one && !other) return undefined;
  if (one?.list && other?.list) {
    const units = new Map([...one.list, ...other.list].map((unit) => [unitKey(unit), unit]));
    return { units: units.size, list: inOrder(units.values()) };
  }
  // A part of which nothing was counted says nothing about who is missing.
  if (!one && (a.empty || !other?.list)) return other;
  if (!other && (b.empty || !one?.list)) return one;
  if (one && other && !one.list && !other.list && one.units === other.units) return one;
  problems.add('bad-option', ['universe'], () => ({
    shown: `${one?.units ?? '–'}, ${other?.units ?? '–'}`,
    expected: {
      vi: 'cùng một tổng số, hoặc cả hai là danh sách đơn vị',
      en: 'the same number in both, or lists of units in both',
    },
    hint: {
      vi: 'Tổng hợp hai phần với cùng một tổng thể rồi gộp lại.',
      en: 'Summarise both parts against the same universe, then combine them.',
    },
  }));
  return undefined;
}
