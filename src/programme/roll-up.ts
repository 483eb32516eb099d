import { tierRank } from '../law/rulesets-for.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { LevelCounts, RevokedCount, RollUp, RollUpNote, TierCount } from '../schema/roll-up.js';
import type { FactEntry } from '../schema/snapshot.js';
import type { Level } from '../schema/text.js';
import type { Count, LevelBook, RollUpBook } from './roll-up-book.js';
import { shareBounds } from './share-of.js';

/** Where the fact catalogue keeps what is counted of a level. */
const PLURALS: Readonly<Record<Level, string>> = {
  village: 'villages',
  commune: 'communes',
  district: 'districts',
  town: 'towns',
  province: 'provinces',
};

const LEVEL_ORDER: readonly Level[] = ['village', 'commune', 'district', 'town', 'province'];

/** Names of tiers inside fact keys; a town completes a task and does not meet a standard. */
function tierName(tier: string): string {
  if (tier === 'completion') return 'completed';
  return tier.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function counted(count: Count, total: number): Pick<TierCount, 'count' | 'tally' | 'share'> {
  const unknown = total - count.met - count.unmet;
  const bounds = { least: count.met, most: count.met + unknown };
  return {
    count: bounds,
    tally: { total, met: count.met, unmet: count.unmet, unknown },
    share: shareBounds(bounds, total),
  };
}

function levelCounts(level: Level, book: LevelBook, { by }: RollUpBook): LevelCounts {
  const plural = PLURALS[level];
  const tiers = [...book.tiers]
    .sort(([a], [b]) => tierRank(a) - tierRank(b) || (a < b ? -1 : 1))
    .map(
      ([tier, count]): TierCount => ({
        tier,
        fact: `${plural}.${tierName(tier)}`,
        ...counted(count, book.total),
        provisional: count.provisional,
      }),
    );
  const revoked: RevokedCount = { fact: `${plural}.revoked`, ...counted(book.revoked, book.total) };
  return {
    level,
    fact: `${plural}.total`,
    total: book.total,
    withoutData: book.withoutData,
    nameless: book.nameless,
    tiers,
    ...(by === 'recognition' && { revoked }),
  };
}

/** A count as a fact of the parent: exact or in bounds, approximate where it rests on provisional outcomes. */
function factOf({ count, provisional }: Pick<TierCount, 'count'> & { provisional: number }): FactEntry {
  const { least, most } = count;
  const figure = least === most ? { value: least } : { atLeast: least, atMost: most };
  if (provisional > 0) return { ...figure, approximate: true };
  return least === most ? least : figure;
}

function factsOf(levels: readonly LevelCounts[], catalogue: FactCatalogue): Record<string, FactEntry> {
  const facts: Record<string, FactEntry> = {};
  const give = (key: string, entry: FactEntry): void => {
    if (Object.hasOwn(catalogue, key)) facts[key] = entry;
  };
  for (const { fact, total, tiers, revoked } of levels) {
    give(fact, total);
    for (const tier of tiers) give(tier.fact, factOf(tier));
    if (revoked) give(revoked.fact, factOf({ ...revoked, provisional: 0 }));
  }
  return facts;
}

const listed = (one: number, first: string, other: number, second: string): string =>
  [...(one > 0 ? [`${one} ${first}`] : []), ...(other > 0 ? [`${other} ${second}`] : [])].join(', ');

function notesOf(levels: readonly LevelCounts[], book: RollUpBook): RollUpNote[] {
  const notes: RollUpNote[] = [];
  const villages = levels.find(({ level }) => level === 'village');
  const models = villages?.tiers.find(({ tier }) => tier === 'model');
  if (models && models.count.most > 0) {
    const isCounted = book.models === 'counted';
    notes.push({
      code: isCounted ? 'model-villages-counted' : 'model-villages-apart',
      about: 'villages.ntm',
      text: isCounted
        ? {
            vi: 'Thôn kiểu mẫu được tính vào số thôn đạt chuẩn nông thôn mới; văn bản đang có không nói rõ.',
            en: 'Model villages are counted among the new-rural villages; the papers at hand do not say so or otherwise.',
          }
        : {
            vi: 'Thôn kiểu mẫu không tính vào số thôn đạt chuẩn nông thôn mới; văn bản đang có không nói rõ.',
            en: 'Model villages are not counted among the new-rural villages; the papers at hand do not say so or otherwise.',
          },
    });
  }
  const { first, last } = book;
  if (first !== undefined && last !== undefined && first !== last) {
    const [from, to] = [first, last].map((day) => day.split('-').reverse().join('/'));
    notes.push({
      code: 'days-differ',
      about: `${first} – ${last}`,
      text: {
        vi: `Các đơn vị được xét vào những ngày khác nhau, từ ${from} đến ${to}.`,
        en: `The units were judged on different days, from ${first} to ${last}.`,
      },
    });
  }
  const urban = book.wards.size + book.townships.size;
  if (urban > 0) {
    notes.push({
      code: 'urban-units-excluded',
      about: String(urban),
      text: {
        vi: `Không tính vào số xã: ${listed(book.wards.size, 'phường', book.townships.size, 'thị trấn')}.`,
        en: `Not counted among the communes: ${listed(book.wards.size, 'wards (phường)', book.townships.size, 'townships (thị trấn)')}.`,
      },
    });
  }
  return notes;
}

/** What a book comes to. */
export function rollUpOf(book: RollUpBook, catalogue: FactCatalogue): RollUp {
  const levels = [...book.levels]
    .sort(([a], [b]) => LEVEL_ORDER.indexOf(a) - LEVEL_ORDER.indexOf(b))
    .map(([level, one]) => levelCounts(level, one, book));
  const { first, last } = book;
  return {
    kind: 'roll-up',
    by: book.by,
    levels,
    ...(book.levels.has('village') && { modelVillages: book.models }),
    facts: factsOf(levels, catalogue),
    excluded: { wards: [...book.wards].sort(), townships: [...book.townships].sort() },
    days: first !== undefined && last !== undefined ? { first, last } : null,
    members: [...book.members].sort(),
    notes: notesOf(levels, book),
  };
}
