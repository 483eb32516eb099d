import { percentOf } from '../../src/rule/share.js';
import type { FileScore } from '../mutation/code/record-code.js';
import { differentialRuns } from './differential.js';
import type { Counts, Records, RulesetMutation } from './records.js';

const number = (value: number): string => value.toLocaleString('en-US');

const share = (part: number, of: number): string => (of === 0 ? '–' : `${percentOf(part, of)} %`);

/** The commit, and whether it was the commit alone. */
const on = ({ commit, changed = false }: { commit: string; changed?: boolean }): string =>
  `\`${commit.slice(0, 12)}\`${changed ? ' with changes not yet committed' : ''}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const NOT_MEASURED = 'Not measured yet.';

function countsSection(counts: Counts | undefined): string {
  if (!counts) return NOT_MEASURED;
  const { lines, bytes = {} } = counts;
  const rows = [
    ['test files', number(counts.testFiles), '`npm run quality`'],
    ['versions of rulesets', number(counts.rulesets), '`npx ntm list`'],
    ['laws every ruleset is held to', number(counts.lawsOfRulesets), '`npx vitest run tests/laws/shipped`'],
    [
      'units each law is tried on, of each ruleset, in CI',
      number(counts.cases),
      '`NTM_LAW_CASES=1000 npx vitest run tests/laws/shipped`',
    ],
    [
      'tries of laws on rulesets in CI',
      number(counts.cases * counts.rulesets * counts.lawsOfRulesets),
      'the product of the three',
    ],
    ['lines of the source', number(lines.source), '`npm run quality`'],
    ['lines of its tests', number(lines.tests), '`npm run quality`'],
    ['lines of rulesets and their examples', number(lines.rulesets), '`npm run quality`'],
    ...Object.entries(bytes).map(([file, size]) => [
      `\`${file}\``,
      `${number(size)} bytes`,
      '`npm run build`',
    ]),
  ];
  return `Counted on ${on(counts)}.\n\n${table(['what', 'how many', 'command'], rows)}`;
}

function suitesSection(suites: Records['suites']): string {
  if (!suites || suites.length === 0) return NOT_MEASURED;
  const rows = suites.map(({ what, files, passed, failed, command, commit }) => [
    what,
    number(files),
    number(passed),
    number(failed),
    `\`${command}\``,
    on({ commit }),
  ]);
  return table(['suite', 'files', 'passed', 'failed', 'command', 'commit'], rows);
}

function coverageSection(coverage: Records['coverage']): string {
  if (!coverage) return NOT_MEASURED;
  const { rooms } = coverage;
  const total = (of: 'lines' | 'branches', at: 0 | 1): number =>
    rooms.reduce((all, room) => all + room[of][at], 0);
  const row = (name: string, lines: readonly [number, number], branches: readonly [number, number]) => [
    name,
    number(lines[1]),
    share(...lines),
    number(branches[1]),
    share(...branches),
  ];
  const all = row(
    '**all**',
    [total('lines', 0), total('lines', 1)],
    [total('branches', 0), total('branches', 1)],
  );
  const each = rooms.map(({ room, lines, branches }) => row(`\`src/${room}\``, lines, branches));
  return `Measured on ${on(coverage)} with \`npm run coverage\`: the unit suite alone. What only Chromium, another database or an office reaches is not counted here.

${table(['folder', 'lines', 'covered', 'branches', 'covered'], [...each, all])}`;
}

function differentialSection(counts: Counts | undefined): string {
  if (!counts) return NOT_MEASURED;
  const rows = differentialRuns(counts.rulesets).map(({ what, answers, command }) => [
    what,
    number(answers),
    `\`${command}\``,
  ]);
  return `Compared on ${on(counts)} by each run of the command; sizes are read from the tests.

${table(['what is compared', 'units', 'command'], rows)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  figure: 'figures: moved by the smallest step and by one, changed with another column, yes to no',
  operator: 'operators: ≥ to > and to ≤, ≤ to < and to ≥, = to ≠',
  group: 'groups: every to any, one part or indicator left out',
  column: 'columns: a region, year, group or case left out, widened, no longer left to the province',
  qualifier: 'qualifiers: men and women, standard, population, shares of nothing',
  recognition: 'recognition and revocation: conditions, who decides, shares, key criteria, days',
  ladders: 'ladders: steps, what stands for a lower tier, periods',
  targets: 'targets of programmes',
  standards: 'standards of poverty',
  facts: 'facts: type, unit, bounds, grades, what they are worked out from',
  versions: 'versions: first and last day, period, status, decision, completeness',
  standing: 'what figures rest on, floors, who is responsible, what an indicator succeeds',
};

function rulesetsSection(rulesets: RulesetMutation | undefined): string {
  if (!rulesets) return NOT_MEASURED;
  const rows = Object.entries(rulesets.totals).map(([kind, { noticed, of }]) => [
    KINDS[kind] ?? kind,
    number(of),
    number(noticed),
    share(noticed, of),
  ]);
  const { survivors } = rulesets;
  const unnoticed =
    survivors.length === 0
      ? 'Every change was noticed.'
      : `${number(survivors.length)} changes were not noticed; \`docs/quality/ruleset-mutation.json\` lists them.`;
  return `Measured on ${on(rulesets)}, ${rulesets.rulesets.length} versions, with \`npm run mutate:rulesets\`. ${unnoticed}

${table(['what was changed', 'changes', 'noticed', 'share'], rows)}`;
}

