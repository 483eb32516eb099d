/** The part of vitest that the tests of the engine use, so that they run a thousand times in one process. */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT as never],
  {
    unreachable(message?: string): never {
      throw new Error(message ?? 'reached what is unreachable');
    },
  },
);

let cases: Case[] = [];
let within: string[] = [];

type Body = (...values: readonly unknown[]) => unknown;

function describe(name: string, body: Body): void {
  within.push(name);
  body();
  within.pop();
}

function it(name: string, body: Body): void {
  cases.push({ name: [...within, name].join(' › '), run: () => body() });
}

/** `each` of both: rows that are lists become arguments; the number of the row tells cases apart. */
const eachOf =
  (define: (name: string, body: Body) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const [at, row] of rows.entries())
      define(`${name} #${at}`, () => (Array.isArray(row) ? body(...row) : body(row)));
  };

function unsupported(): never {
  throw new Error('tests with hooks or mocks cannot be run many times in one process');
}

export const standIn = {
  describe: Object.assign(describe, { each: eachOf(describe) }),
  it: Object.assign(it, { each: eachOf(it) }),
  test: Object.assign(it, { each: eachOf(it) }),
  expect,
  beforeAll: unsupported,
  beforeEach: unsupported,
  afterAll: unsupported,
  afterEach: unsupported,
};

/** The cases a test file defines when it loads. */
export function casesOf(load: () => unknown): Case[] {
  cases = [];
  within = [];
  load();
  return cases;
}
