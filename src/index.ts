/**
 * Everything by id: the rulesets inside the package, each read when first asked for, and the engine that judges by them.
 *
 * @packageDocumentation
 */
import { amend as amendChecked, basesOf, parseAmendment as parseAmendmentForm } from './check/amend.js';
import { parseRuleset as parseRulesetWith } from './check/parse-ruleset.js';
import { checkSnapshot, parseSnapshot as parseSnapshotWith } from './check/parse-snapshot.js';
import type { RulesetVocabulary } from './check/ruleset-vocabulary.js';
import { compileRuleset } from './evaluate/compiled-ruleset.js';
import { yearOf } from './evaluate/context.js';
import { admit, type CheckingOptions, evaluateAdmitted } from './evaluate/evaluate.js';
import {
  compile as compileAlone,
  type EvaluateOptions,
  type Evaluator,
  notesOnDate,
} from './evaluate/evaluator.js';
import type { Related } from './evaluate/judgement.js';
import { NoteBook } from './evaluate/notes.js';
import { formerProvinceId, provinceId } from './law/territory.js';
import { type Dated, nearestVersion, versionInForce } from './law/version-in-force.js';
import { NtmError, type Parsed } from './problem/problem.js';
import {
  type Scaffold,
  type ScaffoldOptions,
  scaffoldAmendment as scaffoldFor,
} from './scaffold/scaffold-amendment.js';
import type { Evaluation } from './schema/evaluation.js';
import type { FactCatalogue } from './schema/fact.js';
import type { Amendment, Ruleset } from './schema/ruleset.js';
import type { Snapshot } from './schema/snapshot.js';
import { getRuleset, notInForce, shippedVocabulary, versionsOf } from './shipped.js';

export * from './core-exports.js';
export type { FindingAnswer, FittingRuleset, RulesetsFor, UnitToJudge } from './law/rulesets-for.js';
export type { KnownRuleset, RulesetEntry } from './law/shipped-law.js';
export { type BlankFigure, type WithoutBlanks, withoutBlanks } from './scaffold/blanks.js';
export type {
  Scaffold,
  ScaffoldChange,
  ScaffoldOptions,
  ScaffoldRow,
} from './scaffold/scaffold-amendment.js';
export type { ProgrammeTargets } from './schema/programme-targets.js';
export type { RecognitionRules } from './schema/recognition.js';
export {
  factCatalogue,
  getRuleset,
  knownRulesets,
  listRulesets,
  programmeTargets,
  type RulesetFilter,
  recognitionRules,
  rulesetsFor,
  shippedVocabulary,
} from './shipped.js';

/** Whether a catalogue says nothing that the shared one does not say with the same words. */
function addsNothing(own: FactCatalogue | undefined, shared: FactCatalogue | undefined): boolean {
  for (const key in own) if (own[key] !== shared?.[key]) return false;
  return true;
}

/** Names checked against everything the package knows, and what is given here besides. */
function vocabularyWith(own: RulesetVocabulary): RulesetVocabulary {
  const shipped = shippedVocabulary();
  const { facts, sources, ...rest } = own;
  const vocabulary = Object.keys(rest).length > 0 ? { ...shipped, ...rest } : shipped;
  if (addsNothing(facts, shipped.facts) && !sources) return vocabulary;
  return {
    ...vocabulary,
    facts: { ...shipped.facts, ...facts },
    sources: { ...shipped.sources, ...sources },
  };
}

/**
 * Checks a snapshot against the whole fact catalogue, the provinces, traits and standards inside the package.
 * See the function of the same name in `ntm-rules/core` for what is checked.
 *
 * @since 0.1.0
 */
export function parseSnapshot(input: unknown, vocabulary: RulesetVocabulary = {}): Parsed<Snapshot> {
  return parseSnapshotWith(input, vocabularyWith(vocabulary));
}

/**
 * Checks a ruleset against the shared catalogue and bibliography and returns it complete.
 * See the function of the same name in `ntm-rules/core`.
 *
 * @since 0.1.0
 */
