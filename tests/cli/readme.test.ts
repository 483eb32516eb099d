import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evidenceCounts, sumCounts } from '../../src/build/review-page-evidence.js';
import {
  evaluate,
  getRuleset,
  knownRulesets,
  listRulesets,
  type Ruleset,
  rulesetsFor,
  shippedVocabulary,
} from '../../src/index.js';
import { levelSchema } from '../../src/schema/text.js';
import { ntm } from './ntm.js';

const readme = readFileSync('README.md', 'utf8');

/** Commands in console blocks, with the pieces of output shown between lines that say `…`. */
const shown = [...readme.matchAll(/```console\n\$ npx ntm (.*)\n([\s\S]*?)\n```/g)].map(
  ([, command = '', output = '']) => ({
    command,
    pieces: output
      .split('\n…')
      .map((piece) => piece.replace(/^\n+|\n+$/g, ''))
      .filter((piece) => piece !== ''),
  }),
);

describe('the README', () => {
  test.each(shown)('shows what ntm $command prints', async ({ command, pieces }) => {
    const { code, out, err } = await ntm(command.split(' '), { columns: 92 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    let from = 0;
    for (const piece of pieces) {
      const at = out.indexOf(piece, from);
      expect(at, piece).toBeGreaterThanOrEqual(from);
      from = at + piece.length;
    }
  });

  test('shows two outputs', () => {
    expect(shown).toHaveLength(2);
  });

  test('counts what the figures rest on as it is', () => {
    const all = listRulesets().map(({ id, version }) => getRuleset(`${id}@${version}`));
    const row = (label: string, own: readonly Ruleset[]): string => {
      const { listed, unlisted, ...counts } = sumCounts(own.map(evidenceCounts));
      const cells = [
        label,
        own.length,
        `${listed} of ${listed + (unlisted ?? 0)}`,
        counts.published,
        counts.unconfirmed,
        counts.undetermined,
        counts.delegated,
        counts['not-encoded'],
        unlisted,
        `${counts.prerequisitesPublished} of ${counts.prerequisites}`,
      ];
      return `| ${cells.join(' | ')} |`;
    };
    for (const level of levelSchema.options)
      expect(readme).toContain(
        row(
          level,
          all.filter((ruleset) => ruleset.level === level),
        ),
      );
    expect(readme).toContain(row('all', all));
  });

  test('says how many sets there are, and whose', () => {
    const all = listRulesets();
    const sets = new Set(all.map(({ id }) => id)).size;
    expect(readme).toContain(`${sets} sets in ${all.length} versions`);
    expect(readme).toContain(`${knownRulesets().length} more`);
    const { territory } = shippedVocabulary();
    const ownSets = new Set(all.map(({ jurisdiction }) => jurisdiction).filter((one) => one !== 'vn'));
    for (const jurisdiction of ownSets) {
      const name = territory?.before[jurisdiction]?.name;
      if (name !== undefined) expect(readme, jurisdiction).toContain(name);
    }
  });

  test('names every command that there is', async () => {
    const { out } = await ntm(['--help', '--locale', 'en']);
    const commands = [...out.matchAll(/^ {2}(\w+)(?:\|\w+)? .*[<[]/gm)].map(([, name]) => name);
    expect(commands).toEqual(expect.arrayContaining(['list', 'show', 'evaluate']));
    for (const name of commands.filter((one) => one !== 'help')) expect(readme).toContain(`| \`ntm ${name} `);
  });

  test('finds the sets that it says it finds', () => {
    const found = rulesetsFor({ level: 'commune', province: 'Lào Cai' }, '2024-06-01').rulesets;
    const own = found.filter(({ from }) => from === 'province').map(({ ruleset }) => ruleset.tier);
    const national = found.filter(({ from }) => from === 'nation').map(({ ruleset }) => ruleset.tier);
    expect(own.length).toBeGreaterThan(0);
    const order = found.map(({ ruleset, from }) => `${ruleset.tier} ${from}`);
    for (const tier of own.filter((one) => national.includes(one)))
      expect(order.indexOf(`${tier} province`)).toBeLessThan(order.indexOf(`${tier} nation`));
    const abolished = rulesetsFor({ level: 'district', province: 'Lào Cai' }, '2025-07-01').answers[0]?.code;
    expect(readme).toContain(`.answers[0].code; // '${abolished}'`);
  });

  test('links to files that exist', () => {
    for (const [, path = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
      expect(existsSync(path), path).toBe(true);
  });

  test('says of its example what the example gives', () => {
    const result = evaluate(
      {
        unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'Quảng Ninh' },
        assessedOn: '2024-06-30',
        year: 2024,
        facts: { 'health.insuredRate': 88.5, 'poverty.poorHouseholds': 8 },
      },
      'vn/commune-ntm/2021-2025',
    );
    const insured = result.criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === '15.1');
    expect(insured).toMatchObject({ outcome: 'unmet', gap: { shortfall: '1.5' } });
    for (const line of ["insured.outcome; // 'unmet'", "insured.gap.shortfall; // '1.5'"])
      expect(readme).toContain(line);
  });

  test('names every exit code that the help names', async () => {
    const { out } = await ntm(['--help', '--locale', 'en']);
    const codes = [...out.slice(out.indexOf('Exit codes')).matchAll(/^ {2}(\d+) /gm)].map(([, code]) => code);
    expect(codes).toEqual(['0', '1', '64', '65', '66', '70']);
    for (const code of codes) expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });
});
