import { distance } from 'fastest-levenshtein';

/** Candidates are compared without case, accents and separators, so that `Health.InsuredRate` finds its fact. */
export function plainSpelling(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9#@/.:-]+/g, '');
}

/** A third of the letters may differ; of one or two letters, none: any other would be as near. */
const differing = (length: number): number => (length < 3 ? 0 : Math.floor(length / 3));

/**
 * The candidate nearest in spelling, or undefined when none is near: at most a third of the letters may differ.
 * Text too long to be a misspelling is not compared, so that the time stays bounded.
 */
export function nearestSpelling(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > 100) return undefined;
  const wanted = plainSpelling(text);
  if (wanted === '') return undefined;
  let best: string | undefined;
  let bestDistance = differing(wanted.length) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance + 8) continue;
    const far = distance(wanted, plainSpelling(candidate));
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/**
 * The candidate of which a text is evidently a misspelling: at most `most` letters differ and no digit does.
 * Names that differ more may well be other things, known elsewhere.
 */
export function misspelt(text: string, candidates: Iterable<string>, most = 2): string | undefined {
  const near = nearestSpelling(text, candidates);
  if (near === undefined || near.replace(/\D/g, '') !== text.replace(/\D/g, '')) return undefined;
  return distance(plainSpelling(text), plainSpelling(near)) <= most ? near : undefined;
}
