import type { ProblemList } from '../../problem/problem-list.js';
import type { Outcome } from '../../schema/evaluation.js';
import type { PlanBaseline, PlanGroup, PlanUnit } from '../../schema/plan.js';
import type { TierReport, TierStanding } from '../../schema/programme.js';
import type { Unit } from '../../schema/snapshot.js';
import type { PublishedGroup, PublishedRecognition } from '../../schema/summary-items.js';
import { levelInId } from '../level-in-id.js';
import type { ItemTaker } from '../summary/read-item.js';
import type { ToldOfGroup } from '../summary/ruleset-count.js';
import type { ToldByRuleset } from '../summary/told-of-item.js';
import type { UnitMatcher } from './match-unit.js';

/** The outcome of every criterion of a unit, where they are known one by one. */
export function criteriaOf({ told }: ToldByRuleset): Map<string, Outcome> | undefined {
  const { detail } = told;
  if (!detail) return undefined;
  if ('layout' in detail)
    return new Map(detail.layout.criteria.map((no, at) => [no, detail.outcomes.criteria[at] ?? 'unknown']));
  return new Map(detail.criteria.map(({ no, outcome }) => [no, outcome]));
}

/** What is open of the units and groups that a plan names, as items tell it. */
export class BaselineOfItems implements ItemTaker {
  readonly baseline: PlanBaseline[] = [];
  readonly #groups = new Map<string, PlanGroup>();

  constructor(
    private readonly matcher: UnitMatcher,
    groups: readonly PlanGroup[],
    private readonly problems: ProblemList,
  ) {
    for (const group of groups) this.#groups.set(group.id, group);
  }

  groups(): PlanGroup[] {
    return [...this.#groups.values()];
  }

  #planned(unit: Unit): PlanUnit | undefined {
    const found = this.matcher.match(unit);
    if (found?.kind !== 'ambiguous') return found?.planned;
    this.problems.add('duplicate-id', ['targets'], () => ({
      found: unit.name,
      expected: {
        vi: 'một đơn vị cho mỗi tên trong kế hoạch',
        en: 'one unit for each that the plan names',
      },
      hint: {
        vi: 'Hai đơn vị cùng khớp với tên này: ghi thêm mã hoặc huyện vào kế hoạch.',
        en: 'Two units fit this name: add code or district to the plan.',
      },
    }));
    return undefined;
  }

  unit(found: ToldByRuleset, day: string | undefined): void {
    const { unit, criteria } = found.told;
    const planned = criteria && this.#planned(unit);
    if (!criteria || !planned) return;
    const outcomes = criteriaOf(found);
    const having = (wanted: Outcome): string[] =>
      [...(outcomes ?? [])].flatMap(([no, outcome]) => (outcome === wanted ? [no] : []));
    const unknown = having('unknown');
    this.baseline.push({
      unit: planned,
      ruleset: found.ruleset,
      ...(criteria.of > 0 && { setSize: criteria.of }),
      ...(outcomes
        ? { open: having('unmet'), ...(unknown.length > 0 && { unknown }) }
        : { openPairs: criteria.open, ...(criteria.unknown > 0 && { unknownPairs: criteria.unknown }) }),
      ...(day !== undefined && { on: day }),
    });
  }

  standing({ unit, assessedOn, tiers }: TierStanding | TierReport): void {
    const planned = this.#planned(unit);
    if (!planned) return;
    for (const { tier, recognised } of tiers)
      this.baseline.push({
        unit: planned,
        tier,
        held: recognised === 'met' ? 1 : 0,
        ...(recognised === 'unknown' && { unknownUnits: 1 }),
        on: assessedOn,
      });
  }

  #group(id: string, units: number, level: PlanGroup['level'], at: number): void {
    const known = this.#groups.get(id);
    if (!known) this.#groups.set(id, { id, ...(level && { level }), units });
    const own = typeof known?.units === 'object' ? known.units.length : known?.units;
    if (own === undefined || own === units || known?.parts) return;
    this.problems.add('sum-differs', [at, 'units'], () => ({
      found: units,
      expected: { vi: `${own}, như nhóm đã khai báo`, en: `${own}, as the group was declared` },
      hint: { vi: 'Kiểm tra số đơn vị của nhóm.', en: 'Check the number of units of the group.' },
    }));
  }

  group({ group, ruleset, on, source }: PublishedGroup, { units, criteria }: ToldOfGroup, at: number): void {
    this.#group(group, units, levelInId(ruleset), at);
    if (!criteria) return;
    this.baseline.push({
      group,
      ruleset,
      setSize: criteria.of,
      openPairs: criteria.open,
      ...(criteria.unknown > 0 && { unknownPairs: criteria.unknown }),
      ...(on !== undefined && { on }),
      ...(source !== undefined && { source }),
    });
  }

  recognition({ group, ladder, units, recognised, on, source }: PublishedRecognition, at: number): void {
    this.#group(group, units, levelInId(ladder), at);
    for (const [tier, held] of Object.entries(recognised))
      this.baseline.push({
        group,
        tier,
        held,
        ...(on !== undefined && { on }),
        ...(source !== undefined && { source }),
      });
  }
}
