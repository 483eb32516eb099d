import { describe, expect, it } from 'vitest';
import { type NotedStep, tierNotes } from '../../src/programme/tier-notes.js';
import type { RecognisedTier } from '../../src/schema/programme.js';
import type { Recognition } from '../../src/schema/snapshot.js';

const SET = 'vn/commune-ntm/2021-2025';

interface Given {
  readonly steps?: readonly Partial<NotedStep>[];
  readonly recognitions?: readonly Recognition[] | undefined;
  readonly level?: string;
  readonly assessedOn?: string;
  /** Sets of the unit's own province, by tier. */
  readonly ownSets?: Readonly<Record<string, readonly string[]>>;
  readonly ladders?: readonly object[];
  readonly provinces?: readonly string[];
}

/** Code, what it is about, and the words in both languages. */
function told({
  steps = [],
  recognitions = [],
  level = 'commune',
  assessedOn = '2024-06-30',
  ownSets = {},
  ladders = [],
  provinces = ['lao-cai'],
}: Given) {
  const full = steps.map(
    (one): NotedStep => ({
      step: { tier: 'ntm' } as never,
      named: SET,
      problem: undefined,
      recognition: { tier: 'ntm', state: 'none', outcome: 'unmet' },
      decisive: false,
      ...one,
    }),
  );
  const ladder = { id: 'vn/commune/2021-2025', level, steps: full.map(({ step }) => step) };
  const law = {
    ladders: ladders.map((one) => ({
      level,
      period: { from: '2021-01-01', to: '2025-12-31' },
      steps: [{ tier: 'ntm', ruleset: SET }],
      ...one,
    })),
    provinces: () => provinces,
    ownSets: (_snapshot: unknown, tier: string) => ownSets[tier] ?? [],
    choose: () => ({}),
  };
  const snapshot = { unit: { level, name: 'A' }, assessedOn, year: 2023, facts: {}, recognitions };
  return tierNotes(law as never, snapshot as never, ladder as never, full).map(({ code, about, text }) => [
    code,
    about,
    text.vi,
    text.en,
  ]);
}

const record = (rest: object = {}): Recognition => ({ tier: 'ntm', ...rest }) as Recognition;
/** A step of which the decisions at hand say this. */
const stands = (state: string, rest: object = {}, step: Partial<NotedStep> = {}) => ({
  steps: [
    {
      ...step,
      recognition: { tier: 'ntm', state, outcome: 'unknown', ...rest } as RecognisedTier,
    },
  ],
});

describe('a recognition under another set', () => {
  it('does not stand for meeting the present one; it is named by number and day, or by year', () => {
    const under = (rest: object) =>
      told(stands('in-force', { recognition: record({ ruleset: 'vn/commune-ntm/2009-2015', ...rest }) }));
    expect(under({ decision: { number: '12/QĐ', date: '2015-03-20' } })).toEqual([
      [
        'recognised-under-other-set',
        'ntm',
        `Công nhận NTM (12/QĐ ngày 20/03/2015) theo vn/commune-ntm/2009-2015: không thay cho việc đạt ${SET}.`,
        `The recognition as NTM (12/QĐ of 2015-03-20) is under vn/commune-ntm/2009-2015: it does not stand for meeting ${SET}.`,
      ],
    ]);
    const named = (rest: object) =>
      under(rest).map(([, , vi, en]) => [vi, en].map((text) => /\((.*)\)/.exec(String(text))?.[1]))[0];
    expect(named({ decision: { number: '12/QĐ' } })).toEqual(['12/QĐ', '12/QĐ']);
    expect(named({ decision: { date: '2015-03-20' } })).toEqual(['ngày 20/03/2015', 'of 2015-03-20']);
    expect(named({ resultYear: 2014 })).toEqual(['kết quả năm 2014', 'results of 2014']);
    expect(named({ decision: { number: '12/QĐ' }, resultYear: 2014 })).toEqual(['12/QĐ', '12/QĐ']);
    expect(named({})).toEqual(['không ghi số, ngày', 'without number or date']);
    expect(named({ decision: {} })).toEqual(['không ghi số, ngày', 'without number or date']);
  });
  it('is no matter where it is the same set, or not in force, or no set judges', () => {
    const under = (ruleset: string, state = 'in-force', step = {}) =>
      told(stands(state, { recognition: record({ ruleset }) }, step));
    expect(under(SET)).toEqual([]);
    expect(under(SET, 'in-force', { named: `${SET}@2022-03-08` })).toEqual([]);
    expect(under('vn/x', 'expired')).toEqual([]);
    expect(under('vn/x', 'none')).toEqual([]);
    expect(under('vn/x', 'in-force', { named: undefined }).map(([code]) => code)).toEqual(['no-ruleset']);
  });
  it('that names no set is told where the tier above asks for one', () => {
    const nameless = (decisive: boolean, state = 'in-force') =>
      told(stands(state, { recognition: record({ resultYear: 2014 }) }, { decisive }));
    expect(nameless(true)).toEqual([
      [
        'recognition-names-no-set',
        'ntm',
        'Công nhận NTM (kết quả năm 2014) không ghi theo bộ tiêu chí nào, nên không thay cho việc đạt bộ hiện hành khi xét mức trên.',
        'The recognition as NTM (results of 2014) names no set, so for the tier above it does not stand for meeting the present one.',
      ],
    ]);
    expect(nameless(false)).toEqual([]);
    expect(nameless(true, 'expired')).toEqual([]);
    expect(told(stands('in-force', { recognition: record({ ruleset: SET }) }, { decisive: true }))).toEqual(
      [],
    );
  });
});

