import { getRuleset, type Ruleset, summarize } from '../index.js';
import type { ReportInput } from '../report/report-input.js';
import { EXIT } from './exit-codes.js';
import type { Chosen } from './load-rulesets.js';
import { namesWith } from './names-with.js';
import type { Delivered, ResultSink } from './result-sink.js';
import type { Run } from './run.js';
import { setTitles } from './set-titles.js';
import { writeFiles } from './write-files.js';

/** A page of one unit tells everything about it; of several, what they come to together. */
function inputOf(results: readonly Delivered[], chosen: readonly Chosen[]): ReportInput {
  const [only, other] = results;
  if (only !== undefined && other === undefined) {
    if ('criteria' in only) return { evaluation: only };
    if ('kind' in only) return { tiers: only };
  }
  return { units: results, summary: summarize(results, { rulesets: textsOf(results, chosen) }) };
}

export interface ReportSinkOptions {
  readonly chosen: readonly Chosen[];
  readonly force: boolean;
  readonly title?: string | undefined;
}

/** The texts behind results that are not explained: names of criteria stand in them. */
function textsOf(results: readonly Delivered[], chosen: readonly Chosen[]): Ruleset[] {
  const own = chosen.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const named = results.flatMap((one) => {
    if ('layout' in one) return [`${one.ruleset.id}@${one.ruleset.version}`];
    return 'tiers' in one && !('kind' in one) ? one.tiers.flatMap(({ ruleset }) => ruleset ?? []) : [];
  });
  const shipped = [...new Set(named)].flatMap((pinned) => {
    const [id = '', version = ''] = pinned.split('@');
    if (own.some((one) => one.id === id && one.version === version)) return [];
    try {
      return [getRuleset(id, { version })];
    } catch {
      // Amended with a day of its own: its criteria are told by their numbers.
      return [];
    }
  });
  return [...own, ...shipped];
}

/** Gathers results for the page of `--report` and writes it at the end. */
export function reportSink(file: string, { chosen, force, title }: ReportSinkOptions, run: Run): ResultSink {
  const results: Delivered[] = [];
  return {
    take: (result) => void results.push(result),
    async end(unread) {
      if (results.length === 0 && unread.length > 0) return EXIT.done;
      const { reportPage } = await import('../report/report-page.js');
      const names = namesWith(chosen);
      const page = reportPage(inputOf(results, chosen), {
        locale: run.locale,
        names,
        titles: setTitles(chosen),
        ...(title !== undefined && { title }),
      });
      return writeFiles([{ file, content: page }], force, run);
    },
  };
}
