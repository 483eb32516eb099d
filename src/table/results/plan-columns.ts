import { tierTitle } from '../../law/tier-names.js';
import type { Plan, PlanMeasure, PlanUnit } from '../../schema/plan.js';
import type { Localized } from '../../schema/text.js';
import type { SheetColumn } from './sheet-columns.js';
import { said, titleOf } from './table-setting.js';

/** Which reading of a plan a row belongs to; blank where the plan can be read in one way only. */
export function readingColumn<Item>(
  of: (item: Item) => { readonly reading: string | null; readonly title?: Localized },
): SheetColumn<Item> {
  return {
    key: 'reading',
    heading: { vi: 'Cách hiểu', en: 'Reading' },
    width: 22,
    of: (item, { locale }) => {
      const { reading, title } = of(item);
      return title?.[locale] ?? reading;
    },
  };
}

/** What is counted, and of which set or tier. */
export function measureColumns<Item>(of: (item: Item) => PlanMeasure): SheetColumn<Item>[] {
  return [
    {
      key: 'measure',
      heading: { vi: 'Tính theo', en: 'Counted in' },
      width: 20,
      of: (item, setting) =>
        of(item).kind === 'pairs'
          ? said(setting, 'lượt tiêu chí', 'criteria of units')
          : said(setting, 'đơn vị', 'units'),
    },
    {
      key: 'of',
      heading: { vi: 'Bộ tiêu chí, mức độ', en: 'Ruleset or tier' },
      width: 40,
      of: (item, setting) => {
        const { ruleset, tier } = of(item);
        return tier === undefined ? titleOf(ruleset ?? '', setting) : tierTitle(tier)[setting.locale];
      },
    },
  ];
}

interface Scoped {
  readonly plan: Plan | undefined;
  readonly unit?: PlanUnit | undefined;
  readonly group?: string | undefined;
  readonly partOf?: string | undefined;
}

/** Which unit or group a row is of. */
export function scopeColumns<Item>(of: (item: Item) => Scoped): SheetColumn<Item>[] {
  const groupName = (plan: Plan | undefined, id: string | undefined, locale: 'vi' | 'en'): string | null =>
    plan?.groups.find((group) => group.id === id)?.title?.[locale] ?? id ?? null;
  return [
    {
      key: 'scope',
      heading: { vi: 'Đơn vị, nhóm', en: 'Unit or group' },
      width: 36,
      of: (item, { locale }) => {
        const { plan, unit, group } = of(item);
        return unit?.name ?? groupName(plan, group, locale);
      },
    },
    {
      key: 'district',
      heading: { vi: 'Huyện', en: 'District' },
      width: 16,
      of: (item) => of(item).unit?.district ?? null,
    },
    {
      key: 'partOf',
      heading: { vi: 'Thuộc nhóm', en: 'Part of' },
      width: 30,
      of: (item, { locale }) => {
        const { plan, partOf } = of(item);
        return groupName(plan, partOf, locale);
      },
    },
  ];
}
