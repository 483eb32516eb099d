import { describe, expect, test } from 'vitest';
import {
  amend,
  evaluate,
  getRuleset,
  NtmError,
  parseAmendment,
  type Ruleset,
  shippedVocabulary,
} from '../../src/index.js';
import { withoutBlanks } from '../../src/scaffold/blanks.js';
import { nothingLeft, openRequirements, withoutContent } from '../../src/scaffold/open-requirements.js';
import { scaffoldAmendment } from '../../src/scaffold/scaffold-amendment.js';
import { factsThatMeet, filled } from './filling.js';

const NTM = 'vn/commune-ntm/2021-2025';
const REGION = 'northern-midlands-mountains';
const ruleset = getRuleset(NTM, { version: '2024-03-01' });
const territory = shippedVocabulary().territory ?? expect.fail('no territory');
const laoCai = scaffoldAmendment(ruleset, { province: 'Lào Cai' });

describe('a scaffold', () => {
  test('asks for every open requirement in the province’s region once, for income in every year', () => {
    const asked = laoCai.changes.map(({ indicator, requirement }) => `${indicator} ${requirement}`);
    expect(asked).toEqual(
      openRequirements(ruleset, [REGION]).map(
        ({ indicator, requirement }) => `${indicator.id} ${requirement}`,
      ),
    );
    expect(new Set(asked).size).toBe(asked.length);
    // Left to the province, not known, and changed to something not known.
    expect(asked).toEqual(expect.arrayContaining(['2.1 rate', '11 rate', '17.1 total']));
    expect(asked).not.toContain('15.1 rate');
    const income = laoCai.changes.find(({ indicator }) => indicator === '10');
    expect(income?.rows.map(({ where }) => where)).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year) => ({ region: REGION, year })),
    );
    expect(laoCai).toMatchObject({ amends: `${NTM}@2024-03-01`, jurisdiction: 'lao-cai' });
  });

  test('says where to look in both languages', () => {
    const note = laoCai.changes.find(({ indicator }) => indicator === '2.1')?.note;
    expect(note?.vi).toContain('Tra quyết định của UBND cấp tỉnh (Lào Cai)');
    expect(note?.vi).toContain(
      'Quyết định 318/QĐ-TTg ngày 08/03/2022, Phụ lục I, sửa đổi theo 211/QĐ-TTg (01/03/2024)',
    );
    expect(note?.vi).toContain('tiêu chí 2 “Giao thông”, chỉ tiêu 2.1');
    expect(note?.en).toContain('See the decision of the People’s Committee of Lào Cai');
    const undetermined = laoCai.changes.find(({ indicator }) => indicator === '11')?.note;
    expect(undetermined?.vi).toMatch(/^Tra Quyết định 318\/QĐ-TTg/);
    expect(undetermined?.en).toMatch(/^See Decision 318\/QĐ-TTg/);
  });

  test('without a province asks for every region', () => {
    const change = scaffoldAmendment(ruleset).changes.find(({ indicator }) => indicator === '2.1');
    expect(change?.rows.map(({ where }) => where.region)).toEqual(ruleset.regions);
    expect(scaffoldAmendment(ruleset)).not.toHaveProperty('jurisdiction');
  });

  test('of a province with communes judged by another column asks for that column too', () => {
    const rows = scaffoldAmendment(ruleset, { province: 'nam dinh' }).changes[0]?.rows;
    expect(rows?.map(({ where }) => where.region)).toEqual([REGION, 'red-river-delta']);
  });

  test('of a province that spans regions after the merger asks for each', () => {
    const rows = scaffoldAmendment(ruleset, { province: 'Lâm Đồng' }).changes[0]?.rows;
    expect(rows?.map(({ where }) => where.region)).toEqual(
      expect.arrayContaining(['central-highlands', 'south-central-coast']),
    );
  });

  test('names other versions of the set where every entry fits them', () => {
    const first = getRuleset(NTM, { version: '2022-03-08' });
    const both = scaffoldAmendment(ruleset, { province: 'Lào Cai', alsoFor: [first, ruleset] });
    expect(both.amends).toEqual([`${NTM}@2022-03-08`, `${NTM}@2024-03-01`]);
  });

  test('has a row for each commune group, and says what figures cannot complete', () => {
    const next = scaffoldAmendment(getRuleset('vn/commune-ntm/2026-2030'), {
      province: 'Lào Cai',
      territory,
    });
    const size = next.changes.find(({ requirement }) => requirement === 'membership-size');
    expect(size?.rows.map(({ where }) => where)).toEqual([{ group: 'g1' }, { group: 'g2' }, { group: 'g3' }]);
    expect(next.note?.en).toContain('Figures cannot complete');
    expect(next.changes.map(({ indicator }) => indicator)).not.toContain('3.1');
  });

  test.each([
    [NTM, 'Lao Kai', 'Lào Cai'],
    ['vn/commune-ntm/2026-2030', 'Yên Bái', 'it is part of Lào Cai'],
  ])('of %s for “%s” is refused with the province that was meant', (id, province, meant) => {
    try {
      scaffoldAmendment(getRuleset(id), { province, territory });
      expect.fail('not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(NtmError);
      const [one] = (error as NtmError).errors;
      expect(one).toMatchObject({ code: 'unknown-province', path: '/province' });
      expect(one?.hint.en).toContain(meant);
    }
  });
});

