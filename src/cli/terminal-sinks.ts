import { type Shown, scorecardLines } from '../words/scorecard.js';
import { BLANK, type Line, span } from '../words/scorecard-layout.js';
import { EXIT } from './exit-codes.js';
import type { JudgingFlags } from './judging-options.js';
import type { Chosen } from './load-rulesets.js';
import { namesWith } from './names-with.js';
import { printLines } from './paint.js';
import { moreText } from './print-cards.js';
import type { Run } from './run.js';

/** Where results of any kind go to be seen, one at a time. */
interface PrintingSink {
  take(result: unknown): void;
  end(): Promise<number>;
}

/** Prints each result as a card as soon as it is there, and at the end how to see more. */
export function cardsSink(
  { all = false, brief = false }: Pick<JudgingFlags, 'all' | 'brief'>,
  chosen: readonly Chosen[],
  run: Run,
): PrintingSink {
  const { locale, surroundings } = run;
  const width = surroundings.columns;
  const names = namesWith(chosen);
  const between: Line[] = [BLANK, [span('─'.repeat(width), 'faint')], BLANK];
  let first = true;
  let cut = false;
  return {
    take(result) {
      const card = scorecardLines(result as Shown, { locale, width, names, all, brief });
      printLines(run, first ? card.lines : [...between, ...card.lines]);
      first = false;
      cut ||= card.cut;
    },
    async end() {
      if (cut) printLines(run, [BLANK, [span(moreText(brief, run), 'faint')]]);
      return EXIT.done;
    },
  };
}

/** Prints one object, or an array element by element: the same bytes as the whole array at once. */
export function jsonSink(single: boolean, { surroundings: { stdout } }: Run): PrintingSink {
  let count = 0;
  return {
    take(result) {
      const text = JSON.stringify(result, null, 2);
      if (single) stdout.write(`${text}\n`);
      else stdout.write(`${count === 0 ? '[' : ','}\n  ${text.replaceAll('\n', '\n  ')}`);
      count += 1;
    },
    async end() {
      if (!single) stdout.write(count === 0 ? '[]\n' : '\n]\n');
      return EXIT.done;
    },
  };
}
