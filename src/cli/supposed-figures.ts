import type { Literal } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';

const NUMBER = /^-?\d+([.,]\d+)?$/;

/** A value as typed: a number with a point or a comma, yes or no, or a grade. */
export function typedLiteral(text: string): Literal {
  const typed = text.trim();
  if (typed === 'true' || typed === 'false') return typed === 'true';
  if (!NUMBER.test(typed)) return typed;
  const decimal = typed.replace(',', '.');
  return decimal.replace(/[-.]/g, '').length <= 15 ? Number(decimal) : decimal;
}

/** `--set 15.1=92`: what stands behind the last equals sign is the value; those in brackets belong to the place. */
export function supposedFigures(
  settings: readonly string[],
): { readonly figures: Readonly<Record<string, Literal>> } | { readonly problems: Problem[] } {
  const figures: [string, Literal][] = [];
  const problems: Problem[] = [];
  for (const setting of settings) {
    const at = setting.lastIndexOf('=');
    const [key, value] = [setting.slice(0, at).trim(), setting.slice(at + 1).trim()];
    const inBrackets = at < setting.lastIndexOf(']');
    if (at > 0 && value !== '' && !inBrackets) figures.push([key, typedLiteral(value)]);
    else {
      problems.push(
        problem('bad-option', '--set', {
          found: setting,
          expected: { vi: 'chỉ tiêu=mức', en: 'indicator=value' },
          hint: {
            vi: 'Ví dụ: --set 15.1=92 hoặc --set "15.1[region=red-river-delta,year=2025]=92"',
            en: 'For example: --set 15.1=92 or --set "15.1[region=red-river-delta,year=2025]=92"',
          },
        }),
      );
    }
  }
  return problems.length > 0 ? { problems } : { figures: Object.fromEntries(figures) };
}

/** Problems of supposed figures, placed at the option that was typed. */
export function atOption(problems: readonly Problem[], option: string): Problem[] {
  return problems.map((one) => ({ ...one, path: `${option} ${one.path.replace(/^\//, '')}` }));
}
