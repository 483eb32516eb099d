import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { evaluate, parseSnapshot, type Snapshot, shippedVocabulary } from '../../src/index.js';
import type { Cell } from '../../src/table/cell.js';
import { type FilledForm, filledForm } from '../../src/table/form/filled-form.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { commune, NTM } from './results.js';

const names = shippedVocabulary();

const HEADINGS = [
  'TT',
  'Tiêu chí',
  'Nội dung',
  'Mức đạt chuẩn',
  'Số liệu',
  'Xã tự đánh giá',
  'Kết quả thẩm định',
  'Minh chứng',
  'Cơ quan phụ trách',
  'Ghi chú',
  'Theo số liệu',
  'Mã',
];

function form(name: string, more: Partial<Snapshot> & { facts?: Record<string, unknown> } = {}): FilledForm {
  const parsed = parseSnapshot({ ...commune(name, more.facts), ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return { evaluation: evaluate(parsed.value, NTM), snapshot: parsed.value };
}

const declared = (entries: Record<string, unknown>): Partial<Snapshot> =>
  ({ declared: { [NTM]: entries } }) as never;

const rowOf = (rows: readonly (readonly Cell[])[], id: string): readonly Cell[] =>
  rows.find(([first]) => first === id) ?? [];

describe('a form filled in', () => {
  const judged = form('Xã Ví Dụ', {
    facts: { 'health.insuredRate': 88.5 },
    ...declared({
      '15.1': [
        { outcome: 'met', by: 'self', documents: ['BC 12/BC-UBND'] },
        { outcome: 'unmet', by: 'appraisal', remark: 'đối chiếu BHXH' },
      ],
      '15.2': [
        { outcome: 'met', by: 'self' },
        { outcome: 'met', by: 'appraisal' },
      ],
      '16': { outcome: 'unmet', by: 'self', label: 'cơ bản đạt' },
    }),
  } as never);

  test('has the columns of offices and a row for each of the 57 indicators', async () => {
    const [sheet] = readXlsx(await filledForm([judged], { names }));
    const heads = sheet?.rows.findIndex(([first]) => first === 'TT') ?? -1;
    expect(sheet?.rows[heads]).toEqual(HEADINGS);
    const ids = judged.evaluation.criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id));
    expect(ids).toHaveLength(57);
    for (const id of ids) expect(rowOf(sheet?.rows ?? [], id), id).toHaveLength(12);
  });

  test('sets the figure beside its requirement, and both results beside what the figure comes to', async () => {
    const [sheet] = readXlsx(await filledForm([judged], { names }));
    const [, criterion, , required, figure, self, appraisal, documents, , note, found] = rowOf(
      sheet?.rows ?? [],
      '15.1',
    );
    expect({ criterion, figure, self, appraisal, documents }).toEqual({
      criterion: '15. Y tế',
      figure: 88.5,
      self: 'đạt',
      appraisal: 'chưa đạt',
      documents: 'BC 12/BC-UBND',
    });
    expect(String(required)).toContain('≥ 90');
    expect(String(found)).toMatch(/^Tự đánh giá khác kết quả thẩm định\. Theo số liệu: chưa đạt/);
    expect(note).toBe('đối chiếu BHXH');
  });

  test('lists where self-assessment and appraisal differ, and only there', async () => {
    const [sheet] = readXlsx(await filledForm([judged], { names }));
    const texts = (sheet?.rows ?? []).map(([first]) => String(first ?? ''));
    expect(texts).toContain('Tự đánh giá và kết quả thẩm định khác nhau ở 1 chỉ tiêu:');
    expect(texts.filter((one) => one.includes('tự đánh giá đạt, thẩm định chưa đạt'))).toHaveLength(1);
    const [alike] = readXlsx(await filledForm([form('Xã B')], { names, locale: 'en' }));
    expect(alike?.rows.map(([first]) => first)).toContain('Self-assessment and appraisal differ nowhere.');
  });

  test('keeps “cơ bản đạt” as the office wrote it', async () => {
    const [sheet] = readXlsx(await filledForm([judged], { names }));
    expect(rowOf(sheet?.rows ?? [], '16')[5]).toBe('cơ bản đạt');
  });

  test('leaves blank what nobody has told', async () => {
    const [sheet] = readXlsx(await filledForm([form('Xã Trống')], { names }));
    const [, , , , figure, self, appraisal, documents] = rowOf(sheet?.rows ?? [], '15.1');
    for (const cell of [figure, self, appraisal, documents]) expect(cell ?? '').toBe('');
  });

  test('has room for signatures, prints on A4 landscape and repeats its headings', async () => {
    const bytes = await filledForm([judged], { names });
    const [sheet] = readXlsx(bytes);
    const all = (sheet?.rows ?? []).flat().map(String);
    for (const words of ['NGƯỜI LẬP BIỂU', 'TM. ỦY BAN NHÂN DÂN XÃ', '(Ký tên, đóng dấu)'])
      expect(all).toContain(words);
    const files = unzipSync(bytes);
    const xml = (name: string) => strFromU8(files[name] as Uint8Array);
    expect(xml('xl/worksheets/sheet1.xml')).toContain('paperSize="9" orientation="landscape"');
    expect(xml('xl/workbook.xml')).toContain("'Xã Ví Dụ'!$14:$14");
  });

  test('has a sheet for each unit, though two have one name, and none of them a formula', async () => {
    const bytes = await filledForm([form('=1+1'), form('=1+1'), form('Xã [A]/B')], { names });
    expect(readXlsx(bytes).map(({ name }) => name)).toEqual(['=1+1', '=1+1 (2)', 'Xã -A--B']);
    for (const [name, content] of Object.entries(unzipSync(bytes)))
      if (name.includes('worksheets/sheet')) expect(strFromU8(content)).not.toContain('<f>');
    expect(readXlsx(await filledForm([]))[0]?.rows[0]).toEqual(['Không có đơn vị nào.']);
  });
});
