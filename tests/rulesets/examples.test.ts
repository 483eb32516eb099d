import { describe, expect, it } from 'vitest';
import { type Evaluation, getRuleset, listRulesets } from '../../src/index.js';
import {
  type ExamplesFile,
  exampleFiles,
  FOLDER,
  inEachColumn,
  judge,
  readExamples,
  resultFor,
  resultsOf,
  situationOf,
} from './examples.js';
import { cellKey, cellsHit, cellsOf } from './figures.js';

/** Outcomes that no example can show, each reviewed. */
const NOT_REACHABLE: Readonly<Record<string, { outcomes: readonly string[]; because: string }>> = {
  'quang-nam/village-model/2022-2025@2022-08-29': {
    outcomes: ['met', 'unmet'],
    because: 'no source tells its criteria or how many there are: nothing can be declared',
  },
  'vn/commune-modern/2026-2030@2026-02-15': {
    outcomes: ['met', 'unmet'],
    because: 'no source tells the content of the framework: nothing can be declared',
  },
};

/** Figures that cannot be told apart from their neighbours, each reviewed. */
const WITHOUT_NEIGHBOUR: Readonly<Record<string, string>> = {};

/** Reasons that lie with the law, not with what is known about the unit. */
const LEFT_OPEN: ReadonlySet<string> = new Set([
  'requirement-undetermined',
  'left-to-province',
  'not-encoded',
]);

/** Runs what an example says; a failure names the file and the example. */
function under<T>(path: string, says: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error) error.message = `${path}: ${says}: ${error.message}`;
    throw error;
  }
}

function checkExamples(path: string, file: ExamplesFile): void {
  for (const example of file.examples) {
    under(path, example.says, () => {
      const evaluation = judge(file, situationOf(file, example));
      for (const [about, expected] of Object.entries(example.expect))
        expect(resultFor(evaluation, about), about).toMatchObject(expected);
    });
  }
}

/** Checks each pair of neighbours; returns the figures they hit. */
function checkBoundaries(path: string, file: ExamplesFile): Set<string> {
  const ruleset = getRuleset(file.ruleset);
  const hit = new Set<string>();
  for (const line of file.boundaries ?? []) {
    for (const one of inEachColumn(line, ruleset)) {
      const judged = (['met', 'unmet', 'unknown'] as const).flatMap((outcome) => {
        const facts = one[outcome];
        if (!facts) return [];
        const says = `${one.indicator} ${one.region ?? ''} ${one.group ?? ''} with ${JSON.stringify(facts)}`;
        return under(path, says, () => {
          const evaluation = judge(file, { ...one, facts: { ...one.given, ...facts } });
          const result = resultsOf(evaluation).find(({ id }) => id === one.indicator);
          expect(result?.outcome).toBe(outcome);
          return result ? [[evaluation, result] as const] : [];
        });
      });
      expect(judged, `${path}: ${one.indicator} needs two outcomes`).toHaveLength(2);
      for (const cell of cellsHit(ruleset, one.case, judged)) hit.add(cellKey(cell));
    }
  }
  return hit;
}

function checkOpen(path: string, file: ExamplesFile): void {
  for (const line of file.open ?? []) {
    for (const one of inEachColumn(line, getRuleset(file.ruleset))) {
      under(path, `${one.indicator} ${one.region ?? ''} stays unknown`, () => {
        const evaluation: Evaluation = judge(file, { ...one, facts: one.given ?? {} });
        const result = resultsOf(evaluation).find(({ id }) => id === one.indicator);
        expect(result).toMatchObject({ outcome: 'unknown', missing: [] });
        expect([...(result?.reasons ?? [])].sort()).toEqual([...one.reasons].sort());
      });
    }
  }
}

const shipped = listRulesets({}).flatMap((entry) =>
  entry.loadable ? [{ name: `${entry.id}@${entry.version}`, entry }] : [],
);

describe('the examples beside the rulesets', () => {
  const files = exampleFiles();

  it('stand beside every version, and beside nothing else', () => {
    const expected = shipped.map(({ entry }) => `${FOLDER}/${entry.id}/${entry.version}.examples.json`);
    expect(files).toEqual(expected.sort());
    for (const path of files) {
      const { ruleset, assessedOn } = readExamples(path);
      expect(path).toBe(`${FOLDER}/${ruleset.replace('@', '/')}.examples.json`);
      const { effectiveFrom, effectiveTo, period } = getRuleset(ruleset);
      expect(assessedOn >= effectiveFrom && assessedOn <= (effectiveTo ?? period.to), path).toBe(true);
    }
  });

  describe.each(files)('%s', (path) => {
    const file = readExamples(path);

    it('comes out as it says', () => {
      checkExamples(path, file);
      checkOpen(path, file);
    });

    it('shows the set met, unmet and unknown, with the facts still missing', () => {
      const shown = new Set(
        file.examples.flatMap(({ expect: { set } }) => (set && 'missing' in set ? set.outcome : [])),
      );
      const unreachable = NOT_REACHABLE[file.ruleset]?.outcomes ?? [];
      const wanted = ['met', 'unmet', 'unknown'].filter((outcome) => !unreachable.includes(outcome));
      expect([...shown].sort()).toEqual(wanted.sort());
    });

    it('has every figure of every column at the boundary and just beyond it', () => {
      const hit = checkBoundaries(path, file);
      const left = cellsOf(getRuleset(file.ruleset), file.year).map(cellKey);
      expect(left.filter((key) => !hit.has(key) && !(`${file.ruleset} ${key}` in WITHOUT_NEIGHBOUR))).toEqual(
        [],
      );
    });

    it('shows for everything the law leaves open, in each column, that it stays unknown', () => {
      const ruleset = getRuleset(file.ruleset);
      const keyOf = (column: { region?: string; group?: string }, id: string): string =>
        [id, column.region ?? '-', column.group ?? '-'].join(' ');
      const shown = new Set(
        (file.open ?? []).flatMap((line) =>
          inEachColumn(line, ruleset).map((one) => keyOf(one, one.indicator)),
        ),
      );
      for (const column of inEachColumn({ region: 'every', group: 'every' }, ruleset)) {
        for (const { id, reasons } of resultsOf(judge(file, column)))
          if (!id.startsWith('#') && reasons.some((reason) => LEFT_OPEN.has(reason)))
            expect(shown, path).toContain(keyOf(column, id));
      }
    });
  });
});
