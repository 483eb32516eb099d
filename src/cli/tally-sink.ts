import { tierTitle } from '../law/tier-names.js';
import { countText } from '../words/bounds-text.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { MARKS } from '../words/scorecard-setting.js';
import { EXIT } from './exit-codes.js';
import { fitLines } from './fit-lines.js';
import type { Delivered, ResultSink } from './result-sink.js';
import { type Run, said } from './run.js';

const OUTCOMES = ['met', 'unmet', 'unknown'] as const;

/** What the results came to, in a line a set or tier: what is seen while the rest goes into a file. */
export function tallySink(run: Run): ResultSink {
  const { locale, surroundings } = run;
  const tallies = new Map<string, { met: number; unmet: number; unknown: number }>();
  const count = (name: string, outcome: (typeof OUTCOMES)[number]): void => {
    const tally = tallies.get(name) ?? { met: 0, unmet: 0, unknown: 0 };
    tally[outcome] += 1;
    tallies.set(name, tally);
  };
  return {
    take(result: Delivered) {
      if ('tiers' in result)
        for (const { tier, reached } of result.tiers)
          count(`${tierTitle(tier)[locale]} ${said(run, '(theo số liệu)', '(by evaluation)')}`, reached);
      else count(result.ruleset.id, 'outcomes' in result ? result.outcomes.outcome : result.outcome);
    },
    async end() {
      for (const [name, tally] of tallies) {
        const total = tally.met + tally.unmet + tally.unknown;
        const units = `${countText(total, locale)} ${said(run, 'đơn vị', total === 1 ? 'unit' : 'units')}`;
        const parts = OUTCOMES.map(
          (outcome) =>
            `${MARKS[outcome]} ${countText(tally[outcome], locale)} ${OUTCOME_LABELS[outcome][locale]}`,
        );
        surroundings.stderr.write(fitLines(`${name}: ${units} · ${parts.join(' · ')}\n`, run));
      }
      return EXIT.done;
    },
  };
}
