import { NtmError } from '../../src/index.js';
import type { RefusedCell, TableDefaults, TableWarning } from '../../src/table/index.js';
import type { Draft } from './draft.js';
import type { Judging } from './judged-by.js';
import { type MadeFile, madeFile } from './made-file.js';
import { type OpenedFile, openFile } from './opened-file.js';
import { type PortfolioRow, portfolioRow } from './portfolio-row.js';
import { type UnitJudge, unitJudge } from './unit-judge.js';
import type { UnitShelf } from './unit-shelf.js';
import { inSlices, type Watch } from './work-progress.js';

/** Work that may take long: reading a file, judging many units. */
export type WorkRequest =
  | {
      readonly work: 'open';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly today: string;
      /** What the page's own fields say, where the table says nothing. */
      readonly defaults: TableDefaults;
      /** Several files are opened together: places name their file as well. */
      readonly several: boolean;
    }
  | { readonly work: 'unit'; readonly at: number }
  | { readonly work: 'judge'; readonly judging: Judging }
  /** Of the units given, or of all that are open. */
  | { readonly work: 'make'; readonly made: MadeFile; readonly drafts?: readonly Draft[] };

/** What a file held; its units stay on the shelf, and only their number is told. */
export type OpenedReport =
  | Exclude<OpenedFile, { kind: 'units' }>
  | {
      readonly kind: 'units';
      readonly units: number;
      readonly first?: Draft;
      readonly refused: readonly RefusedCell[];
      readonly warnings: readonly TableWarning[];
    };

export type WorkAnswer =
  | { readonly work: 'open'; readonly opened: OpenedReport }
  | { readonly work: 'unit'; readonly draft: Draft | undefined }
  | { readonly work: 'judge' }
  | { readonly work: 'make'; readonly content: Uint8Array | string };

/** What is told on the way: how far the work is, and the rows that are ready. */
export interface WorkNews {
  readonly done: number;
  readonly of: number;
  readonly rows?: readonly PortfolioRow[];
}

export interface Worksite {
  readonly shelf: UnitShelf;
  readonly tell: (news: WorkNews) => void;
  readonly isCancelled: () => boolean;
}

/** Of several files each place says in which of them it is; a CSV has the name of its file already. */
const inFile =
  (name: string) =>
  <T extends { readonly sheet: string }>(one: T): T =>
    one.sheet === name ? one : { ...one, sheet: `${name} › ${one.sheet}` };

function opened(request: Extract<WorkRequest, { work: 'open' }>, shelf: UnitShelf): OpenedReport {
  const { name, bytes, today, defaults, several } = request;
  const read = openFile(name, bytes, today, defaults);
  if (read.kind !== 'units') return read;
  const placed = several
    ? { ...read, refused: read.refused.map(inFile(name)), warnings: read.warnings.map(inFile(name)) }
    : read;
  shelf.take(placed);
  const { drafts, refused, warnings } = placed;
  const [first] = drafts;
  return { kind: 'units', units: drafts.length, ...(first && { first }), refused, warnings };
}

/** A judge, or where its law cannot be had one who says why for each unit. */
function judgeFor(judging: Judging, units: number): UnitJudge {
  try {
    return unitJudge(judging, units);
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return () => {
      throw error;
    };
  }
}

async function judged(judging: Judging, { shelf, tell, isCancelled }: Worksite): Promise<void> {
  const { drafts } = shelf;
  const judge = judgeFor(judging, drafts.length);
  let rows: PortfolioRow[] = [];
  const watch: Watch = {
    isCancelled,
    tell: (progress) => {
      tell({ ...progress, rows });
      rows = [];
    },
  };
  await inSlices(drafts, watch, (draft, at) => {
    rows.push(portfolioRow(judge, draft, at, judging.locale));
  });
}

/**
 * Does what is asked; the same in a worker and, where there is none, in the page.
 *
 * @throws Cancelled
 */
export async function answer(request: WorkRequest, site: Worksite): Promise<WorkAnswer> {
  const { shelf } = site;
  switch (request.work) {
    case 'open':
      return { work: 'open', opened: opened(request, shelf) };
    case 'unit':
      return { work: 'unit', draft: shelf.drafts[request.at] };
    case 'judge':
      await judged(request.judging, site);
      return { work: 'judge' };
    case 'make': {
      const { made, drafts } = request;
      const units = drafts ? { drafts, unread: [] } : shelf;
      return { work: 'make', content: await madeFile(made, units, site) };
    }
  }
}
