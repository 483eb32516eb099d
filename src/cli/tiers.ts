import type { Command } from 'commander';
import { ladderAsked as ladderOf } from '../by-id/ladder-asked.js';
import { lawAtHand } from '../by-id/law-at-hand.js';
import {
  evaluateTiers,
  type Ladder,
  ladders,
  type Options,
  type Outcome,
  parseLadder,
  type Ruleset,
  type TierReport,
  tierStandings,
} from '../index.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import { standings } from '../programme/tier-standings.js';
import type { TierStanding } from '../schema/programme.js';
import { hanging, plainLine, span } from '../words/scorecard-layout.js';
import { withCommonOptions, withOwnRulesetsOption } from './command-options.js';
import { type DeliveryFlags, deliverResults } from './deliver-results.js';
import { detailOption, judgingOptions, withJudgingOptions, withSnapshots } from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { withOutOptions, withReportOption } from './out-file.js';
import { isFileName, readJson } from './read-json.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import type { Surroundings } from './surroundings.js';

interface TiersFlags extends DeliveryFlags {
  readonly ladder?: string;
  readonly ruleset?: readonly string[];
  readonly tier?: string;
}

export function tiersCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('tiers')
    .description(
      said(
        run,
        'Nêu đơn vị đang ở mức độ nào (theo số liệu, theo quyết định công nhận) và để đạt mức tiếp theo còn thiếu gì.',
        'Tell which tiers a unit has (by evaluation, by decisions of recognition) and what is left until the next one.',
      ),
    )
    .usage(said(run, '<hiện trạng…> [tùy chọn]', '<snapshot…> [options]'));
  withSnapshots(command, run)
    .option(
      '-l, --ladder <id|file>',
      said(
        run,
        'thang mức độ: mã hoặc tệp; mặc định là thang của cả nước cho cấp và ngày đó, không có thì của tỉnh',
        'ladder: id or file; by default the national one for that level and day, or else the province’s',
      ),
    )
    .option(
      '-t, --tier <tier>',
      said(
        run,
        'mức độ mà --fail-on xét; mặc định là mức thấp nhất',
        'the tier that --fail-on asks about; by default the lowest',
      ),
    );
  withOwnRulesetsOption(command, run);
  withJudgingOptions(command, run);
  withReportOption(withOutOptions(command, run), run).addOption(detailOption(run));
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm tiers xa.snapshot.json
  ntm tiers huyen/ --brief --amend tinh.amendment.json
  ntm tiers xa.snapshot.json --ladder vn/commune/2018-2020 --all
  ntm tiers huyen/ --tier advanced --fail-on unmet --json
  ntm tiers huyen/ --out muc-do.xlsx

Các quyết định công nhận ghi ở “recognitions” của hiện trạng; [] nghĩa là chưa có quyết định nào.
${ladderIds(run)}

--json in một TierReport khi có một tệp; có thư mục hoặc nhiều tệp thì luôn in một mảng.
--fail-on xét mức độ “hiện có”: theo số liệu hoặc theo quyết định công nhận.`,
        `
Examples:
  ntm tiers commune.snapshot.json --locale en
  ntm tiers district/ --brief --amend province.amendment.json
  ntm tiers commune.snapshot.json --ladder vn/commune/2018-2020 --all
  ntm tiers district/ --tier advanced --fail-on unmet --json
  ntm tiers district/ --out tiers.xlsx

Decisions of recognition stand under “recognitions” of the snapshot; [] says that there are none.
${ladderIds(run)}

--json prints one TierReport for one file; with a folder or several files it always prints an array.
--fail-on asks whether the tier is held, by evaluation or by decision.`,
      ),
    )
    .action(async (paths: string[], flags: TiersFlags) => end(await judgeTiers(paths, flags, run)));
}

/** The ids of every ladder inside the package, in lines that fit. */
function ladderIds(run: Run): string {
  const ids = ladders().map(({ id }) => id);
  const label = span(said(run, 'Các thang mức độ: ', 'Ladders: '));
  return hanging([label], [span(ids.join(', '))], run.surroundings.columns, 2)
    .map(plainLine)
    .join('\n');
}

/** The ladder that was asked for, checked before any snapshot is read. */
export async function ladderAsked(
  named: string | undefined,
  rulesets: readonly Ruleset[],
  surroundings: Surroundings,
  option = '--ladder',
): Promise<{ ladder: string | Ladder | undefined } | { problems: readonly Problem[] }> {
  if (named === undefined) return { ladder: undefined };
  if (!isFileName(named)) {
    const found = problemsOf(() => tierStandings([], named), `${option} ${named}`);
    return 'problems' in found ? found : { ladder: named };
  }
  const read = await readJson(named, surroundings);
  if (!read.ok) return { problems: read.problems };
  const parsed = parseLadder(read.json, { rulesets, file: read.file });
  return parsed.ok ? { ladder: parsed.value } : { problems: parsed.errors };
}

/** What `ntm tiers` does, and `ntm evaluate --tiers`; `option` is how the ladder was asked for. */
export async function judgeTiers(
  paths: readonly string[],
  flags: TiersFlags,
  run: Run,
  option = '--ladder',
): Promise<number> {
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset ?? [], amendments: flags.amend ?? [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const options = judgingOptions(flags, loaded);
  const asked = await ladderAsked(flags.ladder, options.rulesets ?? [], run.surroundings, option);
  if ('problems' in asked) return reportProblems(asked.problems, run);
  const { ladder } = asked;
  const hasTier = <T extends TierReport | TierStanding>(found: T): T => {
    if (flags.tier !== undefined) heldTier(found, flags.tier);
    return found;
  };
  const outline = standingOutliner(ladder, options);
  return deliverResults(
    {
      paths,
      flags,
      loaded,
      explain: [(json) => hasTier(evaluateTiers(json, ladder, options))],
      outline: [(json) => hasTier(outline(json))],
      outcomeOf: (result) => ('tiers' in result ? heldTier(result, flags.tier) : 'unknown'),
    },
    run,
  );
}

/** The standing of one unit after another, with each text of the law compiled once. */
function standingOutliner(asked: string | Ladder | undefined, options: Options) {
  const law = lawAtHand(options);
  const ladder = ladderOf(law, asked, options);
  return (json: unknown): TierStanding => {
    const { snapshot } = law.admit(json);
    const [standing] = standings(law, [snapshot], ladder, { judged: true });
    if (standing?.problem) throw new NtmError([standing.problem]);
    return standing as TierStanding;
  };
}

/** Whether a unit holds the tier that was asked about; a tier the ladder does not have is a mistake in the command. */
function heldTier({ tiers, ladder }: TierReport | TierStanding, asked: string | undefined): Outcome {
  const [lowest] = tiers;
  const found = asked === undefined ? lowest : tiers.find(({ tier }) => tier === asked);
  if (found) return found.held;
  const known = tiers.map(({ tier }) => tier);
  throw new NtmError([
    problem('unknown-tier', '', {
      found: asked,
      expected: oneOf(known),
      hint: didYouMean(asked ?? '', known, {
        vi: `Chọn một mức độ của ${ladder}.`,
        en: `Choose a tier of ${ladder}.`,
      }),
    }),
  ]);
}
