import { matchShape } from '../check/shape.js';
import type { Admitted } from '../evaluate/evaluate.js';
import { NtmError } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { revocationOf } from '../programme/check-revocation.js';
import type { LawAtHand } from '../programme/law-at-hand.js';
import { revocationRule } from '../programme/revocation-rule.js';
import { evaluatedSubject, levelOfTotals } from '../programme/revocation-subject.js';
import { noteText } from '../programme/revocation-texts.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { RevocationCheck, RevocationNote } from '../schema/revocation.js';
import type { Ruleset } from '../schema/ruleset.js';
import {
  type FactEntry,
  type Recognition,
  type ReportedTotals,
  recognitionSchema,
  reportedSchema,
  type Snapshot,
} from '../schema/snapshot.js';
import type { Level } from '../schema/text.js';
import { factCatalogue, versionsOf } from '../shipped.js';
import { lawAtHand } from './law-at-hand.js';
import type { Options } from './options.js';
import { checkedRules } from './recognition.js';

/** How a recognition is looked at. */
export interface RevocationOptions extends Options {
  /**
   * The day that picks the rule and, for a snapshot, the version of the set. Default: the day of judgement, or that of
   * the reported totals; without any day the latest rule at hand, with a note. @since 0.1.0
   */
  on?: string;
  /** The level of the unit, where only totals are given and they do not tell it. @since 0.1.0 */
  level?: Level;
  /**
   * The set to measure a snapshot by, in place of the one that the rule names: a province's set of the same level and
   * tier, or a version. @since 0.1.0
   */
  ruleset?: string | Ruleset;
  /** Facts for the cases that rest on one, such as `rollUp(…).facts` for a district. @since 0.1.0 */
  facts?: Readonly<Record<string, FactEntry>>;
  /**
   * Reported totals (“13/19”): `fill` (default) lets them narrow down how many criteria have failed, provisionally and
   * where they fit what is found; `ignore` leaves them out. @since 0.1.0
   */
  reported?: 'fill' | 'ignore';
  /**
   * Rules of recognition of one's own: they come before those inside the package, and stand in for the one of the same
   * id. @since 0.1.0
   */
  rules?: readonly (RecognitionRules | unknown)[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEvaluation = (value: unknown): value is Evaluation =>
  isObject(value) && isObject(value.totals) && Array.isArray(value.criteria) && isObject(value.ruleset);

export const isTotals = (value: unknown): boolean =>
  isObject(value) && !('unit' in value) && !('assessedOn' in value);

/** Questions about revocation of one call, with its law and options. */
export class RevocationQuestions {
  readonly law: LawAtHand;
  readonly rules: readonly RecognitionRules[];

  constructor(readonly options: RevocationOptions) {
    const { ruleset } = options;
    this.law = lawAtHand(options, typeof ruleset === 'object' ? [ruleset] : []);
    const own = checkedRules(options.rules);
    this.rules = [...own, ...this.law.recognition.filter(({ id }) => !own.some((one) => one.id === id))];
  }

  get setting() {
    return { rules: this.rules, reported: this.options.reported ?? ('fill' as const) };
  }

  ofEvaluation(evaluation: Evaluation, recognition: Recognition): RevocationCheck {
    const { unit, assessedOn, year } = evaluation;
    const day = this.options.on ?? assessedOn;
    const { rule } = revocationRule(this.rules, { level: unit.level, tier: recognition.tier, day });
    const subject = evaluatedSubject(evaluation, rule, day);
    const facts = this.#given({ unit, assessedOn: day, year });
    return revocationOf({ ...subject, ...(facts && { facts }) }, recognition, this.setting);
  }

  ofTotals(totals: ReportedTotals, recognition: Recognition, known?: Level): RevocationCheck {
    const level = known ?? this.options.level ?? levelOfTotals(totals, recognition, this.rules);
    const day = totals.on;
    const year = recognition.resultYear;
    const at =
      day ??
      this.rules
        .map(({ period }) => period.to)
        .sort()
        .at(-1) ??
      '2025-12-31';
    const facts = this.#given({ unit: { level, name: recognition.tier }, assessedOn: at });
    const subject = { level, day, year, criteria: [], allListed: false, reported: totals };
    return revocationOf({ ...subject, ...(facts && { facts }) }, recognition, this.setting);
  }

  ofSnapshot({ snapshot, refused }: Admitted, recognition: Recognition): RevocationCheck {
    const { unit, assessedOn: day } = snapshot;
    const { level } = unit;
    const { rule } = revocationRule(this.rules, { level, tier: recognition.tier, day });
    const named = this.options.ruleset ?? rule?.measuredOn;
    const at = { catalogue: factCatalogue(), facts: snapshot.facts, assessedOn: day };
    const bare = { level, unit, day, criteria: [], allListed: false };
    if (named === undefined)
      return revocationOf(
        { ...bare, facts: { ...at, year: Number(day.slice(0, 4)) } },
        recognition,
        this.setting,
      );
    const evaluation = this.#evaluated({ snapshot, refused }, named);
    if (!evaluation) {
      const set = typeof named === 'string' ? named : named.id;
      const notes = [
        { code: 'set-not-in-force' as const, about: set, text: noteText('set-not-in-force', { set }) },
      ];
      const year = snapshot.year ?? Number(day.slice(0, 4));
      return revocationOf({ ...bare, facts: { ...at, year }, notes }, recognition, this.setting);
    }
    const subject = evaluatedSubject(evaluation, rule, day);
    const facts = { ...at, year: evaluation.year };
    return revocationOf(
      { ...subject, facts, notes: this.#ownSets(snapshot, evaluation) },
      recognition,
      this.setting,
    );
  }

  /** Judged by the set; undefined where the set that the rule names has no version that day, which is an answer. */
  #evaluated(admitted: Admitted, named: string | Ruleset): Evaluation | undefined {
    try {
      return this.law.evaluate(admitted, named);
    } catch (error) {
      const answers =
        this.options.ruleset === undefined && error instanceof NtmError && error.code === 'not-in-force';
      if (!answers) throw error;
      return undefined;
    }
  }

  #ownSets(snapshot: Snapshot, { ruleset }: Evaluation): RevocationNote[] {
    if (this.options.ruleset !== undefined) return [];
    const tier = ruleset.id.split('/')[1]?.slice(snapshot.unit.level.length + 1) ?? '';
    const own = this.law.ownSets(snapshot, tier).filter((id) => id !== ruleset.id);
    const sets = own.filter((id) => versionsOf(id).length > 0);
    if (sets.length === 0) return [];
    const about = sets.join(', ');
    return [{ code: 'own-set', about, text: noteText('own-set', { sets: about }) }];
  }

  /** Facts given beside an evaluation or totals, checked as those of a snapshot. */
  #given(head: Pick<Snapshot, 'unit' | 'assessedOn'> & { year?: number }) {
    if (!this.options.facts) return undefined;
    const { unit, assessedOn, year = Number(head.assessedOn.slice(0, 4)) } = head;
    const { snapshot } = this.law.admit({ unit, assessedOn, facts: this.options.facts });
    return { facts: snapshot.facts, catalogue: factCatalogue(), year, assessedOn };
  }

