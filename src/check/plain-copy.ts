import type { Path } from '../problem/problem.js';
import type { ProblemList } from '../problem/problem-list.js';
import { LIMITS } from '../schema/limits.js';
import { className, memberOf, membersOf, sizeOf } from './own-members.js';

/** Assigning to one of these, or merging an object that has one, may change every other object. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const TOO_MANY_MARKS = new RegExp(`\\p{M}{${LIMITS.marks + 1}}`, 'u');

/** What was read of an untrusted input. */
export interface PlainCopy {
  /** Plain objects, arrays and scalars of our own, texts composed (NFC); what was refused is not in it. */
  readonly value: unknown;
  /** Where something was refused. */
  readonly refused: readonly Path[];
  /** A limit was passed and the rest was not looked at. */
  readonly halted: boolean;
}

interface Container {
  readonly key: string | number;
  readonly source: object;
  readonly target: Record<string, unknown> | unknown[];
  readonly members: readonly (string | number)[];
  next: number;
}

/**
 * Reads an untrusted input once, before anything else looks at it, into a copy of our own. Without recursion and
 * within limits on depth, size and text, so that its time is bounded by the limits and not by the input. Keys that
 * would reach a prototype and values that are not JSON are refused; getters are never called, so that what was
 * checked is what is judged.
 */
export function plainCopy(input: unknown, problems: ProblemList): PlainCopy {
  return new Copying(problems).copy(input);
}

class Copying {
  readonly #refused: Path[] = [];
  readonly #open: Container[] = [];
  #values = 0;
  #text = 0;
  #halted = false;

  constructor(private readonly problems: ProblemList) {}

  copy(input: unknown): PlainCopy {
    const value = this.#take(input, '');
    while (!this.#halted) {
      const container = this.#open.at(-1);
      if (!container) break;
      const key = container.members[container.next];
      container.next += 1;
      if (key === undefined) this.#open.pop();
      else this.#member(container, key);
    }
    return { value, refused: this.#refused, halted: this.#halted };
  }

  #path(...more: Path): Path {
    return [...this.#open.slice(1).map(({ key }) => key), ...more];
  }

  /** The path of a value that is about to be read under this key of the innermost open container. */
  #pathOf(key: string | number): Path {
    return this.#open.length === 0 ? [] : this.#path(key);
  }

  #member({ source, target }: Container, key: string | number): void {
    if (Array.isArray(target)) {
      const read = memberOf(source, key);
      // A hole stands for null, as it does in JSON; what is refused leaves its place to keep the others in theirs.
      target.push(read === undefined ? this.#notPlain(key, source) : (this.#take(read.value, key) ?? null));
      return;
    }
    const name = this.#key(key as string, target);
    if (name === undefined) return;
    const read = memberOf(source, key);
    const value = read === undefined ? this.#notPlain(key, source) : this.#take(read.value, name);
    if (value !== undefined) target[name] = value;
  }

