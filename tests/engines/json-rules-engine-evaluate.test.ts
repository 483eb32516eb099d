import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { assertAgreement } from '../../src/engines/json-rules-engine/disagreement.js';
import {
  EngineDisagreement,
  type EvaluateWithEngineOptions,
  evaluateWithEngine,
  type FactsToAsk,
  type SnapshotToAsk,
} from '../../src/engines/json-rules-engine/index.js';
import {
  type Condition,
  type Evaluation,
  evaluate,
  getRuleset,
  type IndicatorResult,
  type Ruleset,
} from '../../src/index.js';
import { indicator, resultOf, rulesetOf } from '../sample.js';

const NTM = 'vn/commune-ntm/2021-2025';
const unit = { level: 'commune' as const, name: 'Xã Ví Dụ', province: 'Lào Cai' };
const commune = (facts: FactsToAsk, rest: object = {}): SnapshotToAsk => ({
  unit,
  assessedOn: '2024-01-24',
  year: 2023,
  facts,
  ...rest,
});

const flag = (fact: string) => ({ fact, operator: 'equal', value: true });
const insured = { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90 };

/** A made-up set with one indicator for each condition. */
const setOf = (...conditions: readonly object[]): Ruleset =>
  rulesetOf(
    conditions.map((condition, at) => indicator({ id: `1.${at + 1}`, condition: condition as Condition })),
  );

const later = <T>(value: T, turns = 3): Promise<T> =>
  turns === 0 ? Promise.resolve(value) : Promise.resolve().then(() => later(value, turns - 1));

const outcomes = ({ criteria }: Evaluation): string[] =>
  criteria.flatMap(({ indicators }) => indicators.map((one: IndicatorResult) => one.outcome));

const example = (name: string) => JSON.parse(readFileSync(`docs/examples/${name}.snapshot.json`, 'utf8'));

describe('an evaluation through the engine', () => {
  it.each(['quang-kim', 'quang-an', 'nam-son', 'constructed-commune'])(
    'of %s is that of the library, byte for byte, with facts at hand or looked up',
    async (name) => {
      const snapshot = example(name);
      for (const id of [`${NTM}@2024-03-01`, 'vn/commune-advanced/2021-2025@2022-03-08']) {
        const expected = JSON.stringify(evaluate(snapshot, id));
        expect(JSON.stringify(await evaluateWithEngine(snapshot, id))).toBe(expected);
        // What the set cannot use stays as it is: nobody would look it up.
        const [set, on] = id.split('@') as [string, string];
        const { facts } = getRuleset(set, { version: on });
        const lookUps = Object.entries(snapshot.facts).map(([key, value], at) => [
          key,
          key in facts && at % 3 > 0 ? () => later(value) : value,
        ]);
        const found = await evaluateWithEngine({ ...snapshot, facts: Object.fromEntries(lookUps) }, id);
        expect(JSON.stringify(found)).toBe(expected);
      }
    },
  );

  it('takes values, promises, functions and functions of promises', async () => {
    const set = setOf(flag('a.flag'), flag('b.flag'), flag('c.flag'), flag('d.flag'));
    const facts = {
      'a.flag': true,
      'b.flag': later(true),
      'c.flag': () => false,
      'd.flag': () => later(false),
    };
    expect(outcomes(await evaluateWithEngine(commune(facts), set))).toEqual(['met', 'met', 'unmet', 'unmet']);
  });

  it('takes readings from a look-up, with their day, standard and sex', async () => {
    const set = setOf({ ...insured, bySex: true });
    const both = [
      { value: 95, sex: 'male' },
      { value: 85, sex: 'female' },
    ];
    const result = await evaluateWithEngine(commune({ 'health.insuredRate': () => later(both) }), set);
    expect(outcomes(result)).toEqual(['unmet']);
  });

  it('takes options of the library: amendments, evidence, declared results', async () => {
    const amendment = {
      format: 1,
      amends: `${NTM}@2022-03-08`,
      title: { vi: 'Mức của tỉnh', en: 'The province’s figure' },
      citation: { number: '1/QĐ-UBND' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '2.1',
          requirement: 'rate',
          rows: [{ where: {}, value: 90, evidence: 'unconfirmed' }],
        },
      ],
    };
    const facts = { 'transport.communeRoadPavedRate': 91 };
    const judged = async (options: EvaluateWithEngineOptions) => {
      const declared = { [NTM]: { '2.1': { outcome: 'unmet' as const } } };
      const snapshot = commune(facts, { declared });
      const result = await evaluateWithEngine(snapshot, NTM, options);
      expect(JSON.stringify(result)).toBe(JSON.stringify(evaluate(snapshot, NTM, options)));
      return resultOf(result, '2.1').outcome;
    };
    expect(await judged({ declared: 'ignore' })).toBe('unknown');
    expect(await judged({})).toBe('unmet');
    expect(await judged({ amendments: [amendment] })).toBe('met');
    expect(await judged({ amendments: [amendment], declared: 'prefer' })).toBe('unmet');
    const strict = { evidence: 'published', declared: 'ignore' } as const;
    expect(await judged({ amendments: [amendment], ...strict })).toBe('unknown');
  });
});

