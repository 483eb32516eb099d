import { compileRuleset } from '../evaluate/compiled-ruleset.js';
import {
  compile,
  type EvaluateOptions,
  type Evaluator,
  judgementOptions,
  relatedAmong,
} from '../evaluate/evaluator.js';
import { Judgement, type JudgementOptions } from '../evaluate/judgement.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';

/** One text made ready to judge by. */
export interface Judging {
  readonly evaluator: Evaluator;
  readonly options: JudgementOptions;
}

/** By which text a unit is judged; the same object for the same text. */
export type JudgingOf = (snapshot: Snapshot) => Judging;

/** One text for every unit. */
export function judgingFor(ruleset: Ruleset, options: EvaluateOptions): Judging {
  const related = relatedAmong(options.rulesets ?? []);
  return {
    evaluator: compile(ruleset, { ...options, related }),
    options: judgementOptions(options, related),
  };
}

export function judgementOf({ evaluator, options }: Judging, snapshot: Snapshot): Judgement {
  return new Judgement(compileRuleset(evaluator.ruleset), snapshot, options);
}

/** A region or group, or null where it is not settled which one judges a unit or the text has none. */
export interface JudgedPlace {
  readonly id: string | null;
  readonly title?: Localized | undefined;
}

const settled = (ids: readonly (string | undefined)[]): string | null => {
  const [first, ...others] = new Set(ids);
  return first === undefined || others.length > 0 ? null : first;
};

/** The region and the group a unit is judged by. */
export function placesOf(judgement: Judgement): {
  readonly region: JudgedPlace;
  readonly group: JudgedPlace;
} {
  const { places, ruleset } = judgement;
  const region = settled(places.map((place) => place.region));
  const group = settled(places.map((place) => place.group));
  return {
    region: { id: region, title: region === null ? undefined : ruleset.territory?.regions[region] },
    group: { id: group, title: ruleset.groups?.find(({ id }) => id === group)?.title },
  };
}

/** Whether a text tells regions, or groups, apart at all. */
export function tellsApart({ regions, groups }: Ruleset): {
  readonly region: boolean;
  readonly group: boolean;
} {
  return { region: regions !== undefined, group: groups !== undefined };
}
