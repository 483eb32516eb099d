import { placedIndicators } from '../law/walk.js';
import type { Problem } from '../problem/problem.js';
import type { Ruleset } from '../schema/ruleset.js';

/** A figure looser than a floor is told with the text that sets the floor. */
export function withFloorSource(one: Problem, base: Ruleset, amendment: unknown): Problem {
  const at = one.code === 'floor-loosened' ? /^\/changes\/(\d+)/.exec(one.path)?.[1] : undefined;
  if (at === undefined) return one;
  const { indicator: id } =
    ((amendment as { changes?: { indicator?: string }[] }).changes ?? [])[Number(at)] ?? {};
  const indicator = [...placedIndicators(base)].find((placed) => placed.indicator.id === id)?.indicator;
  const floors = Object.values(indicator?.requirements ?? {})
    .flat()
    .filter((row) => 'floor' in row && row.floor === true);
  const ids = new Set(floors.flatMap(({ sources }) => sources ?? []));
  const [source] = [...ids].flatMap((name) => base.sources[name] ?? []);
  if (!source) return one;
  return {
    ...one,
    hint: {
      vi: `${one.hint.vi} Chỉ tiêu ${id}, mức sàn theo: ${source.title.vi}.`,
      en: `${one.hint.en} Indicator ${id}, floor set by: ${source.title.en}.`,
    },
  };
}
