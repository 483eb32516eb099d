import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPARISONS_FOLDER, comparisonPages } from '../../src/build/comparison-pages.js';
import { readLaw } from '../../src/build/read-rulesets.js';

const pages = comparisonPages(readLaw());
const remedy = 'run `npm run review-pages` and review the difference';
const onDisk = readdirSync(COMPARISONS_FOLDER).filter((path) => path.endsWith('.md'));

describe('the pages that compare rulesets', () => {
  test('stand in docs/comparisons, all of them and no others', () => {
    expect([...onDisk].sort(), remedy).toEqual([...pages.keys()].sort());
  });

  test.each([...pages])('%s says what the library says', (path, text) => {
    const found = onDisk.includes(path) ? readFileSync(join(COMPARISONS_FOLDER, path), 'utf8') : undefined;
    expect(found === text, `${COMPARISONS_FOLDER}/${path} is stale: ${remedy}`).toBe(true);
  });

  test.each([...pages])(
    '%s holds together: tables have their columns, links lead somewhere',
    (_path, text) => {
      const lines = text.split('\n');
      for (const [at, line] of lines.entries()) {
        if (!/^\|(---\|)+$/.test(line)) continue;
        const columns = line.split('---').length - 1;
        for (let row = at + 1; lines[row]?.startsWith('|'); row += 1)
          expect(lines[row]?.replaceAll('\\|', '').split('|').length, lines[row]).toBe(columns + 2);
      }
      for (const [, address = ''] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g))
        expect(existsSync(join(COMPARISONS_FOLDER, address)), address).toBe(true);
    },
  );
});

const rowOf = (page: string, start: string): string =>
  (pages.get(page) ?? '').split('\n').find((line) => line.startsWith(start)) ?? '';

describe('from QĐ 318 of 2022 to the text of 1 March 2024', () => {
  const page = 'commune-ntm-2022-03-to-2024-03.md';

  test('cooperatives got one more way, records and law access another content, clean water unknown figures', () => {
    const region = rowOf(page, '| Đồng bằng sông Hồng');
    expect(region.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'Đồng bằng sông Hồng · *Red River Delta*',
      '–',
      '1: 13.1',
      '2: 15.4, 18.4',
      '–',
      '1: 17.1',
      '',
    ]);
    expect(rowOf(page, '| **13.1**')).toContain('thêm lựa chọn: Có tổ hợp tác hoạt động hiệu quả');
    expect(rowOf(page, '| **17.1**')).toContain('mức mới chưa rõ');
  });

  test('says that nobody is sure whether the list of changes is complete', () => {
    expect(pages.get(page)).toContain('Danh sách bốn chỉ tiêu được sửa đã đủ hay chưa.');
  });
});

describe('from 2016–2020 to 2021–2025', () => {
  const page = 'commune-ntm-2016-2020-to-2021-2025.md';

  test('a commune of the Central Highlands finds six indicators stricter, one of the Red River Delta stunting looser', () => {
    expect(rowOf(page, '| Tây Nguyên')).toContain('| 6: 1.1, 13.1, 14.1, 15.1, 15.3, 17.3 | – |');
    expect(rowOf(page, '| Đồng bằng sông Hồng')).toContain('| 5: 1.1, 13.1, 14.1, 15.1, 17.3 | 1: 15.3 |');
    expect(rowOf(page, '| **15.3**')).toContain('Tây Nguyên: ≤ 31,4 % → ≤ 26,5 % (chặt hơn)');
    expect(rowOf(page, '| **15.1**')).toContain('≥ 85 % → ≥ 90 %<br>nay phải đạt cho cả nam và nữ');
  });

  test('renumbered indicators stand under both numbers, and figures without a source are marked', () => {
    for (const moved of ['17.4 → 17.5', '17.6 → 17.8', '17.8 → 17.10', '18.5 → 18.4', '18.6 → 18.5'])
      expect(rowOf(page, `| **${moved}**`), moved).not.toBe('');
    expect(rowOf(page, '| **17.6 → 17.8**')).toContain('≥ 90 % \\~ → chưa rõ mức');
    expect(rowOf(page, '| **4.2**')).toContain('(ghép theo suy đoán)');
  });
});
