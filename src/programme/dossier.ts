import type { RecognitionTier } from '../law/recognition-set.js';
import type { DossierDocument } from '../schema/recognition-check.js';
import type { Declaration, Snapshot } from '../schema/snapshot.js';

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Documents (minh chứng) that declarations for one of the sets name. */
function declaredDocuments({ declared }: Snapshot, sets: readonly string[]): string[] {
  return sets.flatMap((set) =>
    Object.values(declared?.[set] ?? {})
      .flat()
      .flatMap((one: Declaration) => one.documents ?? []),
  );
}

/** The documents of the dossier, each present when a declaration or the list given names it by its id or title. */
export function dossierOf(
  tier: RecognitionTier | undefined,
  snapshot: Snapshot,
  sets: readonly string[],
  given: readonly string[],
): { dossier: DossierDocument[]; others: string[] } {
  const named = [...new Set([...given, ...declaredDocuments(snapshot, sets)])];
  const listed = (tier?.dossier ?? []).map(({ id, title, required }) => ({
    names: [id, title.vi, title.en].map(plain),
    document: { document: id, title, required },
  }));
  return {
    dossier: listed.map(({ names, document }) => ({
      ...document,
      present: named.some((one) => names.includes(plain(one))),
    })),
    others: named.filter((one) => !listed.some(({ names }) => names.includes(plain(one)))),
  };
}
