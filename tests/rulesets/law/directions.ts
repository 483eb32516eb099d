import type { FactLeaf } from '../../../src/schema/condition.js';
import type { Check } from '../example-checks.js';
import { mismatch } from '../matching.js';
import { fault } from './fault.js';
import { isMeasured, readingFor, resultWhenSupplied, supplyOf } from './supplied-figures.js';

/** A figure that has to be reached is, at it and above; one that may not be exceeded, at it and below. */
export const wrongDirections: Check = (file, ruleset, _judge, about) => {
  const { atLeast = [], atMost = [] } = file.law ?? {};
  const lines = [
    ...atLeast.map((id) => ({ id, outcomes: ['unmet', 'met', 'met'] })),
    ...atMost.map((id) => ({ id, outcomes: ['met', 'met', 'unmet'] })),
  ];
  return lines
    .filter(({ id }) => about === undefined || id === about)
    .flatMap(({ id, outcomes }) => {
      const { leaves, resultFor } = resultWhenSupplied(file, ruleset, id);
      const measured = leaves.filter((leaf) => isMeasured(ruleset, leaf));
      if (measured.length === 0) return [`${id}: compares nothing with a figure`];
      return outcomes.flatMap((outcome, at) => {
        const facts = Object.fromEntries(
          measured.map((leaf) => [leaf.fact, readingFor(leaf, supplyOf(ruleset, leaf.fact)[at] ?? '')]),
        );
        const parts =
          resultFor(facts)?.parts.filter(({ fact }) => measured.some((leaf) => leaf.fact === fact)) ?? [];
        if (parts.length === 0) return [`${id}: no part is judged`];
        return parts
          .filter((part) => part.outcome !== outcome)
          .map((part) => `${id}: ${part.fact} ${part.observed} is ${part.outcome}, not ${outcome}`);
      });
    });
};

/** Of figures that all count, one that falls short is enough to fail. */
export const wrongTogether: Check = (file, ruleset, _judge, about) =>
  (file.law?.together ?? [])
    .filter((id) => about === undefined || id === about)
    .flatMap((id) => {
      const { leaves, resultFor } = resultWhenSupplied(file, ruleset, id);
      if (leaves.length < 2) return [`${id}: compares less than two figures`];
      return leaves.flatMap((short) => {
        const facts = Object.fromEntries(
          leaves.map((leaf) => [
            leaf.fact,
            readingFor(leaf, supplyOf(ruleset, leaf.fact)[leaf === short ? 0 : 1] ?? ''),
          ]),
        );
        return fault(`${id}: ${short.fact} short:`, mismatch(resultFor(facts)?.outcome, 'unmet'));
      });
    });

/** Men and women each have to reach the figure; a reading by another standard says nothing. */
export const wrongReadings: Check = (file, ruleset, _judge, about) => {
  const { bySex = [], standard = {} } = file.law ?? {};
  const wanted = (id: string): boolean => about === undefined || id === about;
  const outcomeOf = (id: string, reading: (fact: FactLeaf) => unknown): string | undefined => {
    const { leaves, resultFor } = resultWhenSupplied(file, ruleset, id);
    return resultFor(Object.fromEntries(leaves.map((leaf) => [leaf.fact, reading(leaf)])))?.outcome;
  };
  return [
    ...bySex.filter(wanted).flatMap((id) => {
      const sexes = (male: number, female: number) => () => [
        { value: male, sex: 'male' },
        { value: female, sex: 'female' },
      ];
      const outcomes = [sexes(50, 50), sexes(49, 60), sexes(60, 49)].map((of) => outcomeOf(id, of));
      return fault(`${id}: by sex`, mismatch(outcomes, ['met', 'unmet', 'unmet']));
    }),
    ...Object.entries(standard)
      .filter(([id]) => wanted(id))
      .flatMap(([id, named]) => {
        const at = (value: number, by: string) => () => ({ value, standard: by });
        const outcomes = [at(50, named), at(51, named), at(1, 'quang-ninh/2023-2025')].map((of) =>
          outcomeOf(id, of),
        );
        return fault(`${id}: standard`, mismatch(outcomes, ['met', 'unmet', 'unknown']));
      }),
  ];
};