export function parseRuleset(input: unknown, vocabulary: RulesetVocabulary = {}): Parsed<Ruleset> {
  const { rulesets: _any, ...shipped } = vocabularyWith(vocabulary);
  return parseRulesetWith(input, {
    ...shipped,
    ...(vocabulary.rulesets && { rulesets: vocabulary.rulesets }),
  });
}

/**
 * A ruleset with an amendment applied, checked against the shared catalogue and bibliography.
 * See the function of the same name in `ntm-rules/core`.
 *
 * @throws NtmError with every problem, each at its place in the amendment
 * @since 0.1.0
 */
export function amend(
  base: Ruleset,
  amendment: Amendment | unknown,
  vocabulary: RulesetVocabulary = {},
): Ruleset {
  const { rulesets: _any, ...shipped } = vocabularyWith(vocabulary);
  return amendChecked(base, amendment, shipped);
}

/**
 * An amendment to fill in: one entry for every requirement of a ruleset that is undetermined or left to the province,
 * in each region, group and year it is needed for, with where to look it up. Figures not yet found stay `null`;
 * `amend` takes it once they are filled, `withoutBlanks` leaves those out that are not.
 *
 * @example
 * scaffoldAmendment(getRuleset('vn/commune-ntm/2021-2025'), { province: 'Lào Cai' })
 * @throws NtmError `unknown-province` with the nearest spelling
 * @since 0.1.0
 */
export function scaffoldAmendment(ruleset: Ruleset, options: ScaffoldOptions = {}): Scaffold {
  const { territory } = shippedVocabulary();
  return scaffoldFor(ruleset, { ...(territory && { territory }), ...options });
}

/** How to judge, and by which figures of one's own. */
export interface Options extends EvaluateOptions, CheckingOptions {
  /**
   * Amendments that fill or replace figures, applied to every ruleset they are written for; one that belongs to a
   * province only for units of that province (or formerly of it). Results name those used in `ruleset.amendedBy`. @since 0.1.0
   */
  amendments?: readonly (Amendment | unknown)[];
}

const forms = new WeakMap<object, Amendment>();

/** The amendments in their checked form; one that is frozen is read once. */
function checkedForms(amendments: readonly unknown[] = []): readonly Amendment[] {
  return amendments.map((amendment) => {
    const lasting = typeof amendment === 'object' && amendment !== null && Object.isFrozen(amendment);
    const known = lasting ? forms.get(amendment) : undefined;
    if (known) return known;
    const parsed = parseAmendmentForm(amendment);
    if (!parsed.ok) throw new NtmError(parsed.errors);
    if (lasting) forms.set(amendment, parsed.value);
    return parsed.value;
  });
}

const amended = new WeakMap<Ruleset, WeakMap<Amendment, Ruleset>>();

/** Applies those amendments that are written for this version and, where they name a province, for this unit's. */
function withAmendments(
  ruleset: Ruleset,
  amendments: readonly Amendment[],
  provinces: readonly string[],
): Ruleset {
  let result = ruleset;
  for (const amendment of amendments) {
    const { jurisdiction } = amendment;
    const forUnit = jurisdiction === undefined || jurisdiction === 'vn' || provinces.includes(jurisdiction);
    if (!forUnit || !basesOf(amendment).includes(`${result.id}@${result.version}`)) continue;
    let known = amended.get(result);
    if (!known) {
      known = new WeakMap();
      amended.set(result, known);
    }
    const next = known.get(amendment) ?? amend(result, amendment);
    known.set(amendment, next);
    result = next;
  }
  return result;
}

/** The province of a unit, and the one it was part of before 1 July 2025: the figures of either may be its own. */
function provincesOf({ unit, assessedOn }: Snapshot): string[] {
  const { territory } = shippedVocabulary();
  if (!territory) return [];
  const now = unit.province ? provinceId(territory, unit.province, assessedOn) : undefined;
  const former = unit.formerProvince ? formerProvinceId(territory, unit.formerProvince) : undefined;
  return [now, former].filter((id) => id !== undefined);
}

