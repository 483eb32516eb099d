import { describe, expect, it } from 'vitest';
import { parseAmended } from '../../src/check/amend.js';
import { checkSnapshot } from '../../src/check/parse-snapshot.js';
import * as core from '../../src/core.js';
import {
  amend,
  evaluate,
  getRuleset,
  listRulesets,
  parseRuleset,
  parseSnapshot,
  type Ruleset,
  shippedVocabulary,
} from '../../src/index.js';
import {
  amendmentText,
  FACTS,
  indicator,
  row,
  rulesetOf,
  rulesetText,
  SOURCES,
  TERRITORY,
  VOCABULARY,
} from '../sample.js';
import { named, parse, withCondition, withRows } from './ruleset-text.js';
import { communeWith, problemsOf } from './told.js';

const again = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFrozen(inner);
    Object.freeze(value);
  }
  return value;
}

function isDeepFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isDeepFrozen))
  );
}

const SHIPPED: readonly (readonly [string, Ruleset])[] = listRulesets().map(({ id, version }) => [
  `${id}@${version}`,
  getRuleset(id, { version }),
]);

describe('a complete ruleset, written out and read again, is the same', () => {
  it.each(SHIPPED)('%s', (_, ruleset) => {
    const parsed = parseRuleset(again(ruleset));
    expect(parsed).toStrictEqual({ ok: true, value: ruleset });
    const alone = core.parseRuleset(again(ruleset));
    expect(alone).toStrictEqual({ ok: true, value: ruleset });
  });
  it('byte for byte from the second time on', () => {
    for (const [, ruleset] of SHIPPED) {
      const first = core.parseRuleset(again(ruleset));
      const second = first.ok ? core.parseRuleset(again(first.value)) : first;
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }
  });
  it('after amending too', () => {
    const base = rulesetOf([
      indicator({ condition: named() as core.Condition, requirements: { rate: [row(90)] } }),
    ]);
    const set = {
      change: 'set-requirement',
      indicator: '1.1',
      requirement: 'rate',
      rows: [{ where: { year: 2024 }, value: 95, evidence: 'published' }],
    };
    const amended = core.amend(
      base,
      amendmentText([set], {
        changesUnlisted: true,
        jurisdiction: 'lao-cai',
        id: 'lao-cai/commune-ntm/2022-2025',
      }),
      VOCABULARY,
    );
    expect(core.parseRuleset(again(amended))).toStrictEqual({ ok: true, value: amended });
    expect(core.parseRuleset(again(amended), VOCABULARY)).toStrictEqual({ ok: true, value: amended });
  });
});

/** A snapshot with everything a snapshot can have, written carelessly. */
const FULL = {
  $schema: 'https://example.org/snapshot.json',
  unit: {
    level: 'commune',
    code: '02953',
    name: 'Xã Ví Dụ'.normalize('NFD'),
    province: 'Lào Cai',
    formerProvince: null,
    predecessors: [{ code: null, name: 'Xã Cũ', whole: true }],
    traits: { island: false, border: null },
    group: ' ',
  },
  assessedOn: '2024-01-24',
  year: null,
  facts: {
    'income.perCapita': '50.10',
    'poverty.poorHouseholds': null,
    'health.insuredRate': [
      { value: 95.3, asOf: '2023-12-31', source: null },
      null,
      { moreThan: 90, sex: 'male' },
    ],
    'planning.generalPlanApproved': { value: true, approximate: true },
  },
  declared: {
    'vn/commune-ntm/2021-2025': {
      '1.1': [{ outcome: 'met', by: 'self', documents: ['a'] }],
      '2.1': { outcome: 'unmet', label: 'cơ bản đạt' },
      '3.1': null,
    },
  },
  reported: { 'vn/commune-ntm/2021-2025': { criteria: 16, ofCriteria: 19, on: null } },
  recognitions: [{ tier: 'ntm', decision: { number: '1', date: '2015-01-01' }, validUntil: null }],
  remarks: [{ text: 'x', about: '10' }],
};

describe('a checked snapshot, checked again, is the same', () => {
  it('byte for byte', () => {
    const first = parseSnapshot(FULL);
    const second = first.ok ? parseSnapshot(first.value) : first;
    const third = first.ok ? parseSnapshot(again(first.value)) : first;
    expect(first.ok).toBe(true);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(JSON.stringify(third)).toBe(JSON.stringify(first));
  });
  it('and judged alike', () => {
    const parsed = parseSnapshot(FULL);
    expect(JSON.stringify(parsed.ok && evaluate(parsed.value, 'vn/commune-ntm/2021-2025'))).toBe(
      JSON.stringify(evaluate(FULL, 'vn/commune-ntm/2021-2025')),
    );
  });
});

