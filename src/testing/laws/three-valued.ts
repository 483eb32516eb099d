import fc from 'fast-check';
import { leaves, placedIndicators } from '../../law/walk.js';
import { derivationInputs } from '../../schema/derivation-inputs.js';
import type { NoteCode } from '../../schema/evaluation.js';
import type { FactCatalogue } from '../../schema/fact.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { FactEntry, Reading, Scalar, Snapshot } from '../../schema/snapshot.js';
import type { Localized } from '../../schema/text.js';
import type { Bench } from '../bench.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { firstDifference, outcomesIn, outcomeWords, placeWords } from '../outcome-list.js';
import { snapshotsFor } from '../snapshots.js';
import { factWords, snapshotWords } from '../words.js';

/** Notes that say a finer or later figure has taken the place of another. */
const REPLACING: ReadonlySet<NoteCode> = new Set([
  'finer-figure-decides',
  'readings-conflict',
  'counts-differ',
  'later-reading-used',
]);

/** A snapshot before something in it was known. */
interface Addition {
  readonly snapshot: Snapshot;
  readonly fewer: Snapshot;
  readonly fact: string;
  readonly added: Exclude<FactEntry, null>;
}

/**
 * Takes away one fact, or one of several readings of it: the first known one from a place in the catalogue on, so that
 * it stays the same one while others are taken out of a counterexample.
 */
function takeAway(snapshot: Snapshot, catalogue: FactCatalogue, pick: number): Addition | undefined {
  const keys = Object.keys(catalogue);
  const from = pick % keys.length;
  const fact = [...keys.slice(from), ...keys.slice(0, from)].find((key) => key in snapshot.facts);
  if (fact === undefined) return undefined;
  const { [fact]: entry, ...facts } = snapshot.facts;
  const readings = Array.isArray(entry) ? (entry as readonly (Reading | Scalar)[]) : [];
  const at = Math.floor(pick / keys.length) % (readings.length + 1);
  const taken = readings[at];
  if (taken === undefined || readings.length < 2)
    return { snapshot, fewer: { ...snapshot, facts }, fact, added: entry as Exclude<FactEntry, null> };
  const left = readings.filter((_, index) => index !== at);
  return { snapshot, fewer: { ...snapshot, facts: { ...facts, [fact]: left } }, fact, added: taken };
}

/** A fact, and every fact that is worked out from it. */
function affectedBy(fact: string, catalogue: FactCatalogue): ReadonlySet<string> {
  const affected = new Set([fact]);
  for (const key of affected) {
    for (const [other, { derivations = [] }] of Object.entries(catalogue)) {
      const inputs = derivations.flatMap(derivationInputs);
      if (inputs.includes(key)) affected.add(other);
    }
  }
  return affected;
}

function isSaid({ evaluator, ruleset }: Bench, { snapshot, fact }: Addition): boolean {
  const affected = affectedBy(fact, ruleset.facts);
  return evaluator
    .evaluate(snapshot)
    .notes.some(({ code, about }) => REPLACING.has(code) && about !== undefined && affected.has(about));
}

/** Names of the outcomes that rest on another ruleset. */
function placesLeadingOut(ruleset: Ruleset): string[] {
  return [...placedIndicators(ruleset)].flatMap(({ indicator: { id, condition }, criterion }) => {
    const leadsOut = condition && [...leaves(condition)].some(({ leaf }) => 'ruleset' in leaf);
    return leadsOut ? [`${criterion ? 'indicator' : 'prerequisite'} ${id}`] : [];
  });
}

function reversal(
  { fewer, fact, added }: Addition,
  ruleset: Ruleset,
  told: { readonly place: Localized; readonly before: Localized; readonly after: Localized },
): Localized {
  const unit = snapshotWords(fewer, ruleset);
  const more = (locale: 'vi' | 'en'): string => factWords(fact, added, ruleset.facts[fact], locale);
  return {
    vi: `${unit.vi}: ${told.place.vi} ${told.before.vi}; thêm ${more('vi')} thì thành ${told.after.vi} mà không có lưu ý nào.`,
    en: `${unit.en}: ${told.place.en} is ${told.before.en}; adding ${more('en')} turns it to ${told.after.en}, and no note says so.`,
  };
}

/** Adding a fact never reverses what facts decided, except where it replaces a coarser reading, and then a note says so. */
export const threeValued = law<LawCase & { readonly pick: number }>(
  'three-valued',
  {
    vi: 'thêm số liệu không bao giờ đảo ngược điều số liệu đã kết luận',
    en: 'adding a fact never reverses what facts decided',
  },
  (bench) => {
    const { ruleset, evaluator, vocabulary } = bench;
    const leadingOut = placesLeadingOut(ruleset);
    return {
      cases: fc
        .record({ snapshot: snapshotsFor(ruleset, { vocabulary }), pick: fc.nat() })
        // The year judged may follow from the days of the facts; the law speaks of one year.
        .map(({ snapshot, pick }) => ({
          pick,
          snapshot: { ...snapshot, year: snapshot.year ?? Number(snapshot.assessedOn.slice(0, 4)) },
        })),
      try({ snapshot, pick }): Verdict {
        const addition = takeAway(snapshot, ruleset.facts, pick);
        if (!addition) return 'nothing at stake';
        const before = outcomesIn(evaluator, addition.fewer);
        const decided = new Map([...before].filter(([, { outcome }]) => outcome !== 'unknown'));
        const after = outcomesIn(evaluator, snapshot);
        const found = firstDifference(decided, after);
        if (!found) return decided.size > 0 ? 'held' : 'nothing at stake';
        // What another set comes to is tried, and its notes are read, where that set itself is on the bench.
        if (leadingOut.some((name) => before.get(name)?.outcome !== after.get(name)?.outcome))
          return 'nothing at stake';
        if (isSaid(bench, addition)) return 'held';
        return reversal(addition, ruleset, {
          place: placeWords(found.place),
          before: outcomeWords(found.place.outcome),
          after: outcomeWords(found.after),
        });
      },
    };
  },
);
