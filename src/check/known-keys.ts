import type * as z from 'zod/mini';
import type { Path } from '../problem/problem.js';
import { isObject } from './is-object.js';

type Schema = z.core.$ZodType;

/** What we look at in a schema's definition, whatever its kind. */
interface Definition {
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: () => Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
}

const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition;

/** The schemas a schema stands for: behind optional, lazy and union. */
function settled(schema: Schema): Schema[] {
  const { innerType, options, getter } = definitionOf(schema);
  if (innerType) return settled(innerType);
  if (options) return options.flatMap(settled);
  return getter ? settled(getter()) : [schema];
}

/** The keys that the format knows at a place, for hints on misspelt ones. */
export function knownKeys(schema: Schema, path: Path, found: unknown): readonly string[] {
  let candidates = settled(schema);
  for (const key of path) {
    candidates = candidates.flatMap((candidate) => {
      const { shape, element, valueType } = definitionOf(candidate);
      const next = shape?.[String(key)] ?? element ?? valueType;
      return next ? settled(next) : [];
    });
  }
  const shapes = candidates.flatMap((candidate) => {
    const { shape } = definitionOf(candidate);
    return shape ? [Object.keys(shape)] : [];
  });
  // Of several possible objects, those are meant that share most keys with what was found.
  const shared = shapes.map(
    (keys) => keys.filter((key) => isObject(found) && Object.hasOwn(found, key)).length,
  );
  const most = Math.max(0, ...shared);
  return [...new Set(shapes.filter((_, index) => shared[index] === most).flat())];
}
