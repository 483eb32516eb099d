import { didYouMean, oneOf } from '../../problem/report.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { DIALECTS, type Dialect, type SqlDialect } from './dialect.js';
import type { SqlOptions } from './options.js';
import { regionsIn } from './place-columns.js';
import { refusal } from './problems.js';

/** The dialect by its name. */
export function dialectOf(name: SqlDialect): Dialect {
  const known = Object.keys(DIALECTS);
  if (known.includes(name)) return DIALECTS[name];
  throw refusal('bad-option', ['dialect'], {
    found: name,
    expected: oneOf(known),
    hint: didYouMean(String(name), known, { vi: 'Chọn một trong số đó.', en: 'Choose one of them.' }),
  });
}

/** Region, group and year that are fixed exist in the sets that are asked. */
export function checkPlaceOptions(rulesets: readonly Ruleset[], options: SqlOptions): void {
  const { region, group, year } = options;
  const regions = [...new Set(rulesets.flatMap(regionsIn))];
  const otherwise = { vi: 'Bỏ tùy chọn này, hoặc chọn lại.', en: 'Leave the option out, or choose another.' };
  if (region !== undefined && !regions.includes(region)) {
    throw refusal('unknown-region', ['region'], {
      found: region,
      expected:
        regions.length > 0
          ? oneOf(regions)
          : { vi: 'bộ tiêu chí này không chia vùng', en: 'this set does not differ by region' },
      hint: didYouMean(region, regions, otherwise),
    });
  }
  const groups = rulesets.flatMap((ruleset) => ruleset.groups ?? []).map(({ id }) => id);
  if (group !== undefined && !groups.includes(group)) {
    throw refusal('unknown-group', ['group'], {
      found: group,
      expected:
        groups.length > 0
          ? oneOf(groups)
          : { vi: 'bộ tiêu chí này không chia nhóm', en: 'this set has no groups' },
      hint: didYouMean(group, groups, otherwise),
    });
  }
  if (year !== undefined && !(Number.isInteger(year) && year >= 2000 && year <= 2100)) {
    throw refusal('out-of-range', ['year'], { found: year, expected: '2000–2100', hint: otherwise });
  }
}
