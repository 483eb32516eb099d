import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, getRuleset, parseSnapshot, type Snapshot, shippedVocabulary } from '../../src/index.js';
import { amountOf, exactDecimal } from '../../src/rule/amount.js';
import type { Declaration, Recognition } from '../../src/schema/snapshot.js';
import { filledForm, readTable } from '../../src/table/index.js';
import { snapshotsFor } from '../../src/testing/index.js';
import { formSheets, saved } from './form-cells.js';

const NTM = 'vn/commune-ntm/2021-2025';
const ADVANCED = 'vn/commune-advanced/2021-2025';
const names = shippedVocabulary();

const TEXTS = [
  'BC 12/BC-UBND',
  'Biểu 03; bản sao',
  '=1+1',
  "họ tên O'Neil & Sơn",
  '100% hộ dân?',
  'a=b&c#d@council',
  'Đạt',
  '“Có”, \\ "không"',
];
const text = fc.constantFrom(...TEXTS);
const day = fc.constantFrom('2023-12-20', '2024-01-24', '2022-02-28');

/** Optional members are there or not there, never undefined. */
const some = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, needed: (keyof T)[]) =>
  fc.record(model, { requiredKeys: needed }) as unknown as fc.Arbitrary<T>;

const declaration = some<Declaration>(
  {
    outcome: fc.constantFrom('met', 'unmet'),
    by: fc.constantFrom('self', 'department', 'appraisal', 'council'),
    on: day,
    label: fc.constantFrom('Cơ bản đạt', 'đạt mức 2', 'Đạt có điều kiện'),
    documents: fc.array(text, { minLength: 1, maxLength: 3 }),
    remark: text,
  } as never,
  ['outcome'],
);

const recognition = some<Recognition>(
  {
    tier: fc.constantFrom('ntm', 'advanced', 'model'),
    ruleset: fc.constantFrom('vn/commune-ntm/2009-2015', NTM),
    resultYear: fc.integer({ min: 2010, max: 2024 }),
    status: fc.constantFrom('recognised', 'revoked', 'registered'),
    decision: some({ number: text, date: day } as never, []),
    validUntil: day,
  } as never,
  ['tier'],
);

const remark = some<NonNullable<Snapshot['remarks']>[number]>(
  { text, about: fc.constantFrom('15.1', '10', 'criterion:16', 'điều khác'), source: text } as never,
  ['text'],
);

const predecessor = some<NonNullable<Snapshot['unit']['predecessors']>[number]>(
  {
    name: fc.constantFrom('Xã Một', 'Xã Hai'),
    code: fc.constantFrom('01234', '05678'),
    whole: fc.boolean(),
  } as never,
  ['name'],
);

const declared = fc.dictionary(
  fc.constantFrom(NTM, ADVANCED, 'vn/commune-model/2021-2025'),
  fc.dictionary(
    fc.constantFrom('15.1', '1.1', '16', 'criterion:10', '17.1', '3'),
    fc.oneof(declaration, fc.array(declaration, { minLength: 1, maxLength: 4 })),
  ),
);

