import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { didYouMean, oneOf } from '../../problem/report.js';
import type { PlanFile, PlanGroup, PlanUnit } from '../../schema/plan.js';
import { unitKey } from '../unit-key.js';

/** Groups inside one another: more than anybody needs, and few enough to walk. */
const DEEPEST = 10;

/** A unit or a group that has figures in a plan, and what it is made up of. */
export interface Scope {
  readonly key: string;
  /** Its place in the order in which the plan names units and groups. */
  readonly place: number;
  readonly unit?: PlanUnit;
  readonly group?: PlanGroup;
  /** Groups and units it is made up of; not all of them need have figures. */
  readonly parts: Scope[];
}

/** What a problem calls a unit or group. */
export const scopeName = ({ unit, group }: Pick<Scope, 'unit' | 'group'>): string =>
  unit?.name ?? group?.id ?? '';

/** How many units it has, where that is known. */
export function unitsOf({ unit, group, parts }: Scope): number | undefined {
  if (unit) return 1;
  if (typeof group?.units === 'number') return group.units;
  if (parts.length === 0) return undefined;
  return parts.reduce<number | undefined>((sum, part) => {
    const own = unitsOf(part);
    return sum === undefined || own === undefined ? undefined : sum + own;
  }, 0);
}

/** Whether its parts are all of it. */
export function isMadeUp(scope: Scope): boolean {
  if (scope.parts.length === 0) return false;
  if (typeof scope.group?.units !== 'number') return true;
  const parts = unitsOf({ ...scope, group: { id: '' } });
  return parts !== undefined && parts === scope.group.units;
}

export function levelOf({ unit, group, parts }: Scope): string | undefined {
  if (unit) return unit.level;
  if (group?.level) return group.level;
  for (const part of parts) {
    const level = levelOf(part);
    if (level !== undefined) return level;
  }
  return undefined;
}

const DECLARED = { vi: 'một nhóm khai báo trong "groups"', en: 'a group declared under "groups"' };
const REFERENCE = {
  vi: 'Khai báo nhóm trong "groups".',
  en: 'Declare the group under "groups".',
};

/** The units and groups of a plan, as a wood of trees: nothing is part of two groups, so that nothing counts twice. */
export class Scopes {
  readonly #all = new Map<string, Scope>();
  readonly #owner = new Map<Scope, Scope>();

  constructor(
    groups: NonNullable<PlanFile['groups']>,
    private readonly problems: ProblemList,
  ) {
    for (const [at, group] of groups.entries()) {
      const key = `group ${group.id}`;
      if (this.#all.has(key)) this.#twice(['groups', at, 'id'], group.id);
      else this.#all.set(key, { key, place: this.#all.size, group, parts: [] });
    }
    for (const [at, group] of groups.entries()) this.#fill(at, group);
    // One circle is told once, by the first group that is in it.
    groups.some((group, at) => this.#isTooDeep(at, group));
    if (problems.empty) for (const [at, group] of groups.entries()) this.#checkSize(at, group);
  }

  #fill(at: number, { id, units, parts = [] }: PlanGroup): void {
    const scope = this.#all.get(`group ${id}`);
    if (!scope) return;
    for (const [place, part] of parts.entries()) {
      const found = this.group(part, ['groups', at, 'parts', place]);
      if (found) this.#own(scope, found, ['groups', at, 'parts', place]);
    }
    for (const [place, unit] of (typeof units === 'object' ? units : []).entries())
      this.#own(scope, this.unit(unit), ['groups', at, 'units', place]);
  }

  #own(owner: Scope, part: Scope, path: Path): void {
    if (this.#owner.has(part)) {
      this.#twice(path, scopeName(part));
      return;
    }
    this.#owner.set(part, owner);
    owner.parts.push(part);
  }

  #twice(path: Path, name: string): void {
    this.problems.add('duplicate-id', path, () => ({
      found: name,
      expected: {
        vi: 'mỗi nhóm, mỗi đơn vị chỉ thuộc một nhóm',
        en: 'each group and each unit in one group only',
      },
      hint: {
        vi: 'Bỏ một trong hai; nhóm lớn hơn thì ghi các nhóm con vào "parts".',
        en: 'Remove one of the two; a larger group lists the smaller ones under "parts".',
      },
    }));
  }

  #isTooDeep(at: number, { id }: PlanGroup): boolean {
    let depth = 0;
    let scope = this.#all.get(`group ${id}`);
    while (scope && depth <= DEEPEST) {
      depth += 1;
      scope = this.#owner.get(scope);
    }
    if (depth <= DEEPEST) return false;
    this.problems.add('cycle', ['groups', at, 'parts'], () => ({
      found: id,
      expected: {
        vi: `nhóm lồng nhau nhiều nhất ${DEEPEST} tầng, không vòng tròn`,
        en: `groups inside one another at most ${DEEPEST} deep, and no circle`,
      },
      hint: { vi: 'Kiểm tra "parts" của các nhóm.', en: 'Look at the "parts" of the groups.' },
    }));
    return true;
  }

  /** A group may have units beside those of its parts, but not fewer. */
  #checkSize(at: number, { id, units }: PlanGroup): void {
    const parts = this.#all.get(`group ${id}`)?.parts ?? [];
    const theirs = parts.reduce((sum, part) => sum + (unitsOf(part) ?? 0), 0);
    if (typeof units !== 'number' || theirs <= units) return;
    this.problems.add('sum-differs', ['groups', at, 'units'], () => ({
      found: units,
      expected: {
        vi: `ít nhất ${theirs}, như các phần của nhóm`,
        en: `at least ${theirs}, as its parts have`,
      },
      hint: {
        vi: 'Sửa số đơn vị của nhóm hoặc của các phần.',
        en: 'Mend the number of units of the group or of its parts.',
      },
    }));
  }

  unit(unit: PlanUnit): Scope {
    const key = `unit ${unitKey(unit)}`;
    let scope = this.#all.get(key);
    if (!scope) {
      scope = { key, place: this.#all.size, unit, parts: [] };
      this.#all.set(key, scope);
    }
    return scope;
  }

  group(id: string, path: Path): Scope | undefined {
    const scope = this.#all.get(`group ${id}`);
    if (!scope) {
      const known = [...this.#all.values()].flatMap(({ group }) => group?.id ?? []);
      this.problems.add('unknown-reference', path, () => ({
        found: id,
        expected: known.length > 0 ? oneOf(known) : DECLARED,
        hint: didYouMean(id, known, REFERENCE),
      }));
    }
    return scope;
  }

  ownerOf(scope: Scope): Scope | undefined {
    return this.#owner.get(scope);
  }

  all(): Scope[] {
    return [...this.#all.values()];
  }
}
