import type { Path, Problem } from '../../../problem/problem.js';
import type { ProblemList } from '../../../problem/problem-list.js';
import { didYouMean, problem } from '../../../problem/report.js';
import type { Localized } from '../../../schema/text.js';

const LEFT_OUT: Localized = { vi: 'không có trường này', en: 'no such key' };

/** What json-rules-engine can do with a rule and a ruleset cannot, each with what to do instead. */
const UNSUPPORTED: Readonly<Record<string, Localized>> = {
  path: {
    vi: 'Đưa giá trị bên trong thành một số liệu riêng của danh mục.',
    en: 'Make the inner value a fact of its own in the catalogue.',
  },
  params: {
    vi: 'Mỗi tham số là một số liệu riêng của danh mục.',
    en: 'Make each parameter a fact of its own in the catalogue.',
  },
  onSuccess: {
    vi: 'Xử lý kết quả sau khi đánh giá; bộ tiêu chí không chạy hàm nào.',
    en: 'Act on the result after judging; a ruleset runs no function.',
  },
  onFailure: {
    vi: 'Xử lý kết quả sau khi đánh giá; bộ tiêu chí không chạy hàm nào.',
    en: 'Act on the result after judging; a ruleset runs no function.',
  },
  priority: {
    vi: 'Thứ tự không làm thay đổi kết quả; bỏ trường này hoặc ghi 1.',
    en: 'Order changes no outcome here; remove it, or write 1.',
  },
};

function unsupportedKey(key: string, found: unknown, path: Path, problems: ProblemList): void {
  const hint = UNSUPPORTED[key] as Localized;
  problems.add('unsupported-feature', [...path, key], () => ({ found, expected: LEFT_OUT, hint }));
}

/** Refuses every key that is not read. json-rules-engine would ignore it without a word. */
export function checkKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: Path,
  problems: ProblemList,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key) || (key === 'priority' && value[key] === 1)) continue;
    if (Object.hasOwn(UNSUPPORTED, key)) unsupportedKey(key, value[key], path, problems);
    else {
      problems.add('unknown-key', [...path, key], () => ({
        found: key,
        expected: { vi: known.join(', '), en: known.join(', ') },
        hint: didYouMean(key, known, { vi: 'Bỏ trường này.', en: 'Remove this key.' }),
      }));
    }
  }
}

/** A handler is no plain JSON, as the check says; what it means is that it is not run. */
export function handlerRefused(found: Problem): Problem {
  const key = /^\/\d+\/(onSuccess|onFailure)$/.exec(found.path)?.[1];
  if (key === undefined) return found;
  const hint = UNSUPPORTED[key] as Localized;
  return problem('unsupported-feature', found.path, { shown: found.found, expected: LEFT_OUT, hint });
}

export function missingKey(path: Path, expected: string, hint: Localized, problems: ProblemList): void {
  problems.add('missing-key', path, () => ({ expected, hint }));
}

export function wrongType(path: Path, found: unknown, expected: Localized, problems: ProblemList): void {
  const hint = { vi: 'Sửa giá trị cho đúng kiểu.', en: 'Give the right type of value.' };
  problems.add('wrong-type', path, () => ({ found, expected, hint }));
}

export const AN_OBJECT: Localized = { vi: 'một đối tượng { }', en: 'an object { }' };
export const A_LIST: Localized = { vi: 'một danh sách [ ]', en: 'a list [ ]' };
export const A_TEXT: Localized = { vi: 'một chuỗi ký tự', en: 'a text' };
