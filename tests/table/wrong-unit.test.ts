import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../src/index.js';
import { readTable } from '../../src/table/index.js';
import { LIMITED_UNITS } from '../../src/table/plausible-figure.js';

const facts = shippedVocabulary().facts ?? {};

/** One figure of one unit, as a table has it. */
function read(fact: string, figure: string, level = 'Xã') {
  return readTable(
    `unit.name;unit.level;unit.province;assessedOn;${fact}\nXã A;${level};Quảng Ninh;30/06/2024;${figure}\n`,
  );
}

describe('a figure in another unit than asked for is refused, and the hint says which', () => {
  it.each([
    // fact, as typed, words of the hint, as it should have been
    ['income.perCapita', '68300', 'Lớn gấp nghìn lần', '68,3'],
    ['income.perCapita', '68300000', 'Lớn gấp triệu lần', '68,3'],
    ['income.total', '580550000000', 'theo đồng hoặc nghìn đồng', '580550'],
    ['population.total', '8500000', 'Lớn gấp nghìn lần', '8500'],
    ['households.total', '2131000', 'Lớn gấp nghìn lần', '2131'],
    ['transport.communeRoadLength', '25300', 'theo mét', '25,3'],
    ['irrigation.agriculturalLandArea', '4500000', 'm²', '450'],
    ['schools.spendingInPeriod', '12500000000', 'theo đồng hoặc triệu đồng', '12,5'],
    ['water.suppliedPerPerson', '60000', 'Lớn gấp nghìn lần', '60'],
    ['income.ratioToProvincialAverage', '110', 'phần trăm', '1,1'],
    ['health.insuredRate', '95300', 'Lớn gấp nghìn lần', '95,3'],
    ['health.insuredRate', '953', 'dấu phẩy', '95,3'],
    ['health.insuredRate', '9530', 'dấu phẩy', '95,3'],
  ])('%s %s', (fact, typed, words, right) => {
    const wrong = read(fact, typed);
    expect(wrong.refused.map(({ code, column }) => [code, column])).toEqual([['out-of-bounds', 'E']]);
    expect(wrong.refused[0]?.hint.vi).toContain(words);
    expect(wrong.snapshots[0]?.facts).toEqual({});
    const { refused, snapshots } = read(fact, right);
    expect(refused).toEqual([]);
    expect(Object.keys(snapshots[0]?.facts ?? {})).toEqual([fact]);
  });

  it('what is too much for a commune may be right for a province', () => {
    expect(read('population.total', '8500000', 'Tỉnh').refused).toEqual([]);
    expect(read('population.total', '8500000', 'Huyện').refused).toHaveLength(1);
    expect(read('population.total', '850000000', 'Tỉnh').refused).toHaveLength(1);
  });

  it('the limit itself is accepted, and one more is not', () => {
    expect(read('population.total', '1000000').refused).toEqual([]);
    expect(read('population.total', '1000001').refused).toHaveLength(1);
  });

  it('a figure that is too large by no such factor is refused without a guess', () => {
    const [refused] = read('transport.communeRoadLength', '99999999999999999').refused;
    expect(refused?.hint.vi).toBe('Kiểm tra lại số và đơn vị tính.');
    expect(refused?.expected.vi).toContain('5000 km');
  });

  it('figures of which nothing certain can be said are taken as they are: tonnes, square metres', () => {
    for (const fact of ['environment.solidWasteGenerated', 'environment.publicGreenLandArea'])
      expect(read(fact, '99999999999').refused, fact).toEqual([]);
  });

  it('every unit that has a limit is one of the catalogue', () => {
    const units = new Set(Object.values(facts).map(({ unit }) => unit?.en));
    expect(LIMITED_UNITS.filter((unit) => !units.has(unit))).toEqual([]);
  });
});
