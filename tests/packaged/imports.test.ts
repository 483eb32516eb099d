import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { consumer, runInConsumer } from './consumer.js';
import { snapshotJson } from './snapshot.js';

const esm = (names: string, from: string) => `import ${names} from '${from}';\n`;
const cjs = (names: string, from: string) => `const ${names} = require('${from}');\n`;

/** Judges the commune and prints what the tests below look at. */
const judge = `
const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const { outcome, totals } = compile(ruleset).evaluate(parsed.value);
console.log(JSON.stringify({ id: ruleset.id, outcome, criteria: totals.criteria.total }));
`;
const judged = {
  id: 'vn/commune-ntm/2021-2025',
  outcome: expect.stringMatching(/^(met|unmet|unknown)$/),
  criteria: 19,
};

const typesOf = (names: string[]) =>
  `console.log(JSON.stringify(Object.fromEntries(Object.entries({ ${names.join(', ')} }).map(([k, v]) => [k, typeof v]))));`;
const coreNames = ['compile', 'evaluate', 'parseSnapshot', 'parseRuleset', 'amend', 'explain'];
const engineNames = ['toEngine', 'evaluateWithEngine', 'fromJsonRulesEngine', 'outcomesOf'];
const allNames = [...coreNames, 'getRuleset', 'listRulesets'];
const allFunctions = (names: string[]) => Object.fromEntries(names.map((name) => [name, 'function']));