describe('asking', () => {
  const set = setOf(insured, flag('a.flag'), { not: insured });

  it('asks one function for each fact that the ruleset can use, once, and for no other', async () => {
    const asked: string[] = [];
    const result = await evaluateWithEngine(
      commune((key) => {
        asked.push(key);
        return later(key === 'a.flag' ? true : undefined);
      }),
      set,
    );
    expect(asked.sort()).toEqual(['a.flag', 'health.insured', 'health.insuredRate', 'population.total']);
    expect(outcomes(result)).toEqual(['unknown', 'met', 'unknown']);
  });

  it('asks for what the sets it leads to need', async () => {
    const asked: string[] = [];
    const id = 'vn/commune-advanced/2021-2025';
    await evaluateWithEngine(
      commune((key) => {
        asked.push(key);
      }),
      id,
    );
    const own = Object.keys(getRuleset(id, { on: '2024-01-24' }).facts);
    const lower = Object.keys(getRuleset(NTM, { on: '2024-01-24' }).facts);
    expect(asked).toEqual([...new Set([...own, ...lower])].sort());
  });

  it('does not call what it cannot use, and refuses what nobody knows', async () => {
    const unused = vi.fn();
    await evaluateWithEngine(
      commune({ 'health.insuredRate': 95, 'schools.total': unused }),
      setOf(insured, {
        any: [{ fact: 'income.perCapita', operator: 'greaterThan', value: 1 }],
      }),
    );
    expect(unused).not.toHaveBeenCalled();
    await expect(evaluateWithEngine(commune({ 'health.insuredRat': unused }), set)).rejects.toMatchObject({
      errors: [{ code: 'unknown-fact', path: '/facts/health.insuredRat' }],
    });
    expect(unused).not.toHaveBeenCalled();
  });

  it('refuses a snapshot that cannot be judged before it asks for anything', async () => {
    const facts = vi.fn();
    const wrongs = [
      commune(facts, { assessedOn: '24/1/2024' }),
      commune(facts, { unit: { ...unit, province: 'Atlantis' } }),
      commune(facts, { unit: { ...unit, level: 'village' } }),
      commune(facts, { fact: 1 }),
      null as unknown as SnapshotToAsk,
      3 as unknown as SnapshotToAsk,
    ];
    for (const wrong of wrongs)
      await expect(evaluateWithEngine(wrong, NTM)).rejects.toMatchObject({ name: 'NtmError' });
    await expect(evaluateWithEngine(commune(facts), 'vn/commune-ntn/2021-2025')).rejects.toMatchObject({
      code: 'unknown-ruleset',
    });
    await expect(evaluateWithEngine(commune(facts), NTM, { timeout: 0 })).rejects.toMatchObject({
      code: 'bad-option',
    });
    await expect(evaluateWithEngine(commune(facts), NTM, { timeout: 1e12 })).rejects.toMatchObject({
      code: 'bad-option',
    });
    expect(facts).not.toHaveBeenCalled();
  });

  it('finds the year of the facts where they tell it, past the end of the period', async () => {
    const dated = { 'health.insuredRate': { value: 95, asOf: '2025-12-31' } };
    const ended = {
      unit: { ...unit, province: 'Lào Cai', formerProvince: 'Lào Cai' },
      assessedOn: '2026-01-20',
    };
    const expected = evaluate({ ...ended, facts: dated }, NTM);
    expect(expected.notes.map(({ code }) => code)).toContain('period-ended');
    const facts = (key: string) => later(key === 'health.insuredRate' ? dated[key] : undefined);
    const found = await evaluateWithEngine({ ...ended, facts }, NTM);
    expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
    await expect(evaluateWithEngine({ ...ended, facts: () => undefined }, NTM)).rejects.toMatchObject({
      code: 'not-in-force',
    });
  });

  it('checks what comes back like the facts of a snapshot', async () => {
    const facts = { 'health.insuredRate': () => later('9,5'), 'a.flag': () => new Date(0) as never };
    await expect(evaluateWithEngine(commune(facts), set)).rejects.toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ code: 'text-for-number', path: '/facts/health.insuredRate' }),
        expect.objectContaining({ code: 'not-plain-json', path: '/facts/a.flag' }),
      ]),
    });
    const result = await evaluateWithEngine(commune(facts), set, { onInvalid: 'unknown' });
    expect(outcomes(result)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(result.notes.map(({ code, about }) => [code, about])).toEqual(
      expect.arrayContaining([
        ['fact-refused', 'health.insuredRate'],
        ['fact-refused', 'a.flag'],
      ]),
    );
    expect(resultOf(result, '1.1').reasons).toEqual(['missing-fact']);
  });

  it('sees that a part is larger than its whole, though each came on its own', async () => {
    const facts = { 'health.insured': () => later(120), 'population.total': () => later(100) };
    await expect(evaluateWithEngine(commune(facts), set)).rejects.toMatchObject({
      code: 'numerator-over-denominator',
    });
  });

  it('leaves inputs untouched', async () => {
    const facts = Object.freeze({ 'health.insuredRate': () => later(95), 'a.flag': true });
    const snapshot = Object.freeze(commune(facts));
    await evaluateWithEngine(snapshot, set);
    expect(Object.keys(snapshot)).toEqual(['unit', 'assessedOn', 'year', 'facts']);
  });
});

