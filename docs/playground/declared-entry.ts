/** One result that somebody declared of an indicator or criterion. */
interface Entry {
  readonly outcome?: unknown;
  readonly by?: unknown;
}

const entriesOf = (declared: unknown): Entry[] =>
  (Array.isArray(declared)
    ? declared
    : declared === undefined || declared === null
      ? []
      : [declared]) as Entry[];

const isOwn = ({ by }: Entry): boolean => by === undefined || by === 'self';

/** What the unit says of itself; the results of departments, appraisal and council stand beside it. */
export function selfDeclared(declared: unknown): 'met' | 'unmet' | undefined {
  const outcome = entriesOf(declared).find(isOwn)?.outcome;
  return outcome === 'met' || outcome === 'unmet' ? outcome : undefined;
}

/** The entries with the unit's own changed, or left out; those of others stay as they are. */
export function withSelfDeclared(declared: unknown, outcome: 'met' | 'unmet' | undefined): unknown {
  const others = entriesOf(declared).filter((entry) => !isOwn(entry));
  const all = outcome === undefined ? others : [{ outcome, by: 'self' }, ...others];
  return all.length > 1 ? all : all[0];
}
