import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Condition, Evaluation, Evaluator, Gap, Outcome, Ruleset, Snapshot } from '../../src/core.js';
import { LAWS, type Law, LawBroken, type LawId, recordAnswers } from '../../src/testing/index.js';
import { indicator, REGIONS, row, rulesetOf, VOCABULARY } from '../sample.js';

type Compile = (ruleset: Ruleset, options: object) => Evaluator;

/** A fault put into the engine, for one test. */
const engine = vi.hoisted(() => ({ fault: undefined as ((compile: Compile) => Compile) | undefined }));

vi.mock('../../src/by-id/evaluate.js', async (original) => {
  const real = await original<typeof import('../../src/by-id/evaluate.js')>();
  const compile: Compile = (ruleset, options) =>
    (engine.fault?.(real.compile) ?? real.compile)(ruleset, options);
  return { ...real, compile };
});

afterEach(() => {
  engine.fault = undefined;
});

const INSURED = indicator({
  id: '1.1',
  condition: {
    fact: 'health.insuredRate',
    operator: 'greaterThanInclusive',
    value: { fact: 'required.rate' },
  },
  requirements: { rate: [row(90, { region: 'delta' }), row(80, { region: 'mountains' })] },
});
const CLEAN = indicator({
  id: '1.2',
  condition: {
    fact: 'water.cleanRate',
    operator: 'greaterThanInclusive',
    value: { fact: 'required.share' },
  },
  requirements: { share: [row(55)] },
});
const RULESET = rulesetOf([INSURED, CLEAN], { regions: REGIONS });

const lawOf = (id: LawId): Law => {
  const law = LAWS.find((one) => one.id === id);
  if (!law) throw new Error(`no law ${id}`);
  return law;
};

const check = (id: LawId, ruleset = RULESET, rest = {}) =>
  lawOf(id).check(ruleset, { numRuns: 1000, seed: 11, vocabulary: VOCABULARY, ...rest });

function broken(id: LawId, ruleset = RULESET, rest = {}): LawBroken {
  try {
    check(id, ruleset, rest);
  } catch (error) {
    if (error instanceof LawBroken) return error;
    throw error;
  }
  throw new Error(`${id} held`);
}

/** An engine whose judgements are changed by `change`, knowing the snapshot. */
const answering =
  (change: (outcome: Outcome, snapshot: Snapshot, ruleset: Ruleset) => Outcome) =>
  (compile: Compile): Compile =>
  (ruleset, options) => {
    const evaluator = compile(ruleset, options);
    return {
      ...evaluator,
      evaluate: (snapshot) => evaluator.evaluate(snapshot),
      outcomes(snapshot) {
        const found = evaluator.outcomes(snapshot);
        return { ...found, indicators: found.indicators.map((one) => change(one, snapshot, ruleset)) };
      },
    };
  };

/** An engine whose explained judgements are changed. */
const explaining =
  (change: (evaluation: Evaluation) => Evaluation) =>
  (compile: Compile): Compile =>
  (ruleset, options) => {
    const evaluator = compile(ruleset, options);
    return { ...evaluator, evaluate: (snapshot) => change(evaluator.evaluate(snapshot)) };
  };

/** An engine that reads another text than the one it is given. */
const reading =
  (change: (ruleset: Ruleset) => Ruleset) =>
  (compile: Compile): Compile =>
  (ruleset, options) =>
    compile(change(ruleset), options);

const retold = (from: string, to: string) => (ruleset: Ruleset) =>
  JSON.parse(JSON.stringify(ruleset).replaceAll(`"${from}"`, `"${to}"`)) as Ruleset;

const withGaps = (change: (gap: Gap) => Gap) => (evaluation: Evaluation) => ({
  ...evaluation,
  criteria: evaluation.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => (one.gap ? { ...one, gap: change(one.gap) } : one)),
  })),
});

const flipped: Readonly<Record<Outcome, Outcome>> = { met: 'unmet', unmet: 'met', unknown: 'met' };

it.each(LAWS.map(({ id }) => [id]))('%s holds for a sound ruleset and a sound engine', (id) => {
  const run = check(id, RULESET, { numRuns: 300, seed: 3 });
  expect(run).toMatchObject({ law: id, ruleset: 'vn/commune-ntm/2021-2025@2022-03-08#0' });
  expect(run.cases).toBeGreaterThanOrEqual(300);
  expect(run.telling).toBeGreaterThan(20);
});

