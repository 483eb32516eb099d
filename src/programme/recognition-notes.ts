import type { RecognitionTier } from '../law/recognition-set.js';
import { levelAbolished } from '../law/rulesets-for.js';
import { tierTitle } from '../law/tier-names.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { RecognitionCheck, RecognitionNote, RecognitionNoteCode } from '../schema/recognition-check.js';
import type { Snapshot } from '../schema/snapshot.js';

const ngay = (day: string): string => day.split('-').reverse().join('/');

const note = (code: RecognitionNoteCode, about: string, vi: string, en: string): RecognitionNote => ({
  code,
  about,
  text: { vi, en },
});

type Told = Omit<RecognitionCheck, 'notes'>;

/** Whether the rules are known and in force. */
function rulesNotes(check: Told, rules: RecognitionRules | undefined, inForce: boolean): RecognitionNote[] {
  if (!rules)
    return [
      note(
        'rules-not-known',
        String(check.year),
        `Quy định công nhận cho kết quả năm ${check.year} chưa có nguồn: chưa thể nói đơn vị đủ điều kiện hay không.`,
        `The rules of recognition for results of ${check.year} are not known: it cannot be said whether the unit may be recognised.`,
      ),
    ];
  if (inForce) return [];
  const numbers = rules.decisions.map(({ number }) => number).join(', ');
  return [
    note(
      'rules-not-in-force',
      rules.id,
      `Ngày ${ngay(check.assessedOn)} chưa có hoặc không còn quy định (${numbers}) để công nhận kết quả năm ${check.year}; các điều kiện dưới đây chỉ để tham khảo.`,
      `On ${check.assessedOn} the rules (${numbers}) are not in force for results of ${check.year}; the conditions below decide nothing.`,
    ),
  ];
}

function yearNotes({ resultYear, assessedOn }: Told): RecognitionNote[] {
  if (resultYear.fits !== 'neither') return [];
  return [
    note(
      'result-year',
      String(resultYear.year),
      `Kết quả năm ${resultYear.year} không phải của năm công nhận (${assessedOn.slice(0, 4)}) cũng không phải của năm liền kề trước đó.`,
      `The results of ${resultYear.year} are neither of the year of recognition (${assessedOn.slice(0, 4)}) nor of the year before it.`,
    ),
  ];
}

function dossierNotes({ dossierListed, otherDocuments, rules }: Told): RecognitionNote[] {
  if (!rules) return [];
  const notes: RecognitionNote[] = [];
  if (!dossierListed)
    notes.push(
      note(
        'dossier-not-listed',
        rules.id,
        'Chưa có nguồn nêu danh mục tài liệu của hồ sơ: không thể nói hồ sơ đã đủ hay chưa.',
        'No source at hand lists the documents of the dossier: whether it is complete cannot be said.',
      ),
    );
  if (dossierListed && otherDocuments.length > 0)
    notes.push(
      note(
        'documents-not-listed',
        otherDocuments.join(', '),
        `Tài liệu không có trong danh mục hồ sơ: ${otherDocuments.join('; ')}.`,
        `Documents that the dossier does not list: ${otherDocuments.join('; ')}.`,
      ),
    );
  return notes;
}

