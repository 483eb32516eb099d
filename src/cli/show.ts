import type { Command } from 'commander';
import { amend, getRuleset, shippedVocabulary } from '../index.js';
import { plainName } from '../law/territory.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import { collected, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';
import type { Reading } from './show-figures.js';
import { indicatorPage } from './show-indicator.js';
import { rulesetPage } from './show-ruleset.js';

interface ShowFlags {
  readonly indicator?: string;
  readonly region?: string;
  readonly year?: string;
  readonly amend?: readonly string[];
}

export function showCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('show')
    .description(
      said(
        run,
        'Xem một bộ tiêu chí: tiêu chí, chỉ tiêu, mức đạt theo vùng, căn cứ, nguồn và những điều còn bỏ ngỏ.',
        'Read a ruleset: criteria, indicators, requirements by region, evidence, sources, and what is still open.',
      ),
    )
    .usage(said(run, '<bộ tiêu chí> [tùy chọn]', '<ruleset> [options]'))
    .argument('<ruleset>', said(run, 'mã, mã@phiên-bản hoặc tệp', 'id, id@version or file'))
    .option(
      '-i, --indicator <id>',
      said(run, 'chỉ một chỉ tiêu, với mọi chi tiết', 'one indicator only, in every detail'),
    )
    .option('--region <region>', said(run, 'chỉ mức đạt của một vùng', 'only the figures of one region'))
    .option('--year <yyyy>', said(run, 'chỉ mức đạt của một năm', 'only the figures of one year'))
    .option(
      '-a, --amend <file>',
      said(
        run,
        'xem sau khi áp dụng tệp sửa đổi; có thể lặp lại',
        'as amended by this file; may be repeated',
      ),
      collected,
    );
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      `\n${said(run, 'Ví dụ:', 'Examples:')}
  ntm show vn/commune-ntm/2021-2025
  ntm show vn/commune-ntm/2021-2025@2022-03-08 --indicator 15.4
  ntm show vn/commune-advanced/2021-2025 --region red-river-delta --year 2023`,
    )
    .action(async (named: string, flags: ShowFlags) => end(await runShow(named, flags, run)));
}

async function runShow(named: string, flags: ShowFlags, run: Run): Promise<number> {
  const loaded = await loadRulesets({ rulesets: [named], amendments: flags.amend ?? [] }, run.surroundings);
  const [chosen] = loaded.chosen;
  if (loaded.problems.length > 0 || chosen === undefined) return reportProblems(loaded.problems, run);
  let ruleset = typeof chosen === 'string' ? getRuleset(chosen) : chosen;
  const unfit: Problem[] = [];
  for (const { file, amendment } of loaded.amendments) {
    const fits = [amendment.amends].flat().includes(`${ruleset.id}@${ruleset.version}`);
    if (fits) ruleset = amend(ruleset, amendment);
    else unfit.push(wrongBase(file, amendment.amends, ruleset));
  }
  if (unfit.length > 0) return reportProblems(unfit, run);

  const reading = readingOf(ruleset, flags, run);
  const wrong = 'problems' in reading ? reading.problems : indicatorProblems(flags.indicator, ruleset);
  if ('problems' in reading || wrong.length > 0) return reportProblems(wrong, run);
  const indicator =
    flags.indicator === undefined ? undefined : placed(ruleset).find(({ id }) => id === flags.indicator);
  if (run.json) printJson(run, indicator ?? ruleset);
  else
    printLines(
      run,
      indicator
        ? indicatorPage(indicator, reading, run.surroundings.columns)
        : rulesetPage(reading, run.surroundings.columns),
    );
  return EXIT.done;
}

const placed = (ruleset: Ruleset) => [
  ...(ruleset.prerequisites ?? []),
  ...ruleset.criteria.flatMap(({ indicators }) => indicators),
];

function wrongBase(file: string, amends: string | readonly string[], ruleset: Ruleset): Problem {
  return {
    ...problem('wrong-base', '/amends', {
      found: [amends].flat().join(', '),
      expected: `${ruleset.id}@${ruleset.version}`,
      hint: { vi: 'Chọn phiên bản mà tệp này sửa đổi.', en: 'Choose the version that this file amends.' },
    }),
    file,
  };
}

function indicatorProblems(wanted: string | undefined, ruleset: Ruleset): Problem[] {
  const ids = placed(ruleset).map(({ id }) => id);
  if (wanted === undefined || ids.includes(wanted)) return [];
  const criterion = ruleset.criteria.find(({ no }) => no === wanted);
  const own = criterion?.indicators.map(({ id }) => id).join(', ');
  return [
    problem('unknown-reference', '--indicator', {
      found: wanted,
      expected: oneOf(ids),
      hint: own
        ? { vi: `Tiêu chí ${wanted} gồm: ${own}.`, en: `Criterion ${wanted} has: ${own}.` }
        : didYouMean(wanted, ids, { vi: 'Kiểm tra số chỉ tiêu.', en: 'Check the number of the indicator.' }),
    }),
  ];
}

/** The place asked about, with a region by its id or its name in either language. */
function readingOf(
  ruleset: Ruleset,
  { region, year }: ShowFlags,
  { locale }: Run,
): Reading | { problems: Problem[] } {
  const problems: Problem[] = [];
  const titles = { ...shippedVocabulary().territory?.regions, ...ruleset.territory?.regions };
  const known = ruleset.regions ?? [];
  const found = known.find((id) =>
    [id, titles[id]?.vi, titles[id]?.en].some(
      (name) => name !== undefined && region !== undefined && plainName(name) === plainName(region),
    ),
  );
  if (region !== undefined && found === undefined) {
    problems.push(
      problem('unknown-region', '--region', {
        found: region,
        expected:
          known.length > 0
            ? oneOf(known)
            : { vi: 'bộ tiêu chí này không chia vùng', en: 'this set does not differ by region' },
        hint: didYouMean(region, known, {
          vi: 'Bỏ --region hoặc chọn một vùng ở trên.',
          en: 'Leave --region out, or choose one of those above.',
        }),
      }),
    );
  }
  const asked = year === undefined ? undefined : Number(year);
  const [from, to] = [ruleset.period.from, ruleset.period.to].map((day) => Number(day.slice(0, 4))) as [
    number,
    number,
  ];
  if (asked !== undefined && !(Number.isInteger(asked) && from <= asked && asked <= to)) {
    problems.push(
      problem('out-of-range', '--year', {
        found: year,
        expected: `${from}–${to}`,
        hint: { vi: 'Chọn một năm trong giai đoạn.', en: 'Choose a year of the period.' },
      }),
    );
  }
  return problems.length > 0 ? { problems } : { ruleset, locale, place: { region: found, year: asked } };
}
