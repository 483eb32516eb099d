import type * as z from 'zod/mini';
import { plainCopy } from '../../check/plain-copy.js';
import { matchShape } from '../../check/shape.js';
import type { Path } from '../../problem/problem.js';
import { ProblemList } from '../../problem/problem-list.js';
import { pointer } from '../../problem/report.js';

/** What people write themselves, read once and within limits, in its shape; or everything wrong with it, at its place. */
export function shapedItem<T extends z.core.$ZodType>(
  schema: T,
  item: unknown,
  path: Path,
  problems: ProblemList,
): z.infer<T> | undefined {
  const own = new ProblemList();
  const copy = plainCopy(item, own);
  const shaped = copy.halted
    ? undefined
    : matchShape(schema, copy.value, { problems: own, refused: copy.refused });
  if (shaped?.ok && own.empty) return shaped.value;
  problems.merge(own, (one) => ({ ...one, path: `${pointer('', ...path)}${one.path}` }));
  return undefined;
}
