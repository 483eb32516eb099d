import { LIMITS } from '../../schema/limits.js';

/** What a node leads to. */
export type Next = (node: string) => readonly string[];

interface Step {
  readonly node: string;
  readonly rest: string[];
}

/** Walks everything that can be reached, depth first and without recursion; `leave` sees what a node leads to first. */
function walk(
  starts: Iterable<string>,
  next: Next,
  visit: { back?: (trail: readonly Step[], node: string) => void; leave?: (node: string) => void },
): void {
  const done = new Set<string>();
  for (const start of starts) {
    if (done.has(start)) continue;
    const trail: Step[] = [{ node: start, rest: [...next(start)].reverse() }];
    const onTrail = new Set([start]);
    while (trail.length > 0) {
      const top = trail[trail.length - 1] as Step;
      const node = top.rest.pop();
      if (node === undefined) {
        trail.pop();
        onTrail.delete(top.node);
        done.add(top.node);
        visit.leave?.(top.node);
      } else if (onTrail.has(node)) visit.back?.(trail, node);
      else if (!done.has(node)) {
        trail.push({ node, rest: [...next(node)].reverse() });
        onTrail.add(node);
      }
    }
  }
}

/** Circles of a graph, each closed by its first node; of very many, as many as problems are listed. */
export function circlesIn(starts: Iterable<string>, next: Next): string[][] {
  const circles: string[][] = [];
  walk(starts, next, {
    back: (trail, node) => {
      if (circles.length >= LIMITS.problems) return;
      const nodes = trail.map((step) => step.node);
      circles.push([...nodes.slice(nodes.indexOf(node)), node]);
    },
  });
  return circles;
}

/** The first node found from which more than `most` others follow in a row. The graph has no circles. */
export function depthOf(starts: Iterable<string>, next: Next, most: number): string | undefined {
  const depths = new Map<string, number>();
  let deepest: string | undefined;
  walk(starts, next, {
    leave: (node) => {
      let depth = 0;
      for (const one of next(node)) depth = Math.max(depth, 1 + (depths.get(one) ?? 0));
      depths.set(node, depth);
      if (depth > most) deepest ??= node;
    },
  });
  return deepest;
}
