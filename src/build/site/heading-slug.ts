/** The anchor of a heading, as GitHub makes it, so that one link works in the repository and on the site. */
export function headingSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** Anchors of one page: the second heading of a name gets `-1`. */
export function slugsOfPage(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const slug = headingSlug(text);
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  };
}
