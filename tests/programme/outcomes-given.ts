import { type Because, type Evaluation, evaluate, type Outcome, type Snapshot } from '../../src/index.js';

export const NTM = 'vn/commune-ntm/2021-2025';
export const ADVANCED = 'vn/commune-advanced/2021-2025';
export const DISTRICT = 'vn/district-ntm/2021-2025';

export const DAY = '2024-06-01';

const LEVELS = { [NTM]: 'commune', [ADVANCED]: 'commune', [DISTRICT]: 'district' } as const;

export interface Given {
  failed?: readonly number[];
  unknown?: readonly number[];
  /** Criteria whose outcome rests on less than certainty. */
  because?: Readonly<Record<number, Because[]>>;
  on?: string;
  set?: keyof typeof LEVELS;
  name?: string;
}

/** An evaluation with the outcomes given for its criteria; all others are met. */
export function evaluationWith(given: Given = {}): Evaluation {
  const { failed = [], unknown = [], because = {}, on = DAY, set = NTM, name = 'Xã Ví Dụ' } = given;
  const empty = evaluate(
    { unit: { level: LEVELS[set], name, province: 'Lào Cai' }, assessedOn: on, year: Number(on.slice(0, 4)) },
    set,
  );
  const criteria = empty.criteria.map((criterion) => {
    const no = Number(criterion.no);
    const outcome: Outcome = failed.includes(no) ? 'unmet' : unknown.includes(no) ? 'unknown' : 'met';
    const why = because[no] ?? [];
    return { ...criterion, outcome, because: why, provisional: why.length > 0 };
  });
  const count = (wanted: Outcome) => criteria.filter(({ outcome }) => outcome === wanted).length;
  const tally = {
    total: criteria.length,
    met: count('met'),
    unmet: count('unmet'),
    unknown: count('unknown'),
  };
  return { ...empty, criteria, totals: { ...empty.totals, criteria: tally } };
}

/** Criteria 1, 2, 3 …, none of them a key criterion of communes or districts as long as there are few. */
export const first = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Criteria of communes that are no key criteria: 1 to 9 and 11 to 16. */
export const ordinary = (count: number): number[] =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16].slice(0, count);

export type { Snapshot };
