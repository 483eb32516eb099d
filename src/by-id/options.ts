import { parseAmendment } from '../check/amend.js';
import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { CheckingOptions } from '../evaluate/evaluate.js';
import type { EvaluateOptions } from '../evaluate/evaluator.js';
import { NtmError } from '../problem/problem.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import { shippedVocabulary } from '../shipped.js';

/** How to judge, and by which figures of one's own. */
export interface Options extends EvaluateOptions, CheckingOptions {
  /**
   * Amendments that fill or replace figures, applied to every ruleset they are written for; one that belongs to a
   * province only for units of that province (or formerly of it). Results name those used in `ruleset.amendedBy`. @since 0.1.0
   */
  amendments?: readonly (Amendment | unknown)[];
}

/** Whether a catalogue says nothing that the shared one does not say with the same words. */
function addsNothing(own: FactCatalogue | undefined, shared: FactCatalogue | undefined): boolean {
  for (const key in own) if (own[key] !== shared?.[key]) return false;
  return true;
}

/** Names checked against everything the package knows, and what is given here besides. */
export function vocabularyWith(own: RulesetVocabulary): RulesetVocabulary {
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

const forms = new WeakMap<object, Amendment>();

/** The amendments in their checked form; one that is frozen is read once. */
export function checkedForms(amendments: readonly unknown[] = []): readonly Amendment[] {
  return amendments.map((amendment) => {
    const lasting = typeof amendment === 'object' && amendment !== null && Object.isFrozen(amendment);
    const known = lasting ? forms.get(amendment) : undefined;
    if (known) return known;
    const parsed = parseAmendment(amendment);
    if (!parsed.ok) throw new NtmError(parsed.errors);
    if (lasting) forms.set(amendment, parsed.value);
    return parsed.value;
  });
}

/** What a snapshot is checked against when these rulesets and amendments judge it beside those inside. */
export function vocabularyFor(own: readonly Ruleset[], amendments: readonly Amendment[]): RulesetVocabulary {
  const facts = Object.assign({}, ...[...own, ...amendments].map((one) => one.facts));
  const known = shippedVocabulary().rulesets ?? [];
  const ids = own.map(({ id }) => id).filter((id) => !known.includes(id));
  return vocabularyWith({ facts, ...(ids.length > 0 && { rulesets: [...known, ...ids] }) });
}
