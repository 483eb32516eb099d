import {
  getRuleset,
  type Locale,
  type Localized,
  ladders,
  listRulesets,
  NtmError,
  type Problem,
  type Ruleset,
  shippedVocabulary,
  summarize,
} from '../../src/index.js';
import { reportPage } from '../../src/report/index.js';
import {
  type RefusedCell,
  resultTables,
  resultWorkbook,
  type TableWarning,
  template,
} from '../../src/table/index.js';
import type { Draft } from './draft.js';
import type { Judging } from './judged-by.js';
import { type UnitResult, unitJudge } from './unit-judge.js';
import { inSlices, type Watch } from './work-progress.js';

/** A file that the page makes: a template to fill in, a workbook of results, a report to print. */
export type MadeFile =
  | {
      readonly file: 'template';
      readonly rulesets: readonly string[];
      readonly layout: 'wide' | 'form';
      readonly locale: Locale;
    }
  | ({ readonly file: 'workbook' } & Judging)
  | ({ readonly file: 'report'; readonly title: string } & Judging);

/** The units that a file is made of, and what of their tables was not taken. */
export interface UnitsAtHand {
  readonly drafts: readonly Draft[];
  readonly unread: readonly (RefusedCell | TableWarning)[];
}

interface Judged {
  readonly results: readonly UnitResult[];
  readonly problems: readonly Problem[];
}

async function judged({ drafts }: UnitsAtHand, judging: Judging, watch: Watch): Promise<Judged> {
  const judge = unitJudge(judging, drafts.length);
  const results: UnitResult[] = [];
  const problems: Problem[] = [];
  await inSlices(drafts, watch, (draft) => {
    try {
      results.push(judge(draft));
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
      problems.push(...error.errors);
    }
  });
  return { results, problems };
}

/** Names of everything inside the package, by id. */
const titles = (): Record<string, Localized> =>
  Object.fromEntries([...listRulesets(), ...ladders()].map(({ id, title }) => [id, title]));

/** The texts behind results that are not explained: the names of their criteria stand there. */
function textsOf(results: readonly UnitResult[]): Ruleset[] {
  const named = results.flatMap((one) => {
    if ('layout' in one) return [`${one.ruleset.id}@${one.ruleset.version}`];
    return 'tiers' in one && !('kind' in one) ? one.tiers.flatMap(({ ruleset }) => ruleset ?? []) : [];
  });
  const inside = new Set(listRulesets().map(({ id, version }) => `${id}@${version}`));
  // What an amendment dates by a day of its own is not inside: its criteria are told by their numbers.
  return [...new Set(named)].filter((pinned) => inside.has(pinned)).map((pinned) => getRuleset(pinned));
}

function reportOf({ results, problems }: Judged, title: string, locale: Locale): string {
  const setting = { locale, names: shippedVocabulary() };
  const [only, other] = results;
  if (only === undefined) throw new NtmError(problems);
  if (other === undefined) {
    if ('criteria' in only) return reportPage({ evaluation: only }, setting);
    if ('kind' in only) return reportPage({ tiers: only }, setting);
  }
  const summary = summarize(results, { rulesets: textsOf(results) });
  return reportPage({ units: results, summary }, { ...setting, titles: titles(), title });
}

/** Makes the file. */
export async function madeFile(
  asked: MadeFile,
  units: UnitsAtHand,
  watch: Watch,
): Promise<Uint8Array | string> {
  const { locale } = asked;
  if (asked.file === 'template') return template(asked.rulesets, { locale, layout: asked.layout });
  const made = await judged(units, asked, watch);
  if (asked.file === 'report') return reportOf(made, asked.title, locale);
  const unread = [...units.unread, ...made.problems];
  const names = shippedVocabulary();
  return resultWorkbook(resultTables(made.results, { locale, names, titles: titles(), unread }), { locale });
}
