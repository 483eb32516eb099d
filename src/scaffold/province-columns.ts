import { formerProvinceId, provinceId, regionsOf, successorOf } from '../law/territory.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Territory } from '../schema/territory.js';
import { formatDay } from '../words/figures.js';

/** A province as a set sees it. */
export interface ProvinceColumns {
  readonly jurisdiction: string;
  readonly name: string;
  /** The columns its units are judged by, those of special units included. */
  readonly regions: readonly string[];
}

/** The first and the last day a text may judge. */
function daysOf({ effectiveFrom, effectiveTo, period }: Ruleset): string[] {
  const last = effectiveTo ?? period.to;
  return last > effectiveFrom ? [effectiveFrom, last] : [effectiveFrom];
}

/** The province a name stands for while a set judges, and the columns its units are judged by. */
export function provinceColumns(
  ruleset: Ruleset,
  name: string,
  territory: Territory,
): ProvinceColumns | Problem {
  const days = daysOf(ruleset).filter((day) => provinceId(territory, name, day) !== undefined);
  const id = days[0] === undefined ? undefined : provinceId(territory, name, days[0]);
  if (days[0] === undefined || id === undefined) return unknownProvince(ruleset, name, territory);
  const special = (ruleset.specialColumns ?? []).map(({ column }) => column);
  const own = days.flatMap((day) => regionsOf(territory, { province: name }, day) ?? []);
  const provinces = days[0] >= territory.reorganisedOn ? territory.after : territory.before;
  return {
    jurisdiction: id,
    name: provinces[id]?.name ?? name,
    regions: [...new Set([...own, ...special])],
  };
}

function unknownProvince(ruleset: Ruleset, name: string, territory: Territory): Problem {
  const known = [
    ...new Set(
      daysOf(ruleset).flatMap((day) =>
        Object.values(day >= territory.reorganisedOn ? territory.after : territory.before).map(
          (one) => one.name,
        ),
      ),
    ),
  ];
  const former = formerProvinceId(territory, name);
  const successor = former === undefined ? undefined : successorOf(territory, former);
  return problem('unknown-province', '/province', {
    found: name,
    expected: oneOf(known, 70),
    hint:
      successor === undefined
        ? didYouMean(name, known, {
            vi: 'Kiểm tra tên tỉnh, thành phố.',
            en: 'Check the name of the province.',
          })
        : {
            vi: `Từ ngày ${formatDay(territory.reorganisedOn, 'vi')} tỉnh này thuộc ${successor}: ghi tên mới.`,
            en: `Since ${formatDay(territory.reorganisedOn, 'en')} it is part of ${successor}: give the new name.`,
          },
  });
}
