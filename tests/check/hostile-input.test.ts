import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { fromJsonRulesEngine } from '../../src/engines/json-rules-engine/index.js';
import {
  amend,
  canonicalHash,
  evaluate,
  getRuleset,
  LIMITS,
  NtmError,
  type Parsed,
  type Problem,
  parseAmendment,
  parsePlan,
  parseRuleset,
  parseSnapshot,
} from '../../src/index.js';
import { COMMUNE, communeWith, problemsOf, saying, told, vien } from './told.js';

const NTM = 'vn/commune-ntm/2021-2025';
const PERIOD = { from: '2026-01-01', to: '2030-12-31' };

/** Every door an untrusted input may come in by. */
const DOORS: readonly (readonly [string, (input: unknown) => Parsed<unknown>])[] = [
  ['parseSnapshot', parseSnapshot],
  ['parseRuleset', parseRuleset],
  ['parseAmendment', parseAmendment],
  ['parsePlan', parsePlan],
  ['evaluate', (input) => caught(() => evaluate(input, NTM))],
  [
    'evaluate, refusing what is wrong',
    (input) => caught(() => evaluate(input, NTM, { onInvalid: 'unknown' })),
  ],
  ['amend', (input) => caught(() => amend(getRuleset(NTM), input))],
];

function caught(act: () => unknown): Parsed<unknown> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    if (error instanceof NtmError) return { ok: false, errors: [...error.errors] };
    throw error;
  }
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

const isShort = (problem: Problem): boolean => JSON.stringify(problem).length < 3000;

describe('nesting', () => {
  it.each(DOORS)('of 100,000 objects is refused by %s', (_, door) => {
    const [problem, ...others] = problemsOf(door(nested(100_000, (inner) => ({ a: inner }))));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'too-deep',
      path: '/a'.repeat(64),
      found: '[object]',
      expected: vien('nhiều nhất 64 tầng', 'at most 64 levels'),
      hint: vien(
        'Kiểm tra xem dữ liệu có lồng nhau do lỗi xuất tệp không.',
        'Check whether an export nested the input by mistake.',
      ),
    });
  });
  it.each(DOORS)('of 100,000 lists is refused by %s', (_, door) => {
    expect(told(door(nested(100_000, (inner) => [inner])))).toEqual([`too-deep ${'/0'.repeat(64)}`]);
  });
  it.each(DOORS)('in a circle is refused by %s', (_, door) => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(told(door(circle))).toEqual([`too-deep ${'/self'.repeat(64)}`]);
    const list: unknown[] = [];
    list.push(list);
    expect(told(door({ facts: list }))).toEqual([`too-deep /facts${'/0'.repeat(63)}`]);
  });
  it('of 64 levels is read, of 65 not', () => {
    const inFacts = (levels: number) =>
      communeWith({ 'health.insuredRate': nested(levels, (inner) => [inner]) });
    expect(told(parseSnapshot(inFacts(62)))).toEqual(['wrong-type /facts/health.insuredRate/0']);
    expect(told(parseSnapshot(inFacts(63)))).toEqual([
      `too-deep /facts/health.insuredRate${'/0'.repeat(62)}`,
    ]);
  });
});

