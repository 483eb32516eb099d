import { readFileSync } from 'node:fs';
import { parseSnapshot, type Snapshot } from '../../src/index.js';

interface Reading {
  value?: unknown;
}

const example = JSON.parse(readFileSync('docs/examples/constructed-commune.snapshot.json', 'utf8')) as {
  unit: object;
  facts: Record<string, unknown>;
};

/** A figure a little worse or better, by a rule and not by chance; everything that is no plain figure stays. */
function moved(value: unknown, by: number): unknown {
  if (typeof value === 'number') return Math.max(0, Math.round(value * (1 - by / 100)));
  if (typeof value === 'boolean') return by > 15 ? !value : value;
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const reading = value as Reading;
    return { ...reading, value: moved(reading.value, by) };
  }
  return value;
}

/** A part that has become larger than its whole is taken out. */
function checked(snapshot: { readonly facts: Record<string, unknown> } & Record<string, unknown>): Snapshot {
  const parsed = parseSnapshot(snapshot);
  if (parsed.ok) return parsed.value;
  const refused = new Set(parsed.errors.map(({ path }) => path.split('/')[2]));
  const left = Object.entries(snapshot.facts).filter(([key]) => !refused.has(key));
  if (left.length === Object.keys(snapshot.facts).length) throw new Error(parsed.errors[0]?.message.en);
  return checked({ ...snapshot, facts: Object.fromEntries(left) });
}

/** Made-up communes in made-up districts: the example, each with some of its figures lost and some moved. */
export function communes(count: number, facts = example.facts): Snapshot[] {
  return Array.from({ length: count }, (_, at) => {
    const own = Object.entries(facts).flatMap(([key, value], place): [string, unknown][] => {
      const turn = at % 3 === 1 ? 99 : (at * 7919 + place * 104_729) % 97;
      if (turn < (at % 5 < 2 ? 1 : 0)) return [];
      return [[key, turn < 4 ? moved(value, 3 + ((at * 7 + place) % 29)) : value]];
    });
    return checked({
      ...example,
      unit: {
        ...example.unit,
        name: `Xã Ví Dụ ${at + 1}`,
        district: `Huyện ${String.fromCharCode(65 + (at % 7))}`,
      },
      facts: Object.fromEntries(own),
      recognitions: at % 3 === 0 ? [{ tier: 'ntm', resultYear: 2022, status: 'recognised' }] : [],
    });
  });
}
