import { describe, expect, it } from 'vitest';
import * as core from '../../src/core.js';
import { impact, NtmError, parseSnapshot, type Snapshot } from '../../src/index.js';
import { indicator, REGIONS, row, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';
import { asks, flag, LATER, textOf } from './texts.js';

const set = (level: number, rest: object = {}) =>
  rulesetOf([asks([row(level)]), indicator({ id: '1.2', condition: flag('a.flag') })], rest);

function communeOf(name: string, facts: Record<string, unknown>, unit: object = {}): Snapshot {
  const parsed = parseSample(snapshotText({ facts, unit: { name, ...unit } }));
  return parsed;
}

function parseSample(text: unknown): Snapshot {
  const parsed = core.parseSnapshot(text, VOCABULARY);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}

const communes = [
  communeOf('Xã A', { 'water.cleanRate': 92, 'a.flag': true }),
  communeOf('Xã B', { 'water.cleanRate': 97, 'a.flag': true }),
  communeOf('Xã C', { 'water.cleanRate': 85, 'a.flag': true }, { province: 'Núi' }),
  communeOf('Xã D', { 'a.flag': true }),
  communeOf('Xã E', { 'water.cleanRate': 92, 'a.flag': false }),
];

describe('raising clean water from 90 to 95 for five communes', () => {
  const found = core.impact(communes, set(90), set(95, LATER));

  it('counts outcomes before and after', () => {
    expect(found.units).toBe(5);
    expect(found.table).toEqual({
      met: { met: 1, unmet: 1, unknown: 0 },
      unmet: { met: 0, unmet: 2, unknown: 0 },
      unknown: { met: 0, unmet: 0, unknown: 1 },
    });
    expect(found.indicators.find(({ after }) => after === '1.1')?.table.met.unmet).toBe(2);
    expect(found.indicators.find(({ after }) => after === '1.2')?.table.unmet.unmet).toBe(1);
    expect(found.criteria[0]).toMatchObject({ before: '1', after: '1', table: { met: { unmet: 1 } } });
  });

  it('names who falls, and why, with the figures', () => {
    expect(found.gains).toEqual({ count: 0, units: [] });
    expect(found.falls).toMatchObject({
      count: 1,
      units: [
        {
          unit: { level: 'commune', name: 'Xã A', province: 'Đông Băng', year: 2023 },
          before: 'met',
          after: 'unmet',
          criteria: { before: { met: 1 }, after: { met: 0 } },
          indicators: [
            {
              before: { id: '1.1', outcome: 'met', observed: 92, required: 90 },
              after: { id: '1.1', outcome: 'unmet', observed: 92, required: 95 },
              parts: [{ fact: 'water.cleanRate', before: { required: 90 }, after: { required: 95 } }],
            },
          ],
        },
      ],
    });
  });

  it('says what the commune without a figure leaves open', () => {
    expect(found.bounds).toEqual({
      before: { least: 2, most: 3 },
      after: { least: 1, most: 2 },
      gains: { least: 0, most: 1 },
      falls: { least: 1, most: 2 },
    });
  });

  it('names the communes that lack one thing only', () => {
    expect(
      found.indicators.map(({ after, onlyOpen }) => [after, onlyOpen.before, onlyOpen.after]),
    ).toMatchObject([
      [
        '1.1',
        { unmet: 1, unknown: 1, units: [{ name: 'Xã C' }, { name: 'Xã D' }] },
        { unmet: 2, unknown: 1, units: [{ name: 'Xã A' }, { name: 'Xã C' }, { name: 'Xã D' }] },
      ],
      ['1.2', { unmet: 1, unknown: 0, units: [{ name: 'Xã E' }] }, { unmet: 0, unknown: 0, units: [] }],
    ]);
  });

  it('lists no more units than asked, and counts them all', () => {
    const few = core.impact(communes, set(98), set(80, LATER), { named: 1 });
    expect(few.gains.count).toBe(3);
    expect(few.gains.units).toHaveLength(1);
    expect(core.impact(communes, set(98), set(80, LATER), { named: 0 }).gains).toEqual({
      count: 3,
      units: [],
    });
  });
});

describe('by region and group', () => {
  const regions = { regions: REGIONS };
  const byRegion = (delta: number, mountains: number, rest: object = {}) =>
    textOf([asks([row(delta, { region: 'delta' }), row(mountains, { region: 'mountains' })])], {
      ...regions,
      ...rest,
    });

  it('a unit counts where it is judged; one whose region is not settled counts apart', () => {
    const lost = communeOf('Xã F', { 'water.cleanRate': 92 }, { province: null });
    const found = core.impact([...communes, lost], byRegion(90, 80), byRegion(95, 80, LATER));
    expect(found.regions).toMatchObject([
      { id: 'delta', title: { en: 'Delta' }, units: 4, table: { met: { met: 1, unmet: 2 } } },
      { id: 'mountains', units: 1, table: { met: { met: 1 } } },
      { id: null, units: 1, table: { met: { unknown: 1 } } },
    ]);
    expect(found.groups).toEqual([{ id: null, units: 6, table: found.table }]);
  });

  it('where only the earlier text tells regions apart, they are those of the earlier text', () => {
    const found = core.impact(communes, byRegion(90, 80), set(80, LATER));
    expect(found.regions.map(({ id, units }) => [id, units])).toEqual([
      ['delta', 4],
      ['mountains', 1],
    ]);
  });
});

describe('texts that differ in more than figures', () => {
  it('count what only one of them asks for apart', () => {
    const found = core.impact(communes, rulesetOf([asks([row(90)])]), set(90, LATER));
    expect(found.indicators[1]).toMatchObject({
      after: '1.2',
      table: { met: { met: 0 }, unmet: { unmet: 0 } },
      onlyBefore: { total: 0 },
      onlyAfter: { total: 5, met: 4, unmet: 1, unknown: 0 },
    });
    expect(found.indicators[1]).not.toHaveProperty('before');
    expect(found.falls.units[0]?.indicators).toMatchObject([{ after: { id: '1.2', outcome: 'unmet' } }]);
  });

  it('never call an indicator the only one open where a set asks for more than is listed', () => {
    const open = { totals: { criteria: null, indicators: null }, completeness: 'partial' };
    const found = core.impact(communes, set(90), set(95, { ...LATER, ...open }));
    for (const { onlyOpen } of found.indicators)
      expect(onlyOpen.after).toEqual({ unmet: 0, unknown: 0, units: [] });
  });

  it('say that they are drafts, or that their decision changed more than can be listed', () => {
    const supposed = core.withFigures(set(90), { '1.1': 95 });
    const found = core.impact(communes, set(90), supposed);
    expect([found.before.draft, found.after.draft]).toEqual([false, true]);
    expect(found.notes).toMatchObject([{ code: 'draft', text: { vi: expect.stringContaining('dự thảo') } }]);
    const marked = rulesetOf([asks([row(90)], undefined, { changesUnlisted: true })], LATER);
    expect(core.impact([], set(90), marked).notes).toEqual([]); // judged nobody
    expect(core.impact(communes, set(90), marked).notes).toMatchObject([{ code: 'changes-unlisted' }]);
  });
});

describe('many units', () => {
  it('are taken one by one from any iterable, and none is kept', () => {
    let given = 0;
    function* endless(): Generator<Snapshot> {
      for (given = 0; given < 600; given += 1)
        yield communeOf(`Xã ${given}`, { 'water.cleanRate': given % 100, 'a.flag': true });
    }
    const found = core.impact(endless(), set(50), set(60, LATER), { named: 5 });
    expect([given, found.units, found.falls.count, found.falls.units.length]).toEqual([600, 600, 60, 5]);
    expect(JSON.stringify(found).length).toBeLessThan(30_000);
  });

  it('one of another level is refused, naming the level', () => {
    const village = { ...communes[0], unit: { level: 'village', name: 'Thôn A' } } as Snapshot;
    expect(() => core.impact([village], set(90), set(95, LATER))).toThrow('wrong-level');
  });
});

describe('by id', () => {
  const NTM = 'vn/commune-ntm/2021-2025';
  const commune = (facts: object, assessedOn: string): Snapshot => {
    const parsed = parseSnapshot({
      unit: { level: 'commune', name: 'Xã Mẫu', province: 'Nam Định' },
      assessedOn,
      year: 2023,
      facts,
    });
    if (!parsed.ok) throw new NtmError(parsed.errors);
    return parsed.value;
  };
  const insured = [
    { value: 91, sex: 'male' },
    { value: 93, sex: 'female' },
  ];

  it('each unit is judged by the text of its day, with the figures supposed in each', () => {
    const snapshots = [
      commune({ 'health.insuredRate': insured }, '2023-06-30'),
      commune({ 'health.insuredRate': insured }, '2024-06-30'),
    ];
    const found = impact(snapshots, NTM, { ruleset: NTM, figures: { '15.1': 92 } });
    expect(found.before.rulesets.map(({ version }) => version)).toEqual(['2022-03-08', '2024-03-01']);
    expect(found.after).toMatchObject({ draft: true, rulesets: [{ status: 'draft' }, { status: 'draft' }] });
    const insurance = found.indicators.find(({ after }) => after === '15.1');
    expect(insurance?.table.met.unmet).toBe(2);
  });

  it('amendments apply to the side they are given for', () => {
    const amendment = {
      format: 1,
      amends: [`${NTM}@2022-03-08`, `${NTM}@2024-03-01`],
      title: { vi: 'Mức của tỉnh', en: 'Provincial figures' },
      jurisdiction: 'nam-dinh',
      citation: { number: '1/QĐ-UBND' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '2.1',
          requirement: 'rate',
          rows: [{ where: {}, value: 100, evidence: 'published' }],
        },
      ],
    };
    const snapshots = [commune({ 'transport.communeRoadPavedRate': 100 }, '2024-06-30')];
    const found = impact(snapshots, NTM, { ruleset: NTM, amendments: [amendment] });
    expect(found.indicators.find(({ after }) => after === '2.1')?.table.unknown.met).toBe(1);
    expect(found.after.rulesets[0]?.amendedBy).toContain('1/QĐ-UBND');
  });

  it('renumbered indicators of another period are followed: burial, 17.4 and then 17.5', () => {
    const snapshots = [commune({ 'environment.burialCompliant': true }, '2023-06-30')];
    const found = impact(snapshots, 'vn/commune-ntm/2016-2020@2016-12-01', `${NTM}@2022-03-08`);
    expect(found.indicators.find(({ after }) => after === '17.5')).toMatchObject({
      before: '17.4',
      table: { unknown: { met: 1 } },
    });
  });

  it('figures that cannot be supposed are refused', () => {
    const snapshots = [commune({}, '2024-06-30')];
    expect(() => impact(snapshots, NTM, { ruleset: NTM, figures: { '17.1': 5 } })).toThrow(
      'requirement-not-named',
    );
  });
});