describe('size', () => {
  it.each(DOORS)('a text of 50 MB is refused by %s and never repeated', (_, door) => {
    const text = 'x'.repeat(50_000_000);
    for (const [input, path] of [
      [text, ''],
      [{ unit: { name: text } }, '/unit/name'],
      [[text], '/0'],
    ] as const) {
      const problems = problemsOf(door(input));
      expect(problems.map(({ code }) => code)).toEqual(['text-too-long', 'too-large']);
      expect(problems[0]).toMatchObject({
        path,
        found: `"${'x'.repeat(80)}…"`,
        expected: vien('nhiều nhất 20000 ký tự', 'at most 20000 characters'),
        hint: vien('Rút ngắn nội dung.', 'Shorten the text.'),
      });
      expect(problems[1]).toMatchObject({
        hint: vien('Chia dữ liệu thành nhiều tệp.', 'Split the input into several files.'),
      });
      expect(problems.every(isShort)).toBe(true);
    }
  });
  it.each(DOORS)('a key of 50 MB is refused by %s and never repeated', (_, door) => {
    const problems = problemsOf(door({ ['k'.repeat(50_000_000)]: 1 }));
    expect(problems.map(({ code }) => code)).toEqual(['text-too-long', 'too-large']);
    expect(problems[0]?.path).toBe(`/${'k'.repeat(200)}…`);
    expect(problems.every(isShort)).toBe(true);
  });
  const tenMillion = new Array(10_000_000).fill(1);
  it.each(DOORS)('a list of 10 million entries is refused by %s without looking at one', (_, door) => {
    const read: unknown[] = [];
    const list = new Proxy(tenMillion, {
      get: (target, key) => {
        read.push(key);
        return Reflect.get(target, key);
      },
    });
    expect(saying(door({ facts: list }))).toEqual([
      {
        code: 'too-large',
        path: '/facts',
        found: '10000002',
        expected: vien('nhiều nhất 200000 giá trị', 'at most 200000 values'),
        hint: vien('Chia dữ liệu thành nhiều tệp.', 'Split the input into several files.'),
      },
    ]);
    expect(read).toEqual(['length']);
  });
  it.each(DOORS)('a sparse list of four billion is refused by %s', (_, door) => {
    const list: unknown[] = [];
    list.length = 4_294_967_295;
    expect(told(door({ facts: list }))).toEqual(['too-large /facts']);
  });
  it('many texts that are long only together', () => {
    const remarks = Array.from({ length: 1000 }, () => ({
      text: 'x'.repeat(20_000),
      about: 'y'.repeat(20_000),
    }));
    expect(told(parseSnapshot(communeWith({}, { remarks })))).toEqual(['too-large /remarks/499']);
  });
  it('one object met a million times by way of references', () => {
    let shared: unknown = { value: 1 };
    for (let level = 0; level < 20; level += 1) shared = [shared, shared];
    expect(told(parseSnapshot({ facts: shared }))[0]).toMatch(/^too-large \/facts/);
  });
  it('at the edge: 20,000 letters are a text, 20,001 are not', () => {
    const named = (length: number) => communeWith({}, { unit: { ...COMMUNE, name: 'x'.repeat(length) } });
    expect(parseSnapshot(named(LIMITS.stringLength)).ok).toBe(true);
    expect(told(parseSnapshot(named(LIMITS.stringLength + 1)))).toEqual(['text-too-long /unit/name']);
  });
  it('at the edge: a key of 200 letters is one nobody knows, one of 201 is too long', () => {
    const keyed = (length: number) => communeWith({}, { ['k'.repeat(length)]: 1 });
    expect(told(parseSnapshot(keyed(LIMITS.keyLength)))).toEqual([`unknown-key /${'k'.repeat(200)}`]);
    expect(told(parseSnapshot(keyed(LIMITS.keyLength + 1)))).toEqual([`text-too-long /${'k'.repeat(200)}…`]);
  });
  it('at the edge: 200,000 values are read, one more is too large', () => {
    const list = (length: number) => new Array(length).fill(1);
    expect(told(parseSnapshot(list(LIMITS.values - 1)))).toEqual(['wrong-type ']);
    expect(told(parseSnapshot(list(LIMITS.values)))).toEqual(['too-large ']);
  });
  it('at the edge: 20 million letters are read, one more is too large', () => {
    const texts = new Array(LIMITS.textLength / LIMITS.stringLength).fill('x'.repeat(LIMITS.stringLength));
    expect(told(parseSnapshot(texts))).toEqual(['wrong-type ']);
    expect(told(parseSnapshot([...texts, 'x']))).toEqual(['too-large ']);
  });
  it('at the edge: 30 accents in a row are a text, 31 are not', () => {
    const named = (marks: number) =>
      communeWith({}, { unit: { ...COMMUNE, name: `x${'\u0315'.repeat(marks)}` } });
    expect(parseSnapshot(named(LIMITS.marks)).ok).toBe(true);
    expect(told(parseSnapshot(named(LIMITS.marks + 1)))).toEqual(['bad-format /unit/name']);
  });
  it('a unit has no ten thousand facts', () => {
    const facts = Object.fromEntries(
      Array.from({ length: LIMITS.facts + 1 }, (_, index) => [`no.such${index}`, 1]),
    );
    expect(told(parseSnapshot(communeWith(facts)))).toEqual(['too-large /facts']);
  });
  it('a letter with thousands of accents, which takes the square of their number to compose', () => {
    const name = `e${'\u0315\u0300'.repeat(5000)}`;
    expect(saying(parseSnapshot(communeWith({}, { unit: { ...COMMUNE, name } })))).toMatchObject([
      {
        code: 'bad-format',
        path: '/unit/name',
        expected: vien('nhiều nhất 30 dấu liền nhau', 'at most 30 combining marks in a row'),
      },
    ]);
    expect(
      parseSnapshot(communeWith({}, { unit: { ...COMMUNE, name: 'Xã Ví Dụ'.normalize('NFD').repeat(100) } }))
        .ok,
    ).toBe(true);
  });
});