describe('a fact that could not be had', () => {
  const set = setOf(
    insured,
    flag('a.flag'),
    { not: flag('a.flag') },
    { any: [flag('a.flag'), flag('b.flag')] },
  );
  const down = (): never => {
    throw new Error('down');
  };

  it.each([
    ['rejects', () => Promise.reject(new Error('down'))],
    ['throws', down],
    ['rejects late', () => later(0).then(down)],
    ['rejects with nothing', () => Promise.reject(undefined)],
  ])('because it %s leaves what rests on it unknown, and nothing else', async (_, broken) => {
    const told: [string, unknown][] = [];
    const onUnavailable = (key: string, reason: unknown): number => told.push([key, reason]);
    const facts = { 'health.insuredRate': 95, 'a.flag': broken, 'b.flag': true };
    const result = await evaluateWithEngine(commune(facts), set, { onUnavailable });
    expect(outcomes(result)).toEqual(['met', 'unknown', 'unknown', 'met']);
    expect(resultOf(result, '1.2')).toMatchObject({ reasons: ['fact-unavailable'], missing: ['a.flag'] });
    expect(resultOf(result, '1.3')).toMatchObject({ reasons: ['fact-unavailable'], missing: ['a.flag'] });
    expect(result.notes).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'fact-unavailable', about: 'a.flag' })]),
    );
    expect(told.map(([key]) => key)).toEqual(['a.flag']);
  });

  it('given as a promise that rejects, even unasked, is heard', async () => {
    const rejected = () => Promise.reject(new Error('down'));
    const facts = { 'a.flag': rejected(), 'schools.total': rejected() } as FactsToAsk;
    expect(outcomes(await evaluateWithEngine(commune(facts), set))).toEqual(Array(4).fill('unknown'));
  });

  it('because it takes longer than allowed leaves what rests on it unknown, and its look-up is told', async () => {
    vi.useFakeTimers();
    try {
      let signal: AbortSignal | undefined;
      const facts = {
        'a.flag': (_: string, context: { signal: AbortSignal }) => {
          signal = context.signal;
          return new Promise<boolean>(() => undefined);
        },
        'b.flag': () => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 999)),
      };
      const reasons: unknown[] = [];
      const running = evaluateWithEngine(commune(facts), set, {
        timeout: 1000,
        onUnavailable: (_, reason) => reasons.push(reason),
      });
      await vi.advanceTimersByTimeAsync(1000);
      const result = await running;
      expect(outcomes(result)).toEqual(['unknown', 'unknown', 'unknown', 'met']);
      expect(resultOf(result, '1.2').reasons).toEqual(['fact-unavailable']);
      expect(reasons).toEqual([new Error('no answer within 1000 ms')]);
      expect(signal?.aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not replaced by the rate that was entered, where counts would come before it', async () => {
    const facts = { 'health.insuredRate': 95, 'health.insured': () => Promise.reject(new Error('down')) };
    const result = await evaluateWithEngine(commune(facts), setOf(insured));
    expect(resultOf(result)).toMatchObject({
      outcome: 'unknown',
      reasons: ['fact-unavailable'],
      missing: ['health.insured'],
    });
  });

  it('can still be declared', async () => {
    const id = 'vn/commune-ntm/2021-2025';
    const declared = { [id]: { '1.2': { outcome: 'met' as const } } };
    const result = await evaluateWithEngine(commune({ 'a.flag': down }, { declared }), set);
    expect(resultOf(result, '1.2')).toMatchObject({ outcome: 'met', basis: 'declared' });
  });
});

