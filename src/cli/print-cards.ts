import { type Shown, scorecardLines } from '../words/scorecard.js';
import { BLANK, type Line, span } from '../words/scorecard-layout.js';
import type { JudgingFlags } from './judging-options.js';
import type { Chosen } from './load-rulesets.js';
import { namesWith } from './names-with.js';
import { printLines } from './paint.js';
import type { ReadJson } from './read-json.js';
import { type Run, said } from './run.js';

/** How to see more of cards that show only what matters first. */
export function moreText(brief: boolean, run: Run): string {
  return brief
    ? said(
        run,
        'Xem từng tiêu chí: bỏ --brief; đầy đủ: --all',
        'Every criterion: leave out --brief; everything: --all',
      )
    : said(run, 'Xem đầy đủ: thêm --all', 'Everything: add --all');
}

/** Results as cards, one under another, and how to see more where more is known. */
export function printCards(
  results: readonly Shown[],
  { all = false, brief = false }: Pick<JudgingFlags, 'all' | 'brief'>,
  chosen: readonly Chosen[],
  run: Run,
): void {
  if (results.length === 0) return;
  const { locale, surroundings } = run;
  const names = namesWith(chosen);
  const width = surroundings.columns;
  const cards = results.map((result) => scorecardLines(result, { locale, width, names, all, brief }));
  const between: Line[] = [BLANK, [span('─'.repeat(width), 'faint')], BLANK];
  const lines = cards.flatMap((card, at) => (at > 0 ? [...between, ...card.lines] : card.lines));
  printLines(
    run,
    cards.some(({ cut }) => cut) ? [...lines, BLANK, [span(moreText(brief, run), 'faint')]] : lines,
  );
}

/** Whether one file was named: the command line decides the shape of the JSON, never the data. */
export function isOneFile(paths: readonly string[], snapshots: readonly ReadJson[]): boolean {
  return paths.length === 1 && snapshots.every(({ fromFolder }) => !fromFolder);
}
