import { plainSpelling } from '../../problem/nearest.js';
import type { Declaration, Snapshot } from '../../schema/snapshot.js';
import type { Locale } from '../../schema/text.js';
import { OUTCOME_LABELS } from '../../words/labels.js';
import type { AppraisedBy } from './form-key.js';
import type { EntryDetails } from './kept-details.js';

/** What was declared of one entry, as a row of a form has room for it. */
export interface DeclaredCells {
  readonly self?: Declaration;
  /** Of the most senior body that appraised. */
  readonly appraisal?: Declaration;
  /** What has no room in the row: each gets one of its own. */
  readonly others: readonly Declaration[];
}

/** Who speaks for the appraisal (thẩm định), the most senior first. */
const APPRAISERS = ['council', 'appraisal', 'department'] as const;

export function declarationsOf({ declared }: Snapshot, ruleset: string, entry: string): Declaration[] {
  const own = declared?.[ruleset];
  const found = own && Object.hasOwn(own, entry) ? own[entry] : undefined;
  return found === undefined ? [] : [found].flat();
}

/** A declaration without a body is the unit's own. */
export const isOwn = ({ by }: Declaration): boolean => by === undefined || by === 'self';

export const appraiserOf = (one: Declaration | undefined): AppraisedBy =>
  one?.by === undefined || one.by === 'self' ? 'appraisal' : one.by;

export function declaredCells(all: readonly Declaration[]): DeclaredCells {
  const self = all.find(isOwn);
  const [appraisal] = APPRAISERS.flatMap((body) => all.find(({ by }) => by === body) ?? []);
  return {
    ...(self && { self }),
    ...(appraisal && { appraisal }),
    others: all.filter((one) => one !== self && one !== appraisal),
  };
}

/** A result as the body wrote it: its own label, such as *cơ bản đạt*, where it has one. */
export const declaredWord = ({ label, outcome }: Declaration, locale: Locale): string =>
  label ?? OUTCOME_LABELS[outcome][locale];

const BASICALLY_MET = plainSpelling('cơ bản đạt');

/** Whether the cells alone say all of it. */
function isPlain({ outcome, on, label, remark, documents }: Declaration, takesDocuments: boolean): boolean {
  if (on !== undefined || remark !== undefined) return false;
  if (label !== undefined && (plainSpelling(label) !== BASICALLY_MET || outcome === 'met')) return false;
  if (documents === undefined) return true;
  const apart = documents.every((one) => one.trim() === one && one !== '' && !/[;\n]/.test(one));
  return takesDocuments && apart && documents.length > 0 && new Set(documents).size === documents.length;
}

type Remarks = NonNullable<Snapshot['remarks']>;

/** What the key of a row has to keep beside its cells; nothing where these say all. */
export function detailsOf({ self, appraisal }: DeclaredCells, remarks: Remarks): EntryDetails {
  const selfIsPlain = self === undefined || isPlain(self, true);
  const appraisalIsPlain = appraisal === undefined || isPlain(appraisal, self === undefined);
  const remarksArePlain = remarks.length <= 1 && remarks.every(({ source }) => source === undefined);
  if (selfIsPlain && appraisalIsPlain && remarksArePlain) return {};
  return {
    ...(self && { self }),
    ...(appraisal && { appraisal }),
    ...(remarks.length > 0 && { remarks: [...remarks] }),
  };
}

/** Both results, where there are any. */
interface Results {
  readonly self?: Declaration | undefined;
  readonly appraisal?: Declaration | undefined;
}

/** The documents of both results as one cell lists them. */
export const documentsText = ({ self, appraisal }: Results): string =>
  [...new Set([self, appraisal].flatMap((one) => one?.documents ?? []))].join('; ');

/** The remarks of both results, and those about the entry, as one cell has them. */
export const notesText = ({ self, appraisal }: Results, remarks: Remarks = []): string =>
  [...[self, appraisal].flatMap((one) => one?.remark || []), ...remarks.map(({ text }) => text)].join('. ');