describe('giving up', () => {
  const set = setOf(flag('a.flag'));
  const never = () => new Promise<boolean>(() => undefined);

  it('rejects with the reason of the signal, and tells the look-ups', async () => {
    const controller = new AbortController();
    let told: AbortSignal | undefined;
    const facts = (_: string, { signal }: { signal: AbortSignal }) => {
      told = signal;
      return never();
    };
    const running = evaluateWithEngine(commune(facts), set, { signal: controller.signal });
    await later(0);
    const reason = new Error('the page was left');
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(told?.aborted).toBe(true);
  });

  it('asks for nothing where it was given up beforehand', async () => {
    const facts = vi.fn();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(evaluateWithEngine(commune(facts), set, { signal })).rejects.toThrow('too late');
    expect(facts).not.toHaveBeenCalled();
  });
});

describe('a thousand runs at the same time', () => {
  const set = setOf(
    insured,
    flag('a.flag'),
    { not: flag('b.flag') },
    { atLeast: 2, of: [flag('a.flag'), flag('b.flag'), insured] },
    { all: [{ indicator: '1.1' }, { indicator: '1.2' }] },
  );

  it('with slow facts, some of which fail, do not disturb each other', async () => {
    /** Unit n has its own figures, each known after its own number of turns; some never come. */
    const figures = (n: number) => ({
      'health.insuredRate': n % 3 === 0 ? 80 + (n % 20) : undefined,
      'health.insured': n % 3 === 1 ? 80 + (n % 21) : undefined,
      'population.total': n % 3 === 1 ? 100 : undefined,
      'a.flag': n % 2 === 0,
      'b.flag': n % 5 === 0 ? undefined : n % 7 < 3,
    });
    const fails = (n: number, key: string): boolean => (n + key.length) % 11 === 0;
    const judge = (n: number, options: EvaluateWithEngineOptions = {}): Promise<Evaluation> => {
      const known: Record<string, unknown> = figures(n);
      return evaluateWithEngine(
        commune((key) =>
          later(known[key], (n * 7 + key.length * 13) % 40).then((value) => {
            if (fails(n, key)) throw new Error(`${key} of ${n}`);
            return value;
          }),
        ),
        set,
        options,
      );
    };
    const together = await Promise.all(Array.from({ length: 1000 }, (_, n) => judge(n)));
    const seen = new Set<string>();
    for (const [n, result] of together.entries()) {
      const unavailable = result.notes
        .filter(({ code }) => code === 'fact-unavailable')
        .map(({ about }) => about);
      expect(unavailable.sort()).toEqual(
        ['a.flag', 'b.flag', 'health.insured', 'health.insuredRate', 'population.total'].filter((key) =>
          fails(n, key),
        ),
      );
      if (unavailable.length === 0) {
        const alone = evaluate(commune(JSON.parse(JSON.stringify(figures(n)))), set);
        expect(JSON.stringify(result)).toBe(JSON.stringify(alone));
      } else {
        expect(JSON.stringify(result)).toBe(JSON.stringify(await judge(n)));
      }
      seen.add(outcomes(result).join());
    }
    expect(seen.size).toBeGreaterThan(20);
  }, 120_000);
});

describe('outcomes that differ', () => {
  it('are an internal error that names each of them, and no result', () => {
    const evaluation = evaluate(commune({ 'a.flag': true }), setOf(flag('a.flag')));
    const same = {
      outcome: 'met',
      prerequisites: {},
      criteria: { '1': 'met' },
      indicators: { '1.1': 'met' },
    } as const;
    expect(() => assertAgreement(same, evaluation)).not.toThrow();
    const wrong = { ...same, outcome: 'unknown', indicators: { '1.1': 'unmet', '1.2': 'met' } } as const;
    const told = [
      { name: 'indicators/1.1', engine: 'unmet', library: 'met' },
      { name: 'indicators/1.2', engine: 'met', library: undefined },
      { name: 'outcome', engine: 'unknown', library: 'met' },
    ];
    expect(() => assertAgreement(wrong, evaluation)).toThrow(EngineDisagreement);
    expect(() => assertAgreement(wrong, evaluation)).toThrow(
      expect.objectContaining({
        differences: told,
        message: expect.stringContaining('indicators/1.1: unmet'),
      }),
    );
  });
});
