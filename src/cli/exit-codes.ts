/**
 * What `ntm` tells the shell. An outcome is no failure: a commune that has not met the criteria was judged all the
 * same, so judging ends with 0 unless `--fail-on` asks otherwise. The others are those of sysexits.h.
 */
export const EXIT = {
  done: 0,
  /** `--fail-on` was given and such an outcome came out. */
  outcome: 1,
  /** The command line itself is wrong. */
  usage: 64,
  /** A snapshot, ruleset or amendment was refused. */
  refused: 65,
  /** A file cannot be read. */
  unreadable: 66,
  /** A fault of ntm's own. */
  internal: 70,
} as const;
