const DIGITS = /^\d+$/;

/** Criteria and indicators as people count them: 2 before 10, 17.2 before 17.10, placeholders (#9) last. */
export function byNumber(a: string, b: string): number {
  const [as, bs] = [a.split(/[.:]/), b.split(/[.:]/)];
  for (let at = 0; at < Math.max(as.length, bs.length); at += 1) {
    const [one, other] = [as[at], bs[at]];
    if (one === other) continue;
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    return bySegment(one, other);
  }
  return 0;
}

function bySegment(a: string, b: string): number {
  const [hashA, hashB] = [a.startsWith('#'), b.startsWith('#')];
  if (hashA !== hashB) return hashA ? 1 : -1;
  const [one, other] = hashA ? [a.slice(1), b.slice(1)] : [a, b];
  if (DIGITS.test(one) && DIGITS.test(other) && Number(one) !== Number(other))
    return Number(one) - Number(other);
  return one < other ? -1 : one > other ? 1 : 0;
}
