export interface Writer {
  write(text: string): void;
}

/** What a file is to hold; pieces are asked for one after the other while they are written. */
export type FileContent = Uint8Array | string | Iterable<string>;

/** A file for what does not fit into memory, gone with the process. */
export interface ScratchFile {
  append(bytes: Uint8Array): void;
  /** What was appended, from the beginning. */
  pieces(): Iterable<Uint8Array>;
  close(): void;
}

/** All that the command line touches outside itself; tests give their own. */
export interface Surroundings {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readFile(path: string): Promise<Uint8Array>;
  /** Writes a new file, as a whole or not at all; rejects with EEXIST where there is one already, unless it may be replaced. */
  writeFile(path: string, content: FileContent, replace: boolean): Promise<void>;
  /** A new scratch file in a folder; without it everything is kept in memory. */
  scratchFile?(folder: string): ScratchFile;
  /** The names in a folder; rejects where the path is none. */
  listFolder(path: string): Promise<string[]>;
  readStdin(): Promise<Uint8Array>;
  /** A file, or standard input for `-`, piece by piece; without it both are read as a whole. */
  piecesOf?(path: string): AsyncIterable<Uint8Array>;
  /** Columns that a line may take. */
  readonly columns: number;
  /** Whether stdout shows colours. */
  readonly colour: boolean;
  /** Whether somebody watches stderr, so that a bar of progress may be drawn there. */
  readonly watched?: boolean;
}
