import { describe, expect, it } from 'vitest';
import { recognisedTiers } from '../../src/programme/recognised.js';

const OLD = 'vn/commune-ntm/2009-2015';
const NEW = 'vn/commune-ntm/2021-2025';
const granted = (ruleset: string, date: string, rest: object = {}) => ({
  tier: 'ntm',
  ruleset,
  status: 'recognised',
  decision: { date },
  ...rest,
});
const ntm = (records: Parameters<typeof recognisedTiers>[0]) =>
  recognisedTiers(records, ['ntm', 'advanced'], '2024-06-30')[0];

describe('a tier recognised under several sets', () => {
  it('is recognised by the latest decision, and the sets of earlier ones in force are named beside it', () => {
    expect(ntm([granted(NEW, '2023-05-01'), granted(OLD, '2024-02-01')])).toMatchObject({
      state: 'in-force',
      recognition: { ruleset: OLD },
      alsoUnder: [NEW],
    });
  });
  it('names no set twice, and none beside a single decision', () => {
    expect(ntm([granted(NEW, '2023-05-01'), granted(NEW, '2024-02-01')])).not.toHaveProperty('alsoUnder');
    expect(ntm([granted(NEW, '2023-05-01')])).not.toHaveProperty('alsoUnder');
  });
  it('leaves out what has run out and what was revoked since', () => {
    expect(
      ntm([granted(OLD, '2015-05-01', { validUntil: '2020-12-31' }), granted(NEW, '2023-05-01')]),
    ).not.toHaveProperty('alsoUnder');
    const revoked = { tier: 'ntm', status: 'revoked', decision: { date: '2022-01-01' } };
    expect(ntm([granted(OLD, '2015-05-01'), revoked, granted(NEW, '2023-05-01')])).toMatchObject({
      state: 'in-force',
    });
    expect(ntm([granted(OLD, '2015-05-01'), revoked, granted(NEW, '2023-05-01')])).not.toHaveProperty(
      'alsoUnder',
    );
  });
});
