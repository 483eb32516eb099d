import { measuredOn } from '../measured-on.js';
import { readRecord, writeRecord } from '../record.js';

/** What became of the mutants of one file, and on which commit. */
export interface FileScore {
  readonly file: string;
  /** 1: every mutant was tried; 5: every fifth. */
  readonly every: number;
  readonly noticed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly notCovered: number;
  readonly commit: string;
  readonly changed: boolean;
}

/** Rooms by name, each with its files. */
export type CodeMutation = Readonly<Record<string, readonly FileScore[]>>;

export const CODE_MUTATION = 'code-mutation';

/** Keeps what was found of one file of a room; files not tried this time keep what was found before. */
export function recordCode(room: string, file: string, every: number, statuses: readonly string[]): void {
  const known = readRecord<CodeMutation>(CODE_MUTATION) ?? {};
  const of = (status: string): number => statuses.filter((one) => one === status).length;
  const score: FileScore = {
    file,
    every,
    noticed: of('killed'),
    timedOut: of('timed-out'),
    survived: of('survived'),
    notCovered: of('not-covered'),
    ...measuredOn(),
  };
  const others = (known[room] ?? []).filter((one) => one.file !== file);
  const sorted = [...others, score].sort((a, b) => (a.file < b.file ? -1 : 1));
  writeRecord(CODE_MUTATION, { ...known, [room]: sorted });
}
