import { describe, expect, it } from 'vitest';
import { delimiterOf, readCsv, textIn } from '../../src/table/read-csv.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = 'Tên xã;Tỷ lệ;Số hộ\nXã A;95,3;1200\nXã B;;\n';
const ROWS = [
  ['Tên xã', 'Tỷ lệ', 'Số hộ'],
  ['Xã A', '95,3', '1200'],
  ['Xã B', null, null],
];

describe('CSV as offices save it', () => {
  it.each([
    ['plain UTF-8', bytes(TEXT)],
    ['UTF-8 with its mark', bytes(`\ufeff${TEXT}`)],
    ['UTF-16 of Excel', new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))],
    ['lines of Windows', bytes(TEXT.replaceAll('\n', '\r\n'))],
    ['lines of old Macs', bytes(TEXT.replaceAll('\n', '\r'))],
  ])('%s', (_, input) => expect(readCsv(input, 'xa').rows).toEqual(ROWS));
  it('tabs and commas are told from decimal commas', () => {
    expect(delimiterOf(TEXT.replaceAll(';', '\t'))).toBe('\t');
    expect(delimiterOf('name,rate\nA,95.3\nB,2.1\n')).toBe(',');
    expect(delimiterOf('name;rate\nA;95,3\nB;2,1\nC;3,4\n')).toBe(';');
    expect(delimiterOf('"a;b;c;d",rate\n"x;y",2\n')).toBe(',');
    expect(delimiterOf('')).toBe(',');
  });
  it('quoted cells keep their line breaks and quotes', () => {
    expect(readCsv('a;b\n"x\n""y""";2\n', 'xa').rows[1]).toEqual(['x\n"y"', '2']);
  });
  it.each([
    ['Windows-1258', new Uint8Array([0x58, 0xe3, 0x20, 0x41, 0x3b, 0x31])],
    ['no text at all', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])],
  ])('%s is refused with a remedy', (_, input) => {
    expect(() => textIn(input)).toThrow(expect.objectContaining({ name: 'UnreadableTable' }));
  });
  it('a quote that is never closed is refused and not swallowed', () => {
    expect(() => readCsv('a;b\n"x;2\nXã B;3\n', 'xa')).toThrow(
      expect.objectContaining({ name: 'UnreadableTable' }),
    );
  });

  it.each([
    ['\n', 'a;b\nc;d\n'],
    ['\r\n', 'a;b\r\nc;d\r\n'],
    ['\r', 'a;b\rc;d\r'],
    ['\n after quotes', '"a";b\nc;d\n'],
  ])('rows may end in %j', (_, text) => {
    expect(readCsv(text, 'CSV').rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
  it('a line end inside quotes is none of a row, whichever came first', () => {
    expect(readCsv('"a\r\nb";c\nd;e\n', 'CSV').rows).toEqual([
      ['a\r\nb', 'c'],
      ['d', 'e'],
    ]);
    expect(readCsv('a;b\nc;"d\r\ne"\n', 'CSV').rows).toEqual([
      ['a', 'b'],
      ['c', 'd\r\ne'],
    ]);
  });
});
