import type { Localized } from '../schema/text.js';

/** Where a text stops being JSON, or says one thing twice, and what to do there. */
export interface JsonFault {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer of the value around it. */
  readonly path: string;
  readonly found: string;
  readonly expected: Localized;
  readonly hint: Localized;
}

type State = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'after-value';

interface Level {
  readonly kind: 'object' | 'array';
  readonly keys: Set<string>;
  key: string;
  index: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

const VALUE: Localized = { vi: 'một giá trị JSON', en: 'a JSON value' };
const KEY: Localized = { vi: 'tên trường trong ngoặc kép', en: 'a key in double quotes' };

const EXPECTED: Record<State, (level: Level | undefined) => Localized> = {
  value: () => VALUE,
  'value-or-end': () => ({ vi: 'một giá trị JSON hoặc “]”', en: 'a JSON value or “]”' }),
  key: () => KEY,
  'key-or-end': () => ({ vi: 'tên trường trong ngoặc kép hoặc “}”', en: 'a key in double quotes or “}”' }),
  colon: () => ({ vi: 'dấu hai chấm “:”', en: 'a colon “:”' }),
  'after-value': (level) =>
    level === undefined
      ? { vi: 'hết tệp', en: 'the end of the file' }
      : {
          vi: `dấu phẩy hoặc “${level.kind === 'object' ? '}' : ']'}”`,
          en: `a comma or “${level.kind === 'object' ? '}' : ']'}”`,
        },
};

/** The likeliest slip at a place, by what stands there. */
function hintFor(text: string, at: number, state: State): Localized {
  const char = text[at] ?? '';
  const before = text.slice(0, at).trimEnd();
  if (at >= text.length)
    return {
      vi: 'Tệp kết thúc giữa chừng: đóng các ngoặc còn mở.',
      en: 'The file ends in the middle: close what is open.',
    };
  if ((char === '}' || char === ']') && before.endsWith(',')) {
    return { vi: 'Bỏ dấu phẩy thừa ở trước.', en: 'Take away the comma before it.' };
  }
  if (state === 'key' && /\d/.test(char) && /\d,$/.test(before)) {
    return {
      vi: 'Số thập phân dùng dấu chấm: 9.5, không phải 9,5.',
      en: 'Decimals take a point: 9.5, not 9,5.',
    };
  }
  if (/['‘’“”]/.test(char)) return { vi: 'Dùng ngoặc kép thẳng ".', en: 'Use straight double quotes ".' };
  if (char === '/' || char === '#')
    return { vi: 'JSON không có chú thích: bỏ đi.', en: 'JSON has no comments: take it away.' };
  if (/[A-Za-z]/.test(char))
    return {
      vi: 'Chữ đặt trong ngoặc kép; chỉ true, false, null viết trần.',
      en: 'Put text in double quotes; only true, false and null stand bare.',
    };
  if (state === 'after-value' && (char === '"' || char === '{' || char === '[')) {
    return { vi: 'Thêm dấu phẩy ở trước.', en: 'Put a comma before it.' };
  }
  if (char === '+' || char === '.' || char === '-' || /\d/.test(char)) {
    return {
      vi: 'Viết số dạng 9.5, không có số 0 hay dấu cộng ở đầu.',
      en: 'Write numbers as 9.5, without leading zeros or a plus.',
    };
  }
  return { vi: 'Sửa chỗ này cho đúng JSON.', en: 'Mend this place.' };
}

/** The end of a string that begins at `at`, or the place where it goes wrong. */
function stringEnd(text: string, at: number): { end: number } | { fault: number } {
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return { end: index + 1 };
    if (code < 0x20) return { fault: index };
    if (code !== 0x5c) continue;
    const escaped = text[index + 1] ?? '';
    if (escaped === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(index + 2, index + 6))) index += 5;
    else if ('"\\/bfnrt'.includes(escaped) && escaped !== '') index += 1;
    else return { fault: index };
  }
  return { fault: text.length };
}

function pathOf(levels: readonly Level[]): string {
  const escaped = (segment: string): string =>
    segment.slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1');
  return levels
    .slice(0, 64)
    .map(({ kind, key, index }) => `/${kind === 'object' ? escaped(key) : index}`)
    .join('');
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: [...before.slice(before.lastIndexOf('\n') + 1)].length + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Walks a JSON text without recursion. Tells keys that stand twice, which parsers silently drop, and the first place that is not JSON. */
export function jsonFaults(text: string, most = 20): JsonFault[] {
  const faults: JsonFault[] = [];
  const levels: Level[] = [];
  let state: State = 'value';
  let at = 0;
  const wrong = (
    place: number,
    expected = EXPECTED[state](levels.at(-1)),
    hint = hintFor(text, place, state),
  ): JsonFault[] => {
    const found =
      place >= text.length ? '(hết tệp / end of file)' : JSON.stringify(text.slice(place, place + 20));
    return [...faults, { ...placeOf(text, place), path: pathOf(levels), found, expected, hint }];
  };
  const readString = (): string | JsonFault[] => {
    const read = stringEnd(text, at);
    if ('fault' in read) {
      return wrong(
        read.fault,
        { vi: 'chuỗi đóng bằng ngoặc kép', en: 'a string that ends with a double quote' },
        {
          vi: 'Đóng chuỗi trên cùng dòng; xuống dòng viết là \\n.',
          en: 'Close the string on its line; a line break is written \\n.',
        },
      );
    }
    const whole = text.slice(at, read.end);
    at = read.end;
    return whole;
  };
  const close = (): void => {
    levels.pop();
    state = 'after-value';
  };

  for (;;) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    const char = text[at];
    const level = levels.at(-1);
    if (char === undefined) return state === 'after-value' && !level ? faults : wrong(at);
    if (state === 'after-value') {
      if (!level) return wrong(at);
      if (char === ',') {
        state = level.kind === 'object' ? 'key' : 'value';
        level.index += 1;
      } else if (char === (level.kind === 'object' ? '}' : ']')) close();
      else return wrong(at);
      at += 1;
    } else if (state === 'colon') {
      if (char !== ':') return wrong(at);
      at += 1;
      state = 'value';
    } else if (state === 'key' || state === 'key-or-end') {
      if (char === '}' && state === 'key-or-end') {
        close();
        at += 1;
        continue;
      }
      if (char !== '"') return wrong(at);
      const start = at;
      const read = readString();
      if (typeof read !== 'string') return read;
      const key = JSON.parse(read) as string;
      if (level) {
        level.key = key;
        if (level.keys.has(key) && faults.length < most) {
          faults.push({
            ...placeOf(text, start),
            path: pathOf(levels),
            found: read.slice(0, 80),
            expected: { vi: 'mỗi tên trường một lần', en: 'each key once' },
            hint: {
              vi: 'Tên này đã có ở trên: giữ một, bỏ một.',
              en: 'This key stands above already: keep one of the two.',
            },
          });
        }
        level.keys.add(key);
      }
      state = 'colon';
    } else if (char === ']' && state === 'value-or-end') {
      close();
      at += 1;
    } else if (char === '{' || char === '[') {
      levels.push({ kind: char === '{' ? 'object' : 'array', keys: new Set(), key: '', index: 0 });
      state = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else if (char === '"') {
      const read = readString();
      if (typeof read !== 'string') return read;
      state = 'after-value';
    } else {
      const token = matchAt(WORD, text, at) ?? matchAt(NUMBER, text, at);
      if (token === undefined || token === '') return wrong(at);
      at += token.length;
      state = 'after-value';
    }
  }
}