describe('inputs are never changed', () => {
  it('not a snapshot, sound or not, frozen or not', () => {
    const bad = communeWith(
      { 'poverty.poorRate': 120, 'no.such': 1 },
      { fact: 1, declared: { x: null }, recognitions: [{}, { tier: 'ntm' }] },
    );
    for (const input of [FULL, bad]) {
      const before = JSON.stringify(input);
      parseSnapshot(input);
      evaluate(input, 'vn/commune-ntm/2021-2025', { onInvalid: 'unknown' });
      expect(JSON.stringify(input)).toBe(before);
      expect(Object.isFrozen(input)).toBe(false);
      const frozen = deepFrozen(again(input));
      parseSnapshot(frozen);
      evaluate(frozen, 'vn/commune-ntm/2021-2025', { onInvalid: 'unknown' });
      expect(JSON.stringify(frozen)).toBe(before);
    }
  });
  it('not a ruleset, an amendment or a base, nor the catalogue they draw on', () => {
    const text = withRows(row(90));
    const set = {
      change: 'set-requirement',
      indicator: '1.1',
      requirement: 'rate',
      rows: [{ where: { region: 'delta' }, value: 95, evidence: 'published' }],
    };
    const amendment = amendmentText([set]);
    const vocabulary = { facts: again(FACTS), sources: again(SOURCES), territory: again(TERRITORY) };
    const before = JSON.stringify([text, amendment, vocabulary]);
    const parsed = core.parseRuleset(text, vocabulary);
    const base = parsed.ok ? again(parsed.value) : expect.unreachable();
    const baseBefore = JSON.stringify(base);
    core.amend(base as Ruleset, amendment, vocabulary);
    expect(JSON.stringify([text, amendment, vocabulary])).toBe(before);
    expect(JSON.stringify(base)).toBe(baseBefore);
    for (const given of [text, amendment, vocabulary, base] as object[]) {
      const parts = [
        given,
        ...Object.values(given),
        ...Object.values(given).flatMap((part) =>
          typeof part === 'object' && part !== null ? Object.values(part) : [],
        ),
      ];
      expect(
        parts.filter((part) => typeof part === 'object' && part !== null && Object.isFrozen(part)),
      ).toEqual([]);
    }
  });
  it('what comes out is frozen through and through, so that what was checked is what is judged', () => {
    const parsed = parseSnapshot(FULL);
    const ruleset = core.parseRuleset(withRows(row(90)), { facts: again(FACTS), sources: SOURCES });
    const amendment = core.parseAmendment(amendmentText([]));
    expect([parsed, ruleset, amendment].every((one) => one.ok && isDeepFrozen(one.value))).toBe(true);
    expect(
      isDeepFrozen(
        amend(getRuleset('vn/commune-ntm/2021-2025', { version: '2022-03-08' }), amendmentText([])),
      ),
    ).toBe(true);
  });
  it('a checked value shares nothing with its input', () => {
    const input = again(FULL);
    const parsed = parseSnapshot(input);
    input.unit.name = 'changed';
    input.facts['income.perCapita'] = '1';
    (input.facts['health.insuredRate'][0] as { value: number }).value = 1;
    expect(parsed.ok && [parsed.value.unit.name, parsed.value.facts['income.perCapita']]).toEqual([
      'Xã Ví Dụ',
      '50.10',
    ]);
    expect(parsed.ok && parsed.value.facts['health.insuredRate']).toEqual([
      { value: 95.3, asOf: '2023-12-31' },
      { moreThan: 90, sex: 'male' },
    ]);
  });
});

describe('the same input gives the same bytes', () => {
  const badSnapshot = {
    unit: { level: 'comune', traits: { iland: true } },
    assessedOn: '2024-02-30',
    facts: { 'health.insuredRat': 1, 'poverty.poorRate': 120 },
    year: 'x',
  };
  const badRuleset = withCondition(
    { all: [{ fact: 'no.such', operator: 'is', value: 1 }, { any: [] }] },
    { tag: 1 },
    { format: 2 },
  );
  const badAmendment = amendmentText([{ change: 'set-requirment' }], { titel: 1 });
  const base = rulesetOf([
    indicator({ condition: named() as core.Condition, requirements: { rate: [row(90)] } }),
  ]);
  it.each([
    ['problems of a snapshot', () => problemsOf(parseSnapshot(again(badSnapshot)))],
    ['problems of a ruleset', () => problemsOf(parse(again(badRuleset)))],
    ['problems of an amendment', () => problemsOf(parseAmended(base, again(badAmendment), VOCABULARY))],
    ['a ruleset', () => core.parseRuleset(again(rulesetText([])), VOCABULARY)],
    [
      'an evaluation that refuses',
      () =>
        evaluate(communeWith({ 'poverty.poorRate': 120, 'no.such': 1 }), 'vn/commune-ntm/2021-2025', {
          onInvalid: 'unknown',
        }),
    ],
  ])('%s', (_, make) => {
    const first = JSON.stringify(make());
    expect(first.length).toBeGreaterThan(50);
    for (let time = 0; time < 3; time += 1) expect(JSON.stringify(make())).toBe(first);
  });
});

describe('a snapshot that was checked whole', () => {
  const input = {
    unit: { level: 'commune', name: 'Xã A' },
    assessedOn: '2024-01-24',
    facts: { 'health.insuredRate': 95.3 },
  };
  const names = shippedVocabulary();

  it('is itself when it is checked again by the names inside the package', () => {
    const { snapshot } = checkSnapshot(input, names);
    expect(snapshot).toBeDefined();
    expect(checkSnapshot(snapshot, names).snapshot).toBe(snapshot);
  });
  it('is checked anew by other names, and by names that may change', () => {
    const { snapshot } = checkSnapshot(input, names);
    const own = { ...names, facts: { ...names.facts } };
    expect(checkSnapshot(snapshot, own).problems).toEqual([]);
    const again = checkSnapshot(snapshot, own).snapshot;
    delete own.facts['health.insuredRate'];
    expect(checkSnapshot(again, own).problems.map(({ path }) => path)).toEqual(['/facts/health.insuredRate']);
  });
  it('out of which something was refused is looked through again', () => {
    const { snapshot } = checkSnapshot({ ...input, facts: { 'health.insuredRate': 953 } }, names);
    expect(snapshot?.facts).toEqual({});
    const again = checkSnapshot(snapshot, names).snapshot;
    expect(again).toEqual(snapshot);
    expect(again).not.toBe(snapshot);
  });
});
