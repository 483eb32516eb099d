import { levelAbolished } from '../law/rulesets-for.js';
import { tierTitle } from '../law/tier-names.js';
import type { Problem } from '../problem/problem.js';
import type { Ladder, LadderStep } from '../schema/ladder.js';
import type { RecognisedTier, TierNote, TierNoteCode } from '../schema/programme.js';
import type { Recognition, Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { laddersOf } from './ladder-for.js';
import type { LawAtHand } from './law-at-hand.js';

const ngay = (day: string): string => day.split('-').reverse().join('/');

/** A decision as people name it; where neither number nor day is given, by the year of its results. */
function decisionText({ decision, resultYear }: Recognition): Localized {
  const number = decision?.number;
  const date = decision?.date;
  if (number === undefined && date === undefined)
    return resultYear === undefined
      ? { vi: 'không ghi số, ngày', en: 'without number or date' }
      : { vi: `kết quả năm ${resultYear}`, en: `results of ${resultYear}` };
  return {
    vi: [number, date && `ngày ${ngay(date)}`].filter(Boolean).join(' '),
    en: [number, date && `of ${date}`].filter(Boolean).join(' '),
  };
}

const note = (code: TierNoteCode, about: string, vi: string, en: string): TierNote => ({
  code,
  about,
  text: { vi, en },
});

/** What the decisions at hand leave open, or do not say. */
function recognitionNotes(
  { tier, state, recognition, pending = [] }: RecognisedTier,
  ruleset: string | undefined,
  decisive: boolean,
): TierNote[] {
  const { vi, en } = tierTitle(tier);
  const notes: TierNote[] = [];
  const told = recognition && decisionText(recognition);
  const under = recognition?.ruleset;
  if (state === 'in-force' && under !== undefined && ruleset !== undefined && under !== ruleset)
    notes.push(
      note(
        'recognised-under-other-set',
        tier,
        `Công nhận ${vi} (${told?.vi}) theo ${under}: không thay cho việc đạt ${ruleset}.`,
        `The recognition as ${en} (${told?.en}) is under ${under}: it does not stand for meeting ${ruleset}.`,
      ),
    );
  if (state === 'in-force' && under === undefined && decisive)
    notes.push(
      note(
        'recognition-names-no-set',
        tier,
        `Công nhận ${vi} (${told?.vi}) không ghi theo bộ tiêu chí nào, nên không thay cho việc đạt bộ hiện hành khi xét mức trên.`,
        `The recognition as ${en} (${told?.en}) names no set, so for the tier above it does not stand for meeting the present one.`,
      ),
    );
  if (state === 'unknown' && told)
    notes.push(
      recognition?.status !== undefined &&
        !['recognised', 'announced', 'completed', 'revoked'].includes(recognition.status)
        ? note(
            'recognition-status-unknown',
            tier,
            `Không rõ “${recognition.status}” có nghĩa gì đối với công nhận ${vi}; coi như chưa biết.`,
            `What “${recognition.status}” means for the recognition as ${en} is not known; it is left open.`,
          )
        : note(
            'recognitions-conflict',
            tier,
            `Các quyết định ghi trong hiện trạng không cho biết công nhận ${vi} còn hiệu lực hay không.`,
            `The decisions listed do not settle whether the recognition as ${en} is in force.`,
          ),
    );
  for (const one of pending)
    notes.push(
      note(
        'recognition-pending',
        tier,
        `${vi}: “${one.status}”${one.decision?.date ? ` (${ngay(one.decision.date)})` : ''} chưa phải là quyết định công nhận.`,
        `${en}: “${one.status}”${one.decision?.date ? ` (${one.decision.date})` : ''} is no decision of recognition yet.`,
      ),
    );
  return notes;
}

/** What of the unit's recognitions this ladder has no place for. */
function offLadder(recognitions: readonly Recognition[], tiers: readonly string[]): TierNote[] {
  const others = [...new Set(recognitions.map(({ tier }) => tier).filter((tier) => !tiers.includes(tier)))];
  return others.map((tier) =>
    note(
      'recognition-off-ladder',
      tier,
      `Hiện trạng ghi công nhận “${tier}”; thang mức độ này không có mức đó.`,
      `The snapshot lists a recognition as “${tier}”, a tier this ladder does not have.`,
    ),
  );
}

/** Other sets and ladders of the unit's own province or district. */
function provincialNotes(
  law: LawAtHand,
  snapshot: Snapshot,
  ladder: Ladder,
  deciding: readonly string[],
): TierNote[] {
  const sets = ladder.steps
    .flatMap(({ tier }) => law.ownSets(snapshot, tier))
    .filter((id) => !deciding.includes(id));
  const ladders = laddersOf(law, snapshot)
    .filter(({ id, jurisdiction }) => id !== ladder.id && jurisdiction !== 'vn')
    .map(({ id }) => id);
  const about = [...ladders, ...sets];
  if (about.length === 0) return [];
  return [
    note(
      'provincial-sets',
      about.join(', '),
      `Địa phương có ${ladders.length > 0 ? `thang mức độ riêng (${ladders.join(', ')})` : ''}${ladders.length > 0 && sets.length > 0 ? ' và ' : ''}${sets.length > 0 ? `bộ tiêu chí riêng (${sets.join(', ')})` : ''}; báo cáo này không xét theo đó.`,
      `The province has ${ladders.length > 0 ? `a ladder of its own (${ladders.join(', ')})` : ''}${ladders.length > 0 && sets.length > 0 ? ' and ' : ''}${sets.length > 0 ? `sets of its own (${sets.join(', ')})` : ''}; this report does not judge by them.`,
    ),
  ];
}

/** One step of a ladder as it was judged. */
export interface NotedStep {
  readonly step: LadderStep;
  /** The id of the set that decides it for this unit. */
  readonly named: string | undefined;
  readonly problem: Problem | undefined;
  readonly recognition: RecognisedTier;
  /** A higher set asks for this tier and leaves that open. */
  readonly decisive: boolean;
}

function stepNotes({ step, named, problem }: NotedStep): TierNote[] {
  const { tier, note: remark, evidence } = step;
  const { vi, en } = tierTitle(tier);
  const notes: TierNote[] = [];
  if (named === undefined)
    notes.push(
      note(
        'no-ruleset',
        tier,
        `${vi}: giao cấp tỉnh quy định; bộ tiêu chí của tỉnh này chưa có ở đây.`,
        `${en}: left to the provinces; the set of this one is not at hand.`,
      ),
    );
  if (problem)
    notes.push(
      note(
        'not-in-force',
        named ?? tier,
        `${vi}: ngày này ${named} không áp dụng; gần nhất: ${problem.expected.vi}.`,
        `${en}: ${named} does not judge that day; nearest: ${problem.expected.en}.`,
      ),
    );
  if (remark && evidence !== 'published') notes.push({ code: 'order-of-tiers', about: tier, text: remark });
  return notes;
}

/** Everything a reader of the report should know besides. */
export function tierNotes(
  law: LawAtHand,
  snapshot: Snapshot,
  ladder: Ladder,
  steps: readonly NotedStep[],
): TierNote[] {
  const { unit, assessedOn, recognitions } = snapshot;
  const abolished = levelAbolished(unit.level, assessedOn);
  return [
    ...(abolished ? [{ code: 'level-abolished' as const, about: unit.level, text: abolished }] : []),
    ...(recognitions
      ? []
      : [
          note(
            'recognitions-not-given',
            'recognitions',
            'Hiện trạng không ghi các quyết định công nhận (recognitions), nên chưa biết đơn vị đã được công nhận hay chưa; ghi [] nếu chưa có.',
            'The snapshot does not list decisions of recognition (recognitions), so nothing is known of them; an empty list says that there are none.',
          ),
        ]),
    ...steps.flatMap(({ recognition, named, decisive }) =>
      recognitionNotes(recognition, named?.split('@')[0], decisive),
    ),
    ...offLadder(
      recognitions ?? [],
      ladder.steps.map(({ tier }) => tier),
    ),
    ...steps.flatMap(stepNotes),
    ...provincialNotes(
      law,
      snapshot,
      ladder,
      steps.flatMap(({ named }) => named?.split('@')[0] ?? []),
    ),
  ];
}
