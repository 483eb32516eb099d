export interface Writer {
  write(text: string): void;
}

/** All that the command line touches outside itself; tests give their own. */
export interface Surroundings {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readFile(path: string): Promise<Uint8Array>;
  /** Writes a new file; rejects with EEXIST where there is one already, unless it may be replaced. */
  writeFile(path: string, content: Uint8Array | string, replace: boolean): Promise<void>;
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
