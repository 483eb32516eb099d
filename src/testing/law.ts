import fc from 'fast-check';
import type { Vocabulary } from '../check/vocabulary.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import type { RecordedAnswers } from './answers.js';
import { Bench } from './bench.js';

/** The laws of the kit. */
export type LawId =
  | 'total'
  | 'three-valued'
  | 'monotone'
  | 'boundary-exact'
  | 'gap-closing'
  | 'gap-minimal'
  | 'region-consistent'
  | 'amendment-consistent'
  | 'order-free'
  | 'version-stable';

/** How hard to try. */
export interface LawParameters {
  /** Made-up units to try; default 100. @since 0.1.0 */
  numRuns?: number;
  /** Where chance starts. Default: another one each time; a broken law names it. @since 0.1.0 */
  seed?: number;
  /** Replays one counterexample, as a broken law gives it. @since 0.1.0 */
  path?: string;
  /** Sets this one leads to, where they are not those inside the package. @since 0.1.0 */
  rulesets?: readonly Ruleset[];
  /** What names in snapshots are checked against. Default: everything inside the package. @since 0.1.0 */
  vocabulary?: Vocabulary;
  /** Answers recorded by `recordAnswers`, which `version-stable` holds the ruleset to. @since 0.1.0 */
  answers?: RecordedAnswers;
}

/** What trying a law came to, where it held. */
export interface LawRun {
  readonly law: LawId;
  /** `id@version#revision` */
  readonly ruleset: string;
  /** Units tried. */
  readonly cases: number;
  /** Those in which something was at stake: where no indicator is unmet, no gap can be wrong. */
  readonly telling: number;
}

/** Something every ruleset keeps, whatever it asks for. */
export interface Law {
  readonly id: LawId;
  readonly title: Localized;
  /**
   * Tries the law on made-up units. Needs no test framework.
   *
   * @throws LawBroken with the simplest unit found, in the words of the law
   */
  check(ruleset: Ruleset, parameters?: LawParameters): LawRun;
}

/** Tells rulesets apart as answers are recorded for them: `vn/commune-ntm/2021-2025@2022-03-08#1`. */
export function revisionOf({ id, version, revision }: Ruleset): string {
  return `${id}@${version}#${revision}`;
}

/** A law that a ruleset, or the engine with it, does not keep. */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';

  constructor(
    readonly law: LawId,
    readonly ruleset: string,
    /** The counterexample in words. */
    readonly story: Localized,
    /** The unit that shows it. */
    readonly counterexample: Snapshot,
    /** Parameters that find it again. */
    readonly replay: { readonly seed: number; readonly path: string },
  ) {
    super(
      [
        `${ruleset} · ${law}`,
        story.en,
        story.vi,
        `counterexample: ${JSON.stringify(counterexample)}`,
        `again with: ${JSON.stringify(replay)}`,
      ].join('\n'),
    );
  }
}

/** What one case says of a law: it held, nothing was at stake, or the story of how it was broken. */
export type Verdict = 'held' | 'nothing at stake' | Localized;

/** A unit, and what the law does with it. */
export interface LawCase {
  readonly snapshot: Snapshot;
}

/** A law at work on one ruleset. */
export interface Trial<T extends LawCase> {
  readonly cases: fc.Arbitrary<T>;
  /** Cases tried before any other. */
  readonly always?: readonly T[];
  try(one: T): Verdict;
}

const noAnswer = (error: unknown): Localized => {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { vi: `Không có kết quả: ${said}`, en: `There is no answer: ${said}` };
};

/** A law by what it tries: cases made from the ruleset, and what each of them says. */
export function law<T extends LawCase>(
  id: LawId,
  title: Localized,
  prepare: (bench: Bench) => Trial<T>,
): Law {
  return {
    id,
    title,
    check(ruleset, parameters = {}) {
      const trial = prepare(new Bench(ruleset, parameters));
      const verdict = (one: T): Verdict => {
        try {
          return trial.try(one);
        } catch (error) {
          return noAnswer(error);
        }
      };
      let [cases, telling] = [0, 0];
      const { numRuns = 100, seed, path } = parameters;
      const property = fc.property(trial.cases, (one) => {
        const said = verdict(one);
        cases += 1;
        if (said === 'held') telling += 1;
        return typeof said === 'string';
      });
      const run = fc.check(property, {
        // What is always tried comes on top.
        numRuns: numRuns + (trial.always?.length ?? 0),
        examples: (trial.always ?? []).map((one): [T] => [one]),
        ...(seed !== undefined && { seed }),
        ...(path !== undefined && { path }),
      });
      if (run.failed) {
        const [one] = run.counterexample as [T];
        const replay = { seed: run.seed, path: run.counterexamplePath ?? '' };
        const story = verdict(one) as Localized;
        throw new LawBroken(id, revisionOf(ruleset), story, one.snapshot, replay);
      }
      return { law: id, ruleset: revisionOf(ruleset), cases, telling };
    },
  };
}
