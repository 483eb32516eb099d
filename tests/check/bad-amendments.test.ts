import { describe, expect, it } from 'vitest';
import { parseAmended } from '../../src/check/amend.js';
import {
  amend,
  type Condition,
  type NtmError,
  type Parsed,
  parseAmendment,
  type Ruleset,
} from '../../src/core.js';
import { amendmentText, indicator, REGIONS, row, rulesetOf, VOCABULARY } from '../sample.js';
import { didYouMean, flag, named } from './ruleset-text.js';
import { both, type Saying, saying, told, vien } from './told.js';

const criterion = (no: string, ...indicators: object[]) => ({
  no,
  title: both(`criterion ${no}`),
  indicators,
});
const rule = (id: string, condition: unknown, rest: object = {}) =>
  indicator({ id, condition: condition as Condition, ...rest });
const floor = (value: unknown) => [row(value, {}, { floor: true })];

/** 1.1 at least 80, 1.2 at most 7, 1.3 not under 80: three floors. 2.1 is open, 2.2 rests on it, 2.3 is left to the province. */
const BASE: Ruleset = rulesetOf([], {
  regions: REGIONS,
  totals: { criteria: 3, indicators: 7, evidence: 'published', sources: ['decision-1'] },
  completeness: 'structure',
  criteria: [
    criterion(
      '1',
      rule('1.1', named(), { requirements: { rate: floor(80) } }),
      rule(
        '1.2',
        { fact: 'poverty.rate', operator: 'lessThanInclusive', value: { fact: 'required.rate' } },
        { requirements: { rate: floor(7) } },
      ),
      rule('1.3', { not: named({ operator: 'lessThan' }) }, { requirements: { rate: floor(80) } }),
    ),
    criterion(
      '2',
      rule('2.1', named(), { requirements: { rate: [] } }),
      rule('2.2', { indicator: '2.1' }),
      rule('2.3', named(), { delegated: ['rate'] }),
    ),
    criterion('3', rule('3.1', flag('plan.approved'))),
  ],
});

const amended = (changes: readonly object[], rest: object = {}): Parsed<Ruleset> =>
  parseAmended(BASE, amendmentText(changes, rest), VOCABULARY);
const set = (id: string, ...rows: unknown[]) => ({
  change: 'set-requirement',
  indicator: id,
  requirement: 'rate',
  rows,
});
const figure = (value: unknown, where: object = {}, rest: object = {}) => ({
  where,
  value,
  evidence: 'published',
  ...rest,
});

const IDS = '1.1, 1.2, 1.3, 2.1, 2.2, 2.3, 3.1';
const CHANGES =
  'set-requirement, undetermine, replace-indicator, add-indicator, repeal-indicator, add-criterion, repeal-criterion, add-prerequisite';
const STRICTER = vien(
  'Mức của tỉnh chỉ được chặt hơn mức sàn.',
  'A province may only be stricter than the floor.',
);
const STAYS = vien('giữ nguyên điều kiện có mức sàn', 'a condition with a floor stays');
const ONLY_RAISE = vien(
  'Chỉ được nâng mức bằng “set-requirement”.',
  'Only raise its figure, with “set-requirement”.',
);
const NEW_ID = vien('ký hiệu chưa dùng', 'an id not used yet');

it('a sound amendment fills what is open', () => {
  const parsed = amended([set('2.1', figure(90)), set('2.3', figure(70))]);
  expect(parsed.ok && [parsed.value.completeness, parsed.value.amendedBy]).toEqual([
    'complete',
    ['2/QĐ (2024-03-01)'],
  ]);
});

