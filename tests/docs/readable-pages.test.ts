import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { type ReadLaw, readLaw } from '../../src/build/read-rulesets.js';
import { escaped } from '../../src/build/review-page-markdown.js';
import { reviewPages } from '../../src/build/review-pages.js';
import type { Indicator, RequirementRow, Ruleset } from '../../src/schema/ruleset.js';

const law = readLaw();
const pages = reviewPages(law);

/** The law with one figure changed. */
function withFigure(key: string, id: string, change: (row: RequirementRow) => RequirementRow): ReadLaw {
  const changed = (indicator: Indicator): Indicator =>
    indicator.id !== id || !indicator.requirements
      ? indicator
      : {
          ...indicator,
          requirements: Object.fromEntries(
            Object.entries(indicator.requirements).map(([name, rows]) => [name, rows.map(change)]),
          ),
        };
  const edited = (ruleset: Ruleset): Ruleset => ({
    ...ruleset,
    criteria: ruleset.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map(changed),
    })),
  });
  return {
    ...law,
    rulesets: law.rulesets.map((entry) =>
      `${entry.ruleset.id}@${entry.ruleset.version}` === key
        ? { ...entry, ruleset: edited(entry.ruleset) }
        : entry,
    ),
  };
}

function changedLines(before: string, after: string): [string, string][] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  expect(fresh).toHaveLength(old.length);
  return old.flatMap((line, at): [string, string][] => (line === fresh[at] ? [] : [[line, fresh[at] ?? '']]));
}

describe('a changed figure', () => {
  test('shows as one line, with indicator, figure and regions', () => {
    const key = 'vn/commune-advanced/2021-2025@2022-03-08';
    const edited = withFigure(key, '4', (row) =>
      'value' in row && row.value === 98 ? { ...row, value: 97 } : row,
    );
    const path = 'vn/commune-advanced/2021-2025/2022-03-08.md';
    const lines = changedLines(pages.get(path) ?? '', reviewPages(edited).get(path) ?? '');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[0]).toMatch(/^\| 4 \|.*\*\*≥ 98 %\*\* \| Trung du miền núi phía Bắc, Tây Nguyên \|/);
    expect(lines[0]?.[1]).toBe(lines[0]?.[0].replace('98', '97'));
  });

  test('of one year shows in the line of its region', () => {
    const key = 'vn/commune-ntm/2009-2015@2013-02-20';
    const edited = withFigure(key, '10', (row) =>
      'value' in row && row.value === 24 ? { ...row, value: 25 } : row,
    );
    const path = 'vn/commune-ntm/2009-2015/2013-02-20.md';
    const lines = changedLines(pages.get(path) ?? '', reviewPages(edited).get(path) ?? '');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[1]).toMatch(/^\| Đông Nam Bộ \| \*\*≥ 25\*\*/);
  });

  test('changes nothing elsewhere: the same law gives the same bytes', () => {
    expect([...reviewPages(readLaw())]).toEqual([...pages]);
  });
});

describe('as Markdown', () => {
  test.each([...pages])('%s holds together', (path, text) => {
    const lines = text.split('\n');
    const cited = new Set([...text.matchAll(/\[\^([^\]]+)\](?!:)/g)].map(([, id]) => id));
    const defined = lines.flatMap((line) => /^\[\^([^\]]+)\]: /.exec(line)?.[1] ?? []);
    expect(new Set(defined)).toEqual(cited);

    for (const [at, line] of lines.entries()) {
      if (!/^\|(---\|)+$/.test(line)) continue;
      const columns = line.split('---').length - 1;
      for (let row = at - 1; lines[row]?.startsWith('|'); row = row < at ? at + 1 : row + 1)
        expect(lines[row]?.replaceAll('\\|', '').split('|').length, lines[row]).toBe(columns + 2);
    }

    for (const [, address = ''] of text.matchAll(/\]\((?!https?:|\.\.\/\.\.\/rulesets\/)([^)]+)\)/g)) {
      const [file = '', anchor] = address.split('#');
      const target = pages.get(file === '' ? path : join(dirname(path), file));
      expect(target, address).toBeDefined();
      if (anchor !== undefined) expect(target, address).toContain(`<a id="${anchor}"></a>`);
    }
  });

  test('shows text as it is written', () => {
    expect(escaped('1. a|b *c* _d_ [e] <f> g & h')).toBe(
      '1\\. a\\|b \\*c\\* \\_d\\_ \\[e\\] &lt;f> g &amp; h',
    );
    expect(escaped('> 30 hộ, < 20 %')).toBe('\\> 30 hộ, < 20 %');
    expect(escaped('# 9 – 18')).toBe('\\# 9 – 18');
  });
});
