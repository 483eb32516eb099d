import { basesOf } from '../check/amend.js';
import { amend, getRuleset, listRulesets, parseAmendment, parseRuleset } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import { isFileName, readJson } from './read-json.js';
import { problemsOf } from './report-problems.js';
import type { Surroundings } from './surroundings.js';

/** A ruleset as it was asked for: by id, so that the day picks its version, or one text that may judge any day. */
export type Chosen = string | Ruleset;

export interface LoadedAmendment {
  readonly file: string;
  readonly amendment: Amendment;
}

export interface Loaded {
  readonly chosen: readonly Chosen[];
  readonly amendments: readonly LoadedAmendment[];
  readonly problems: readonly Problem[];
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null;

function wrongKind(file: string, option: '--ruleset' | '--amend'): Problem {
  const other = option === '--ruleset' ? '--amend' : '--ruleset';
  return {
    ...problem('bad-format', '', {
      found: file,
      expected:
        option === '--ruleset'
          ? { vi: 'tệp bộ tiêu chí', en: 'the file of a ruleset' }
          : { vi: 'tệp sửa đổi, có trường “amends”', en: 'the file of an amendment, with the key “amends”' },
      hint:
        option === '--ruleset'
          ? {
              vi: `Đây là tệp sửa đổi: đưa vào sau ${other}, và chọn bộ tiêu chí gốc.`,
              en: `This is an amendment: give it after ${other}, and choose the ruleset it amends.`,
            }
          : {
              vi: `Đây là bộ tiêu chí: đưa vào sau ${other}.`,
              en: `This is a ruleset: give it after ${other}.`,
            },
    }),
    file,
  };
}

/** One ruleset by id, `id@version` or file; `label` says in problems where the name was typed. */
async function loadRuleset(
  named: string,
  label: string,
  surroundings: Surroundings,
): Promise<{ chosen: Chosen } | { problems: Problem[] }> {
  if (!isFileName(named)) {
    const found = problemsOf(() => getRuleset(named), `${label}${named}`);
    return 'problems' in found ? found : { chosen: named };
  }
  const read = await readJson(named, surroundings);
  if (!read.ok) return { problems: read.problems };
  if (isObject(read.json) && 'amends' in read.json) return { problems: [wrongKind(read.file, '--ruleset')] };
  const parsed = parseRuleset(read.json, { file: read.file });
  return parsed.ok ? { chosen: parsed.value } : { problems: parsed.errors };
}

/** Rulesets that an amendment may be applied to, by `id@version`: those given as files, then those inside the package. */
class Bases {
  readonly #known = new Map<string, Ruleset>();

  constructor(given: readonly Chosen[]) {
    for (const one of given) if (typeof one !== 'string') this.add(one);
  }

  add(ruleset: Ruleset): void {
    this.#known.set(`${ruleset.id}@${ruleset.version}`, ruleset);
  }

  find(pinned: string): Ruleset | undefined {
    const own = this.#known.get(pinned);
    if (own) return own;
    const shipped = listRulesets().some(({ id, version }) => `${id}@${version}` === pinned);
    return shipped ? getRuleset(pinned) : undefined;
  }

  names(): string[] {
    return [...this.#known.keys(), ...listRulesets().map(({ id, version }) => `${id}@${version}`)];
  }
}

function unknownBase(file: string, pinned: string, bases: Bases): Problem {
  const known = bases.names();
  return {
    ...problem('unknown-ruleset', '/amends', {
      found: pinned,
      expected: oneOf(known),
      hint: didYouMean(pinned, known, { vi: 'Xem danh sách: ntm list', en: 'See the list: ntm list' }),
    }),
    file,
  };
}

/** Checks an amendment by itself and against every text it says it amends, so that its file is named in each problem. */
async function loadAmendment(
  path: string,
  bases: Bases,
  surroundings: Surroundings,
): Promise<LoadedAmendment | { problems: Problem[] }> {
  const read = await readJson(path, surroundings);
  if (!read.ok) return { problems: read.problems };
  const { file, json } = read;
  if (isObject(json) && 'criteria' in json && !('amends' in json))
    return { problems: [wrongKind(file, '--amend')] };
  const parsed = parseAmendment(json, { file });
  if (!parsed.ok) return { problems: parsed.errors };
  const problems = basesOf(parsed.value).flatMap((pinned) => {
    const base = bases.find(pinned);
    if (!base) return [unknownBase(file, pinned, bases)];
    const amended = problemsOf(() => amend(base, parsed.value, { file }), file);
    if ('problems' in amended) return amended.problems;
    bases.add(amended.value);
    return [];
  });
  return problems.length > 0 ? { problems } : { file, amendment: parsed.value };
}

/** Everything to judge by, or everything that is wrong with it. */
export async function loadRulesets(
  {
    rulesets,
    amendments,
    label = '',
  }: { rulesets: readonly string[]; amendments: readonly string[]; label?: string },
  surroundings: Surroundings,
): Promise<Loaded> {
  const problems: Problem[] = [];
  const chosen: Chosen[] = [];
  for (const named of rulesets) {
    const loaded = await loadRuleset(named, label, surroundings);
    if ('problems' in loaded) problems.push(...loaded.problems);
    else chosen.push(loaded.chosen);
  }
  const bases = new Bases(chosen);
  const given: LoadedAmendment[] = [];
  for (const path of amendments) {
    const loaded = await loadAmendment(path, bases, surroundings);
    if ('problems' in loaded) problems.push(...loaded.problems);
    else given.push(loaded);
  }
  return { chosen, amendments: given, problems };
}
