import { percentOf } from '../../src/rule/share.js';
import type { FileScore } from '../mutation/code/record-code.js';
import type { Counts, Fuzzing, Records, RulesetMutation } from './records.js';

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
  const { tests, coverage, lines, bytes = {} } = counts;
  const rows = [
    ...(tests
      ? [
          [
            'tests of the last whole run',
            `${number(tests.passed)} passed, ${tests.failed} failed`,
            '`npm run test:unit`',
          ],
        ]
      : []),
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
    ...(coverage
      ? [
          ['lines covered', `${coverage.lines} %`, '`npm run coverage`'],
          ['branches covered', `${coverage.branches} %`, '`npm run coverage`'],
        ]
      : []),
    ...Object.entries(bytes).map(([file, size]) => [
      `\`${file}\``,
      `${number(size)} bytes`,
      '`npm run build`',
    ]),
  ];
  return `Counted on ${on(counts)}.\n\n${table(['what', 'how many', 'command'], rows)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  figure: 'figures: moved by the smallest step and by one, changed with another column, yes to no',
  operator: 'operators: ≥ to > and to ≤, ≤ to < and to ≥, = to ≠',
  group: 'groups: every to any, one part or indicator left out',
  column: 'columns: a region, year, group or case left out, widened, no longer left to the province',
  qualifier: 'qualifiers: men and women, standard, population, shares of nothing',
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

function fuzzingSection(fuzzing: Fuzzing | undefined): string {
  if (!fuzzing) return NOT_MEASURED;
  const rows = Object.entries(fuzzing.targets).map(([target, { inputs, findings }]) => [
    target,
    number(inputs),
    number(findings),
  ]);
  return `Measured on ${on(fuzzing)} with \`${fuzzing.command}\`: ${number(fuzzing.inputs)} inputs, ${number(fuzzing.findings)} findings.

${table(['target', 'inputs', 'findings'], rows)}`;
}

/** The page, from what was measured and kept; nothing in it is written by hand. */
export function qualityPage({ counts, rulesets, code, fuzzing }: Records): string {
  return `# What is tested, and how well

Made by \`npm run quality\` from what was measured and kept in \`docs/quality/\` and \`docs/fuzzing.json\`. Each part names the commit it was measured on and the command that measures it again; the long ones are not part of \`npm test\`.

## Counts

${countsSection(counts)}

## Changed rulesets: does a test notice?

Everything in every shipped ruleset is changed, one thing at a time, and held against the examples beside it, most of whose figures were compared with the sources by script, the others by eye ([record 0067](decisions/0067-what-notices-a-changed-figure.md)). Pages and answers made from the rulesets do not count.

${rulesetsSection(rulesets)}

## Changed code: does a test notice?

Stryker's mutants of the rooms that decide, each tried by the tests of its room that reach it, laws with few runs ([record 0068](decisions/0068-mutants-in-one-process.md)), for a second and a half at most ([record 0075](decisions/0075-how-long-a-mutant-is-tried.md)). A mutant that never ends counts as noticed; one that no test reaches, and one that changes nothing, counts as not noticed ([record 0076](decisions/0076-mutants-that-change-nothing.md)).

${codeSection(code)}

## Fuzzing

${fuzzingSection(fuzzing)}

## One question, two answers

Where the same question can be answered in two ways, tests compare the answers: outcomes in bulk and explained (\`tests/laws/evaluation-laws.test.ts\`), rows of tables (\`tests/engines/columns.test.ts\`), DuckDB (\`tests/engines/sql\`), PostgreSQL (\`npm run test:postgres\`), json-rules-engine (\`tests/engines/json-rules-engine-*.test.ts\`), and other engines in the benchmark (\`npm run bench\`).
`;
}
