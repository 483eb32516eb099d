import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/core.js';
import { getRuleset } from '../../src/shipped.js';
import { agreement } from './agreement.js';
import { ENGINES } from './engines/all-engines.js';
import type { BenchEngine } from './engines/engine.js';
import { evaluating } from './engines/ours.js';
import { benchRules, benchUnits, NATIONAL_SETS } from './national-sets.js';

const SETS = NATIONAL_SETS.map((set) => ({ ...set, rules: benchRules(getRuleset(set.id, set)) }));

describe.each(SETS)('the $indicators indicators of $id', ({ rules, indicators }) => {
  const compared = async (engine: BenchEngine, missing: number) => {
    const units = benchUnits(rules, { count: 30, missing, seed: 7 });
    const reference = await evaluating.start(rules);
    const ours = await Promise.all(
      units.map(async (unit) => reference.outcomes(await reference.judge(unit)) as Outcome[]),
    );
    return agreement(await engine.start(rules), units, ours, rules.indicators);
  };

  test('are rules for all engines, but for those that no figure decides', () => {
    expect(rules.indicators.length + rules.leftOut.length).toBe(indicators);
    expect(rules.leftOut.length).toBeLessThanOrEqual(1);
  });

  test.each(ENGINES)('are judged alike by $name where every figure is known', async (engine) => {
    const { compared: all, differing, indicators } = await compared(engine, 0);
    expect(all).toBe(30 * rules.indicators.length);
    expect({ differing, indicators }).toEqual({ differing: 0, indicators: [] });
  });

  test.each(ENGINES)('are never judged the other way by $name where figures are missing', async (engine) => {
    const { decided, undecided, opposite } = await compared(engine, 1 / 3);
    expect({ undecided, opposite }).toEqual({ undecided: 0, opposite: 0 });
    if (engine.knowsUnknown) expect(decided).toEqual({ met: 0, unmet: 0 });
    else expect(decided.met + decided.unmet).toBeGreaterThan(0);
  });
});
