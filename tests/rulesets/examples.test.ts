import { describe, expect, it } from 'vitest';
import { getRuleset, listRulesets } from '../../src/index.js';
import { openNotShown, wrongBoundaries, wrongExamples, wrongOpen } from './example-checks.js';
import { exampleFiles, FOLDER, judgeOf, readExamples } from './examples.js';
import { lawChecks } from './law/law-checks.js';

const LAW = lawChecks((id, on) => getRuleset(id, { on }));

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

    const ruleset = getRuleset(file.ruleset);
    const judge = judgeOf(file, ruleset);

    it('comes out as it says', () => {
      expect(wrongExamples(file, ruleset, judge)).toEqual([]);
      expect(wrongOpen(file, ruleset, judge)).toEqual([]);
    });

    it('shows the set met, unmet and unknown, with the facts still missing', () => {
      const shown = new Set(
        file.examples.flatMap(({ expect: { set } }) => (set && 'missing' in set ? set.outcome : [])),
      );
      const unreachable = NOT_REACHABLE[file.ruleset]?.outcomes ?? [];
      const wanted = ['met', 'unmet', 'unknown'].filter((outcome) => !unreachable.includes(outcome));
      expect([...shown].sort()).toEqual(wanted.sort());
    });

    it('asks what the sources say: totals, printed figures, directions, contents, columns', () => {
      for (const wrong of LAW) expect(wrong(file, ruleset, judge)).toEqual([]);
    });

    it('has every figure of every column at the boundary and just beyond it', () => {
      expect(wrongBoundaries(file, ruleset, judge)).toEqual([]);
    });

    it('shows for everything the law leaves open, in each column, that it stays unknown', () => {
      expect(openNotShown(file, ruleset, judge)).toEqual([]);
    });
  });
});
