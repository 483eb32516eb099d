import type { Draws } from '../draws.js';
import { mutatedText } from '../mutate-text.js';
import { stockOf } from '../mutate-value.js';
import { strangeText } from '../strange.js';

/** Pieces of workbooks that mean something, or should not be there. */
const PIECES: readonly string[] = [
  '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
  '&c;',
  '&#0;',
  '&#x110000;',
  '<row r="1048577">',
  '<row r="-1">',
  '<c r="XFE1" t="n"><v>1</v></c>',
  '<c r="A1" t="s"><v>99999999</v></c>',
  '<c r="A1" t="b"><v>2</v></c>',
  '<c r="A1" t="d"><v>2024-13-45</v></c>',
  '<c r="A1"><v>1e999</v></c>',
  '<c r="A1" t="inlineStr"><is><t>x</t></is></c>',
  '<dimension ref="A1:XFD1048576"/>',
  '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
  '<x:row xmlns:x="y" r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row>',
  '<f t="shared" ref="A1:B9" si="0">A1</f>',
  '<rPh sb="0" eb="9"><t>x</t></rPh>',
  '<sheet name="Xã" sheetId="9" r:id="rId1"/>',
  '<workbookPr date1904="1"/>',
  '<numFmt numFmtId="164" formatCode="0.0%"/>',
  '<![CDATA[</t>]]>',
  '<!-- <row> -->',
  'xml:space="preserve"',
];

/** What the attributes of cells, rows and formats may be set to. */
const VALUES: readonly string[] = [
  '',
  '0',
  '-1',
  '1',
  '9',
  '164',
  '1048576',
  '99999999',
  '1e9',
  'A1',
  'B2',
  'C4',
  'XFD1048576',
  'AAAA1',
  'a1',
  'A0',
  'A1:C3',
  's',
  'n',
  'b',
  'd',
  'e',
  'str',
  'inlineStr',
  'z',
  '0%',
  '0.00 "%"',
  'dd/mm/yyyy',
  '[h]:mm',
  'rId1',
  'rId9',
  'worksheets/sheet1.xml',
  '/xl/worksheets/sheet1.xml',
  '../../etc/passwd',
  '__proto__',
  'constructor',
];

const stock = stockOf([PIECES, VALUES]);

const pieceAt = (text: string, found: RegExpMatchArray, by: string): string =>
  text.slice(0, found.index) + by + text.slice((found.index ?? 0) + found[0].length);

/** One of the places where a pattern is found, by chance; only part of a long text is looked at. */
function somewhere(text: string, pattern: RegExp, draws: Draws): RegExpMatchArray | undefined {
  const all = [...text.matchAll(pattern)];
  return all.length === 0 ? undefined : draws.pick(all);
}

const TAG = /<[^<>]{1,300}>/g;
const ATTRIBUTE = /\s[\w:]+="[^"<>]{0,200}"/g;
const CONTENT = />[^<>]{1,300}</g;
const ELEMENT =
  /<(c|row|v|t|si|is|sheet|Relationship|xf|numFmt|mergeCell|Override)\b[^<>]*(\/>|>[^<>]*<\/\1>)/g;

/** XML with a tag, an attribute, a content or an element changed, repeated, moved or left out. */
export function changedXml(text: string, draws: Draws): string {
  switch (draws.below(10)) {
    case 0: {
      const tag = somewhere(text, TAG, draws);
      return tag ? pieceAt(text, tag, draws.oneIn(2) ? '' : draws.pick(PIECES)) : text;
    }
    case 1:
    case 2:
    case 3: {
      const attribute = somewhere(text, ATTRIBUTE, draws);
      if (!attribute) return text;
      const name = attribute[0].slice(0, attribute[0].indexOf('='));
      return pieceAt(text, attribute, draws.oneIn(6) ? '' : `${name}="${draws.pick(VALUES)}"`);
    }
    case 4:
    case 5: {
      const content = somewhere(text, CONTENT, draws);
      if (!content) return text;
      const said = draws.oneIn(2)
        ? strangeText(draws)
        : draws.pick([...VALUES, '45473', '0.5', '-0.1', '1e300']);
      return pieceAt(text, content, `>${draws.oneIn(8) ? said : said.replaceAll(/[<>&]/g, '')}<`);
    }
    case 6:
    case 7: {
      const [one, other] = [somewhere(text, ELEMENT, draws), somewhere(text, ELEMENT, draws)];
      if (!one || !other) return text;
      return pieceAt(text, one, draws.pick([other[0], one[0] + other[0], '', one[0].repeat(3)]));
    }
    case 8: {
      const at = draws.below(text.length + 1);
      return text.slice(0, at) + draws.pick(PIECES) + text.slice(at);
    }
    default:
      return mutatedText(text, draws, stock);
  }
}