/** What decisions already say of the tier, kept apart from whether its conditions are met. */
function recognisedNotes({ recognised, tier }: Told, { recognitions }: Snapshot): RecognitionNote[] {
  const { vi, en } = tierTitle(tier);
  const notes: RecognitionNote[] = [];
  if (!recognitions)
    notes.push(
      note(
        'recognitions-not-given',
        'recognitions',
        'Hiện trạng không ghi các quyết định công nhận (recognitions); ghi [] nếu chưa có.',
        'The snapshot does not list decisions of recognition (recognitions); an empty list says that there are none.',
      ),
    );
  if (recognised.outcome === 'met') {
    const decision = recognised.recognition?.decision;
    const told = [decision?.number, decision?.date && ngay(decision.date)].filter(Boolean).join(', ');
    const toldEn = [decision?.number, decision?.date].filter(Boolean).join(', ');
    notes.push(
      note(
        'already-recognised',
        tier,
        `Đơn vị đang được công nhận ${vi}${told === '' ? '' : ` (${told})`}.`,
        `The unit is recognised as ${en} already${toldEn === '' ? '' : ` (${toldEn})`}.`,
      ),
    );
  }
  if (recognitions && recognised.state === 'unknown')
    notes.push(
      note(
        'recognition-unsettled',
        tier,
        `Các quyết định ghi trong hiện trạng không cho biết công nhận ${vi} còn hiệu lực hay không.`,
        `The decisions listed do not settle whether the recognition as ${en} is in force.`,
      ),
    );
  for (const { status, decision } of recognised.pending ?? [])
    notes.push(
      note(
        'recognition-pending',
        tier,
        `${vi}: “${status}”${decision?.date ? ` (${ngay(decision.date)})` : ''}, chưa có quyết định công nhận.`,
        `${en}: “${status}”${decision?.date ? ` (${decision.date})` : ''}, no decision of recognition yet.`,
      ),
    );
  return notes;
}

function wordingNotes({ conditions }: Told): RecognitionNote[] {
  return conditions.flatMap(({ id, wordings = [] }) =>
    wordings.length > 1
      ? [
          note(
            'wording-unsettled',
            id,
            `Điều kiện ${id}: chưa rõ ngày nào câu chữ mới có hiệu lực; xét theo cả ${wordings.length} cách ghi và chỉ kết luận khi giống nhau.`,
            `Condition ${id}: the first day of the new wording is not known; all ${wordings.length} wordings are judged and it is decided only where they agree.`,
          ),
        ]
      : [],
  );
}

/** Everything a reader of the result should know besides. */
export function recognitionCheckNotes(
  check: Told,
  snapshot: Snapshot,
  setting: {
    readonly rules: RecognitionRules | undefined;
    readonly tier: RecognitionTier | undefined;
    readonly inForce: boolean;
    readonly byDecision: readonly string[];
    readonly ownSets: readonly string[];
  },
): RecognitionNote[] {
  const { unit, assessedOn } = snapshot;
  const abolished = levelAbolished(unit.level, assessedOn);
  const { rules, tier, inForce, byDecision, ownSets } = setting;
  return [
    ...(abolished ? [{ code: 'level-abolished' as const, about: unit.level, text: abolished }] : []),
    ...rulesNotes(check, rules, inForce),
    ...(check.problem
      ? [
          note(
            'set-not-in-force',
            tier?.ruleset ?? check.tier,
            `Không có bộ tiêu chí nào áp dụng cho ngày này; gần nhất: ${check.problem.expected.vi}.`,
            `No text of the set judges that day; nearest: ${check.problem.expected.en}.`,
          ),
        ]
      : []),
    ...wordingNotes(check),
    ...byDecision.map((lower) =>
      note(
        'lower-tier-by-decision',
        lower,
        `${tierTitle(lower).vi}: theo quyết định công nhận còn hiệu lực, số liệu chưa đủ để xét lại.`,
        `${tierTitle(lower).en}: by the decision of recognition in force; the facts do not decide.`,
      ),
    ),
    ...yearNotes(check),
    ...recognisedNotes(check, snapshot),
    ...dossierNotes(check),
    ...(ownSets.length > 0
      ? [
          note(
            'provincial-sets',
            ownSets.join(', '),
            `Địa phương có bộ tiêu chí riêng (${ownSets.join(', ')}); ở đây xét theo bộ quốc gia.`,
            `The province has sets of its own (${ownSets.join(', ')}); here the national one judges.`,
          ),
        ]
      : []),
    ...(tier?.note ? [{ code: 'about-the-rules' as const, about: rules?.id ?? '', text: tier.note }] : []),
  ];
}
