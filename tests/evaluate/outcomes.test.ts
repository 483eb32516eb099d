import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, getRuleset, type Level, parseSnapshot, type Snapshot } from '../../src/index.js';

const example = (name: string): Snapshot => {
  const parsed = parseSnapshot(JSON.parse(readFileSync(`docs/examples/${name}.snapshot.json`, 'utf8')));
  if (!parsed.ok) throw new Error(`${name} is refused`);
  return parsed.value;
};
const SNAPSHOTS = ['quang-kim', 'quang-an', 'nam-son', 'constructed-commune'].map(example);

describe.each([
  'vn/commune-ntm/2016-2020',
  'vn/commune-ntm/2021-2025',
  'vn/commune-advanced/2021-2025',
  'lao-cai/commune-advanced/2018-2020',
  'vn/commune-ntm/2026-2030',
])('outcomes without explanation by %s', (id) => {
  const evaluator = compile(getRuleset(id));

  it('are those of the evaluation, in the order of the layout', () => {
    for (const snapshot of SNAPSHOTS) {
      const { criteria, prerequisites, placeholders, ...whole } = evaluator.evaluate(
        structuredClone(snapshot),
      );
      const outcomes = evaluator.outcomes(snapshot);
      const { layout } = evaluator;
      const told = (ids: readonly string[], list: readonly string[]) => ids.map((one, at) => [one, list[at]]);
      const indicators = [...criteria.flatMap((one) => one.indicators), ...placeholders];
      expect(outcomes).toMatchObject({
        outcome: whole.outcome,
        provisional: whole.provisional,
        year: whole.year,
        totals: whole.totals,
      });
      expect(outcomes.labels).toEqual(whole.labels);
      expect(told(layout.criteria, outcomes.criteria)).toEqual(criteria.map((one) => [one.no, one.outcome]));
      expect(told(layout.indicators, outcomes.indicators)).toEqual(
        indicators.map((one) => [one.id, one.outcome]),
      );
      expect(told(layout.prerequisites, outcomes.prerequisites)).toEqual(
        prerequisites.map((one) => [one.id, one.outcome]),
      );
      expect(layout.criterionOf.map((at) => layout.criteria[at])).toEqual([
        ...criteria.flatMap((one) => one.indicators.map(() => one.no)),
        ...placeholders.map(() => undefined),
      ]);
    }
  });

  it('evaluates many snapshots one by one, as they are asked for', () => {
    let asked = 0;
    const stream = (function* () {
      for (const snapshot of SNAPSHOTS) {
        asked += 1;
        yield snapshot;
      }
    })();
    const evaluations = evaluator.evaluateAll(stream);
    expect(asked).toBe(0);
    expect(evaluations.next().value).toEqual(evaluator.evaluate(SNAPSHOTS[0] as Snapshot));
    expect(asked).toBe(1);
    expect([...evaluations]).toHaveLength(SNAPSHOTS.length - 1);
  });

  it('refuses a snapshot of another level, as an evaluation does', () => {
    const village = { ...(SNAPSHOTS[0] as Snapshot), unit: { level: 'village' as Level, name: 'Thôn' } };
    expect(() => evaluator.outcomes(village)).toThrow(expect.objectContaining({ name: 'NtmError' }));
  });
});
