import { describe, expect, it } from 'vitest';
import { getRuleset, NtmError } from '../../src/index.js';
import { textOf } from '../../src/table/cell.js';
import { columnOfKey } from '../../src/table/column.js';
import { readTable, template } from '../../src/table/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';

const NTM = 'vn/commune-ntm/2021-2025';
const ADVANCED = 'vn/commune-advanced/2021-2025';

describe('a template with one row a unit', () => {
  it('holds a column for every fact a set asks for, by name and by key, each once', async () => {
    const [figures] = readXlsx(await template([NTM, ADVANCED]));
    const [, names = [], keys = []] = figures?.rows ?? [];
    const columns = keys.map(textOf);
    expect(columns.filter((key) => columnOfKey(key) === undefined)).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns).toEqual(
      expect.arrayContaining(['unit.name', 'unit.code', 'health.insuredRate', 'recognised:advanced']),
    );
    expect(textOf(names[columns.indexOf('unit.name')])).toBe('Tên xã');
    expect(textOf(names[columns.indexOf('income.perCapita')])).toContain('(triệu đồng');
  });

  it.each(['vi', 'en'] as const)(
    'in %s is read back by its names alone, without its keys',
    async (locale) => {
      const [figures] = readXlsx(await template([NTM], { locale }));
      const [, names = [], keys = []] = figures?.rows ?? [];
      const csv = [names, names.map((name) => (/^(Tên|Name)/.test(textOf(name)) ? 'Xã A' : ''))];
      const text = csv.map((row) => row.map((cell) => `"${textOf(cell)}"`).join(';')).join('\n');
      const { warnings, counts } = readTable(text, { assessedOn: '2024-06-30' });
      expect(counts).toMatchObject({ units: 1, accepted: 1, refusedCells: 0 });
      const unknown = warnings.map(({ found }) => keys[names.findIndex((name) => textOf(name) === found)]);
      // What was recognised, reported and declared of one set is told by its key alone.
      expect(unknown.filter((key) => !/^(recognised|reported|declared):/.test(textOf(key)))).toEqual([]);
    },
  );

  it('as it is holds no unit, and nothing in it is refused', async () => {
    const { snapshots, refused, warnings } = readTable(await template([NTM]));
    expect({ snapshots, warnings }).toEqual({ snapshots: [], warnings: [] });
    // The day of judgement is asked for once there is a unit to be judged on it.
    expect(refused).toEqual([]);
  });

  it('may name the units beforehand', async () => {
    const units = [{ name: 'Xã A', code: '02980', province: 'Lào Cai' }, { name: 'Xã B' }];
    const bytes = await template([NTM], { units });
    const { snapshots, counts } = readTable(bytes, { assessedOn: '2024-06-30' });
    expect(counts).toMatchObject({ units: 2, accepted: 2, refusedCells: 0 });
    expect(snapshots.map(({ unit }) => unit)).toEqual([
      { level: 'commune', name: 'Xã A', code: '02980', province: 'Lào Cai' },
      { level: 'commune', name: 'Xã B' },
    ]);
  });

  it.each([
    'vn/province-completion/2021-2025',
    'vn/district-ntm/2021-2025',
    'vn/town-completion/2021-2025',
    'vn/commune-modern/2026-2030',
    'vn/village-especially-difficult/2021-2025',
    'lao-cai/village-ntm/2022-2025',
  ])('can be made for %s, and read', async (id) => {
    const bytes = await template([id], { units: [{ name: 'A' }] });
    const { level } = getRuleset(id);
    const { snapshots, warnings } = readTable(bytes, { assessedOn: '2024-06-30' });
    expect(warnings).toEqual([]);
    expect(snapshots.map(({ unit }) => unit)).toEqual([{ level, name: 'A' }]);
  });

  it('is for one level', async () => {
    await expect(template([NTM, 'vn/province-completion/2021-2025'])).rejects.toThrow(NtmError);
    await expect(template([])).rejects.toThrow(NtmError);
    await expect(template(['vn/no-such/2021-2025'])).rejects.toThrow(NtmError);
  });
});
