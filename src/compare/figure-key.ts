import { placedIndicators } from '../law/walk.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, pointer, problem } from '../problem/report.js';
import type { Indicator, Ruleset, Where } from '../schema/ruleset.js';

/** Which figure of the law is meant: of which indicator and requirement, and where. */
export interface FigurePlaceNamed {
  readonly indicator: string;
  readonly requirement: string;
  readonly where: Where;
}

/** A figure to suppose, as an object instead of a key. */
export interface SupposedFigure {
  readonly indicator: string;
  /** Needed only where the indicator has several. */
  readonly requirement?: string | undefined;
  readonly where?: Where | undefined;
}

const DIMENSIONS = ['region', 'group', 'area', 'year', 'case'] as const;

/** `15.1[region=red-river-delta|southeast,year=2025]` in its two halves. */
const KEY = /^([^[\]]+)(?:\[([^[\]]*)\])?$/;

function whereOf(text: string, path: string): { where: Where } | { problem: Problem } {
  const where: Record<string, unknown> = {};
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [key = '', value = ''] = part.split('=').map((one) => one.trim());
    const values = value.split('|').map((one) => one.trim());
    const known = (DIMENSIONS as readonly string[]).includes(key);
    const numbers = values.map(Number);
    const sound = known && value !== '' && (key !== 'year' || numbers.every(Number.isInteger));
    if (!sound) {
      return {
        problem: problem('bad-option', path, {
          found: part.trim(),
          expected: known ? { vi: `${key}=giá trị`, en: `${key}=value` } : oneOf(DIMENSIONS),
          hint: {
            vi: 'Ví dụ: 15.1[region=red-river-delta,year=2025]',
            en: 'For example: 15.1[region=red-river-delta,year=2025]',
          },
        }),
      };
    }
    const list = key === 'year' ? numbers : values;
    where[key] = list.length === 1 ? list[0] : list;
  }
  return { where: where as Where };
}

/** Names of the figures that an indicator has, or that a province may give it. */
function requirementsOf({ requirements, delegated }: Indicator): string[] {
  return [...new Set([...Object.keys(requirements ?? {}), ...(delegated ?? [])])];
}

function unknownIndicator(id: string, ids: readonly string[], path: string): Problem {
  return problem('unknown-reference', path, {
    found: id,
    expected: oneOf(ids, 20),
    hint: didYouMean(id, ids, { vi: 'Xem danh mục: ntm show', en: 'See the list: ntm show' }),
  });
}

function unnamedRequirement(indicator: Indicator, path: string): Problem {
  const names = requirementsOf(indicator);
  if (names.length === 0) {
    return problem('unknown-requirement', path, {
      found: indicator.id,
      expected: { vi: 'chỉ tiêu có mức đạt chuẩn', en: 'an indicator that has a figure' },
      hint: {
        vi: 'Nội dung của chỉ tiêu này không dùng mức nào; muốn thay nội dung, viết văn bản sửa đổi.',
        en: 'Its content uses no figure; to change the content, write an amendment.',
      },
    });
  }
  return problem('requirement-not-named', path, {
    found: indicator.id,
    expected: oneOf(names.map((name) => `${indicator.id}.${name}`)),
    hint: {
      vi: `Ghi rõ mức, ví dụ ${indicator.id}.${names[0]}.`,
      en: `Name the requirement, for example ${indicator.id}.${names[0]}.`,
    },
  });
}

/**
 * The figure that a key names: `15.1`, `17.1.total` where an indicator has several, and where it shall hold in square
 * brackets: `15.1[region=red-river-delta|southeast,year=2025]`. Ids have points of their own, so what is known as an
 * id is one.
 */
export function namedFigure(
  ruleset: Ruleset,
  named: string | SupposedFigure,
  path = pointer('', typeof named === 'string' ? named : named.indicator),
): FigurePlaceNamed | { readonly problem: Problem } {
  const entries = new Map([...placedIndicators(ruleset)].map(({ indicator }) => [indicator.id, indicator]));
  if (typeof named !== 'string') {
    const indicator = entries.get(named.indicator);
    if (!indicator) return { problem: unknownIndicator(named.indicator, [...entries.keys()], path) };
    return inIndicator(indicator, named.requirement, named.where ?? {}, path);
  }
  const [, name = '', place = ''] = KEY.exec(named.trim()) ?? [];
  const read = whereOf(place, path);
  if ('problem' in read) return read;
  const id = name.trim();
  const whole = entries.get(id);
  if (whole) return inIndicator(whole, undefined, read.where, path);
  const point = id.lastIndexOf('.');
  const indicator = entries.get(id.slice(0, point));
  if (point < 0 || !indicator) return { problem: unknownIndicator(id || named, [...entries.keys()], path) };
  return inIndicator(indicator, id.slice(point + 1), read.where, path);
}

function inIndicator(
  indicator: Indicator,
  requirement: string | undefined,
  where: Where,
  path: string,
): FigurePlaceNamed | { readonly problem: Problem } {
  const names = requirementsOf(indicator);
  const [only] = names;
  const chosen = requirement ?? (names.length === 1 ? only : undefined);
  if (chosen === undefined) return { problem: unnamedRequirement(indicator, path) };
  if (!names.includes(chosen)) {
    return {
      problem: problem('unknown-requirement', path, {
        found: chosen,
        expected: oneOf(names.map((name) => `${indicator.id}.${name}`)),
        hint: didYouMean(chosen, names, {
          vi: 'Kiểm tra tên mức đạt chuẩn.',
          en: 'Check the name of the requirement.',
        }),
      }),
    };
  }
  return { indicator: indicator.id, requirement: chosen, where };
}