const sum = (files: readonly FileScore[], of: (file: FileScore) => number): number =>
  files.reduce((total, file) => total + of(file), 0);

function codeSection(code: Records['code']): string {
  if (!code) return NOT_MEASURED;
  const caught = ({ noticed, timedOut }: FileScore): number => noticed + timedOut;
  const all = (file: FileScore): number => caught(file) + file.survived + file.notCovered;
  const rooms = Object.entries(code).map(([room, files]) => [
    room,
    number(files.length),
    number(sum(files, all)),
    number(sum(files, caught)),
    share(sum(files, caught), sum(files, all)),
    `\`npm run mutate -- ${room} --record\``,
  ]);
  const files = Object.values(code)
    .flat()
    .map((file) => [
      `\`${file.file}\``,
      file.every === 1 ? 'all' : file.every === 2 ? 'every 2nd' : `every ${file.every}th`,
      number(all(file)),
      share(caught(file), all(file)),
      on(file),
    ]);
  return `${table(['room', 'files measured', 'mutants tried', 'noticed', 'share', 'command'], rooms)}

<details><summary>File by file, with the commit each was measured on</summary>

${table(['file', 'which mutants', 'tried', 'noticed', 'commit'], files)}

</details>`;
}

function fuzzingSection(fuzzing: Records['fuzzing']): string {
  if (!fuzzing) return NOT_MEASURED;
  const rows = Object.entries(fuzzing.targets).map(
    ([target, { inputs, taken, atTheDoor, codes, findings }]) => [
      target,
      number(inputs),
      share(taken, inputs),
      share(inputs - taken - atTheDoor, inputs),
      share(atTheDoor, inputs),
      number(codes.length),
      number(findings),
    ],
  );
  const commits = [...new Set(fuzzing.runs.map(({ commit }) => commit))].map((commit) => {
    const inputs = fuzzing.runs
      .filter((run) => run.commit === commit)
      .reduce((all, run) => all + run.inputs, 0);
    return `${number(inputs)} on ${on({ commit })}`;
  });
  return `Measured with \`${fuzzing.command}\`: ${number(fuzzing.inputs)} inputs, ${number(fuzzing.findings)} findings (${commits.join(', ')}). *Used*: taken as sound, at least in part, and judged by or judged. *Refused inside*: for something in it, told with its place. *At the door*: as a whole, before anything in it was looked at.

${table(['target', 'inputs', 'used', 'refused inside', 'at the door', 'different problems', 'findings'], rows)}`;
}

/** The page, from what was measured and kept; nothing in it is written by hand. */
export function qualityPage({ counts, rulesets, code, fuzzing, suites, coverage }: Records): string {
  return `# What is tested, and how well

Made by \`npm run quality\` from what was measured and kept in \`docs/quality/\` and \`docs/fuzzing.json\`. Each part names the commit it was measured on and the command that measures it again; the long ones are not part of \`npm test\`.

## Counts

${countsSection(counts)}

## Suites

The last whole run of each.

${suitesSection(suites)}

## Coverage

${coverageSection(coverage)}

## Changed rulesets: does a test notice?

Everything in every shipped ruleset is changed, one thing at a time, and held against the examples beside it, most of whose figures were compared with the sources by script, the others by eye ([record 0067](decisions/0067-what-notices-a-changed-figure.md)). Pages and answers made from the rulesets do not count. What else decides (recognition, ladders, targets, standards, facts, days, what figures rest on) is held against what is written down a second time in \`tests/rulesets/said-again\` ([record 0077](decisions/0077-what-else-is-written-down-twice.md)).

${rulesetsSection(rulesets)}

## Changed code: does a test notice?

Stryker's mutants of the rooms that decide, each tried by the tests of its room that reach it, laws with few runs ([record 0068](decisions/0068-mutants-in-one-process.md)), for a second and a half at most ([record 0075](decisions/0075-how-long-a-mutant-is-tried.md)). A mutant that never ends counts as noticed; one that no test reaches, and one that changes nothing, counts as not noticed ([record 0076](decisions/0076-mutants-that-change-nothing.md)).

${codeSection(code)}

## Fuzzing

${fuzzingSection(fuzzing)}

## One question, two answers

Where the same question can be answered in two ways, tests compare the answers: outcomes in bulk and explained (\`tests/laws/evaluation-laws.test.ts\`), rows of tables (\`tests/engines/columns.test.ts\`), DuckDB (\`tests/engines/sql\`), PostgreSQL (\`npm run test:postgres\`), json-rules-engine (\`tests/engines/json-rules-engine-*.test.ts\`), and other engines in the benchmark (\`npm run bench\`).

${differentialSection(counts)}
`;
}