describe('each of these is refused at its place in the amendment', () => {
  const cases: readonly (readonly [string, Parsed<unknown>, Saying])[] = [
    [
      'one for another base',
      amended([set('9', figure(90))], { amends: 'vn/commune-ntm/2021-2025@2024-03-01' }),
      {
        code: 'wrong-base',
        path: '/amends',
        found: '"vn/commune-ntm/2021-2025@2024-03-01"',
        expected: both('vn/commune-ntm/2021-2025@2022-03-08'),
        hint: vien(
          'Chọn đúng phiên bản, hoặc thêm phiên bản này vào “amends”.',
          'Choose the version it is written for, or add this one to “amends”.',
        ),
      },
    ],
    [
      'one whose base is not pinned',
      amended([], { amends: 'vn/commune-ntm/2021-2025' }),
      {
        code: 'bad-format',
        path: '/amends',
        found: '"vn/commune-ntm/2021-2025"',
        expected: vien(
          'viết như “vn/commune-ntm/2021-2025@2022-03-08”',
          'written like “vn/commune-ntm/2021-2025@2022-03-08”',
        ),
        hint: vien('Viết lại theo dạng yêu cầu.', 'Write it in the form expected.'),
      },
    ],
    [
      'a change of another kind',
      amended([{ ...set('2.1'), change: 'set-requirment' }]),
      {
        code: 'not-allowed',
        path: '/changes/0/change',
        found: '"set-requirment"',
        expected: vien(`một trong: ${CHANGES}`, `one of: ${CHANGES}`),
        hint: didYouMean('set-requirement'),
      },
    ],
    [
      'a change that does not say what it does',
      amended([{ indicator: '2.1' }]),
      {
        code: 'missing-key',
        path: '/changes/0/change',
        found: 'undefined',
        expected: vien(`một trong: ${CHANGES}`, `one of: ${CHANGES}`),
        hint: vien('Thêm trường “change”.', 'Add the key “change”.'),
      },
    ],
    [
      'a misspelt key of a change',
      amended([{ ...set('2.1', figure(90)), citations: {} }]),
      {
        code: 'unknown-key',
        path: '/changes/0/citations',
        found: '"citations"',
        expected: vien(
          'một trong: change, indicator, requirement, rows, citation, note',
          'one of: change, indicator, requirement, rows, citation, note',
        ),
        hint: didYouMean('citation'),
      },
    ],
    [
      'no rows',
      amended([set('2.1')]),
      {
        code: 'empty-group',
        path: '/changes/0/rows',
        found: '[array of 0]',
        expected: vien('ít nhất 1 phần tử', 'at least 1 entries'),
        hint: vien('Thêm điều kiện hoặc bỏ nhóm.', 'Add what belongs in it, or remove the group.'),
      },
    ],
    [
      'another format',
      amended([], { format: 3 }),
      {
        code: 'not-allowed',
        path: '/format',
        found: '3',
        expected: vien('một trong: 1', 'one of: 1'),
        hint: vien(
          'Tệp theo định dạng khác: dùng phiên bản thư viện đọc được định dạng ấy.',
          'The file is in another format: use a version of the library that reads it.',
        ),
      },
    ],
    [
      'a citation without number',
      amended([], { citation: { date: '2024-03-01' } }),
      {
        code: 'missing-key',
        path: '/citation/number',
        found: 'undefined',
        expected: vien('một chuỗi ký tự', 'a text'),
        hint: vien('Thêm trường “number”.', 'Add the key “number”.'),
      },
    ],
    [
      'an indicator there is not',
      amended([set('2.11', figure(90))]),
      {
        code: 'unknown-reference',
        path: '/changes/0/indicator',
        found: '"2.11"',
        expected: vien(`một trong: ${IDS}`, `one of: ${IDS}`),
        hint: didYouMean('2.1'),
      },
    ],
    [
      'a requirement there is not',
      amended([{ ...set('2.1', figure(90)), requirement: 'rte' }]),
      {
        code: 'unknown-requirement',
        path: '/changes/0/requirement',
        found: '"rte"',
        expected: vien('một trong: rate', 'one of: rate'),
        hint: didYouMean('rate'),
      },
    ],
    [
      'undetermining what there is not',
      amended([{ change: 'undetermine', indicator: '2.1', requirement: 'rates' }]),
      {
        code: 'unknown-requirement',
        path: '/changes/0/requirement',
        found: '"rates"',
        expected: vien('một trong: rate', 'one of: rate'),
        hint: didYouMean('rate'),
      },
    ],
    [
      'a criterion there is not',
      amended([{ change: 'repeal-criterion', criterion: '33' }]),
      {
        code: 'unknown-reference',
        path: '/changes/0/criterion',
        found: '"33"',
        expected: vien('một trong: 1, 2, 3', 'one of: 1, 2, 3'),
        hint: vien('Kiểm tra ký hiệu trong bộ tiêu chí gốc.', 'Check the id in the base.'),
      },
    ],
    [
      'adding an indicator there is',
      amended([{ change: 'add-indicator', criterion: '3', indicator: rule('2.1', flag('a.flag')) }]),
      {
        code: 'duplicate-id',
        path: '/changes/0/indicator/id',
        found: '"2.1"',
        expected: NEW_ID,
        hint: vien(
          'Dùng “replace-indicator” để thay nội dung đã có.',
          'Use “replace-indicator” to change what is there.',
        ),
      },
    ],
    [
      'adding a criterion there is',
      amended([{ change: 'add-criterion', criterion: criterion('3') }]),
      {
        code: 'duplicate-id',
        path: '/changes/0/criterion/no',
        found: '"3"',
        expected: NEW_ID,
        hint: vien('Chọn số tiêu chí khác.', 'Choose another number.'),
      },
    ],
    [
      'a figure above 100 %',
      amended([set('2.1', figure(120))]),
      {
        code: 'out-of-bounds',
        path: '/changes/0/rows/0/value',
        found: '120',
        expected: both('0 – 100 %'),
        hint: vien('Kiểm tra số và đơn vị tính.', 'Check the figure and its unit.'),
      },
    ],
    [
      'a figure above 100 % in an indicator it adds',
      amended([
        {
          change: 'add-indicator',
          criterion: '3',
          indicator: rule('3.2', named(), { requirements: { rate: [figure(900)] } }),
        },
      ]),
      {
        code: 'out-of-bounds',
        path: '/changes/0/indicator/requirements/rate/0/value',
        found: '900',
        expected: both('0 – 100 %'),
        hint: vien('Kiểm tra số và đơn vị tính.', 'Check the figure and its unit.'),
      },
    ],
    [
      'a misspelt fact in an indicator it adds',
      amended([
        {
          change: 'add-indicator',
          criterion: '3',
          indicator: rule('3.2', { any: [flag('a.flag'), flag('plan.aproved')] }),
        },
      ]),
      {
        code: 'unknown-fact',
        path: '/changes/0/indicator/condition/any/1/fact',
        found: '"plan.aproved"',
        expected: vien('một khóa của danh mục số liệu', 'a key of the fact catalogue'),
        hint: didYouMean('plan.approved'),
      },
    ],
    [
      'a misspelt fact in a criterion it adds',
      amended([{ change: 'add-criterion', criterion: criterion('4', rule('4.1', flag('plan.aproved'))) }]),
      {
        code: 'unknown-fact',
        path: '/changes/0/criterion/indicators/0/condition/fact',
        found: '"plan.aproved"',
        expected: vien('một khóa của danh mục số liệu', 'a key of the fact catalogue'),
        hint: didYouMean('plan.approved'),
      },
    ],
    [
      'a figure without evidence',
      amended([set('2.1', { where: {}, value: 90 })]),
      {
        code: 'evidence-missing',
        path: '/changes/0/rows/0/evidence',
        found: 'undefined',
        expected: vien(
          'một trong: published, unconfirmed, proposed',
          'one of: published, unconfirmed, proposed',
        ),
        hint: vien('Thêm trường “evidence”.', 'Add the key “evidence”.'),
      },
    ],
    [
      'a source there is not',
      amended([set('2.1', figure(90, {}, { sources: ['decison-1'] }))]),
      {
        code: 'unknown-source',
        path: '/changes/0/rows/0/sources/0',
        found: '"decison-1"',
        expected: vien('một mục của thư mục nguồn', 'an entry of the bibliography'),
        hint: didYouMean('decision-1'),
      },
    ],
    [
      'a misspelt region',
      amended([set('2.1', figure(90, { region: ['mountains', 'deltaa'] }))]),
      {
        code: 'unknown-region',
        path: '/changes/0/rows/0/where/region/1',
        found: '"deltaa"',
        expected: vien('một trong: delta, mountains, general', 'one of: delta, mountains, general'),
        hint: didYouMean('delta'),
      },
    ],
    [
      'a year outside the period',
      amended([set('2.1', figure(90, { year: 2030 }))]),
      {
        code: 'out-of-range',
        path: '/changes/0/rows/0/where/year',
        found: '2030',
        expected: both('2021 – 2025'),
        hint: vien(
          'Năm phải thuộc giai đoạn của bộ tiêu chí.',
          'The year has to lie in the period of the set.',
        ),
      },
    ],
    [
      'two figures for one case, the other one named in the amendment too',
      amended([set('2.1', figure(90, { region: 'delta' }), figure(91, { region: REGIONS }))]),
      {
        code: 'ambiguous-rows',
        path: '/changes/0/rows/1/where',
        found: '{"region":["delta","mountains"]}',
        expected: vien('mỗi trường hợp một mức', 'one figure for each case'),
        hint: vien(
          'Cùng áp dụng với dòng /changes/0/rows/0; ghi rõ hơn hoặc bỏ một dòng.',
          'It holds together with /changes/0/rows/0; make one more specific or remove it.',
        ),
      },
    ],
    [
      'two figures for one case in two changes',
      amended([set('2.1', figure(90)), set('2.1', figure(91))]),
      {
        code: 'ambiguous-rows',
        path: '/changes/1/rows/0/where',
        found: '{}',
        expected: vien('mỗi trường hợp một mức', 'one figure for each case'),
        hint: vien(
          'Cùng áp dụng với dòng /changes/0/rows/0; ghi rõ hơn hoặc bỏ một dòng.',
          'It holds together with /changes/0/rows/0; make one more specific or remove it.',
        ),
      },
    ],
    [
      'totals that do not fit',
      amended([], { totals: { criteria: 2, indicators: 7, evidence: 'unconfirmed' } }),
      {
        code: 'totals-mismatch',
        path: '/totals/criteria',
        found: '2',
        expected: both('3'),
        hint: vien(
          'Danh mục có 3; sửa tổng số hoặc danh mục.',
          '3 are listed; correct the total or the list.',
        ),
      },
    ],
    [
      'a version of after the period',
      amended([], { version: '2026-01-01' }),
      {
        code: 'bad-period',
        path: '/version',
        found: '"2026-01-01"',
        expected: both('≤ 2025-12-31'),
        hint: vien('Kiểm tra ngày bắt đầu và kết thúc.', 'Check the first and the last day.'),
      },
    ],
    [
      'a first day of after the last',
      amended([], { effectiveFrom: '2024-05-01', effectiveTo: '2024-04-30' }),
      {
        code: 'bad-period',
        path: '/effectiveTo',
        found: '"2024-04-30"',
        expected: both('≥ 2024-05-01'),
        hint: vien('Kiểm tra ngày bắt đầu và kết thúc.', 'Check the first and the last day.'),
      },
    ],
    [
      'a fact without prefix',
      amended([], { facts: { 'forest.cover': { type: 'percent', title: both('x') } } }),
      {
        code: 'bad-prefix',
        path: '/facts/forest.cover',
        found: '"forest.cover"',
        expected: both('vn:forest.cover'),
        hint: vien(
          'Thêm mã địa phương và dấu hai chấm trước khóa.',
          'Put the jurisdiction and a colon before the key.',
        ),
      },
    ],
    [
      'a shared fact under another meaning',
      amended([], { facts: { 'water.cleanRate': { type: 'count', title: both('x') } } }),
      {
        code: 'fact-redefined',
        path: '/facts/water.cleanRate',
        found: '"water.cleanRate"',
        expected: vien('một tên mới', 'a new name'),
        hint: vien(
          'Tên này đã có với nội dung khác: đặt tên khác, hoặc bỏ mục này.',
          'The name is taken, with other content: choose another, or leave this entry out.',
        ),
      },
    ],
    [
      'a source under another title',
      amended([], { sources: { 'decision-1': { title: both('another'), kind: 'page' } } }),
      {
        code: 'duplicate-id',
        path: '/sources/decision-1',
        found: '"decision-1"',
        expected: vien('một tên mới', 'a new name'),
        hint: vien(
          'Tên này đã có với nội dung khác: đặt tên khác, hoặc bỏ mục này.',
          'The name is taken, with other content: choose another, or leave this entry out.',
        ),
      },
    ],
    [
      'an indicator repealed that another rests on, told at the repeal',
      amended([set('2.3', figure(70)), { change: 'repeal-indicator', indicator: '2.1' }]),
      {
        code: 'unknown-reference',
        path: '/changes/1',
        found: '"2.1"',
        expected: vien('một trong: 1.1, 1.2, 1.3, 2.2, 2.3, 3.1', 'one of: 1.1, 1.2, 1.3, 2.2, 2.3, 3.1'),
        hint: didYouMean('1.1'),
      },
    ],
    [
      'a circle it closes',
      amended([{ change: 'replace-indicator', indicator: '2.1', with: rule('2.1', { indicator: '2.2' }) }]),
      {
        code: 'cycle',
        path: '/changes/0/with/condition',
        found: 'indicator 2.1 → indicator 2.2 → indicator 2.1',
        expected: vien('không dẫn chiếu vòng', 'no circle'),
        hint: vien('Bỏ một trong các dẫn chiếu.', 'Remove one of the references.'),
      },
    ],
  ];
  it.each(cases)('%s', (_, parsed, expected) => {
    expect(saying(parsed)).toEqual([expected]);
  });
});

