import { readFileSync } from 'node:fs';
import { type FactCatalogue, NtmError, parseSnapshot, type Snapshot } from '../../src/index.js';

/** A snapshot as the package checks it; the test fails with every problem where it is refused. */
export function parsed(input: unknown, facts: FactCatalogue = {}): Snapshot {
  const result = parseSnapshot(input, { facts });
  if (!result.ok) throw new NtmError(result.errors);
  return result.value;
}

/** One of the example files. */
export function example(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8')) as Record<string, unknown>;
}

/** Criteria 1 … n of a set, appraised as met, but for some. */
export function appraised(numbers: number, unmet: readonly string[] = []) {
  const all = Array.from({ length: numbers }, (_, at) => String(at + 1));
  return Object.fromEntries(
    all.map((no) => [
      no,
      { outcome: unmet.includes(no) ? ('unmet' as const) : ('met' as const), by: 'appraisal' as const },
    ]),
  );
}

export const NTM = 'vn/commune-ntm/2021-2025';
export const ADVANCED = 'vn/commune-advanced/2021-2025';
export const MODEL = 'vn/commune-model/2021-2025';
export const NTM_VILLAGE = 'lao-cai/village-ntm/2022-2025';
export const MODEL_VILLAGE = 'lao-cai/village-model/2022-2025';

/** A commune of Lào Cai judged in June 2023 for 2022, of which nothing is known but what is given. */
export function commune(rest: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    unit: { level: 'commune', name: 'Xã Mẫu', province: 'Lào Cai' },
    assessedOn: '2023-06-30',
    year: 2022,
    facts: {},
    ...rest,
  };
}

/** A village of Lào Cai judged at the end of 2023. */
export function village(rest: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    unit: { level: 'village', name: 'Thôn Mẫu', province: 'Lào Cai' },
    assessedOn: '2023-12-20',
    year: 2023,
    facts: {},
    recognitions: [],
    ...rest,
  };
}

/** A decision of recognition. */
export function recognition(tier: string, ruleset?: string, date?: string, rest: object = {}) {
  return {
    tier,
    status: 'recognised',
    ...(ruleset && { ruleset }),
    ...(date && { decision: { date } }),
    ...rest,
  };
}
