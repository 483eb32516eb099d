/** What tells one published group from another. */
export interface GroupName {
  readonly group: string;
  readonly province?: string | undefined;
  readonly district?: string | undefined;
  readonly year?: number | undefined;
}

function groupKey({ province, district, group, year }: GroupName): string {
  const texts = [province, district, group].map((one) => (one ?? '').normalize('NFC').trim().toLowerCase());
  return `${texts.join('|')}|${year ?? ''}`;
}

/** Published groups, each once. */
export class Groups<T extends GroupName> {
  readonly #groups = new Map<string, T>();

  has(group: GroupName): boolean {
    return this.#groups.has(groupKey(group));
  }

  add(group: T): void {
    this.#groups.set(groupKey(group), group);
  }

  list(): T[] {
    return [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  }
}
