import type { Locale } from '../../src/index.js';
import type { TableDefaults } from '../../src/table/index.js';
import type { Draft } from './draft.js';
import { type PortfolioRow, portfolioRow } from './judge-many.js';
import { type MadeFile, madeFile } from './made-file.js';
import { type OpenedFile, openFile } from './opened-file.js';

/** Work that may take long: reading a file, judging many units. */
export type WorkRequest =
  | {
      readonly work: 'open';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly today: string;
      /** What the page's own fields say, where the table says nothing. */
      readonly defaults: TableDefaults;
    }
  | {
      readonly work: 'judge';
      readonly drafts: readonly Draft[];
      readonly from: number;
      readonly ruleset: string;
      readonly amendments: readonly unknown[];
      readonly locale: Locale;
    }
  | { readonly work: 'make'; readonly made: MadeFile };

export type WorkAnswer =
  | { readonly work: 'open'; readonly opened: OpenedFile }
  | { readonly work: 'judge'; readonly rows: readonly PortfolioRow[] }
  | { readonly work: 'make'; readonly content: Uint8Array | string };

/** Does what is asked; the same in a worker and, where there is none, in the page. */
export async function answer(request: WorkRequest): Promise<WorkAnswer> {
  if (request.work === 'make') return { work: 'make', content: await madeFile(request.made) };
  if (request.work === 'open')
    return {
      work: 'open',
      opened: openFile(request.name, request.bytes, request.today, request.defaults),
    };
  const { drafts, from, ruleset, amendments, locale } = request;
  return {
    work: 'judge',
    rows: drafts.map((draft, at) => portfolioRow(draft, from + at, ruleset, amendments, locale)),
  };
}
