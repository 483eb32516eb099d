import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureStanding, knownInPart } from '../../src/cli/figure-standing.js';
import { evaluate, getRuleset, listRulesets } from '../../src/index.js';
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
    for (const { id, version } of listRulesets()) {
      const ruleset = getRuleset(`${id}@${version}`);
      const indicators = ruleset.criteria.flatMap((criterion) => criterion.indicators);
      const standing = (wanted: string) =>
        indicators.filter((one) => figureStanding(one, ruleset) === wanted);
      const part = standing('undetermined').filter(knownInPart).length;
      const cells = [
        `\`${id}@${version}\``,
        indicators.length,
        standing('published').length,
        standing('unconfirmed').length,
        `${standing('undetermined').length}${part > 0 ? ` (${part} in some regions only)` : ''}`,
        standing('delegated').length,
      ];
      expect(readme).toContain(`| ${cells.join(' | ')} |`);
    }
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