describe('a recognition that is open', () => {
  it('by a status nobody knows says which', () => {
    expect(told(stands('unknown', { recognition: record({ status: 'cơ bản' }) }))).toEqual([
      [
        'recognition-status-unknown',
        'ntm',
        'Không rõ “cơ bản” có nghĩa gì đối với công nhận NTM; coi như chưa biết.',
        'What “cơ bản” means for the recognition as NTM is not known; it is left open.',
      ],
    ]);
  });
  it.each([['recognised'], ['announced'], ['completed'], ['revoked'], [undefined]])(
    'by decisions that do not settle it (%s) says so',
    (status) => {
      expect(told(stands('unknown', { recognition: record({ ...(status && { status }) }) }))).toEqual([
        [
          'recognitions-conflict',
          'ntm',
          'Các quyết định ghi trong hiện trạng không cho biết công nhận NTM còn hiệu lực hay không.',
          'The decisions listed do not settle whether the recognition as NTM is in force.',
        ],
      ]);
    },
  );
  it('without any record needs no note of its own', () => {
    expect(told(stands('unknown'))).toEqual([]);
  });
  it('that has only been asked for is no decision yet', () => {
    const pending = [
      record({ status: 'submitted', decision: { date: '2024-01-15' } }),
      record({ status: 'registered' }),
      record({ status: 'requested', decision: { number: '7' } }),
    ];
    expect(told(stands('none', { pending }))).toEqual([
      [
        'recognition-pending',
        'ntm',
        'NTM: “submitted” (15/01/2024) chưa phải là quyết định công nhận.',
        'NTM: “submitted” (2024-01-15) is no decision of recognition yet.',
      ],
      [
        'recognition-pending',
        'ntm',
        'NTM: “registered” chưa phải là quyết định công nhận.',
        'NTM: “registered” is no decision of recognition yet.',
      ],
      [
        'recognition-pending',
        'ntm',
        'NTM: “requested” chưa phải là quyết định công nhận.',
        'NTM: “requested” is no decision of recognition yet.',
      ],
    ]);
  });
});

describe('the list of recognitions', () => {
  it('where it is absent says nothing, where it is empty says that there are none', () => {
    const { recognitions: _, ...rest } = { recognitions: [], steps: [{}] };
    expect(told(rest)).toEqual([]);
    const snapshot = {
      unit: { level: 'commune', name: 'A' },
      assessedOn: '2024-06-30',
      year: 2023,
      facts: {},
    };
    const law = { ladders: [], provinces: () => [], ownSets: () => [] };
    expect(
      tierNotes(law as never, snapshot as never, { id: 'x', steps: [] } as never, []).map(
        ({ code, about, text }) => [code, about, text.vi, text.en],
      ),
    ).toEqual([
      [
        'recognitions-not-given',
        'recognitions',
        'Hiện trạng không ghi các quyết định công nhận (recognitions), nên chưa biết đơn vị đã được công nhận hay chưa; ghi [] nếu chưa có.',
        'The snapshot does not list decisions of recognition (recognitions), so nothing is known of them; an empty list says that there are none.',
      ],
    ]);
  });
  it('of tiers the ladder does not have names each once', () => {
    const recognitions = ['civilised', 'ntm', 'civilised', 'smart'].map((tier) => ({ tier }));
    expect(told({ steps: [{}], recognitions })).toEqual([
      [
        'recognition-off-ladder',
        'civilised',
        'Hiện trạng ghi công nhận “civilised”; thang mức độ này không có mức đó.',
        'The snapshot lists a recognition as “civilised”, a tier this ladder does not have.',
      ],
      [
        'recognition-off-ladder',
        'smart',
        'Hiện trạng ghi công nhận “smart”; thang mức độ này không có mức đó.',
        'The snapshot lists a recognition as “smart”, a tier this ladder does not have.',
      ],
    ]);
  });
});

