import type { Localized } from '../../src/index.js';
import type { RefusedCell, TableDefaults, TableWarning } from '../../src/table/index.js';
import type { Draft } from './draft.js';
import type { OpenedReport } from './work-request.js';
import type { Workplace } from './workplace.js';

/** A file any larger is no table that a page should hold. */
const LARGEST = 200_000_000;

/** A file that gave nothing, and why. */
export interface FailedFile {
  readonly name: string;
  readonly why: Localized | Extract<OpenedReport, { kind: 'refused' }>;
}

/** What came of files that were opened together: units and figures of provinces, freely mixed. */
export interface OpenedFiles {
  readonly names: readonly string[];
  readonly units: number;
  readonly first?: Draft;
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly TableWarning[];
  readonly amendments: readonly unknown[];
  readonly failed: readonly FailedFile[];
}

export interface OpeningOptions {
  readonly today: string;
  readonly defaults: TableDefaults;
  readonly signal: AbortSignal;
  readonly beginFile: (name: string, at: number) => void;
}

const TOO_LARGE: Localized = {
  vi: 'Tệp quá lớn (trên 200 MB); hãy chia thành nhiều tệp.',
  en: 'The file is too large (over 200 MB); split it.',
};

/**
 * Opens files one after another in a workplace, on whose shelf their units stay. A file that cannot be read keeps none
 * of the others from being read.
 */
export async function openFiles(
  files: readonly File[],
  place: Workplace,
  { today, defaults, signal, beginFile }: OpeningOptions,
): Promise<OpenedFiles> {
  const names: string[] = [];
  const refused: RefusedCell[] = [];
  const warnings: TableWarning[] = [];
  const amendments: unknown[] = [];
  const failed: FailedFile[] = [];
  let units = 0;
  let first: Draft | undefined;
  for (const [at, file] of files.entries()) {
    const { name } = file;
    beginFile(name, at);
    if (file.size > LARGEST) {
      failed.push({ name, why: TOO_LARGE });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const told = await place.ask(
      { work: 'open', name, bytes, today, defaults, several: files.length > 1 },
      { signal },
    );
    if (told.work !== 'open') continue;
    const { opened } = told;
    switch (opened.kind) {
      case 'amendment':
        amendments.push(opened.amendment);
        break;
      case 'refused':
        failed.push({ name, why: opened });
        break;
      case 'unknown':
        failed.push({ name, why: opened.why });
        break;
      case 'units':
        names.push(name);
        units += opened.units;
        first ??= opened.first;
        // Appended one by one: a table may have more refused cells than a call may have arguments.
        for (const one of opened.refused) refused.push(one);
        for (const one of opened.warnings) warnings.push(one);
    }
  }
  return { names, units, ...(first && { first }), refused, warnings, amendments, failed };
}
