import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { canonicalHash, evaluate, getRuleset, parseSnapshot } from '../../src/index.js';

const snapshot = JSON.parse(readFileSync('docs/examples/quang-an.snapshot.json', 'utf8'));
const ID = 'vn/commune-advanced/2021-2025';

describe('the audit of a result', () => {
  const { audit } = evaluate(snapshot, ID);
  it('is SHA-256 over canonical JSON, as anybody can compute it', () => {
    const sha = (value: unknown) =>
      createHash('sha256')
        .update(canonicalize(value) ?? '', 'utf8')
        .digest('hex');
    const parsed = parseSnapshot(snapshot);
    if (!parsed.ok) throw new Error('not parsed');
    expect(audit.snapshotHash).toBe(sha(parsed.value));
    expect(audit.rulesetHash).toBe(sha(getRuleset(`${ID}@2022-03-08`)));
    expect(canonicalHash({ b: 1, a: ['ễ', 1e21, 0.1] })).toBe(sha({ a: ['ễ', 1e21, 0.1], b: 1 }));
  });
  it('changes with a figure of the snapshot, an option leaves it', () => {
    const other = structuredClone(snapshot);
    other.facts['health.insuredRate'].value = 95.4;
    expect(evaluate(other, ID).audit.snapshotHash).not.toBe(audit.snapshotHash);
    expect(evaluate(other, ID).audit.rulesetHash).toBe(audit.rulesetHash);
    expect(evaluate(snapshot, ID, { declared: 'ignore' }).audit).toEqual(audit);
  });
  it('of what may still change is worked out anew, of what cannot it stays', () => {
    const open = { figure: 1 };
    const before = canonicalHash(open);
    open.figure = 2;
    expect(canonicalHash(open)).not.toBe(before);
    expect(canonicalHash({ figure: 1 })).toBe(before);
    const lasting = Object.freeze({ figure: 1 });
    expect([canonicalHash(lasting), canonicalHash(lasting)]).toEqual([before, before]);
  });
  it('names the library and its version', () => {
    expect(audit.library).toMatch(/^ntm-rules@\d+\.\d+\.\d+$/);
  });
});