describe('a floor may be made stricter, not looser', () => {
  const loosened = (path: string, found: string, expected: string): Saying => ({
    code: 'floor-loosened',
    path,
    found,
    expected: both(expected),
    hint: STRICTER,
  });
  it.each([
    ['at least 80: 79.9', set('1.1', figure(79.9)), loosened('/changes/0/rows/0/value', '79.9', '≥ 80')],
    [
      'at least 80: 79.9 in one region',
      set('1.1', figure('79.9', { region: 'delta' })),
      loosened('/changes/0/rows/0/value', '"79.9"', '≥ 80'),
    ],
    ['at most 7: 7.1', set('1.2', figure(7.1)), loosened('/changes/0/rows/0/value', '7.1', '≤ 7')],
    ['not under 80: 79', set('1.3', figure(79)), loosened('/changes/0/rows/0/value', '79', '≥ 80')],
    [
      'that it does not hold in one region',
      set('1.1', { where: { region: 'delta' }, applies: false, evidence: 'published' }),
      loosened('/changes/0/rows/0', 'applies: false', '≥ 80'),
    ],
    [
      'a figure that depends on another set',
      set('1.1', figure({ percentOf: { ruleset: 'vn/commune-ntm/2016-2020', indicator: '1' }, percent: 1 })),
      loosened(
        '/changes/0/rows/0/value',
        '{"percentOf":{"ruleset":"vn/commune-ntm/2016-2020","indicator":"1"},"percent":1}',
        '≥ 80',
      ),
    ],
  ])('%s is looser', (_, change, expected) => {
    expect(saying(amended([change]))).toEqual([expected]);
  });
  it.each([
    ['at least 80: 80', set('1.1', figure(80))],
    ['at least 80: 80.01', set('1.1', figure('80.01'))],
    ['at most 7: 6.9', set('1.2', figure(6.9))],
    ['not under 80: 81', set('1.3', figure(81))],
    ['not known any more', { change: 'undetermine', indicator: '1.1', requirement: 'rate' }],
  ])('%s is not looser', (_, change) => {
    expect(amended([change])).toMatchObject({ ok: true });
  });
  it.each([
    [
      'replaced',
      { change: 'replace-indicator', indicator: '1.1', with: rule('1.1', flag('a.flag')) },
      '/changes/0/with',
    ],
    ['repealed', { change: 'repeal-indicator', indicator: '1.1' }, '/changes/0/indicator'],
    ['repealed with its criterion', { change: 'repeal-criterion', criterion: '1' }, '/changes/0/criterion'],
  ])('an indicator with a floor is not %s', (_, change, path) => {
    expect(saying(amended([change]))).toEqual([
      { code: 'floor-loosened', path, found: '"1.1"', expected: STAYS, hint: ONLY_RAISE },
    ]);
  });
  it('nor by a second amendment, after a first has made it stricter', () => {
    const first = amend(BASE, amendmentText([set('1.1', figure(85))]), VOCABULARY);
    expect(parseAmended(first, amendmentText([set('1.1', figure(82))]), VOCABULARY).ok).toBe(true);
    expect(told(parseAmended(first, amendmentText([set('1.1', figure(79))]), VOCABULARY))).toEqual([
      'floor-loosened /changes/0/rows/0/value',
    ]);
  });
});

