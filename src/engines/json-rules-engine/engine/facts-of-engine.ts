import { unknownFact } from '../../../check/facts.js';
import { isObject } from '../../../check/is-object.js';
import { checkSnapshot } from '../../../check/parse-snapshot.js';
import type { Vocabulary } from '../../../check/vocabulary.js';
import type { CheckingOptions } from '../../../evaluate/evaluate.js';
import { misspelt } from '../../../problem/nearest.js';
import { NtmError } from '../../../problem/problem.js';
import { ProblemList } from '../../../problem/problem-list.js';
import type { Ruleset } from '../../../schema/ruleset.js';
import type { Setting } from '../proofs/setting.js';
import type { FactsOfEngine } from './ruleset-engine.js';
import { usedKeys } from './used-keys.js';

/** What an engine asks for, and how the facts of a run are checked: like those of a snapshot. */
export function factsOfEngine(
  ruleset: Ruleset,
  { snapshot, year, judging }: Setting,
  checking: {
    readonly vocabulary: Vocabulary;
    readonly standards: Readonly<Record<string, string>>;
    readonly onInvalid: CheckingOptions['onInvalid'];
  },
): FactsOfEngine {
  const { vocabulary, standards, onInvalid } = checking;
  const { unit, assessedOn } = snapshot;
  return {
    keys: usedKeys(ruleset, judging.related, snapshot, year),
    checkNames(given) {
      const known = Object.keys(vocabulary.facts ?? {});
      const problems = new ProblemList();
      for (const key of given) {
        if (!known.includes(key) && misspelt(key, known) !== undefined)
          unknownFact(key, ['facts', key], known, problems);
      }
      if (!problems.empty) throw new NtmError(problems.list());
    },
    read(raw) {
      const facts = Object.fromEntries(
        [...raw].map(([key, value]) => [key, measuredBy(value, standards[key])]),
      );
      const { level, name } = unit;
      const checked = checkSnapshot({ unit: { level, name }, assessedOn, facts }, vocabulary);
      if (!checked.snapshot || (checked.problems.length > 0 && onInvalid !== 'unknown'))
        throw new NtmError(checked.problems);
      return checked.snapshot.facts;
    },
  };
}

/** Figures that name no standard, with the one they were measured by. */
function measuredBy(value: unknown, standard: string | undefined): unknown {
  if (standard === undefined || value === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => measuredBy(one, standard));
  if (isObject(value)) return { standard, ...value };
  return { value, standard };
}
