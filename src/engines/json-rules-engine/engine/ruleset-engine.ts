import { Almanac, Engine, type EngineResult, Fact, type RunOptions } from 'json-rules-engine';
import type { Snapshot } from '../../../schema/snapshot.js';
import { ALWAYS } from '../proofs/formula.js';
import { TALLY } from '../proofs/group-proofs.js';
import type { Rulebook, RunFacts } from '../proofs/rulebook.js';
import { exemptFact } from '../proofs/verdict.js';
import { addOperators } from './operators.js';
import { rulesOf } from './rules.js';
import { tallyOf } from './tally.js';

/** Which facts an engine asks for, and how it reads them. */
export interface FactsOfEngine {
  readonly keys: readonly string[];
  /** Refuses names that are evidently misspelt: nothing else would ever miss them. */
  checkNames(given: readonly string[]): void;
  /** Checks what a run was given; throws every problem at once. */
  read(raw: ReadonlyMap<string, unknown>): Snapshot['facts'];
}

/** Of an engine whose facts have been read before. */
const READ_BEFORE: FactsOfEngine = { keys: [], checkNames: () => undefined, read: () => ({}) };

/** `broken off`: a run failed midway, and json-rules-engine may still be at work on the rest of it. */
type EngineState = 'ready' | 'running' | 'broken off';

/**
 * An engine that holds one ruleset as rules. It runs once at a time: json-rules-engine keeps the state of a run in the
 * engine, and two runs at once would silently skip each other's rules.
 */
export class RulesetEngine extends Engine {
  readonly #rulebook: Rulebook;
  readonly #facts: FactsOfEngine;
  #state: EngineState = 'ready';

  constructor(rulebook: Rulebook, facts: FactsOfEngine = READ_BEFORE) {
    super([], { allowUndefinedFacts: true });
    this.#rulebook = rulebook;
    this.#facts = facts;
    addOperators(this);
    this.addFact(ALWAYS, true);
    this.addFact(TALLY, ({ of }, almanac) => tallyOf(of as string[], almanac), { cache: false });
    for (const [fact, { proofs }] of rulebook.verdicts) {
      this.addFact(fact, 'unknown');
      this.addFact(exemptFact(fact), proofs.exempt.kind === 'always');
    }
    for (const [fact, value] of rulebook.constants) this.addFact(fact, value);
    for (const [fact, compute] of rulebook.computed) this.addFact(fact, compute, { cache: false });
    for (const rule of rulesOf(rulebook)) this.addRule(rule);
  }

  override async run(facts: Record<string, unknown> = {}, options: RunOptions = {}): Promise<EngineResult> {
    const almanac = options.almanac ?? new Almanac({ allowUndefinedFacts: true });
    return this.#runOnce(facts, almanac, async () => {
      this.#checkNames(Object.keys(facts));
      return this.#ask(facts, almanac);
    });
  }

  /** Runs on facts that have been read and checked. */
  runRead(facts: RunFacts): Promise<EngineResult> {
    return this.#runOnce({}, new Almanac({ allowUndefinedFacts: true }), async () => facts);
  }

  async #runOnce(
    given: Record<string, unknown>,
    almanac: Almanac,
    read: () => Promise<RunFacts>,
  ): Promise<EngineResult> {
    if (this.#state === 'running')
      throw new Error('this engine is running: an engine runs once at a time, make one for each run');
    if (this.#state === 'broken off')
      throw new Error('a run of this engine broke off and may still be going on in part: make a new engine');
    this.#state = 'running';
    let next: EngineState = 'ready';
    try {
      this.#rulebook.runs.set(almanac, await read());
      next = 'broken off';
      const result = await super.run(given, { almanac });
      next = 'ready';
      return result;
    } finally {
      this.#state = next;
    }
  }

  #checkNames(given: readonly string[]): void {
    const { verdicts, computed, constants } = this.#rulebook;
    for (const name of given) {
      if (verdicts.has(name) || computed.has(name) || constants.has(name))
        throw new TypeError(`${name} is worked out by the engine and cannot be given`);
    }
    this.#facts.checkNames(given.filter((name) => this.getFact(name) === undefined));
  }

  /** Asks for every fact that the rules can use, all at once and each once. One that fails is not to be had. */
  async #ask(facts: Record<string, unknown>, almanac: Almanac): Promise<RunFacts> {
    const unavailable = new Set<string>();
    const ask = async (key: string): Promise<readonly [string, unknown]> => {
      const given: unknown = Object.hasOwn(facts, key) ? facts[key] : this.getFact(key);
      if (given instanceof Fact) almanac.addFact(given);
      else if (given !== undefined) almanac.addFact(key, given);
      try {
        return [key, await almanac.factValue(key)];
      } catch (error) {
        if ((error as { code?: unknown } | null)?.code !== 'UNDEFINED_FACT') unavailable.add(key);
        return [key, undefined];
      }
    };
    const answers = await Promise.all(this.#facts.keys.map(ask));
    return { facts: this.#facts.read(new Map(answers)), unavailable };
  }
}
