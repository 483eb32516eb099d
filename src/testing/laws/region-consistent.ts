import fc from 'fast-check';
import type { Snapshot } from '../../schema/snapshot.js';
import { type Home, homesOn } from '../homes.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { differenceWords, firstDifference, outcomesIn } from '../outcome-list.js';
import { snapshotsFor } from '../snapshots.js';
import { story } from '../words.js';

/** The unit in another province, or in one that is not known. */
function movedTo(snapshot: Snapshot, { province, formerProvince }: Partial<Home>): Snapshot {
  const { province: _province, formerProvince: _former, ...unit } = snapshot.unit;
  const place = {
    ...(province !== undefined && { province }),
    ...(formerProvince !== undefined && { formerProvince }),
  };
  return { ...snapshot, unit: { ...unit, ...place } };
}

/**
 * A province counts by its region alone: units alike in all else get the same answer in two provinces of one region,
 * and a unit whose region is not settled is decided only as every region it may lie in decides.
 */
export const regionConsistent = law<
  LawCase & { readonly one: number; readonly other: number; readonly unsettled: boolean }
>(
  'region-consistent',
  {
    vi: 'tỉnh chỉ có ý nghĩa qua vùng; chưa rõ vùng thì chỉ kết luận điều mọi vùng đều kết luận',
    en: 'a province counts by its region; while the region is open, only what all regions agree on is decided',
  },
  ({ ruleset, evaluator, vocabulary }) => {
    const territory = ruleset.territory ?? vocabulary.territory;
    return {
      cases: fc.record({
        snapshot: snapshotsFor(ruleset, { vocabulary }),
        one: fc.nat(),
        other: fc.nat(),
        unsettled: fc.boolean(),
      }),
      try({ snapshot, one, other, unsettled }): Verdict {
        const homes = territory ? homesOn(territory, snapshot.assessedOn) : [];
        const home = homes[one % homes.length];
        if (!territory || !home) return 'nothing at stake';
        const there = movedTo(snapshot, home);
        const answer = outcomesIn(evaluator, there);
        if (unsettled) {
          const open = movedTo(snapshot, other % 2 === 0 ? {} : { province: home.province });
          const decided = new Map(
            [...outcomesIn(evaluator, open)].filter(([, { outcome }]) => outcome !== 'unknown'),
          );
          const found = firstDifference(decided, answer);
          const where = home.formerProvince ?? home.province;
          const settled = { vi: `khi đã rõ là ở ${where}`, en: `once it is known to lie in ${where}` };
          return found ? story(open, ruleset, differenceWords(found, settled)) : 'held';
        }
        const alike = ruleset.regions ? homes.filter(({ region }) => region === home.region) : homes;
        const next = alike[other % alike.length] as Home;
        const found = firstDifference(answer, outcomesIn(evaluator, movedTo(snapshot, next)));
        const where = next.formerProvince ?? next.province;
        const moved = {
          vi: `khi ở ${where}, dù xét theo cùng một cột`,
          en: `in ${where}, though the same column judges it`,
        };
        return found ? story(there, ruleset, differenceWords(found, moved)) : 'held';
      },
    };
  },
);
