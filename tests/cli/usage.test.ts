import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { LIBRARY_VERSION } from '../../src/version.js';
import { ADVANCED, example, NTM, ntm } from './ntm.js';

const COMMANDS = [
  'list',
  'show',
  'evaluate',
  'report',
  'tiers',
  'recognition',
  'revocation',
  'rollup',
  'merge',
  'summarize',
  'plan',
  'scaffold',
  'template',
  'check',
  'compare',
  'impact',
  'sweep',
  'sql',
];

describe('help', () => {
  test('without anything ntm shows its help and ends with 64', async () => {
    const { code, out, err } = await ntm([]);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    for (const command of [
      'list',
      'show',
      'evaluate',
      'revocation',
      'rollup',
      'merge',
      'summarize',
      'plan',
      'scaffold',
      'check',
    ])
      expect(err).toContain(command);
  });

  test('is Vietnamese, or English when asked, and documents the exit codes', async () => {
    const vi = await ntm(['--help']);
    expect(vi.code).toBe(0);
    expect(vi.out).toContain('Cách dùng: ntm <lệnh> [tùy chọn]');
    expect(vi.out).toMatch(/Mã kết thúc:[\s\S]*\n {2}65 {2}/);
    const en = await ntm(['--help', '--locale', 'en']);
    expect(en.out).toContain('Usage: ntm <command> [options]');
    expect(en.out).toMatch(/Exit codes:[\s\S]*\n {2}66 {2}/);
  });

  test.each(COMMANDS)('%s --help has examples and exit codes', async (command) => {
    const { code, out } = await ntm([command, '--help', '--locale=en']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Examples?:\\n {2}(npx )?ntm ${command}\\b`));
    expect(out).toContain('Exit codes:');
    expect((await ntm(['help', command, '--locale', 'en'])).out).toBe(out);
  });

  test('names no command that is not tried here', async () => {
    const { out } = await ntm(['--help', '--locale', 'en']);
    const listed = [...out.matchAll(/^ {2}(\w+)(?:\|\w+)? .*[<[]/gm)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'help').sort()).toEqual([...COMMANDS].sort());
  });

  test.each(COMMANDS)('%s takes --json and --locale', async (command) => {
    const { out } = await ntm([command, '--help', '--locale', 'en']);
    for (const option of ['--json', '--locale <vi|en>', '-h, --help']) expect(out).toContain(option);
  });

  test.each(['vi', 'en'])('in %s keeps to 60 columns where a terminal has no more', async (locale) => {
    for (const command of COMMANDS) {
      const { out } = await ntm([command, '--help', '--locale', locale], { columns: 60 });
      const [usage = '', rest = ''] = out.split(/^(?:Arguments|Đối số|Options|Tùy chọn):$/m);
      expect(usage).not.toBe('');
      const options = rest.split('\n\n')[0] ?? '';
      // Flags stand whole; what is said of them is wrapped beside or below.
      for (const line of options.split('\n').filter((one) => /^ {20}/.test(one)))
        expect(line.length, line).toBeLessThanOrEqual(60);
    }
  });

  test('--version tells the version', async () => {
    expect(await ntm(['--version'])).toMatchObject({ code: 0, out: `${LIBRARY_VERSION}\n` });
  });
});

describe('a command line with a slip', () => {
  const file = example('nam-son.snapshot.json');
  test.each([
    [['evalute', file], 'evalute: There is no such command.', 'Did you mean “evaluate”?'],
    [['evaluate', file, '--rulset', NTM], '--rulset: There is no such option.', 'Did you mean “--ruleset”?'],
    [['list', '--lvel', 'commune'], '--lvel: There is no such option.', 'Did you mean “--level”?'],
    [
      ['list', '--level', 'comune'],
      '--level: The option does not take this value.',
      'Did you mean “commune”?',
    ],
    [
      ['evaluate', file, '-r', NTM, '--declared', 'ignroe'],
      '--declared: The option does not take this value.',
      'Did you mean “ignore”?',
    ],
    [
      ['evaluate', file, '-r', 'vn/commune-advaned/2021-2025'],
      '[unknown-ruleset]',
      `Did you mean “${ADVANCED}”?`,
    ],
    [['evaluate', file], '--ruleset: No ruleset is chosen.', 'See the list: ntm list'],
    [['evaluate', '-r', NTM], 'evaluate: The argument “snapshot” is missing.', 'See: ntm evaluate --help'],
    [['evaluate', file, '--ruleset'], '--ruleset: This option needs a value.', 'See: ntm evaluate --help'],
    [
      ['evaluate', file, '-r', NTM, '--all', '--brief'],
      'These two options do not go together.',
      'ntm evaluate --help',
    ],
    [['list', 'everything'], 'list: This command takes no more arguments.', 'See: ntm list --help'],
  ])('%j ends with 64 and says what to type', async (args, what, remedy) => {
    const { code, out, err } = await ntm([...args, '--locale', 'en']);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toContain(what);
    expect(err).toContain(remedy);
  });

  test('is answered in Vietnamese unless English is asked for', async () => {
    expect((await ntm(['evalute'])).err).toContain('Có phải ý bạn là “evaluate”?');
    expect((await ntm(['list', '--locale', 'fr'])).err).toContain(
      '--locale: Tùy chọn không nhận giá trị này.',
    );
  });

  test('with --json is answered in JSON', async () => {
    const { err } = await ntm(['list', '--json', '--lvel', 'x']);
    expect((JSON.parse(err) as { errors: { code: string }[] }).errors[0]?.code).toBe('bad-option');
  });
});

describe('colour', () => {
  const args = ['evaluate', example('quang-kim.snapshot.json'), '-r', `${NTM}@2022-03-08`];
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

  test('shows on a terminal only, and the words are the same without it', async () => {
    const plain = await ntm(args);
    const coloured = await ntm(args, { colour: true });
    expect(plain.out).not.toMatch(escapes);
    expect(coloured.out).toMatch(escapes);
    expect(coloured.out.replace(escapes, '').replace(/ +$/gm, '')).toBe(plain.out);
  });
});

test('a fault of ntm’s own ends with 70 and is said to be one', async () => {
  let err = '';
  const broken = (): never => {
    throw new TypeError('disk on fire');
  };
  const code = await runCli(['evaluate', 'x.snapshot.json', '-r', NTM, '--locale', 'en'], {
    stdout: { write: () => {} },
    stderr: { write: (text) => (err += text) },
    readFile: async () => broken(),
    writeFile: async () => broken(),
    listFolder: async () => broken(),
    readStdin: async () => broken(),
    columns: 100,
    colour: false,
  });
  expect(code).toBe(70);
  expect(err).toContain('A fault of ntm, not of your data');
  expect(err).toContain('disk on fire');
});
