import type { Path } from '../../problem/problem.js';

/** The keys of a JSON pointer. */
export function segmentsOf(pointer: string): Path {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
