import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
});

it('importing the package reads no ruleset until one is asked for, and then only that one', async () => {
  vi.resetModules();
  const parse = vi.spyOn(JSON, 'parse');
  const { getRuleset, listRulesets } = await import('../../src/index.js');
  expect(listRulesets().length).toBeGreaterThan(40);
  const rulesetsRead = () =>
    parse.mock.calls.filter(([text]) => typeof text === 'string' && text.includes('"criteria":[')).length;
  expect(rulesetsRead()).toBe(0);
  getRuleset('vn/commune-ntm/2021-2025', { version: '2022-03-08' });
  expect(rulesetsRead()).toBe(1);
  getRuleset('vn/commune-ntm/2021-2025', { version: '2022-03-08' });
  expect(rulesetsRead()).toBe(1);
});
