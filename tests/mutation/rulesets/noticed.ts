import { getRuleset } from '../../../src/index.js';
import {
  type Check,
  openNotShown,
  wrongBoundaries,
  wrongExamples,
  wrongOpen,
} from '../../rulesets/example-checks.js';
import { type ExamplesFile, judgeOf } from '../../rulesets/examples.js';
import { lawChecks } from '../../rulesets/law/law-checks.js';
import type { RulesetMutant } from './ruleset-mutants.js';

/** What the examples say of figures, column by column; of one indicator where only that was changed. */
const QUICK: readonly Check[] = [
  ...lawChecks((id, on) => getRuleset(id, { on })),
  wrongBoundaries,
  wrongOpen,
  openNotShown,
];

/** Whether the examples beside a ruleset fail when it is changed: by a fault found, or by not being judged at all. */
export function isNoticed({ indicator, to }: RulesetMutant, file: ExamplesFile): boolean {
  try {
    const judge = judgeOf(file, to);
    const quick = QUICK.some((check) => check(file, to, judge, indicator).length > 0);
    return quick || wrongExamples(file, to, judge).length > 0;
  } catch {
    return true;
  }
}