describe('a step', () => {
  it('left to the provinces says that the set of this one is not at hand', () => {
    expect(told({ steps: [{ named: undefined, step: { tier: 'advanced' } as never }] })).toEqual([
      [
        'no-ruleset',
        'advanced',
        'NTM nâng cao: giao cấp tỉnh quy định; bộ tiêu chí của tỉnh này chưa có ở đây.',
        'advanced NTM: left to the provinces; the set of this one is not at hand.',
      ],
    ]);
  });
  it('whose set does not judge that day names the nearest texts', () => {
    const problem = { expected: { vi: 'bản 2022', en: 'version 2022' } } as never;
    expect(told({ steps: [{ problem }] })).toEqual([
      [
        'not-in-force',
        SET,
        `NTM: ngày này ${SET} không áp dụng; gần nhất: bản 2022.`,
        `NTM: ${SET} does not judge that day; nearest: version 2022.`,
      ],
    ]);
  });
  it('whose place in the order is not published says what it rests on', () => {
    const note = { vi: 'thứ tự theo thông lệ', en: 'by custom' };
    const step = (evidence: string, rest: object = { note }) => ({
      steps: [{ step: { tier: 'ntm', evidence, ...rest } as never }],
    });
    expect(told(step('unconfirmed'))).toEqual([
      ['order-of-tiers', 'ntm', 'thứ tự theo thông lệ', 'by custom'],
    ]);
    expect(told(step('published'))).toEqual([]);
    expect(told(step('unconfirmed', {}))).toEqual([]);
  });
});

describe('a unit’s own province', () => {
  const own = { id: 'lao-cai/commune/2021-2025', jurisdiction: 'lao-cai' };
  const national = { id: 'vn/commune/2021-2025', jurisdiction: 'vn' };
  it('is told of with its ladder, its sets, or both', () => {
    const ownSets = { ntm: [SET, 'lao-cai/commune-ntm/2021-2025'] };
    expect(told({ steps: [{}], ownSets })).toEqual([
      [
        'provincial-sets',
        'lao-cai/commune-ntm/2021-2025',
        'Địa phương có bộ tiêu chí riêng (lao-cai/commune-ntm/2021-2025); báo cáo này không xét theo đó.',
        'The province has sets of its own (lao-cai/commune-ntm/2021-2025); this report does not judge by them.',
      ],
    ]);
    expect(told({ steps: [{}], ladders: [own] })).toEqual([
      [
        'provincial-sets',
        'lao-cai/commune/2021-2025',
        'Địa phương có thang mức độ riêng (lao-cai/commune/2021-2025); báo cáo này không xét theo đó.',
        'The province has a ladder of its own (lao-cai/commune/2021-2025); this report does not judge by them.',
      ],
    ]);
    expect(told({ steps: [{}], ownSets: { ntm: ['lao-cai/a', 'lao-cai/b'] }, ladders: [own] })).toEqual([
      [
        'provincial-sets',
        'lao-cai/commune/2021-2025, lao-cai/a, lao-cai/b',
        'Địa phương có thang mức độ riêng (lao-cai/commune/2021-2025) và bộ tiêu chí riêng (lao-cai/a, lao-cai/b); báo cáo này không xét theo đó.',
        'The province has a ladder of its own (lao-cai/commune/2021-2025) and sets of its own (lao-cai/a, lao-cai/b); this report does not judge by them.',
      ],
    ]);
  });
  it('is not where its sets decide, or the ladders are the nation’s, the one at hand or another place’s', () => {
    expect(told({ steps: [{ named: `${SET}@2022-03-08` }], ownSets: { ntm: [SET] } })).toEqual([]);
    expect(told({ steps: [{}], ladders: [national] })).toEqual([]);
    expect(told({ steps: [{}], ladders: [{ ...national, id: 'vn/commune/2020-2025' }] })).toEqual([]);
    expect(told({ steps: [{}], ladders: [own], provinces: ['ha-tinh'] })).toEqual([]);
    expect(told({ steps: [{}], ladders: [{ ...own, id: 'vn/commune/2021-2025' }] })).toEqual([]);
    expect(told({ steps: [{}], ownSets: { advanced: ['lao-cai/a'] } })).toEqual([]);
  });
});

describe('levels that are no more', () => {
  it('are said to be kept for history, from 1 July 2025', () => {
    const district = (assessedOn: string) => told({ level: 'district', assessedOn });
    expect(district('2025-06-30')).toEqual([]);
    expect(district('2025-07-01')).toEqual([
      [
        'level-abolished',
        'district',
        'Từ ngày 01/07/2025 không còn cấp huyện, thị xã, thành phố thuộc tỉnh; các bộ tiêu chí cấp này chỉ để tra cứu.',
        'Since 1 July 2025 there are no districts, towns or provincial cities; their sets are kept for history.',
      ],
    ]);
  });
});

describe('the notes of a report', () => {
  it('come in order: the level, recognitions by step, tiers off the ladder, steps, the province', () => {
    expect(
      told({
        level: 'district',
        assessedOn: '2025-07-01',
        recognitions: [{ tier: 'civilised' }],
        ownSets: { ntm: ['lao-cai/a'] },
        steps: [
          {
            recognition: {
              tier: 'ntm',
              state: 'in-force',
              outcome: 'met',
              recognition: record({ ruleset: 'vn/x' }),
            },
          },
          { named: undefined, step: { tier: 'advanced' } as never },
        ],
      }).map(([code]) => code),
    ).toEqual([
      'level-abolished',
      'recognised-under-other-set',
      'recognition-off-ladder',
      'no-ruleset',
      'provincial-sets',
    ]);
  });
});