describe.each([
  { kind: 'an ES module', suffix: 'mjs', load: esm, whole: (name: string) => `* as ${name}` },
  { kind: 'a CommonJS module', suffix: 'cjs', load: cjs, whole: (name: string) => name },
])('from $kind', ({ kind, suffix, load, whole }) => {
  test('ntm-rules/core has the engine', () => {
    const script = load(`{ ${coreNames.join(', ')} }`, 'ntm-rules/core') + typesOf(coreNames);
    expect(runInConsumer(`core.${suffix}`, script)).toEqual(allFunctions(coreNames));
  });

  test('ntm-rules has the engine and every ruleset by id', () => {
    const script = load(`{ ${allNames.join(', ')} }`, 'ntm-rules') + typesOf(allNames);
    expect(runInConsumer(`index.${suffix}`, script)).toEqual(allFunctions(allNames));
  });

  test('ntm-rules/json-rules-engine gives real engines, and judges through them', () => {
    const script =
      load('{ Engine }', 'json-rules-engine') +
      load(`{ ${engineNames.join(', ')} }`, 'ntm-rules/json-rules-engine') +
      load('{ evaluate }', 'ntm-rules') +
      `const snapshot = ${snapshotJson};
       const facts = async (key) => snapshot.facts[key];
       const engine = toEngine('${judged.id}', { region: 'red-river-delta', year: 2023 });
       Promise.all([
         engine.run(snapshot.facts),
         evaluateWithEngine({ ...snapshot, facts }, '${judged.id}'),
       ]).then(([run, evaluation]) => console.log(JSON.stringify({
         real: engine instanceof Engine,
         outcome: outcomesOf(run).indicators['15.1'],
         same: JSON.stringify(evaluation) === JSON.stringify(evaluate(snapshot, '${judged.id}')),
         refused: fromJsonRulesEngine([], { ruleset: snapshot }).ok,
       })));`;
    expect(runInConsumer(`engine.${suffix}`, script)).toEqual({
      real: true,
      outcome: 'met',
      same: true,
      refused: false,
    });
  });

  test('a commune is judged with ntm-rules/core and one ruleset', () => {
    const script =
      load('{ compile, parseSnapshot }', 'ntm-rules/core') +
      load(kind === 'an ES module' ? 'ruleset' : '{ default: ruleset }', `ntm-rules/rulesets/${judged.id}`) +
      judge;
    expect(runInConsumer(`core-judges.${suffix}`, script)).toEqual(judged);
  });

  test('a commune is judged with ntm-rules by the id of a ruleset', () => {
    const script =
      load('{ compile, getRuleset, parseSnapshot }', 'ntm-rules') +
      `const ruleset = getRuleset('${judged.id}', { on: '2024-06-30' });\n` +
      judge;
    expect(runInConsumer(`index-judges.${suffix}`, script)).toEqual(judged);
  });

  test('ntm-rules/sql writes a ruleset as one SELECT', () => {
    const script =
      load('{ toSql }', 'ntm-rules/sql') +
      load(kind === 'an ES module' ? 'ruleset' : '{ default: ruleset }', `ntm-rules/rulesets/${judged.id}`) +
      "console.log(JSON.stringify(toSql(ruleset, { dialect: 'duckdb' }).split('\\nSELECT\\n').length));";
    expect(runInConsumer(`sql.${suffix}`, script)).toBe(2);
  });

  test('ntm-rules/report makes a page of a result', () => {
    const script =
      load('{ reportPage }', 'ntm-rules/report') +
      load('{ evaluate }', 'ntm-rules') +
      `const page = reportPage({ evaluation: evaluate(${snapshotJson}, '${judged.id}') }, { locale: 'en' });
       console.log(JSON.stringify([page.slice(0, 15), page.includes('default-src')]));`;
    expect(runInConsumer(`report.${suffix}`, script)).toEqual(['<!doctype html>', true]);
  });

  test('ntm-rules/table reads CSV, and a workbook that it wrote', () => {
    const script =
      load('{ readTable, template }', 'ntm-rules/table') +
      `const csv = readTable('Tên xã;Ngày đánh giá;Tổng số hộ\\nXã A;30/06/2024;1200\\n');
       template(['${judged.id}'], { units: [{ name: 'Xã B' }] }).then((bytes) => {
         const { snapshots } = readTable(bytes, { assessedOn: '2024-06-30' });
         console.log(JSON.stringify([csv, { snapshots }].map(({ snapshots: [one] }) => [one.unit.name, one.facts])));
       });`;
    expect(runInConsumer(`table.${suffix}`, script)).toEqual([
      ['Xã A', { 'households.total': 1200 }],
      ['Xã B', {}],
    ]);
  });

  test('a ruleset module has its newest version as default, all of them as a list, and each under its day', () => {
    const id = `ntm-rules/rulesets/${judged.id}`;
    const script =
      load(whole('newest'), id) +
      load(whole('first'), `${id}/2022-03-08`) +
      `console.log(JSON.stringify({
        newest: newest.default.version,
        versions: newest.versions.map((entry) => typeof entry === 'string' ? entry : entry.version),
        criteria: newest.default.criteria.length,
        first: first.default.version,
      }));`;
    const found = runInConsumer(`ruleset.${suffix}`, script) as { versions: string[] };
    expect(found).toMatchObject({ newest: '2024-03-01', criteria: 19, first: '2022-03-08' });
    expect(found.versions).toEqual(expect.arrayContaining(['2022-03-08', '2024-03-01']));
  });

  test('ntm-rules and ntm-rules/core share one engine', () => {
    const script =
      load(whole('all'), 'ntm-rules') +
      load(whole('core'), 'ntm-rules/core') +
      'console.log(JSON.stringify(Object.keys(core).filter((name) => core[name] !== all[name])));';
    // The whole package knows the catalogue and the rulesets; these look there first.
    const own = [
      'amend',
      'compareRulesets',
      'compile',
      'evaluate',
      'impact',
      'parseRuleset',
      'parseSnapshot',
      'sweep',
      'withFigures',
    ];
    expect((runInConsumer(`shared.${suffix}`, script) as string[]).sort()).toEqual(own);
  });
});

test('the command ntm is installed and explains itself', () => {
  const help = execFileSync(join(consumer, 'node_modules', '.bin', 'ntm'), ['--help'], {
    cwd: consumer,
    encoding: 'utf8',
  });
  for (const command of ['list', 'show', 'evaluate']) expect(help).toContain(command);
});

test('the JSON Schemas can be imported by name', () => {
  const script = `
    import { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    const { readdirSync } = require('node:fs');
    const { dirname, join } = require('node:path');
    const root = dirname(require.resolve('ntm-rules/package.json'));
    const names = readdirSync(join(root, 'dist', 'schema'));
    console.log(JSON.stringify(names.map((name) => typeof require('ntm-rules/schema/' + name).$schema)));`;
  const kinds = runInConsumer('schemas.mjs', script) as string[];
  expect(kinds).not.toEqual([]);
  expect(kinds.filter((kind) => kind !== 'string')).toEqual([]);
});
