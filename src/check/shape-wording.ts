import type { ProblemCode } from '../problem/codes.js';
import { didYouMean, oneOf, type ProblemDetails, same } from '../problem/report.js';
import type { Localized } from '../schema/text.js';
import { isObject } from './is-object.js';

/** A problem without its place. */
export interface Told {
  readonly code: ProblemCode;
  readonly details: () => ProblemDetails;
}

const TYPE_NAMES: Readonly<Record<string, Localized>> = {
  string: { vi: 'một chuỗi ký tự', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  object: { vi: 'một đối tượng { }', en: 'an object { }' },
  record: { vi: 'một đối tượng { }', en: 'an object { }' },
  array: { vi: 'một danh sách [ ]', en: 'a list [ ]' },
  tuple: { vi: 'một danh sách [ ]', en: 'a list [ ]' },
  null: { vi: 'null', en: 'null' },
};

/** People read an example faster than a pattern. The first that a pattern accepts is shown. */
const EXAMPLES = [
  'vn/commune-ntm/2021-2025@2022-03-08',
  'vn/commune-ntm/2021-2025',
  'vn/2022-2025',
  'health.insuredRate',
  'required.rate',
  'minRate',
  'lao-cai',
  'decision-12-2024',
  '2024-H1',
  '2024-08',
];

const CORRECT: Localized = { vi: 'Sửa giá trị.', en: 'Correct the value.' };
const LEAVE_OUT: Localized = { vi: 'Nếu chưa biết thì để trống.', en: 'Leave it out if it is not known.' };

export function writtenLike(pattern: string | undefined): Localized {
  const source = pattern?.replace(/^\/|\/[a-z]*$/g, '');
  const example = source && EXAMPLES.find((one) => new RegExp(source).test(one));
  return example
    ? { vi: `viết như “${example}”`, en: `written like “${example}”` }
    : { vi: 'đúng dạng', en: 'the right form' };
}

/** A value of another type than any asked for, or none at all. */
export function wrongType(types: readonly string[], found: unknown, key: string | undefined): Told {
  const names = [...new Set(types)].map((type) => TYPE_NAMES[type] ?? same(type));
  const expected = { vi: names.map(({ vi }) => vi).join(' / '), en: names.map(({ en }) => en).join(' / ') };
  if (found === undefined && key !== undefined) return missing(expected, key);
  const number = types.find((type) => type === 'int' || type === 'number');
  if (number && typeof found === 'number' && !Number.isFinite(found)) {
    return {
      code: 'not-a-number',
      details: () => ({ found, expected: TYPE_NAMES[number] ?? expected, hint: LEAVE_OUT }),
    };
  }
  const hint = { vi: 'Sửa giá trị cho đúng kiểu.', en: 'Give the right type of value.' };
  return { code: 'wrong-type', details: () => ({ found, expected, hint }) };
}

function missing(expected: Localized, key: string): Told {
  return {
    // Every figure of the law says what it rests on.
    code: key === 'evidence' ? 'evidence-missing' : 'missing-key',
    details: () => ({ expected, hint: { vi: `Thêm trường “${key}”.`, en: `Add the key “${key}”.` } }),
  };
}

/** An object that has none of the keys that would tell what it is. */
export function noneOfKeys(known: () => readonly string[], found: unknown): Told {
  return {
    code: 'missing-key',
    details: () => ({
      found,
      expected: oneOf(known(), 40),
      hint: { vi: 'Thêm một trong các trường này.', en: 'Add one of these keys.' },
    }),
  };
}

/** A scalar as text. An object has none to compare: it may bring a `toString` of its own that is no function. */
const asText = (found: unknown): string => (typeof found === 'object' && found !== null ? '' : String(found));

export function notOneOf(values: readonly string[], found: unknown, key: string | undefined): Told {
  if (found === undefined && key !== undefined) return missing(oneOf(values), key);
  const otherwise = { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose one of those listed.' };
  const otherFormat = {
    vi: 'Tệp theo định dạng khác: dùng phiên bản thư viện đọc được định dạng ấy.',
    en: 'The file is in another format: use a version of the library that reads it.',
  };
  return {
    code: key === 'operator' ? 'unknown-operator' : 'not-allowed',
    details: () => ({
      found,
      expected: oneOf(values),
      hint: key === 'format' ? otherFormat : didYouMean(asText(found), values, otherwise),
    }),
  };
}

export function unknownKey(key: string, known: () => readonly string[], found: unknown): Told {
  return {
    code: 'unknown-key',
    details: () => {
      const keys = known();
      const unused = keys.filter((one) => !isObject(found) || !Object.hasOwn(found, one));
      return {
        found: key,
        expected:
          keys.length > 0 ? oneOf(keys, 40) : { vi: 'một trường của định dạng', en: 'a key of the format' },
        hint: didYouMean(key, unused, {
          vi: 'Bỏ trường này hoặc sửa lại tên.',
          en: 'Remove this key or correct its name.',
        }),
      };
    },
  };
}

/** 24/01/2024 as 2024-01-24: Vietnamese dates put the day first. */
function dayFirst(text: unknown): string | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(asText(text));
  return match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : undefined;
}

export function notADay(found: unknown): Told {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asText(found))) {
    return {
      code: 'not-a-day',
      details: () => ({
        found,
        expected: { vi: 'một ngày có thật, dạng yyyy-mm-dd', en: 'a real day, as yyyy-mm-dd' },
        hint: { vi: 'Kiểm tra lại ngày và tháng.', en: 'Check day and month.' },
      }),
    };
  }
  const turned = dayFirst(found);
  return {
    code: 'bad-format',
    details: () => ({
      found,
      expected: { vi: 'một ngày dạng yyyy-mm-dd', en: 'a day as yyyy-mm-dd' },
      hint: {
        vi: `Viết ${turned ?? 'ví dụ 2024-01-24'}.`,
        en: `Write ${turned ?? 'for example 2024-01-24'}.`,
      },
    }),
  };
}

export function badForm(expected: Localized, found: unknown): Told {
  const hint = { vi: 'Viết lại theo dạng yêu cầu.', en: 'Write it in the form expected.' };
  return { code: 'bad-format', details: () => ({ found, expected, hint }) };
}

export function emptyGroup(least: string, found: unknown): Told {
  return {
    code: 'empty-group',
    details: () => ({
      found,
      expected: { vi: `ít nhất ${least} phần tử`, en: `at least ${least} entries` },
      hint: { vi: 'Thêm điều kiện hoặc bỏ nhóm.', en: 'Add what belongs in it, or remove the group.' },
    }),
  };
}

export function emptyText(found: unknown): Told {
  return {
    code: 'bad-format',
    details: () => ({
      found,
      expected: { vi: 'một chuỗi không rỗng', en: 'a text that is not empty' },
      hint: {
        vi: 'Điền nội dung, hoặc bỏ trường này nếu chưa biết.',
        en: 'Fill it in, or leave the key out if it is not known.',
      },
    }),
  };
}

export function outOfRange(range: string, found: unknown): Told {
  return { code: 'out-of-range', details: () => ({ found, expected: same(range), hint: CORRECT }) };
}

export function notValid(found: unknown): Told {
  const expected = { vi: 'giá trị hợp lệ', en: 'a valid value' };
  return { code: 'wrong-type', details: () => ({ found, expected, hint: CORRECT }) };
}
