/**
 * The whole programme in one process: 10,600 communes and 90,000 villages through their tiers, rolled up and
 * summarised, province by province. Prints the time it takes, with how a tenth of it went, and the peak of memory.
 */
import {
  combineSummaries,
  ladders,
  type RollUp,
  rollUp,
  type Snapshot,
  type Summary,
  shippedVocabulary,
  summarize,
  type TierStanding,
  tierStandings,
} from '../../../src/index.js';
import { getRuleset } from '../../../src/shipped.js';
import { processorTime } from '../processor-time.js';
import { seeded, seededSnapshots } from '../seeded-snapshots.js';

const COMMUNES = 10_600;
const VILLAGES = 90_000;
const COMMUNE_LADDER = 'vn/commune/2021-2025';
const VILLAGE_LADDER = 'lao-cai/village/2022-2025';
const POOL = 300;

/** Made-up communes of every province: facts of a seeded pool, each commune with a code of its own. */
function* communes(count: number): Generator<Snapshot[]> {
  const provinces = Object.values(shippedVocabulary().territory?.before ?? {}).map(({ name }) => name);
  const set = getRuleset('vn/commune-advanced/2021-2025', { on: '2024-01-24' });
  const ordinary = getRuleset('vn/commune-ntm/2021-2025', { on: '2024-01-24' });
  const pool = seededSnapshots(set, { count: POOL, missing: 0.2 });
  const other = seededSnapshots(ordinary, { count: POOL, missing: 0.2, seed: 2 });
  const random = seeded(3);
  const share = Math.ceil(count / provinces.length);
  for (let at = 0, province = 0; at < count; province += 1) {
    const batch: Snapshot[] = [];
    for (const end = Math.min(count, at + share); at < end; at += 1) {
      const one = pool[at % POOL] as Snapshot;
      const { facts } = other[(at * 7) % POOL] as Snapshot;
      batch.push({
        ...one,
        unit: {
          ...one.unit,
          code: `X${at}`,
          name: `Xã ${at}`,
          province: provinces[province] ?? null,
          district: `Huyện ${at % 11}`,
        },
        facts: { ...facts, ...one.facts },
        recognitions:
          random() < 0.7 ? [{ tier: random() < 0.2 ? 'advanced' : 'ntm', status: 'recognised' }] : [],
      });
    }
    yield batch;
  }
}

/** Made-up villages, whose sets are judged by declared criteria. */
function* villages(count: number): Generator<Snapshot[]> {
  const steps = ladders().find(({ id }) => id === VILLAGE_LADDER)?.steps ?? [];
  const sets = steps.flatMap(({ ruleset }) => (ruleset === undefined ? [] : [getRuleset(ruleset)]));
  const random = seeded(4);
  const share = Math.ceil(count / 63);
  for (let at = 0; at < count; ) {
    const batch: Snapshot[] = [];
    for (const end = Math.min(count, at + share); at < end; at += 1) {
      const declared = Object.fromEntries(
        sets.map(({ id, criteria }) => [
          id,
          Object.fromEntries(
            criteria.map(({ no }) => [no, { outcome: random() < 0.97 ? 'met' : 'unmet' } as const]),
          ),
        ]),
      );
      batch.push({
        unit: {
          level: 'village',
          code: `T${at}`,
          name: `Thôn ${at}`,
          province: 'Lào Cai',
          parent: `X${at % 150}`,
        },
        assessedOn: '2024-01-24',
        year: 2023,
        facts: {},
        declared,
      });
    }
    yield batch;
  }
}

interface Account {
  readonly seconds: number;
  readonly units: number;
  readonly rollUp: RollUp;
  readonly summary: Summary;
}

/** Judges batch by batch, and keeps of each only what it adds up to. */
function account(batches: Iterable<Snapshot[]>, ladder: string): Account {
  let [spent, units] = [0, 0];
  const counted: RollUp[] = [];
  let summary: Summary | undefined;
  for (const batch of batches) {
    const start = processorTime();
    const standings: TierStanding[] = [...tierStandings(batch, ladder, { judged: true })];
    counted.push(rollUp(standings, { by: 'evaluation' }));
    const part = summarize(standings);
    summary = summary ? combineSummaries(summary, part) : part;
    spent += processorTime() - start;
    units += batch.length;
  }
  const start = processorTime();
  const whole = rollUp(counted, { by: 'evaluation' });
  spent += processorTime() - start;
  return { seconds: spent / 1000, units, rollUp: whole, summary: summary ?? summarize([]) };
}

const [whole = '1'] = process.argv.slice(2);
account(communes(500), COMMUNE_LADDER); // the first units pay for compiling the sets
account(villages(500), VILLAGE_LADDER);
const rows = [Number(whole) / 10, Number(whole)].flatMap((share) =>
  [
    { of: 'communes', tiers: 3, ...account(communes(Math.round(COMMUNES * share)), COMMUNE_LADDER) },
    { of: 'villages', tiers: 2, ...account(villages(Math.round(VILLAGES * share)), VILLAGE_LADDER) },
  ].map(({ of, tiers, units, seconds }) => ({ of, tiers, units, seconds })),
);
process.stdout.write(
  JSON.stringify({ rows, megabytesPeak: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6) }),
);
