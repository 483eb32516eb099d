import type { Draws } from './draws.js';

/** Keys that reach a prototype, that every object has, and that parsers of other formats trip over. */
export const STRANGE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '0',
  '-1',
  '4294967295',
  '',
  ' ',
  '/',
  '~',
  '~1',
  'a/b~c',
  '\0',
  'é',
  'é'.normalize('NFD'),
  'Ệ'.normalize('NFD'),
  'k'.repeat(201),
];

const STRANGE_TEXTS: readonly string[] = [
  ...STRANGE_KEYS,
  '9,5',
  '1e5',
  '1e400',
  '-0',
  '+1',
  ' 1',
  '0x10',
  '1_000',
  'Infinity',
  'NaN',
  '٣',
  '１２',
  '\ud800',
  '\u202e',
  '\ufeff',
  'null',
  'true',
  '2024-02-30',
  '2024-02-29',
  '2023-02-29',
  '0000-01-01',
  '9999-12-31',
  '2024-2-3',
  '2024-06-30T00:00:00Z',
  'vn/commune-ntm/2021-2025',
  'vn/commune-ntm/2021-2025@2024-03-01',
  'vn/commune-ntm/2021-2025@',
  '@2024-03-01',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; DROP TABLE units; --",
  '=1+1',
  '{{7*7}}',
  '1'.repeat(41),
  `0.${'3'.repeat(60)}`,
  `${'9'.repeat(400)}`,
  'ế'.repeat(200),
  `a${'\u0301'.repeat(40)}`,
];

const STRANGE_NUMBERS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.1,
  0.1 + 0.2,
  100,
  100.00000000000001,
  1e21,
  -1e21,
  1e-7,
  5e-324,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  2 ** 31,
  2 ** 32,
  -(2 ** 31),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** What throws when it is looked into: the fuzzer itself leaves it alone. */
export const THROWING = new WeakSet<object>();

function throwing<T extends object>(value: T): T {
  THROWING.add(value);
  return value;
}

const broken = (trap: string): object =>
  throwing(
    new Proxy(
      {},
      {
        [trap]: () => {
          throw new RangeError(`${trap} was called`);
        },
      },
    ),
  );

/** Values that no JSON has. Each is made anew: some remember what was done to them. */
const NOT_JSON: readonly (() => unknown)[] = [
  () => undefined,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Map([['a', 1]]),
  () => new Set([1]),
  () => 10n ** 50n,
  () => Symbol('s'),
  () => () => 1,
  () => /x/g,
  () => new Uint8Array(3),
  () => Object(5),
  () => Object.create({ inherited: true }),
  () => Object.create(null),
  () => new Array(1_000_000),
  () => broken('ownKeys'),
  () => broken('getPrototypeOf'),
  () => broken('getOwnPropertyDescriptor'),
  () =>
    throwing(
      Object.defineProperty({}, 'value', {
        enumerable: true,
        get: () => {
          throw new RangeError('a getter was called');
        },
      }),
    ),
  () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return circle;
  },
];

export const strangeKey = (draws: Draws): string => draws.pick(STRANGE_KEYS);
export const strangeNumber = (draws: Draws): number => draws.pick(STRANGE_NUMBERS);

export function strangeText(draws: Draws): string {
  if (draws.oneIn(300)) return 'x'.repeat(20_001);
  return draws.pick(STRANGE_TEXTS);
}

/** Something that JSON can hold, or at times something it cannot. */
export function strangeValue(draws: Draws): unknown {
  switch (draws.below(8)) {
    case 0:
      return null;
    case 1:
      return draws.oneIn(2);
    case 2:
      return [];
    case 3:
      return Object.fromEntries([
        [strangeKey(draws), draws.oneIn(2) ? strangeNumber(draws) : { polluted: true }],
      ]);
    case 4:
      return draws.pick(NOT_JSON)();
    case 5:
      return strangeNumber(draws);
    default:
      return strangeText(draws);
  }
}