  /** Of whatever is known; `level` where the unit is known beside totals. */
  check(subject: unknown, recognition: Recognition, level?: Level): RevocationCheck {
    if (isEvaluation(subject)) return this.ofEvaluation(subject, recognition);
    if (isTotals(subject)) return this.ofTotals(checkedTotals(subject, this.options.on), recognition, level);
    const { on, facts } = this.options;
    const given = isObject(subject) ? subject : {};
    const asked = {
      ...given,
      ...(on !== undefined && { assessedOn: on }),
      ...(facts && { facts: { ...(isObject(given.facts) ? given.facts : {}), ...facts } }),
    };
    return this.ofSnapshot(this.law.admit(isObject(subject) ? asked : subject), recognition);
  }
}

function checkedTotals(totals: unknown, on: string | undefined): ReportedTotals {
  const problems = new ProblemList();
  const given = { ...(totals as object), ...(on !== undefined && { on }) };
  const shaped = matchShape(reportedSchema, given, { problems });
  if (!shaped.ok) throw new NtmError(problems.list());
  const { criteria, ofCriteria, indicators, ofIndicators } = shaped.value;
  const over = (met: number | undefined, of: number | undefined): boolean =>
    met !== undefined && of !== undefined && met > of;
  for (const [key, met, of] of [
    ['criteria', criteria, ofCriteria],
    ['indicators', indicators, ofIndicators],
  ] as const) {
    if (!over(met, of)) continue;
    problems.add('reported-exceeds-total', [key], () => ({
      found: met,
      expected: { vi: `nhiều nhất ${of}`, en: `at most ${of}` },
      hint: { vi: 'Ghi số đạt trước, tổng số sau: 13/19.', en: 'Met first, then the total: 13 of 19.' },
    }));
  }
  if (!problems.empty) throw new NtmError(problems.list());
  return shaped.value;
}

export function checkedRecognition(recognition: unknown): Recognition {
  const problems = new ProblemList();
  const shaped = matchShape(recognitionSchema, recognition, { problems, base: ['recognition'] });
  if (!shaped.ok) throw new NtmError(problems.list());
  return shaped.value;
}