describe('blanks', () => {
  test('are refused by amend and taken out before', () => {
    expect(parseAmendment(laoCai).ok).toBe(false);
    const { amendment, blanks, filled: count } = withoutBlanks(laoCai);
    expect({ blanks: blanks.length, count }).toEqual({ blanks: 23, count: 0 });
    expect(amendment).toMatchObject({ changes: [] });
    expect(blanks[0]).toEqual({
      path: '/changes/0/rows/0/value',
      indicator: '2.1',
      requirement: 'rate',
      where: { region: REGION },
    });
  });

  test('leave the places of what is filled in as they are in the file', () => {
    const some = structuredClone(filled(laoCai)) as { changes: { rows: { value: unknown }[] }[] };
    for (const change of some.changes.slice(0, 3)) for (const row of change.rows) row.value = null;
    const income = some.changes.findIndex(({ rows }) => rows.length === 5);
    (some.changes[income]?.rows[0] as { value: unknown }).value = ' ';
    const { amendment, placeOf, blanks } = withoutBlanks(some);
    expect(blanks).toHaveLength(4);
    expect(parseAmendment(amendment).ok).toBe(true);
    expect(placeOf('/changes/0/rows/0/value')).toBe('/changes/3/rows/0/value');
    expect(placeOf(`/changes/${income - 3}/rows/1/value`)).toBe(`/changes/${income}/rows/2/value`);
    expect(placeOf('/title')).toBe('/title');
  });

  test('in the common citation do not hide an entry’s own', () => {
    const own = {
      ...laoCai,
      changes: [
        {
          ...laoCai.changes[0],
          citation: { number: '1/QĐ-UBND', date: null },
          rows: [{ where: {}, value: 80, evidence: 'published' }],
        },
      ],
    };
    expect(withoutBlanks(own).amendment).toMatchObject({
      citation: { number: '1/QĐ-UBND' },
      changes: [{ citation: { number: '1/QĐ-UBND' } }],
    });
  });

  test.each([[null], [3], ['x'], [{ changes: 'x' }], [{ changes: [null, 1, { rows: [null] }] }]])(
    'in %j are no matter',
    (json) => {
      expect(withoutBlanks(json).blanks).toEqual([]);
    },
  );
});

describe('filled in', () => {
  const amended: Ruleset = amend(ruleset, withoutBlanks(filled(laoCai)).amendment);

  test('nothing is left open for the province, and other regions stay open', () => {
    expect(nothingLeft(openRequirements(amended, [REGION]), withoutContent(amended))).toBe(true);
    expect(openRequirements(amended).length).toBeGreaterThan(0);
    expect(amended.completeness).toBe('structure');
    expect(amended.totals).toMatchObject({ criteria: 19, indicators: 57 });
  });

  const snapshot = (province: string, facts: Record<string, unknown>) => ({
    unit: { level: 'commune', name: 'Xã Ví Dụ', province, traits: {} },
    assessedOn: '2024-12-20',
    year: 2024,
    facts,
  });
  const facts = factsThatMeet(amended, { region: REGION, year: 2024 });

  test('a commune of the province can come out met, and is not without the figures', () => {
    const options = { amendments: [withoutBlanks(filled(laoCai)).amendment] };
    const judged = evaluate(snapshot('Lào Cai', facts), NTM, options);
    const open = judged.criteria
      .flatMap(({ indicators }) => indicators)
      .filter(({ outcome }) => outcome !== 'met')
      .map(({ id, outcome, missing, parts }) => ({ id, outcome, missing, parts }));
    expect(open).toEqual([]);
    expect(judged.outcome).toBe('met');
    expect(judged.ruleset.amendedBy).toContain('00/QĐ-UBND (ví dụ) (2022-06-01)');
    expect(evaluate(snapshot('Lào Cai', facts), NTM).outcome).toBe('unknown');
    const short = { ...facts, 'income.perCapita': 59.9 };
    expect(evaluate(snapshot('Lào Cai', short), NTM, options).outcome).toBe('unmet');
  });

  test('a commune of another province is judged without them', () => {
    const options = { amendments: [withoutBlanks(filled(laoCai)).amendment] };
    const judged = evaluate(snapshot('Yên Bái', facts), NTM, options);
    expect(judged.outcome).toBe('unknown');
    expect(judged.ruleset.amendedBy).toEqual(['211/QĐ-TTg (2024-03-01)']);
  });
});
