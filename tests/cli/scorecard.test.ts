import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { amend, type Evaluation, evaluate, getRuleset, shippedVocabulary } from '../../src/index.js';
import { scorecard } from '../../src/words/scorecard.js';
import { widthOf } from '../../src/words/scorecard-layout.js';
import { ranges } from '../../src/words/scorecard-ranges.js';
import { ADVANCED, example, flat, NTM } from './ntm.js';

const read = (name: string): unknown => JSON.parse(readFileSync(example(name), 'utf8'));
const names = shippedVocabulary();

const EVALUATIONS: readonly (readonly [string, Evaluation])[] = [
  ['Quang Kim', evaluate(read('quang-kim.snapshot.json'), `${NTM}@2022-03-08`)],
  ['Quảng An', evaluate(read('quang-an.snapshot.json'), ADVANCED)],
  ['the constructed commune', evaluate(read('constructed-commune.snapshot.json'), ADVANCED)],
  [
    'the constructed commune, amended',
    evaluate(read('constructed-commune.snapshot.json'), NTM, {
      amendments: [read('constructed-province.amendment.json')],
    }),
  ],
  ['a model commune', evaluate(read('constructed-commune.snapshot.json'), 'vn/commune-model/2021-2025')],
];

describe.each(EVALUATIONS)('the scorecard of %s', (_, evaluation) => {
  test.each([60, 80, 100, 120])(
    'keeps within %i columns, in both languages and however much it says',
    (width) => {
      for (const locale of ['vi', 'en'] as const) {
        for (const detail of [{ brief: true }, {}]) {
          const lines = scorecard(evaluation, { locale, width, names, ...detail }).split('\n');
          expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
        }
        // Only addresses, which cannot be broken, may be wider.
        const all = scorecard(evaluation, { locale, width, names, all: true }).split('\n');
        expect(all.filter((line) => widthOf(line) > width && !line.includes('<http'))).toEqual([]);
      }
    },
  );

  test('has no blank at the end of a line, and is composed text', () => {
    const card = scorecard(evaluation, { names });
    expect(card).not.toMatch(/ $/m);
    expect(card).toBe(card.normalize('NFC'));
  });

  test('names every criterion with its outcome, told apart without colour', () => {
    const card = scorecard(evaluation, { names, width: 120 });
    for (const { no, outcome, provisional } of evaluation.criteria) {
      const mark = `${{ met: '✓', unmet: '✗', unknown: '\\?' }[outcome]}${provisional ? '~' : ' '}`;
      expect(card).toMatch(new RegExp(`^${mark} +${no} {2}`, 'm'));
    }
  });
});

describe('the scorecard', () => {
  const unit = { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' };
  const on = (facts: object, ruleset = `${NTM}@2022-03-08`): Evaluation =>
    evaluate({ unit, assessedOn: '2023-06-01', year: 2023, facts }, ruleset);

  test('names regions, facts and grades where their names are given, and shows ids where not', () => {
    const evaluation = on({ 'politics.partyCommitteeRating': 'khong-hoan-thanh' });
    expect(scorecard(evaluation)).toContain('red-river-delta');
    expect(scorecard(evaluation, { names })).toContain('Đồng bằng sông Hồng');
  });

  test('puts the nearest gap first, by points of a percentage and by part of other figures', () => {
    const card = scorecard(
      on({
        'health.insuredRate': 60,
        'irrigation.activelyServedRate': 79,
        'environment.publicGreenLandPerPerson': 1.9,
      }),
      { names, locale: 'en' },
    );
    const order = [...card.slice(card.indexOf('Not met')).matchAll(/^ {2}(\d+\.\d+) /gm)].map(([, id]) => id);
    expect(order.slice(0, 3)).toEqual(['3.1', '17.4', '15.1']);
  });

  test('speaks of thin margins only: 0.4 points over 90, not 8; 100 of 100 is no margin at all', () => {
    const thin = (rate: number): boolean =>
      scorecard(on({ 'health.insuredRate': rate })).includes('Đạt sát mức');
    expect(thin(90.4)).toBe(true);
    expect(thin(98)).toBe(false);
    expect(scorecard(on({ 'culture.villageCultureHouseRate': 100 }))).not.toContain('Đạt sát mức');
  });

  test('warns under the title when figures were refused', () => {
    const evaluation = evaluate(
      { unit, assessedOn: '2023-06-01', facts: { 'health.insuredRate': 120 } },
      NTM,
      { onInvalid: 'unknown' },
    );
    const card = scorecard(evaluation, { names, locale: 'en' });
    expect(flat(card.slice(0, card.indexOf('NOT ENOUGH')))).toContain(
      '! The figure of “Share of people with health insurance” was refused',
    );
  });

  test('says what a declaration rests on, and counts “cơ bản đạt” apart', () => {
    const declared = {
      [NTM]: { '17.1': { outcome: 'unmet', by: 'appraisal', on: '2023-05-20', label: 'Cơ bản đạt' } },
    };
    const card = scorecard(evaluate({ unit, assessedOn: '2023-06-01', facts: {}, declared }, NTM), { names });
    expect(card).toContain('“cơ bản đạt”: 0 tiêu chí, 1 chỉ tiêu (tính là chưa đạt)');
  });

  test('merges notes that say the same of several things', () => {
    const card = scorecard(on({}), { names });
    expect(card.match(/coi như không có/g)).toHaveLength(1);
  });

  test('tells draft figures from law', () => {
    const base = getRuleset(`${NTM}@2022-03-08`);
    const draft = amend(base, {
      format: 1,
      amends: `${NTM}@2022-03-08`,
      status: 'draft',
      title: { vi: 'Dự thảo của tỉnh', en: 'A province’s draft' },
      citation: { number: '1/DT' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '10',
          requirement: 'income',
          rows: [{ where: {}, value: 50, evidence: 'proposed' }],
        },
      ],
    });
    const card = scorecard(
      evaluate({ unit, assessedOn: '2023-06-01', year: 2023, facts: { 'income.perCapita': 60 } }, draft),
      { names },
    );
    expect(card).toContain('[dự thảo]');
    expect(card).toMatch(/^✓~ +10 {2}Thu nhập +1\/1 {2}tạm tính 10$/m);
  });
});

describe('ranges', () => {
  const order = ['2.1', '2.2', '2.3', '2.4', '4.1', '4.2'];
  test.each([
    [['2.1', '2.2', '2.3'], ['2.1–2.3']],
    [
      ['2.1', '2.2'],
      ['2.1', '2.2'],
    ],
    [
      ['2.1', '2.3', '2.4', '4.1'],
      ['2.1', '2.3–4.1'],
    ],
    [
      ['2.1', '9'],
      ['2.1', '9'],
    ],
    [[], []],
  ])('%j is written %j', (chosen, written) => {
    expect(ranges(chosen, order)).toEqual(written);
  });
});
