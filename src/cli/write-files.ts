import { EXIT } from './exit-codes.js';
import { type Run, said } from './run.js';
import type { NewFile } from './table-files.js';
import { writeOut } from './write-out.js';

/** Writes files one after another, says which, and stops at the first that cannot be written. */
export async function writeFiles(files: readonly NewFile[], replace: boolean, run: Run): Promise<number> {
  for (const { file, content } of files) {
    const code = await writeOut(file, content, replace, run);
    if (code !== EXIT.done) return code;
  }
  const names = files.map(({ file }) => file).join(', ');
  run.surroundings.stderr.write(`${said(run, `Đã ghi: ${names}`, `Written: ${names}`)}\n`);
  return EXIT.done;
}