/** The versions of a set: those given first, else those inside the package. */
function candidates(
  id: string,
  options: Options,
): { versions: readonly Dated[]; read: (version: Dated) => Ruleset } {
  const own = (options.rulesets ?? []).filter((ruleset) => ruleset.id === id);
  return {
    versions: own.length > 0 ? own : versionsOf(id),
    read: (version) =>
      own.find((ruleset) => ruleset === version) ?? getRuleset(id, { version: version.version }),
  };
}

/** Sets that a set leads to, by the day of judgement, with the same amendments. */
function relatedFor(options: Options, given?: readonly Amendment[]): Related {
  let amendments = given;
  return (id, snapshot, year) => {
    amendments ??= checkedForms(options.amendments);
    const { versions, read } = candidates(id, options);
    const found = nearestVersion(versions, snapshot.assessedOn, year);
    if (!found) return undefined;
    const ruleset = withAmendments(read(found.version), amendments, provincesOf(snapshot));
    return { compiled: compileRuleset(ruleset), nearest: !found.exact };
  };
}

/** The ruleset a name stands for on the day of judgement, and what a reader should know about the choice. */
function choose(
  named: string | Ruleset,
  snapshot: Snapshot,
  options: Options,
): { ruleset: Ruleset; notes: NoteBook } {
  if (typeof named !== 'string') return { ruleset: named, notes: notesOnDate(named, snapshot) };
  if (named.includes('@')) {
    const ruleset = getRuleset(named);
    return { ruleset, notes: notesOnDate(ruleset, snapshot) };
  }
  const { versions, read } = candidates(named, options);
  if (versions.length === 0) getRuleset(named); // throws, naming the nearest id
  const notes = new NoteBook();
  const year = yearOf(snapshot, notes.take);
  const choice = versionInForce(versions, snapshot.assessedOn, year);
  if (choice.kind === 'none')
    throw new NtmError([notInForce(named, snapshot.assessedOn, year, choice.nearest)]);
  if (choice.kind === 'period-ended')
    notes.take('period-ended', `${named}@${choice.version.version}`, { year: String(year) });
  return { ruleset: read(choice.version), notes };
}

/**
 * Judges one snapshot (hiện trạng) by one ruleset (bộ tiêu chí): an outcome per indicator, criterion and set, totals,
 * what is missing, gaps and margins, each with its citation.
 *
 * Unknown means that the facts, the requirement or the context do not settle it; see `reasons` and `missing`.
 *
 * @param snapshot anything; it is checked against the whole catalogue first
 * @param ruleset an id (the version in force on `assessedOn` judges), `id@version`, or a ruleset; the last two may
 * judge any day, as a what-if with a note
 * @throws NtmError with every problem at once; `not-in-force` names the nearest versions
 * @example
 * evaluate(snapshot, 'vn/commune-ntm/2021-2025').outcome // 'met' | 'unmet' | 'unknown'
 * @since 0.1.0
 */
export function evaluate(snapshot: unknown, ruleset: string | Ruleset, options: Options = {}): Evaluation {
  const own = [...(typeof ruleset === 'string' ? [] : [ruleset]), ...(options.rulesets ?? [])];
  const amendments = checkedForms(options.amendments);
  const facts = Object.assign({}, ...[...own, ...amendments].map((one) => one.facts));
  const known = shippedVocabulary().rulesets ?? [];
  const ids = own.map(({ id }) => id).filter((id) => !known.includes(id));
  const vocabulary = vocabularyWith({ facts, ...(ids.length > 0 && { rulesets: [...known, ...ids] }) });
  const admitted = admit(checkSnapshot(snapshot, vocabulary), options.onInvalid);
  const chosen = choose(ruleset, admitted.snapshot, options);
  const judging = withAmendments(chosen.ruleset, amendments, provincesOf(admitted.snapshot));
  const related = relatedFor(options, amendments);
  return evaluateAdmitted(admitted, judging, options, { related, notes: chosen.notes });
}

/**
 * Compiles a ruleset once, for any number of parsed snapshots. Sets it leads to are found inside the package.
 * See the function of the same name in `ntm-rules/core`.
 *
 * @since 0.1.0
 */
export function compile(ruleset: Ruleset, options: Omit<Options, 'onInvalid'> = {}): Evaluator {
  return compileAlone(ruleset, { ...options, related: relatedFor(options) });
}
