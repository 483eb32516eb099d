import { readingsOf } from '../../../src/rule/reading.js';
import type { LawBroken, LawId } from '../../../src/testing/index.js';

/** A fault of the engine that a law has found and that is still open: nothing else may break the law. */
interface OpenFault {
  readonly law: LawId;
  readonly says: string;
  isBehind(error: LawBroken): boolean;
}

const readings = ({ counterexample }: LawBroken) => Object.values(counterexample.facts).map(readingsOf);

/** An entry goes when its fault does. */
export const OPEN_FAULTS: readonly OpenFault[] = [
  {
    law: 'three-valued',
    says: 'of several derivations of one fact, and of terms known within bounds, only one bound is used',
    isBehind: ({ counterexample }) =>
      Object.keys(counterexample.facts).some((key) => key.startsWith('poverty.')),
  },
  {
    law: 'three-valued',
    says: 'counts of men and women known within bounds count as complete, and a rough total hides their sum',
    isBehind: (error) =>
      readings(error).some(
        (list) =>
          list.some(({ sex }) => sex !== undefined) &&
          list.some(({ value }) => value === undefined || value === null),
      ),
  },
  {
    law: 'order-free',
    says: 'of an undated reading and one of the day of judgement, the first in the list decides',
    isBehind: (error) =>
      readings(error).some(
        (list) =>
          list.some(({ asOf }) => asOf === undefined) &&
          list.some(({ asOf }) => asOf === error.counterexample.assessedOn),
      ),
  },
];