describe('keys that reach prototypes', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype'];
  it.each(KEYS)('%s is refused wherever it stands, and nothing is polluted', (key) => {
    const text = `{"unit":{"level":"commune","name":"X","${key}":{"polluted":true}},"assessedOn":"2024-01-24",
      "facts":{"${key}":{"polluted":true},"health.insuredRate":{"value":95,"${key}":{"polluted":true}}},
      "declared":{"${key}":{"polluted":true}},"remarks":[{"text":"a","${key}":1}],"${key}":{"polluted":true}}`;
    const parsed = parseSnapshot(JSON.parse(text));
    expect(told(parsed)).toEqual([
      `forbidden-key /unit/${key}`,
      `forbidden-key /facts/${key}`,
      `forbidden-key /facts/health.insuredRate/${key}`,
      `forbidden-key /declared/${key}`,
      `forbidden-key /remarks/0/${key}`,
      `forbidden-key /${key}`,
    ]);
    expect(saying(parsed)[0]).toMatchObject({
      found: `"${key}"`,
      expected: vien('tên trường thông thường', 'an ordinary key'),
      hint: vien('Bỏ trường này.', 'Remove this key.'),
    });
    evaluate(JSON.parse(text), NTM, { onInvalid: 'unknown' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
  it.each(DOORS.slice(1, 3))('and in %s', (_, door) => {
    const text =
      '{"facts":{"__proto__":{"type":"count"}},"sources":{"constructor":{}},"changes":[{"prototype":1}]}';
    const forbidden = told(door(JSON.parse(text))).filter((line) => line.startsWith('forbidden'));
    expect(forbidden).toEqual([
      'forbidden-key /facts/__proto__',
      'forbidden-key /sources/constructor',
      'forbidden-key /changes/0/prototype',
    ]);
  });
  it.each([
    ['toString', { toString: true }],
    ['valueOf and toString', { valueOf: 1, toString: {} }],
    ['a list of such things', [{ toString: 'x' }]],
    ['nothing at all', {}],
  ])('an object with %s of its own where a word is expected has no nearest spelling', (_, value) => {
    expect(
      told(parseSnapshot(communeWith({}, { unit: { ...COMMUNE, level: value }, assessedOn: value }))),
    ).toEqual(['not-allowed /unit/level', 'wrong-type /assessedOn']);
    const rules = [
      {
        conditions: { all: [{ fact: 'income.perCapita', operator: value, value: 1 }] },
        event: { type: 'x' },
      },
    ];
    const ruleset = { id: 'vn/commune-own/2026-2030', title: vien('x', 'x'), period: PERIOD };
    expect(told(fromJsonRulesEngine(rules, { ruleset }))).toEqual([
      'unknown-operator /0/conditions/all/0/operator',
    ]);
  });
  it('names that every object has are names like others elsewhere', () => {
    expect(told(parseSnapshot(communeWith({ toString: 1, valueOf: 2, hasOwnProperty: 3 })))).toEqual([
      'unknown-fact /facts/toString',
      'unknown-fact /facts/valueOf',
      'unknown-fact /facts/hasOwnProperty',
    ]);
    expect(
      told(parseSnapshot(communeWith({}, { unit: { ...COMMUNE, traits: { toString: true } } }))),
    ).toEqual(['unknown-trait /unit/traits/toString']);
    expect(
      told(parseSnapshot(communeWith({ 'poverty.poorRate': { value: 1, standard: 'toString' } }))),
    ).toEqual(['unknown-standard /facts/poverty.poorRate/standard']);
  });
});

describe('what is not plain JSON', () => {
  class Reading {
    value = 95;
  }
  const proxy = (trap: string) =>
    new Proxy(
      {},
      {
        [trap]: () => {
          throw new Error(`${trap} was called`);
        },
      },
    );
  const revoked = () => {
    const { proxy: gone, revoke } = Proxy.revocable({}, {});
    revoke();
    return gone;
  };
  const withGetter = (get: () => unknown) =>
    Object.defineProperty({ source: 'x' }, 'value', { get, enumerable: true });
  it.each([
    ['a date', new Date(0), '[Date]', ''],
    ['a map', new Map([['value', 95]]), '[Map]', ''],
    ['a set', new Set([95]), '[Set]', ''],
    ['an instance of a class', new Reading(), '[Reading]', ''],
    ['an object made from another', Object.create({ value: 95 }), '[object]', ''],
    ['a number in a box', Object(95), '[Number]', ''],
    ['bytes', new Uint8Array([9, 5]), '[Uint8Array]', ''],
    ['a regular expression match', /9(?<five>5)/.exec('95'), '[Array]', ''],
    ['a big integer', 95n, '95n', ''],
    ['a very big integer', 2n ** 4_000_000n, '[bigint]', ''],
    ['a symbol', Symbol('95'), '[symbol]', ''],
    ['a function', () => 95, '[function]', ''],
    ['an object with a symbol for a key', { value: 95, [Symbol('note')]: 'x' }, '[object]', ''],
    ['a getter', withGetter(() => 95), '[object]', '/value'],
    [
      'a getter that throws',
      withGetter(() => {
        throw new Error('was called');
      }),
      '[object]',
      '/value',
    ],
    ['a proxy without prototype', proxy('getPrototypeOf'), '[object]', ''],
    ['a proxy without keys', proxy('ownKeys'), '[object]', ''],
    ['a revoked proxy', revoked(), '[object]', ''],
  ])('%s', (_, value, found, where) => {
    const parsed = parseSnapshot(communeWith({ 'health.insuredRate': value }));
    expect(saying(parsed)).toEqual([
      {
        code: 'not-plain-json',
        path: `/facts/health.insuredRate${where}`,
        found,
        expected: vien('giá trị JSON thuần', 'a plain JSON value'),
        hint: vien(
          'Chuyển ngày, Map hay đối tượng riêng thành chuỗi, số hoặc đối tượng thuần.',
          'Turn dates, maps, getters and class instances into text, numbers or plain objects.',
        ),
      },
    ]);
    for (const [, door] of DOORS)
      if (typeof value !== 'object') expect(told(door(value))).toEqual(['not-plain-json ']);
  });
  it('a getter is never called, so that no input can change between being checked and being judged', () => {
    let calls = 0;
    const unit = {
      level: 'commune',
      get name() {
        calls += 1;
        return 'X';
      },
    };
    expect(told(parseSnapshot({ unit, assessedOn: '2024-01-24' }))).toEqual(['not-plain-json /unit/name']);
    expect(calls).toBe(0);
  });
  it('a proxy that can be read is read once and then left alone', () => {
    let reads = 0;
    const facts = new Proxy(
      { 'health.insuredRate': 95 },
      {
        getOwnPropertyDescriptor: (target, key) => {
          reads += 1;
          return Reflect.getOwnPropertyDescriptor(target, key);
        },
      },
    );
    const evaluation = evaluate(communeWith(facts), NTM);
    const before = reads;
    JSON.stringify(evaluation);
    expect(reads).toBe(before);
    expect(evaluation.outcome).toBe('unknown');
  });
  it('objects without prototype, of another realm, and frozen ones are plain', () => {
    const facts = Object.assign(Object.create(null), { 'health.insuredRate': 95 });
    expect(parseSnapshot(communeWith(facts)).ok).toBe(true);
    expect(
      parseSnapshot(
        runInNewContext(
          '({ unit: { level: "commune", name: "X" }, assessedOn: "2024-01-24", facts: { "health.insuredRate": [{ value: 95 }] } })',
        ),
      ).ok,
    ).toBe(true);
    expect(parseSnapshot(Object.freeze(communeWith(Object.freeze({ 'health.insuredRate': 95 })))).ok).toBe(
      true,
    );
  });
  it('undefined is absent, and a hole in a list is a blank', () => {
    const holes = [{ value: 95 }];
    holes.length = 3;
    const parsed = parseSnapshot({
      ...communeWith({ 'health.insuredRate': holes, 'income.perCapita': undefined }),
      remarks: undefined,
    });
    expect(parsed).toStrictEqual({
      ok: true,
      value: {
        unit: COMMUNE,
        assessedOn: '2024-01-24',
        year: 2023,
        facts: { 'health.insuredRate': [{ value: 95 }] },
      },
    });
  });
});

describe('texts', () => {
  it('composed and decomposed Vietnamese are the same text', () => {
    const decomposed = communeWith({}, { unit: { ...COMMUNE, name: 'Xã Ví Dụ'.normalize('NFD') } });
    const [a, b] = [parseSnapshot(decomposed), parseSnapshot(communeWith({}))];
    expect(a).toEqual(b);
    expect(a.ok && b.ok && canonicalHash(a.value) === canonicalHash(b.value)).toBe(true);
  });
  it('two keys that are one when composed are not quietly made one', () => {
    const declared = {
      [NTM]: {
        ['Tiêu chí'.normalize('NFC')]: { outcome: 'met' },
        ['Tiêu chí'.normalize('NFD')]: { outcome: 'unmet' },
      },
    };
    expect(told(parseSnapshot(communeWith({}, { declared })))).toEqual([
      `duplicate-id /declared/vn~1commune-ntm~12021-2025/${'Tiêu chí'.normalize('NFD')}`,
    ]);
  });
  it('half a letter (a lone surrogate) breaks nothing', () => {
    const evaluation = evaluate(communeWith({}, { unit: { ...COMMUNE, name: 'X\ud800' } }), NTM);
    expect(evaluation.unit.name).toBe('X\ud800');
  });
});
