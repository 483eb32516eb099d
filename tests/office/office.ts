import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OFFICE = process.env.OFFICE_PATH ?? 'soffice';

/** Opens files in LibreOffice and saves them again in another form, all in one start; each comes back under its name. */
export function savedAgain(
  files: Readonly<Record<string, Uint8Array | string>>,
  as: 'xlsx' | 'csv',
): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-office-'));
  try {
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    // A profile of its own: an office that somebody has open would take the call and answer nothing.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter =
      as === 'xlsx'
        ? 'xlsx:Calc MS Excel 2007 XML'
        : 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1';
    const names = Object.keys(files).map((name) => join(folder, name));
    execFileSync(
      OFFICE,
      [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', saved, ...names],
      {
        stdio: 'pipe',
        timeout: 170_000,
      },
    );
    return Object.fromEntries(
      Object.keys(files).map((name) => [
        name,
        new Uint8Array(readFileSync(join(saved, name.replace(/\.\w+$/, `.${as}`)))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
