import { plainLine, span, widthOf, wrap } from '../words/scorecard-layout.js';
import type { Run } from './run.js';

/**
 * Text for stderr in lines that fit, where somebody watches: a terminal breaks lines inside words. What goes into a
 * file or another program stays as it is, a line a line, so that it can be searched.
 */
export function fitLines(text: string, { surroundings }: Pick<Run, 'surroundings'>): string {
  const { watched, columns } = surroundings;
  if (!watched) return text;
  const fitted = text.split('\n').flatMap((line) => {
    if (widthOf(line) <= columns) return [line];
    const indent = /^ */.exec(line)?.[0] ?? '';
    const lines = wrap([span(line.trim())], Math.max(20, columns - indent.length - 2));
    return lines.map((one, at) => `${indent}${at === 0 ? '' : '  '}${plainLine(one)}`);
  });
  return fitted.join('\n');
}
