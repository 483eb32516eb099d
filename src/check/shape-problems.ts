import type * as z from 'zod/mini';
import type { Path } from '../problem/problem.js';
import { knownKeys } from './known-keys.js';
import { meantBranch } from './meant-branch.js';
import type { ShapeContext } from './shape.js';
import {
  badForm,
  emptyGroup,
  emptyText,
  noneOfKeys,
  notADay,
  notOneOf,
  notValid,
  outOfRange,
  type Told,
  unknownKey,
  writtenLike,
  wrongType,
} from './shape-wording.js';

type Issue = z.core.$ZodIssue;

/** Turns what the schema library found into our own problems. */
export class ShapeProblems {
  constructor(
    private readonly schema: z.core.$ZodType,
    private readonly input: unknown,
    private readonly context: ShapeContext,
  ) {}

  tell(issues: readonly Issue[], base: Path = []): void {
    const { problems } = this.context;
    for (const issue of issues) {
      // A union may hold thousands of issues; once the list is full it counts as one.
      if (problems.full) problems.skip();
      else this.#issue(issue, [...base, ...(issue.path as Path)]);
    }
  }

  #add(path: Path, { code, details }: Told): void {
    const { problems, base, refused } = this.context;
    if (refused?.some((one) => one.length === path.length && one.every((key, index) => key === path[index])))
      return;
    problems.add(code, [...(base ?? []), ...path], details);
  }

  #found(path: Path): unknown {
    let value = this.input;
    for (const key of path) {
      value =
        typeof value === 'object' && value !== null
          ? (value as Record<string | number, unknown>)[key]
          : undefined;
    }
    return value;
  }

  #issue(issue: Issue, path: Path): void {
    switch (issue.code) {
      case 'unrecognized_keys':
        this.#unknownKeys(issue.keys, path);
        break;
      case 'invalid_union':
        this.#union(issue, path);
        break;
      case 'invalid_element':
        this.tell(issue.issues, path);
        break;
      default:
        this.#add(path, toldOf(issue, this.#found(path), path));
    }
  }

  #unknownKeys(keys: readonly string[], path: Path): void {
    const found = this.#found(path);
    for (const key of keys) {
      this.#add(
        [...path, key],
        unknownKey(key, () => knownKeys(this.schema, path, found), found),
      );
    }
  }

  #union(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path): void {
    const found = this.#found(path);
    if (issue.errors.length === 0) {
      // A union told apart by one key: the schema library names its values.
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      this.#add(path, notOneOf(options, found, keyOf(path)));
      return;
    }
    const meant = meantBranch(issue.errors, found);
    if (meant.kind === 'branch') this.tell(meant.branch, path);
    else if (meant.kind === 'type') this.#add(path, wrongType(meant.types, found, keyOf(path)));
    else
      this.#add(
        path,
        noneOfKeys(() => knownKeys(this.schema, path, found), found),
      );
  }
}

const keyOf = (path: Path): string | undefined => (path.length === 0 ? undefined : String(path.at(-1)));

/** What an issue without others inside says. */
function toldOf(issue: Issue, found: unknown, path: Path): Told {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType([issue.expected], found, keyOf(path));
    case 'invalid_value':
      return notOneOf(issue.values.map(String), found, keyOf(path));
    case 'invalid_format':
      if (issue.format === 'date') return notADay(found);
      return badForm(issue.format === 'url' ? ADDRESS : writtenLike(issue.pattern), found);
    case 'invalid_key':
      return badForm(writtenLike(patternOf(issue.issues)), keyOf(path));
    case 'too_small':
      if (issue.origin === 'array') return emptyGroup(String(issue.minimum), found);
      if (issue.origin === 'string') return emptyText(found);
      return outOfRange(`${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`, found);
    case 'too_big':
      return outOfRange(`≤ ${issue.maximum}`, found);
    default:
      return notValid(found);
  }
}

const ADDRESS = { vi: 'một địa chỉ như https://…', en: 'an address such as https://…' };

function patternOf(issues: readonly Issue[]): string | undefined {
  return issues.flatMap((issue) => (issue.code === 'invalid_format' ? (issue.pattern ?? []) : []))[0];
}
