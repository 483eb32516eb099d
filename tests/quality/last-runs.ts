import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder } from '../mutation/code/instrument.js';
import { readRecord } from '../mutation/record.js';
import type { RoomCoverage, SuiteRun } from './records.js';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** The commit that stood last at a time. */
const commitAt = (milliseconds: number): string =>
  execFileSync(
    'git',
    [
      'rev-list',
      '-1',
      '--abbrev-commit',
      '--abbrev=12',
      `--before=${Math.floor(milliseconds / 1000)}`,
      'HEAD',
    ],
    {
      encoding: 'utf8',
    },
  ).trim();

/** Folders whose tests need a build, a browser, a database, an office or the registry. */
const APART = ['packaged', 'browser', 'postgres', 'office', 'matrix'] as const;

interface Suite {
  readonly name: string;
  readonly what: string;
  readonly command: string;
  readonly files: () => readonly string[];
}

const inFolder = (name: string): string[] => filesUnder([`tests/${name}`], '.test.ts');

const ofUnits = (): string[] =>
  filesUnder(['tests', 'src', 'rulesets'], '.test.ts').filter(
    (path) => ![...APART, 'built'].some((folder) => path.startsWith(`tests/${folder}/`)),
  );

const SUITES: readonly Suite[] = [
  {
    name: 'unit',
    what: 'units, laws, cases, data of the rulesets, documents',
    command: 'npm run test:unit',
    files: ofUnits,
  },
  {
    name: 'built',
    what: 'the tests that see the package from outside, on what was built',
    command: 'npm run test:built',
    files: () => [],
  },
  ...(
    [
      ['packaged', 'the packed package in an empty project', 'npm run test:packaged'],
      [
        'matrix',
        'the packed package under every Node and TypeScript promised, in bundlers and in jest',
        'npm run test:matrix',
      ],
      ['browser', 'the built package, the report and the site in Chromium', 'npm run test:browser'],
      ['postgres', 'statements in PostgreSQL', '.ci/with-postgres npm run test:postgres'],
      ['office', 'workbooks and CSV in LibreOffice', 'npm run test:office'],
    ] as const
  ).map(([name, what, command]): Suite => ({ name, what, command, files: () => inFolder(name) })),
];

interface Report {
  readonly startTime: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string }[];
}

/** A run of a few files says nothing of a suite. */
function isWhole({ testResults }: Report, files: readonly string[]): boolean {
  const run = new Set(testResults.map(({ name }) => relative(process.cwd(), name)));
  return testResults.length > 0 && files.every((path) => run.has(path));
}

/** The last whole run of each suite: the report at hand, or else what was kept of an earlier one. */
export function lastRuns(): SuiteRun[] {
  const kept = readRecord<SuiteRun[]>('suites') ?? [];
  return SUITES.flatMap(({ name, what, command, files }) => {
    const path = `node_modules/.cache/ntm-rules/reports/${name}.json`;
    const before = kept.filter((one) => one.name === name);
    if (!existsSync(path)) return before;
    const report = read(path) as Report;
    if (!isWhole(report, files())) return before;
    const { startTime, numPassedTests: passed, numFailedTests: failed, testResults } = report;
    return [{ name, what, command, files: testResults.length, passed, failed, commit: commitAt(startTime) }];
  });
}

const SUMMARY = 'coverage/coverage-summary.json';

type Counted = Readonly<Record<'lines' | 'branches', { readonly total: number; readonly covered: number }>>;

/** The folder of `src` that a file stands in; files beside the folders are the entries. */
const roomOf = (path: string): string => {
  const [, room = '', inside] = relative(process.cwd(), path).split('/');
  return inside === undefined ? 'entries' : room;
};

/** Lines and branches covered, folder by folder: the summary at hand, or else what was kept of an earlier one. */
export function lastCoverage(): { commit: string; rooms: readonly RoomCoverage[] } | undefined {
  if (!existsSync(SUMMARY)) return readRecord('coverage');
  const { total: _all, ...files } = read(SUMMARY) as Record<string, Counted>;
  const rooms = new Map<string, { lines: [number, number]; branches: [number, number] }>();
  for (const [path, { lines, branches }] of Object.entries(files)) {
    const room = roomOf(path);
    const sum = rooms.get(room) ?? { lines: [0, 0], branches: [0, 0] };
    rooms.set(room, {
      lines: [sum.lines[0] + lines.covered, sum.lines[1] + lines.total],
      branches: [sum.branches[0] + branches.covered, sum.branches[1] + branches.total],
    });
  }
  return {
    commit: commitAt(statSync(SUMMARY).mtimeMs),
    rooms: [...rooms]
      .map(([room, counted]) => ({ room, ...counted }))
      .sort((a, b) => (a.room < b.room ? -1 : 1)),
  };
}