describe('a law that is broken is told by the simplest unit', () => {
  it('total: an engine that gives no answer', () => {
    engine.fault = explaining((evaluation) => {
      const [first] = evaluation.criteria[0]?.indicators ?? [];
      if (first?.outcome === 'met' && first.basis === 'facts') throw new TypeError('no such figure');
      return evaluation;
    });
    const error = broken('total');
    expect(error.story.en).toBe('There is no answer: TypeError: no such figure');
    expect(Object.keys(error.counterexample.facts)).toEqual(['health.insuredRate']);
  });

  it('total: tallies that do not add up, and explanations that say something else', () => {
    engine.fault = explaining((evaluation) => ({
      ...evaluation,
      totals: { ...evaluation.totals, indicators: { total: 3, met: 1, unmet: 1, unknown: 0 } },
    }));
    expect(broken('total').story.en).toMatch(/: the indicators do not add up \(1 \+ 1 \+ 0 ≠ 3\)\.$/);
    engine.fault = answering((outcome) => flipped[outcome]);
    expect(broken('total').story.en).toContain('otherwise with explanations than without');
  });

  it('three-valued: a missing fact read as zero', () => {
    engine.fault = answering((outcome) => (outcome === 'unknown' ? 'unmet' : outcome));
    const { story, message } = broken('three-valued');
    expect(story.en).toMatch(
      /^A commune.*, of which nothing is known: indicator 1\.[12] is not met; adding .* turns it to met, and no note says so\.$/,
    );
    expect(story.vi).toMatch(
      /^Một xã.*, chưa có số liệu nào: chỉ tiêu 1\.[12] chưa đạt; thêm .* thì thành đạt/,
    );
    expect(message).toContain(story.vi);
    expect(message).toContain(story.en);
  });

  it('monotone: a comparison the wrong way round', () => {
    engine.fault = reading(retold('greaterThanInclusive', 'lessThanInclusive'));
    expect(broken('monotone').story.en).toMatch(
      /: indicator 1\.[12] is met, but with .* it turns to not met\.$/,
    );
  });

  it('boundary-exact: at least 90 % read as more than 90 %', () => {
    engine.fault = reading(retold('greaterThanInclusive', 'greaterThan'));
    const { story, counterexample } = broken('boundary-exact');
    expect(story).toEqual({
      vi: 'Một xã thuộc Delta, đánh giá năm 2025, có insured 90 %: chỉ tiêu 1.1 yêu cầu ít nhất 90 % nên phải là đạt, nhưng kết quả là chưa đạt.',
      en: 'A commune of the Delta, judged for 2025, with insured 90 %: indicator 1.1 asks for at least 90 %, which makes it met, but it comes out not met.',
    });
    expect(counterexample.facts).toEqual({ 'health.insuredRate': 90 });
  });

  it('boundary-exact: the figure of another region', () => {
    const [inDelta, inMountains] = [row(80, { region: 'delta' }), row(90, { region: 'mountains' })];
    const exchanged = rulesetOf([{ ...INSURED, requirements: { rate: [inDelta, inMountains] } }, CLEAN], {
      regions: REGIONS,
    });
    engine.fault = reading(({ criteria, ...rest }) => ({
      ...rest,
      criteria: criteria.map((one) => ({
        ...one,
        indicators: one.indicators.map((own) =>
          own.id === '1.1' ? (exchanged.criteria[0]?.indicators[0] ?? own) : own,
        ),
      })),
    }));
    expect(broken('boundary-exact').story.en).toMatch(
      /asks for at least 90 % in its column, but it is held against 80\.$/,
    );
  });

  it('gap-closing and gap-minimal: a gap that is too small, and one that is too large', () => {
    const times = (factor: number) => (gap: Gap) =>
      gap.atLeast
        ? { ...gap, atLeast: { ...gap.atLeast, count: Math.floor(gap.atLeast.count * factor) } }
        : gap;
    engine.fault = explaining(withGaps(times(0.5)));
    expect(broken('gap-closing').story.en).toMatch(
      /: indicator 1\.2 is short by .*, but with that much it is still not met\.$/,
    );
    engine.fault = explaining(withGaps(times(2)));
    expect(broken('gap-minimal').story.en).toMatch(
      /: indicator 1\.2 is short by .*, but \d+ is already enough\.$/,
    );
  });

  it('region-consistent: a province that counts by its name, and a guess while the region is open', () => {
    engine.fault = answering((outcome, { unit }) => (unit.province === 'Núi' ? flipped[outcome] : outcome));
    expect(broken('region-consistent').story.en).toContain('Núi');
    engine.fault = answering((outcome, { unit }) => (unit.province ? outcome : 'met'));
    expect(broken('region-consistent').story.en).toMatch(
      / is met, but turns to .* once it is known to lie in /,
    );
  });

  it('amendment-consistent: an amendment by nothing that changes something', () => {
    engine.fault = answering((outcome, _, { amendedBy }) => (amendedBy ? flipped[outcome] : outcome));
    expect(broken('amendment-consistent').story.en).toContain('when the ruleset is amended by nothing');
  });

  it('amendment-consistent: amendments of which the last one wins', () => {
    engine.fault = answering((outcome, _, { amendedBy }) =>
      amendedBy?.at(-1) === '2/QĐ-THU' ? 'unknown' : outcome,
    );
    expect(broken('amendment-consistent').story.en).toContain('when two amendments change places');
  });

  it('order-free: the first fact decides, or the first row', () => {
    engine.fault = answering((outcome, { facts }) =>
      Object.keys(facts)[0] === 'water.cleanRate' ? 'met' : outcome,
    );
    expect(broken('order-free').story.en).toContain('when its facts are written in another order');
    const [criterion] = RULESET.criteria;
    const [first, second] = criterion?.indicators ?? [];
    engine.fault = answering((outcome, _, { criteria }) =>
      criteria[0]?.indicators[0]?.id === second?.id ? 'met' : outcome,
    );
    expect(first?.id).toBe('1.1');
    expect(broken('order-free').story.en).toContain('when the ruleset is written in another order');
  });

  it('version-stable: a copy of the text that is answered otherwise', () => {
    engine.fault = answering((outcome, _, ruleset) => (ruleset === RULESET ? outcome : flipped[outcome]));
    expect(broken('version-stable').story.en).toMatch(/is now .*, and was .* when recorded/);
  });
});

