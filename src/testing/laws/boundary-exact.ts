import type { Part } from '../../schema/evaluation.js';
import { resultFor } from '../bench.js';
import { type BoundaryCase, casesAtBoundaries, everyBoundary } from '../boundary-cases.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { outcomeWords } from '../outcome-list.js';
import { snapshotsFor } from '../snapshots.js';
import { story } from '../words.js';

interface AtBoundary extends LawCase {
  /** Absent where the ruleset has no figure, or none that a unit can be held against. */
  readonly boundary?: BoundaryCase;
}

const isPart = ({ id }: Part, name: string): boolean =>
  id === name || id === `${name}:male` || id === `${name}:female`;

/** A figure at the boundary is judged as the words of the law say, and so is the least step to either side of it. */
export const boundaryExact = law<AtBoundary>(
  'boundary-exact',
  {
    vi: 'đúng mức, sát dưới mức và sát trên mức đều xét đúng câu chữ',
    en: 'at a boundary and just beside it the words of the law decide',
  },
  (bench) => {
    const { ruleset, slices, vocabulary } = bench;
    const withCase = (boundary: BoundaryCase): AtBoundary => ({ snapshot: boundary.snapshot, boundary });
    const anything = snapshotsFor(ruleset, { vocabulary, completeness: 0 }).map(
      (snapshot): AtBoundary => ({ snapshot }),
    );
    const always = everyBoundary(slices, vocabulary).map(withCase);
    const atBoundaries = casesAtBoundaries(slices, vocabulary);
    return {
      always,
      cases: always.length === 0 ? anything : atBoundaries.filter((one) => one !== undefined).map(withCase),
      try({ snapshot, boundary }): Verdict {
        if (!boundary) return 'nothing at stake';
        const { slice, indicator, part, required, expected, column, fact, words } = boundary;
        const evaluation = bench.compiled(slice.ruleset).evaluate(snapshot);
        const { regions, groups } = evaluation.context;
        const elsewhere =
          regions.length > 1 || groups.length > 1 || (column.region ?? regions[0]) !== regions[0];
        if (elsewhere) return 'nothing at stake';
        const parts = resultFor(evaluation, indicator)?.parts.filter((one) => isPart(one, part)) ?? [];
        const wrong = parts.find((one) => one.outcome !== expected);
        const other = parts.find((one) => JSON.stringify(one.required) !== JSON.stringify(required));
        if (parts.length > 0 && !wrong && !other) return 'held';
        const found = outcomeWords(wrong?.outcome ?? 'unknown');
        const meant = outcomeWords(expected);
        return story(
          snapshot,
          ruleset,
          other
            ? {
                vi: `chỉ tiêu ${indicator} yêu cầu ${words.vi} ở cột này, nhưng lại lấy mức ${JSON.stringify(other.required)}`,
                en: `indicator ${indicator} asks for ${words.en} in its column, but it is held against ${JSON.stringify(other.required)}`,
              }
            : {
                vi: `chỉ tiêu ${indicator} yêu cầu ${words.vi} nên phải là ${meant.vi}, nhưng kết quả là ${found.vi}`,
                en: `indicator ${indicator} asks for ${words.en}, which makes it ${meant.en}, but it comes out ${found.en}`,
              },
          [fact],
        );
      },
    };
  },
);
