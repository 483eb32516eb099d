import { evaluate, getRuleset, parseRuleset, parseSnapshot } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { openRequirements, type WithoutContent, withoutContent } from '../scaffold/open-requirements.js';
import { type CheckedAmendment, checkAmendment } from './check-amendment.js';
import { checkTable } from './check-table.js';
import { Bases, type Chosen, rulesetOfSheet } from './load-rulesets.js';
import { readAmendment } from './read-amendment.js';
import { problemsOf } from './report-problems.js';
import type { Surroundings } from './surroundings.js';

/** What a file is, told by what it holds. */
export type FileKind = 'ruleset' | 'amendment' | 'scaffold' | 'snapshot' | 'table' | 'unknown';

/** What `ntm check` says of one file. */
export interface CheckReport {
  readonly file: string;
  readonly kind: FileKind;
  readonly sound: boolean;
  readonly problems: readonly Problem[];
  readonly ruleset?: {
    readonly id: string;
    readonly version: string;
    readonly completeness: string;
    readonly totals: { readonly criteria: number | null; readonly indicators: number | null };
    readonly open: number;
    readonly withoutContent: WithoutContent;
  };
  readonly amendment?: Omit<CheckedAmendment, 'problems'>;
  /** Of a table or of forms: how many units it names. */
  readonly units?: number;
}

type Json = Readonly<Record<string, unknown>>;

function kindOf(json: unknown): FileKind {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'unknown';
  const has = (key: string): boolean => Object.hasOwn(json, key);
  if (has('amends') || has('changes')) return 'amendment';
  if (has('criteria') || has('completeness')) return 'ruleset';
  return has('unit') || has('assessedOn') || has('facts') ? 'snapshot' : 'unknown';
}

function unknownKind(json: unknown): Problem {
  const found = typeof json === 'object' && json !== null ? Object.keys(json).slice(0, 8).join(', ') : json;
  return problem('bad-format', '', {
    found,
    expected: {
      vi: 'bộ tiêu chí (có “criteria”), văn bản sửa đổi (có “amends”) hoặc hiện trạng (có “unit”)',
      en: 'a ruleset (with “criteria”), an amendment (with “amends”) or a snapshot (with “unit”)',
    },
    hint: { vi: 'Kiểm tra xem có đúng tệp không.', en: 'Check whether it is the right file.' },
  });
}

function reported(file: string, kind: FileKind, problems: readonly Problem[]): CheckReport {
  const placed = problems.map((one) => ({ ...one, file: one.file ?? file }));
  return { file, kind, sound: placed.length === 0, problems: placed };
}

function checkRuleset(file: string, json: unknown): CheckReport {
  const parsed = parseRuleset(json, { file });
  if (!parsed.ok) return reported(file, 'ruleset', parsed.errors);
  const { id, version, completeness, totals } = parsed.value;
  const open = openRequirements(parsed.value).reduce((sum, { columns }) => sum + columns.length, 0);
  return {
    ...reported(file, 'ruleset', []),
    ruleset: {
      id,
      version,
      completeness,
      totals: { criteria: totals.criteria, indicators: totals.indicators },
      open,
      withoutContent: withoutContent(parsed.value),
    },
  };
}

/** A snapshot by itself; where a ruleset was named, also whether that can judge it. */
function checkSnapshotFile(file: string, json: unknown, ruleset: Chosen | undefined): CheckReport {
  const parsed = parseSnapshot(json, {
    file,
    ...(typeof ruleset === 'object' && { facts: ruleset.facts }),
  });
  if (!parsed.ok) return reported(file, 'snapshot', parsed.errors);
  const judged = ruleset === undefined ? undefined : problemsOf(() => evaluate(json, ruleset), file);
  return reported(file, 'snapshot', judged && 'problems' in judged ? judged.problems : []);
}

/** Everything that is wrong with one file, whatever it is. */
export async function checkFile(
  path: string,
  ruleset: Chosen | undefined,
  surroundings: Surroundings,
): Promise<CheckReport> {
  const chosen = ruleset === undefined ? [] : [ruleset];
  const bases = new Bases(chosen);
  const read = await readAmendment(path, rulesetOfSheet(bases, chosen), surroundings);
  if ('problems' in read) {
    const table = await checkTable(path, surroundings);
    if (table) return { ...reported(path, 'table', table.problems), units: table.units };
    return reported(path, path.endsWith('.xlsx') ? 'scaffold' : 'unknown', read.problems);
  }
  const { file, json } = read;
  const kind = kindOf(json);
  if (kind === 'unknown') return reported(file, kind, [unknownKind(json)]);
  if (kind === 'ruleset') return checkRuleset(file, json);
  if (kind === 'snapshot') return checkSnapshotFile(file, json, ruleset);
  const wanted =
    typeof ruleset === 'object' ? `${ruleset.id}@${ruleset.version}` : ruleset && knownName(ruleset);
  const { problems, ...amendment } = checkAmendment(read, { bases, wanted });
  const blank = amendment.blanks.length > 0 || (json as Json).citation === undefined;
  return { ...reported(file, blank ? 'scaffold' : 'amendment', problems), amendment };
}

/** An id, or `id@version`, as it is spelt inside the package. */
function knownName(named: string): string {
  const { id, version } = getRuleset(named);
  return named.includes('@') ? `${id}@${version}` : id;
}