describe('a base that is none', () => {
  it.each([
    ['nothing', undefined, 'undefined'],
    ['an id', 'vn/commune-ntm/2021-2025', '"vn/commune-ntm/2021-2025"'],
    ['a file that has not been checked', { id: 'vn/commune-ntm/2021-2025', criteria: [] }, '[object]'],
  ])('%s', (_, base, found) => {
    expect(saying(parseAmended(base as unknown as Ruleset, amendmentText([])))).toEqual([
      {
        code: 'wrong-type',
        path: '/amends',
        found,
        expected: vien('bộ tiêu chí gốc đã kiểm tra', 'a base that has been checked'),
        hint: vien(
          'Lấy bộ gốc bằng getRuleset hoặc parseRuleset.',
          'Take the base from getRuleset or parseRuleset.',
        ),
      },
    ]);
  });
});

describe('several problems of one amendment', () => {
  const text = amendmentText([set('2.1', figure(120)), set('9', figure(3)), set('1.1', figure(10))], {
    facts: { 'forest.cover': { type: 'percent', title: both('x') } },
  });
  const all = [
    'bad-prefix /facts/forest.cover',
    'unknown-reference /changes/1/indicator',
    'floor-loosened /changes/2/rows/0/value',
    'out-of-bounds /changes/0/rows/0/value',
  ];
  it('come all at once, each with the file', () => {
    const parsed = parseAmended(BASE, text, { ...VOCABULARY, file: 'lao-cai.json' });
    expect(told(parsed)).toEqual(all);
    expect(!parsed.ok && parsed.errors.every(({ file }) => file === 'lao-cai.json')).toBe(true);
  });
  it('and as one error from amend', () => {
    try {
      amend(BASE, text, VOCABULARY);
      expect.unreachable();
    } catch (error) {
      expect((error as NtmError).errors.map(({ code, path }) => `${code} ${path}`)).toEqual(all);
    }
  });
  it('of its form alone from parseAmendment', () => {
    const misshapen = {
      ...text,
      format: 2,
      titel: 'x',
      changes: [{ ...set('2.1', { where: {}, evidence: 'x' }) }],
    };
    expect(told(parseAmendment(misshapen, { file: 'lao-cai.json' }))).toEqual([
      'not-allowed /format',
      'missing-key /changes/0/rows/0/value',
      'not-allowed /changes/0/rows/0/evidence',
      'unknown-key /titel',
    ]);
  });
  it('beyond two hundred are counted', () => {
    const parsed = amended([
      set(
        '2.1',
        ...Array.from({ length: 300 }, (_, year) =>
          figure(120, { year: 2021 + (year % 5), region: year % 2 ? 'delta' : 'mountains' }),
        ),
      ),
    ]);
    expect(!parsed.ok && [parsed.errors.length, parsed.errors.at(-1)?.code]).toEqual([201, 'too-many']);
  });
});
