import { provincesOf, withAmendments } from '../../by-id/amended-for-unit.js';
import { choose, relatedFor } from '../../by-id/choose-ruleset.js';
import { checkedForms, type Options, vocabularyFor } from '../../by-id/options.js';
import { isObject } from '../../check/is-object.js';
import { checkSnapshot } from '../../check/parse-snapshot.js';
import { compileRuleset } from '../../evaluate/compiled-ruleset.js';
import { yearOf } from '../../evaluate/context.js';
import { type Admitted, admit, fitToRuleset, noteRefused } from '../../evaluate/evaluate.js';
import { judge, judgementOptions } from '../../evaluate/evaluator.js';
import { NtmError } from '../../problem/problem.js';
import { problem } from '../../problem/report.js';
import type { Evaluation } from '../../schema/evaluation.js';
import type { Amendment, Ruleset } from '../../schema/ruleset.js';
import type { Snapshot } from '../../schema/snapshot.js';
import { getRuleset, versionsOf } from '../../shipped.js';
import { type AskingOptions, FactSource, type FactsToAsk } from './asking/fact-source.js';
import { assertAgreement } from './disagreement.js';
import { inTurn } from './engine/in-turn.js';
import { RulesetEngine } from './engine/ruleset-engine.js';
import { usedKeys } from './engine/used-keys.js';
import { outcomesOf } from './outcomes-of.js';
import { rulebookOf } from './proofs/judged-set.js';

/** A snapshot (hiện trạng) whose facts may have to be looked up. */
export type SnapshotToAsk = Omit<Snapshot, 'facts'> & { readonly facts?: FactsToAsk };

/** How to judge, and how to ask for facts. */
export interface EvaluateWithEngineOptions extends Options, AskingOptions {}

/**
 * Judges one snapshot by one ruleset with an engine of json-rules-engine, and returns the same `Evaluation` as
 * `evaluate` of `ntm-rules` does for the same facts, byte for byte. Facts may be values, promises or functions, or one
 * function for all of them: a database call per fact. Each is asked once, all at once, and only what the ruleset can
 * use; what comes back is checked like the facts of a snapshot. Every run has an engine of its own, so any number may
 * go on at the same time.
 *
 * A fact that rejects, throws or takes longer than `timeout` leaves what depends on it unknown, with the reason
 * `fact-unavailable` and a note that names it. An entered rate does not stand in for counts that could not be had.
 *
 * The outcomes are those of the engine's run. Should they ever differ from the library's own, neither is returned.
 *
 * @param snapshot give its `year` where facts are dated: without it the year follows from all of them
 * @param ruleset an id (the version in force on `assessedOn` judges), `id@version`, or a ruleset
 * @example
 * const facts = (key) => database.query('select value from facts where commune = $1 and key = $2', [code, key]);
 * await evaluateWithEngine({ unit, assessedOn: '2024-06-30', year: 2024, facts }, 'vn/commune-ntm/2021-2025', { timeout: 2000 });
 * @throws NtmError with every problem at once; `EngineDisagreement`; the reason of `signal`
 * @since 0.1.0
 */
export async function evaluateWithEngine(
  snapshot: SnapshotToAsk,
  ruleset: string | Ruleset,
  options: EvaluateWithEngineOptions = {},
): Promise<Evaluation> {
  checkTimeout(options.timeout);
  const own = [...(typeof ruleset === 'string' ? [] : [ruleset]), ...(options.rulesets ?? [])];
  const amendments = checkedForms(options.amendments);
  const vocabulary = vocabularyFor(own, amendments);
  const related = relatedFor(options, amendments);
  const source = new FactSource(snapshot?.facts, options);
  const admitted = (): Admitted => {
    const found = source.found(vocabulary.facts ?? {});
    return admit(checkSnapshot(withFacts(snapshot, found), vocabulary), options.onInvalid);
  };

  let known = admitted();
  for (;;) {
    const year = yearOf(known.snapshot, () => undefined);
    const sets = setsToJudgeBy(ruleset, known.snapshot, options, amendments);
    const open = source.open(sets.flatMap((set) => usedKeys(set, related, known.snapshot, year)));
    if (open.length === 0) break;
    // What cannot be judged is refused before anything is asked.
    const [only, ...others] = sets;
    if (only && others.length === 0) fitToRuleset(known, only, options.onInvalid);
    await source.ask([...new Set(open)]);
    known = admitted();
  }

  const { ruleset: named, notes } = choose(ruleset, known.snapshot, options);
  const law = withAmendments(named, amendments, provincesOf(known.snapshot));
  const fitted = fitToRuleset(known, law, options.onInvalid);
  noteRefused(notes, fitted.refused);
  const { unavailable } = source;
  for (const key of unavailable) notes.take('fact-unavailable', key);
  const judging = { ...judgementOptions(options, related), unavailable };
  const compiled = compileRuleset(law);
  const evaluation = judge(compiled, fitted.snapshot, { options: judging, notes });
  const setting = { snapshot: fitted.snapshot, year: evaluation.year, judging };
  const run = await inTurn(() =>
    new RulesetEngine(rulebookOf(compiled, setting)).runRead({ facts: setting.snapshot.facts, unavailable }),
  );
  assertAgreement(outcomesOf(run), evaluation);
  return evaluation;
}

/**
 * The version that judges, as far as is known; where the year that would find one may still come with the facts,
 * every version of the set.
 */
function setsToJudgeBy(
  ruleset: string | Ruleset,
  snapshot: Snapshot,
  options: Options,
  amendments: readonly Amendment[],
): Ruleset[] {
  const provinces = provincesOf(snapshot);
  try {
    return [withAmendments(choose(ruleset, snapshot, options).ruleset, amendments, provinces)];
  } catch (error) {
    if (typeof ruleset !== 'string' || !(error instanceof NtmError) || error.code !== 'not-in-force')
      throw error;
    const given = (options.rulesets ?? []).filter(({ id }) => id === ruleset);
    const versions =
      given.length > 0 ? given : versionsOf(ruleset).map(({ version }) => getRuleset(ruleset, { version }));
    return versions.map((version) => withAmendments(version, amendments, provinces));
  }
}

/** The snapshot with the facts found; everything else of it as it is, to be checked. */
function withFacts(snapshot: unknown, facts: unknown): unknown {
  if (!isObject(snapshot)) return snapshot;
  const { facts: _asked, ...members } = Object.getOwnPropertyDescriptors(snapshot);
  return Object.create(Object.getPrototypeOf(snapshot), {
    ...members,
    facts: { value: facts, enumerable: true, configurable: true, writable: true },
  });
}

/** Timers hold no more; a longer one would fire at once, and no fact could be had. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

function checkTimeout(timeout: unknown): void {
  if (timeout === undefined || (typeof timeout === 'number' && timeout > 0 && timeout <= LONGEST_TIMEOUT))
    return;
  throw new NtmError([
    problem('bad-option', '/timeout', {
      found: timeout,
      expected: {
        vi: `số mili giây từ 1 đến ${LONGEST_TIMEOUT}`,
        en: `milliseconds from 1 to ${LONGEST_TIMEOUT}`,
      },
      hint: { vi: 'Bỏ tùy chọn này để chờ không giới hạn.', en: 'Leave it out to wait without limit.' },
    }),
  ]);
}