describe('answers recorded for a revision', () => {
  const raised = JSON.parse(JSON.stringify(RULESET).replaceAll('"value":90', '"value":95')) as Ruleset;
  const answers = recordAnswers(RULESET, { cases: 60, seed: 3, vocabulary: VOCABULARY });

  it('hold as long as nothing changes', () => {
    expect(check('version-stable', RULESET, { answers }).cases).toBeGreaterThanOrEqual(1060);
  });
  it('are no longer given once a figure changes and the revision does not', () => {
    const { story, counterexample } = broken('version-stable', raised, { answers, numRuns: 1 });
    expect(story.en).toMatch(/: indicators 1\.1 is now .*, and was .* when recorded\.$/);
    expect(answers.answers.map(({ snapshot }) => snapshot)).toContainEqual(counterexample);
  });
  it('have to be recorded anew for a new revision', () => {
    expect(() => check('version-stable', { ...raised, revision: 1 }, { answers })).toThrow(
      'answers of vn/commune-ntm/2021-2025@2022-03-08#0 say nothing of vn/commune-ntm/2021-2025@2022-03-08#1: record them anew (recordAnswers)',
    );
  });
  it('are plain JSON, the same for the same seed', () => {
    expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
    expect(recordAnswers(RULESET, { cases: 60, seed: 3, vocabulary: VOCABULARY })).toEqual(answers);
  });
});

describe('a counterexample', () => {
  it('is found again by its seed and path', () => {
    engine.fault = reading(retold('greaterThanInclusive', 'lessThanInclusive'));
    const first = broken('monotone');
    const again = broken('monotone', RULESET, first.replay);
    expect(again.story).toEqual(first.story);
    expect(again.counterexample).toEqual(first.counterexample);
  });
});

describe('a ruleset in which nothing is asked', () => {
  it('keeps every law, and the run says that nothing was at stake', () => {
    const named = rulesetOf([indicator({ id: '1.1' })], { completeness: 'partial' });
    for (const { id } of LAWS) expect(check(id, named).cases, id).toBeGreaterThanOrEqual(1000);
    for (const id of ['monotone', 'boundary-exact', 'gap-closing', 'gap-minimal'] as const)
      expect(check(id, named).telling, id).toBe(0);
  });
  it('has no gaps where it classifies', () => {
    const condition: Condition = { fact: 'a.flag', operator: 'equal', value: true };
    const classes = rulesetOf([indicator({ condition })], { purpose: 'classification' });
    expect(check('gap-closing', classes).telling).toBe(0);
  });
});