  /** A key as it goes into the copy, or undefined where it is refused. */
  #key(key: string, target: Record<string, unknown>): string | undefined {
    const name = this.#soundKey(key, target);
    this.#count(key.length);
    return name;
  }

  #soundKey(key: string, target: Record<string, unknown>): string | undefined {
    if (FORBIDDEN_KEYS.has(key)) return this.#forbidden(key);
    if (key.length > LIMITS.keyLength) return this.#textTooLong(key, key, LIMITS.keyLength);
    const name = this.#composed(key, key);
    return name !== undefined && Object.hasOwn(target, name) ? this.#twice(key) : name;
  }

  #forbidden(key: string): undefined {
    this.problems.add('forbidden-key', this.#path(key), () => ({
      found: key,
      expected: { vi: 'tên trường thông thường', en: 'an ordinary key' },
      hint: { vi: 'Bỏ trường này.', en: 'Remove this key.' },
    }));
    return this.#refuse(key);
  }

  #twice(key: string): undefined {
    this.problems.add('duplicate-id', this.#path(key), () => ({
      found: key,
      expected: { vi: 'mỗi tên trường một lần', en: 'each key once' },
      hint: {
        vi: 'Bỏ một trong hai: chúng chỉ khác nhau ở cách mã hóa dấu.',
        en: 'Remove one of the two: they differ only in how accents are encoded.',
      },
    }));
    return this.#refuse(key.normalize('NFC'));
  }

  /** The copy of one value; a container is opened and its members follow. Undefined where it is absent or refused. */
  #take(value: unknown, key: string | number): unknown {
    this.#values += 1;
    if (this.#values > LIMITS.values) return this.#tooManyValues(key, this.#values);
    switch (typeof value) {
      case 'string':
        return this.#string(value, key);
      case 'number':
      case 'boolean':
      case 'undefined':
        return value;
      case 'object':
        return value === null ? null : this.#container(value, key);
      default:
        return this.#notPlain(key, value);
    }
  }

  #container(value: object, key: string | number): unknown {
    const size = sizeOf(value);
    if (size === undefined) return this.#notPlain(key, value);
    if (this.#open.length >= LIMITS.depth) return this.#tooDeep(key, value);
    // Refused before a single member is read: an array of a hundred million costs nothing.
    if (this.#values + size > LIMITS.values) return this.#tooManyValues(key, this.#values + size);
    const members = membersOf(value);
    if (members === undefined) return this.#notPlain(key, value);
    if (this.#values + members.length > LIMITS.values)
      return this.#tooManyValues(key, this.#values + members.length);
    const target = Array.isArray(value) ? [] : {};
    this.#open.push({ key, source: value, target, members, next: 0 });
    return target;
  }

  #string(value: string, key: string | number): string | undefined {
    const tooLong = value.length > LIMITS.stringLength;
    const text = tooLong ? this.#textTooLong(key, value, LIMITS.stringLength) : this.#composed(value, key);
    this.#count(value.length);
    return text;
  }

  #composed(text: string, key: string | number): string | undefined {
    if (text.length <= LIMITS.marks || !TOO_MANY_MARKS.test(text)) return text.normalize('NFC');
    this.problems.add('bad-format', this.#pathOf(key), () => ({
      found: text,
      expected: {
        vi: `nhiều nhất ${LIMITS.marks} dấu liền nhau`,
        en: `at most ${LIMITS.marks} combining marks in a row`,
      },
      hint: { vi: 'Viết lại nội dung.', en: 'Write the text anew.' },
    }));
    return this.#refuse(key);
  }

  #count(length: number): void {
    this.#text += length;
    if (this.#text <= LIMITS.textLength || this.#halted) return;
    this.#halted = true;
    this.problems.add('too-large', this.#path(), () => ({
      found: this.#text,
      expected: {
        vi: `nhiều nhất ${LIMITS.textLength} ký tự`,
        en: `at most ${LIMITS.textLength} characters`,
      },
      hint: SPLIT,
    }));
  }

  #refuse(key: string | number): undefined {
    this.#refused.push(this.#pathOf(key));
    return undefined;
  }

  #notPlain(key: string | number, value: unknown): undefined {
    this.problems.add('not-plain-json', this.#pathOf(key), () => ({
      ...(typeof value === 'object' ? { shown: `[${className(value as object)}]` } : { found: value }),
      expected: { vi: 'giá trị JSON thuần', en: 'a plain JSON value' },
      hint: {
        vi: 'Chuyển ngày, Map hay đối tượng riêng thành chuỗi, số hoặc đối tượng thuần.',
        en: 'Turn dates, maps, getters and class instances into text, numbers or plain objects.',
      },
    }));
    return this.#refuse(key);
  }

  #textTooLong(key: string | number, text: string, most: number): undefined {
    this.problems.add('text-too-long', this.#pathOf(key), () => ({
      found: text,
      expected: { vi: `nhiều nhất ${most} ký tự`, en: `at most ${most} characters` },
      hint: { vi: 'Rút ngắn nội dung.', en: 'Shorten the text.' },
    }));
    return this.#refuse(key);
  }

  #tooDeep(key: string | number, value: object): undefined {
    this.#halted = true;
    this.problems.add('too-deep', this.#pathOf(key), () => ({
      found: value,
      expected: { vi: `nhiều nhất ${LIMITS.depth} tầng`, en: `at most ${LIMITS.depth} levels` },
      hint: {
        vi: 'Kiểm tra xem dữ liệu có lồng nhau do lỗi xuất tệp không.',
        en: 'Check whether an export nested the input by mistake.',
      },
    }));
    return undefined;
  }

  #tooManyValues(key: string | number, found: number): undefined {
    this.#halted = true;
    this.problems.add('too-large', this.#pathOf(key), () => ({
      found,
      expected: { vi: `nhiều nhất ${LIMITS.values} giá trị`, en: `at most ${LIMITS.values} values` },
      hint: SPLIT,
    }));
    return undefined;
  }
}

const SPLIT = { vi: 'Chia dữ liệu thành nhiều tệp.', en: 'Split the input into several files.' };
