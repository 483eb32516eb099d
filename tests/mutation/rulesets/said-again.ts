import { readFileSync } from 'node:fs';
import { PARTS, type Part, type Said, saidOf } from '../../rulesets/said-again/parts.js';
import { saidMutants } from './said-mutants.js';

/** Members that the examples beside each ruleset hold, and that are changed with them. */
const HELD_BY_EXAMPLES: Readonly<Partial<Record<Part['name'], ReadonlySet<string>>>> = {
  versions: new Set(['criteria', 'prerequisites', 'facts', 'territory', 'totals', 'pass', 'groups']),
  standing: new Set(['condition', 'cases', 'delegated', 'pass', 'where', 'value']),
};

/** Of a version only criteria are looked at for what figures rest on. */
const STANDING = ['criteria', 'prerequisites'] as const;

function changedOf(part: Part, value: object): object {
  if (part.name !== 'standing') return value;
  return Object.fromEntries(STANDING.map((key) => [key, (value as Record<string, unknown>)[key]]));
}

export interface PartCount {
  noticed: number;
  of: number;
}

/** Changes every entry of a part, one thing at a time, and asks whether what is written down notices. */
export function tryPart(part: Part): { count: PartCount; survivors: string[] } {
  const said = JSON.parse(
    readFileSync(`tests/rulesets/said-again/expected/${part.name}.json`, 'utf8'),
  ) as Said;
  const survivors: string[] = [];
  const count: PartCount = { noticed: 0, of: 0 };
  for (const [id, value] of part.entries()) {
    const expected = JSON.stringify(said[id]);
    for (const { says, to } of saidMutants(
      changedOf(part, value),
      HELD_BY_EXAMPLES[part.name] ?? new Set(),
    )) {
      count.of += 1;
      if (isNoticed(part, to as object, expected)) count.noticed += 1;
      else survivors.push(`${id} ${part.name}: ${says}`);
    }
  }
  return { count, survivors };
}

function isNoticed(part: Part, changed: object, expected: string): boolean {
  try {
    return JSON.stringify(saidOf(part, changed)) !== expected;
  } catch {
    return true;
  }
}

/** All parts: what was noticed of each, and what was not. */
export function tryParts(): { totals: Record<string, PartCount>; survivors: string[] } {
  const tried = PARTS.map((part) => [part.name, tryPart(part)] as const);
  return {
    totals: Object.fromEntries(tried.map(([name, { count }]) => [name, count])),
    survivors: tried.flatMap(([, { survivors }]) => survivors),
  };
}
