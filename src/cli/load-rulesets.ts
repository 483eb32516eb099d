import { basesOf } from '../check/amend.js';
import { amend, getRuleset, listRulesets, parseAmendment, parseRuleset } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import { withFloorSource } from './floor-sources.js';
import { amendmentPaths, readAmendment } from './read-amendment.js';
import { isFileName, readJson } from './read-json.js';
import { problemsOf } from './report-problems.js';
import type { Surroundings } from './surroundings.js';

/** A ruleset as it was asked for: by id, so that the day picks its version, or one text that may judge any day. */
export type Chosen = string | Ruleset;

export interface LoadedAmendment {
  readonly file: string;
  readonly amendment: Amendment;
  /** Figures that are still to be filled in. */
  readonly blanks: number;
}

export interface Loaded {
  readonly chosen: readonly Chosen[];
  readonly amendments: readonly LoadedAmendment[];
  /** Files in which nothing is filled in yet. */
  readonly blank: readonly string[];
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

/** Whose units an amendment is for: one province's, or everybody's. */
function placeOf({ jurisdiction }: Pick<Amendment, 'jurisdiction'>): string {
  return jurisdiction === undefined || jurisdiction === 'vn' ? '' : jurisdiction;
}

/**
 * Rulesets that an amendment may be applied to, by `id@version`: those given as files, then those inside the package.
 * What one province's amendments make of them is nothing to another province's.
 */
export class Bases {
  readonly #made = new Map<string, Map<string, Ruleset>>();
  readonly #given: readonly Ruleset[];

  constructor(given: readonly Chosen[]) {
    this.#given = given.filter((one) => typeof one !== 'string');
    for (const one of this.#given) this.add(one, '');
  }

  add(ruleset: Ruleset, place: string): void {
    const made = this.#made.get(place) ?? new Map<string, Ruleset>();
    this.#made.set(place, made.set(`${ruleset.id}@${ruleset.version}`, ruleset));
  }

  find(pinned: string, place = ''): Ruleset | undefined {
    const own = this.#made.get(place)?.get(pinned) ?? this.#made.get('')?.get(pinned);
    if (own) return own;
    const shipped = listRulesets().some(({ id, version }) => `${id}@${version}` === pinned);
    return shipped ? getRuleset(pinned) : undefined;
  }

  names(): string[] {
    return [
      ...[...this.#made.values()].flatMap((made) => [...made.keys()]),
      ...listRulesets().map(({ id, version }) => `${id}@${version}`),
    ];
  }
}

export function unknownBase(file: string, pinned: string, bases: Bases): Problem {
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

/** The ruleset a filled sheet is read by: the one it names, else the only one that was asked for. */
export function rulesetOfSheet(bases: Bases, chosen: readonly Chosen[]) {
  return (pinned: string | undefined): Ruleset | undefined => {
    if (pinned !== undefined) return bases.find(pinned);
    const [only, other] = chosen;
    if (only === undefined || other !== undefined) return undefined;
    return typeof only === 'string' ? getRuleset(only) : only;
  };
}

/** Checks an amendment by itself and against every text it says it amends, so that its file is named in each problem. */
async function loadAmendment(
  path: string,
  { bases, chosen }: { bases: Bases; chosen: readonly Chosen[] },
  surroundings: Surroundings,
): Promise<LoadedAmendment | { problems: Problem[] } | { blank: string }> {
  const read = await readAmendment(path, rulesetOfSheet(bases, chosen), surroundings);
  if ('problems' in read) return read;
  const { file, json, amendment, blanks, atPlace } = read;
  if (isObject(json) && 'criteria' in json && !('amends' in json))
    return { problems: [wrongKind(file, '--amend')] };
  if (blanks.length > 0 && (amendment as { changes: unknown[] }).changes.length === 0) return { blank: file };
  const parsed = parseAmendment(amendment, { file });
  if (!parsed.ok) return { problems: parsed.errors.map(atPlace) };
  const place = placeOf(parsed.value);
  const problems = basesOf(parsed.value).flatMap((pinned) => {
    const base = bases.find(pinned, place);
    if (!base) return [unknownBase(file, pinned, bases)];
    const amended = problemsOf(() => amend(base, parsed.value, { file }), file);
    if ('problems' in amended)
      return amended.problems.map((one) => atPlace(withFloorSource(one, base, parsed.value)));
    bases.add(amended.value, place);
    return [];
  });
  return problems.length > 0 ? { problems } : { file, amendment: parsed.value, blanks: blanks.length };
}

/** Everything to judge by, or everything that is wrong with it. */
export async function loadRulesets(
  {
    rulesets,
    amendments,
    label = '',
    further = [],
  }: {
    rulesets: readonly string[];
    amendments: readonly string[];
    label?: string;
    /** Texts besides that amendments may be written for. */
    further?: readonly Ruleset[];
  },
  surroundings: Surroundings,
): Promise<Loaded> {
  const problems: Problem[] = [];
  const chosen: Chosen[] = [];
  for (const named of rulesets) {
    const loaded = await loadRuleset(named, label, surroundings);
    if ('problems' in loaded) problems.push(...loaded.problems);
    else chosen.push(loaded.chosen);
  }
  const bases = new Bases([...chosen, ...further]);
  const given: LoadedAmendment[] = [];
  const blank: string[] = [];
  for (const named of amendments) {
    const found = await amendmentPaths(named, surroundings);
    if ('problems' in found) problems.push(...found.problems);
    for (const path of 'paths' in found ? found.paths : []) {
      const loaded = await loadAmendment(path, { bases, chosen }, surroundings);
      if ('problems' in loaded) problems.push(...loaded.problems);
      else if ('blank' in loaded) blank.push(loaded.blank);
      else given.push(loaded);
    }
  }
  return { chosen, amendments: given, blank, problems };
}