/** A snapshot of a commune with everything that its facts are not. */
const told = (ruleset: string): fc.Arbitrary<Snapshot> =>
  fc
    .tuple(
      snapshotsFor(getRuleset(ruleset), { reported: true, completeness: 0.3 }),
      some(
        {
          declared,
          recognitions: fc.array(recognition, { maxLength: 4 }),
          remarks: fc.array(remark, { maxLength: 5 }),
        } as never,
        [],
      ) as fc.Arbitrary<Partial<Snapshot>>,
      fc.option(fc.array(predecessor, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    )
    .map(([snapshot, more, predecessors]) => ({
      ...snapshot,
      ...more,
      unit: { ...snapshot.unit, ...(predecessors && { predecessors }) },
    }))
    .filter((snapshot) => parseSnapshot(snapshot).ok);

const BODIES = ['council', 'appraisal', 'department', 'self'];
const bodyOf = ({ by = 'self' }: Declaration): number => BODIES.indexOf(by);

/** As it counts: an empty list of results, remarks or totals says nothing, nor does an empty remark; a list has its order by bodies. */
function asCounted({
  facts,
  declared: results = {},
  reported = {},
  remarks = [],
  ...rest
}: Snapshot): unknown {
  const entries = Object.entries(results).flatMap(([ruleset, one]) =>
    Object.entries(one).flatMap(([entry, list]) =>
      [list]
        .flat()
        .map((each) => ({ ruleset, entry, ...each, by: each.by ?? 'self' }))
        .sort((a, b) => bodyOf(a) - bodyOf(b)),
    ),
  );
  const totals = Object.entries(reported).filter(([, one]) =>
    Object.values(one).some((value) => typeof value === 'number'),
  );
  const sorted = <T>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    ...rest,
    declared: sorted(
      entries.map((one, at) => ({
        place: entries
          .slice(0, at)
          .filter(({ ruleset, entry }) => ruleset === one.ruleset && entry === one.entry).length,
        ...one,
      })),
    ),
    reported: Object.fromEntries(totals),
    remarks: sorted(remarks.map(({ text: said, about, source }) => [said, about ?? '', source ?? ''])),
    facts: Object.fromEntries(
      Object.entries(facts).map(([key, entry]) => [
        key,
        [entry]
          .flat()
          .map((one) => (typeof one === 'object' ? one : { value: one }))
          .map((one) =>
            Object.fromEntries(
              Object.entries(one).map(([name, value]) => [
                name,
                typeof value === 'number' || (typeof value === 'string' && /^-?\d+\.?\d*$/.test(value))
                  ? exactDecimal(amountOf(value))
                  : value,
              ]),
            ),
          ),
      ]),
    ),
  };
}

/** A rate of at most 1 % is doubted whoever wrote it; any other warning would be about the form. */
const read = (bytes: Uint8Array) => {
  const { snapshots, refused, warnings } = readTable(bytes);
  return { snapshots, refused, warnings: warnings.filter(({ code }) => code !== 'share-for-percent') };
};

describe('a filled form read back', () => {
  it.each([[[NTM]], [[NTM, ADVANCED]]])(
    'is the same snapshot, with decisions, reports, merged units and every result: %j',
    async (sets) => {
      await fc.assert(
        fc.asyncProperty(told(NTM), fc.constantFrom('vi', 'en'), async (snapshot, locale) => {
          const forms = sets.map((set) => ({ evaluation: evaluate(snapshot, getRuleset(set)), snapshot }));
          const back = read(await filledForm(forms, { names, locale }));
          expect(back.refused).toEqual([]);
          expect(back.warnings).toEqual([]);
          expect(back.snapshots).toHaveLength(1);
          expect(asCounted(back.snapshots[0] as Snapshot)).toEqual(asCounted(snapshot));
        }),
        { numRuns: 100 },
      );
    },
  );
});

const commune: Snapshot = {
  unit: {
    level: 'commune',
    name: 'Xã Ví Dụ',
    province: 'Quảng Ninh',
    predecessors: [{ name: 'Xã Cũ', whole: false }],
  },
  assessedOn: '2024-06-30',
  facts: {},
  declared: {
    [NTM]: { '15.1': [{ outcome: 'met', by: 'self', on: '2024-06-01', remark: 'đối chiếu sau' }] },
  },
  reported: { [NTM]: { criteria: 16, ofCriteria: 19, on: '2024-01-24' } },
  recognitions: [{ tier: 'ntm', resultYear: 2014, decision: { number: '5/QĐ-UBND', date: '2015-01-24' } }],
} as Snapshot;

const form = (snapshot: Snapshot): Promise<Uint8Array> =>
  filledForm([{ evaluation: evaluate(snapshot, NTM), snapshot }], { names });

describe('a filled form', () => {
  it('says above its table what was recognised, reported and merged', async () => {
    const [sheet] = formSheets(await form(commune));
    expect(sheet?.valueOf('recognised:ntm')).toBe(
      'đã công nhận, quyết định 5/QĐ-UBND ngày 24/01/2015, kết quả năm 2014',
    );
    expect(sheet?.valueOf(`reported:${NTM}#criteria`)).toBe('16/19');
    expect(sheet?.valueOf('predecessor')).toBe('Xã Cũ');
  });

  it('of a unit that lists no decisions keeps that nothing is known of them, and of an empty list that there are none', async () => {
    const { recognitions: _listed, ...unlisted } = commune;
    expect(readTable(await form(unlisted)).snapshots[0]?.recognitions).toBeUndefined();
    expect(readTable(await form({ ...commune, recognitions: [] })).snapshots[0]?.recognitions).toEqual([]);
  });

  it('counts what an office writes over what was there', async () => {
    const book = saved(await form(commune), {
      'recognised:ntm': '2015',
      [`declared:${NTM}#15.1`]: { self: 'Chưa đạt' },
      [`reported:${NTM}#criteria`]: '17/19',
    });
    const [changed] = readTable(book).snapshots;
    expect(changed?.recognitions).toEqual([{ tier: 'ntm', status: 'recognised', resultYear: 2015 }]);
    expect(changed?.declared?.[NTM]?.['15.1']).toEqual([{ outcome: 'unmet', by: 'self' }]);
    expect(changed?.remarks).toEqual([{ text: 'đối chiếu sau', about: '15.1' }]);
    expect(changed?.reported?.[NTM]).toEqual({ criteria: 17, ofCriteria: 19, on: '2024-01-24' });
  });

  it('with a key that was spoilt tells the row that it cannot read', async () => {
    const book = saved(await form(commune), {
      [`declared:${NTM}#15.1`]: { key: `declared:${NTM}#15.1?%7B%22self%22%3A1%7D` },
    });
    expect(readTable(book).warnings.map(({ code }) => code)).toEqual(['unknown-row']);
  });
});
