import { pointer } from '../problem/report.js';

/** A figure not filled in yet. */
export interface BlankFigure {
  /** JSON pointer of the `null`. */
  readonly path: string;
  readonly indicator: string;
  readonly requirement: string;
  readonly where: Readonly<Record<string, unknown>>;
}

/** An amendment file without its blanks, and where they were. */
export interface WithoutBlanks {
  /** What is filled in; to be checked as an amendment. */
  readonly amendment: unknown;
  readonly blanks: readonly BlankFigure[];
  /** How many figures of `set-requirement` entries are filled in. */
  readonly filled: number;
  /** JSON pointers of what was taken out above others, so that problems are told at their places in the file. */
  readonly placeOf: (path: string) => string;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A blank is `null` or nothing but spaces; a citation with nothing in it is one too. */
const isBlank = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

function citationOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isBlank(one)));
}

function withCitation(part: Json): Json {
  if (!('citation' in part)) return part;
  const { citation, ...rest } = part;
  const filled = citationOf(citation);
  return isBlank(filled) || (isObject(filled) && Object.keys(filled).length === 0)
    ? rest
    : { ...rest, citation: filled };
}

/** The first citation that stands in an entry, for a file that gives none for all. */
function firstCitation(changes: readonly unknown[]): unknown {
  for (const change of changes) {
    if (!isObject(change)) continue;
    if (isObject(change.citation)) return change.citation;
    const rows = Array.isArray(change.rows) ? (change.rows as unknown[]) : [];
    for (const row of rows) if (isObject(row) && isObject(row.citation)) return row.citation;
  }
  return undefined;
}

/**
 * Takes the blanks out of an amendment that is being filled in: rows whose value is `null`, entries with no row left,
 * and empty citations. Anything else is left as it is, for the check to judge.
 *
 * @since 0.1.0
 */
export function withoutBlanks(json: unknown): WithoutBlanks {
  const blanks: BlankFigure[] = [];
  const places = new Map<string, string>();
  let filled = 0;
  if (!isObject(json) || !Array.isArray(json.changes))
    return { amendment: json, blanks, filled, placeOf: (path) => path };
  const changes: unknown[] = [];
  for (const [at, change] of (json.changes as unknown[]).entries()) {
    if (!isObject(change) || change.change !== 'set-requirement' || !Array.isArray(change.rows)) {
      places.set(`/changes/${changes.length}`, `/changes/${at}`);
      changes.push(isObject(change) ? withCitation(change) : change);
      continue;
    }
    const rows: unknown[] = [];
    for (const [index, row] of (change.rows as unknown[]).entries()) {
      if (isObject(row) && 'value' in row && isBlank(row.value)) {
        blanks.push({
          path: pointer('/changes', at, 'rows', index, 'value'),
          indicator: String(change.indicator),
          requirement: String(change.requirement),
          where: isObject(row.where) ? row.where : {},
        });
        continue;
      }
      places.set(`/changes/${changes.length}/rows/${rows.length}`, `/changes/${at}/rows/${index}`);
      rows.push(isObject(row) ? withCitation(row) : row);
      filled += 1;
    }
    if (rows.length === 0) continue;
    places.set(`/changes/${changes.length}`, `/changes/${at}`);
    changes.push({ ...withCitation(change), rows });
  }
  const own = citationOf(json.citation);
  const citation = isObject(own) && !('number' in own) ? (firstCitation(changes) ?? own) : own;
  const placeOf = (path: string): string => {
    const [, row, change] = /^((\/changes\/\d+)\/rows\/\d+)/.exec(path) ?? [];
    const start = row ?? change ?? /^\/changes\/\d+/.exec(path)?.[0];
    const place = start === undefined ? undefined : (places.get(start) ?? undefined);
    return start === undefined || place === undefined ? path : `${place}${path.slice(start.length)}`;
  };
  return { amendment: { ...json, citation, changes }, blanks, filled, placeOf };
}
