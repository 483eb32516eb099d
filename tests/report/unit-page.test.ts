import { describe, expect, test } from 'vitest';
import { evaluate, evaluateTiers, NtmError } from '../../src/index.js';
import { type ReportInput, reportPage } from '../../src/report/index.js';
import { communes } from './communes.js';
import { example, judged, NTM, parsed, quangAn } from './pages.js';

describe('the page of Quảng An, which reports 16 of 19 criteria and 70 of 75 indicators', () => {
  const found = parsed({ evaluation: quangAn() });

  test('shows the report beside what its figures decide, never in its place', () => {
    expect(found.all('div', 'verdict')[0]?.text).toContain('chưa đủ căn cứ');
    expect(found.all('div', 'verdict')[0]?.text).toContain('0/19');
    const [reported] = found.all('div', 'reported');
    expect(reported?.text).toContain('16/19');
    expect(reported?.text).toContain('70/75');
    expect(reported?.text).toContain('✗ chưa đạt');
    expect(reported?.text).toContain('còn 3 tiêu chí chưa đạt');
  });

  test('has a tile and a table for each of the 19 criteria, and a row for each indicator', () => {
    const { criteria } = quangAn();
    expect(found.all('li', 'tile')).toHaveLength(19);
    expect(found.all('div', 'criterion').map(({ text }) => text.split('.')[0])).toEqual(
      criteria.map(({ no }) => no),
    );
    const rows = found.all('table', 'indicators').flatMap((table) => found.within(table, 'tr').slice(1));
    expect(rows).toHaveLength(criteria.flatMap(({ indicators }) => indicators).length);
  });

  test('names the insured rate as met by a thin margin, in Vietnamese figures', () => {
    expect(found.byId('thin')?.text).toContain('95,3 %, cần ≥ 95 % → còn dư 0,3 điểm phần trăm');
  });

  test('names every missing fact with the indicators it is for', () => {
    const missing = new Set(quangAn().criteria.flatMap((one) => one.indicators.flatMap((it) => it.missing)));
    const [table] = found.all('table', 'missing');
    expect(table && found.within(table, 'tr').length - 1).toBe(missing.size);
    for (const key of missing) expect(table?.text).toContain(key);
  });

  test('says by which text, with which hashes', () => {
    const { audit } = quangAn();
    expect(found.byId('audit')?.text).toContain(audit.rulesetHash);
    expect(found.byId('audit')?.text).toContain(audit.snapshotHash);
  });
});

describe('the page of a commune that misses some figures', () => {
  const evaluation = judged(communes(30)).find(({ outcome }) => outcome === 'unmet');
  if (!evaluation) throw new Error('none is unmet');
  const found = parsed({ evaluation }, { locale: 'en' });

  test('lists what is missing of each unmet indicator, nearest first, each with its picture', () => {
    const unmet = evaluation.criteria.flatMap(({ indicators }) =>
      indicators.filter(({ outcome }) => outcome === 'unmet'),
    );
    const items = found.within(found.byId('gaps') ?? (found.all()[0] as never), 'li');
    expect(items.length).toBe(unmet.length);
    for (const { id } of unmet)
      expect(items.some(({ text }) => text.startsWith(`✗ ${id} `) || text.startsWith(`✗~ ${id} `))).toBe(
        true,
      );
  });

  test('cites its sources with links that open', () => {
    const links = found.within(found.byId('sources') ?? (found.all()[0] as never), 'a');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter(({ attributes }) => !/^https?:\/\//.test(attributes.href ?? ''))).toEqual([]);
  });
});

test('a what-if says so before anything else', () => {
  const supposed = evaluate(
    { ...(example('quang-an.snapshot.json') as object), reported: {} },
    `${NTM}@2024-03-01`,
  );
  expect(parsed({ evaluation: supposed }).all('ul', 'warnings')[0]?.text).toContain('ĐÁNH GIÁ GIẢ ĐỊNH');
});

describe('the page of a unit by its tiers', () => {
  const report = evaluateTiers({
    ...(example('quang-an.snapshot.json') as object),
    recognitions: [{ tier: 'ntm', resultYear: 2014, status: 'recognised' }],
  });
  const found = parsed({ tiers: report });

  test('keeps what is found, decided and held apart', () => {
    const rungs = found.all('li', 'rung').map(({ text }) => text);
    expect(rungs).toHaveLength(report.tiers.length);
    expect(rungs[0]).toContain('Hiện có✓ có');
    expect(rungs[0]).toContain('Xét theo số liệu? chưa đủ căn cứ');
    expect(rungs[0]).toContain('Theo quyết định✓ đã công nhận');
  });

  test('begins with the next tier, unfolded; the others are folded', () => {
    expect(report.next).toBe('advanced');
    expect(found.all('div', 'part')[0]?.text).toMatch(/^NTM nâng cao/);
    const folded = found.all('details').map((one) => found.within(one, 'summary')[0]?.text ?? '');
    expect(folded).toHaveLength(report.tiers.filter(({ evaluation }) => evaluation).length - 1);
    expect(folded.join()).not.toContain('NTM nâng cao');
    expect(found.all('div', 'reported')[0]?.text).toContain('16/19');
  });
});

test('what is no result is refused by name', () => {
  for (const nothing of [{}, { units: undefined }] as ReportInput[]) {
    try {
      reportPage(nothing);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(NtmError);
      expect((error as NtmError).code).toBe('wrong-type');
    }
  }
});
