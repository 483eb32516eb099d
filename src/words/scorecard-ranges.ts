/**
 * Numbers as people list them: three or more that follow one another in `order` become a range.
 *
 * @example
 * ranges(['2.1', '2.2', '2.3', '4.2'], ['2.1', '2.2', '2.3', '2.4', '4.1', '4.2']) // ['2.1–2.3', '4.2']
 */
export function ranges(chosen: readonly string[], order: readonly string[]): string[] {
  const wanted = new Set(chosen);
  const runs: string[][] = [];
  let open = false;
  for (const id of order) {
    if (!wanted.has(id)) {
      open = false;
      continue;
    }
    if (open) runs.at(-1)?.push(id);
    else runs.push([id]);
    open = true;
  }
  const listed = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
  return [...listed, ...chosen.filter((id) => !order.includes(id))];
}
