import type { Draft } from './draft.js';

interface Entry {
  readonly tier?: unknown;
}

/**
 * A draft with a decision of recognition more, or without those of a tier. A unit of which no decision is listed says
 * nothing of decisions: an empty list would say that there are none.
 */
export function withRecognition(draft: Draft, tier: string, recognised: boolean): Draft {
  const { recognitions, ...others } = draft;
  const listed = (Array.isArray(recognitions) ? recognitions : []) as Entry[];
  const kept = listed.filter((entry) => entry.tier !== tier);
  const all = recognised ? [...listed, { tier }] : kept;
  return (all.length > 0 ? { ...others, recognitions: all } : others) as Draft;
}
