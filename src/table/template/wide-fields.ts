import type { Ruleset } from '../../schema/ruleset.js';
import type { Localized } from '../../schema/text.js';
import type { Column, UnitField } from '../column.js';
import { type TemplateField, templateFields } from '../template-fields.js';

const UNIT: TemplateField['asksFor'] = { no: '', title: { vi: 'Đơn vị', en: 'Unit' } };
const STANDING: Localized = { vi: 'Công nhận và báo cáo', en: 'Recognition and report' };

const hasAreas = ({ prerequisites = [], criteria }: Ruleset): boolean =>
  [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)]
    .flatMap(({ requirements = {} }) => Object.values(requirements).flat())
    .some(({ where }) => where.area !== undefined);

/** The columns of a table of units: who they are, what the sets ask for, what was recognised and reported. */
export function wideFields(rulesets: readonly Ruleset[]): TemplateField[] {
  const [first] = rulesets;
  const fields: UnitField[] = [
    'name',
    'code',
    ...(first?.level === 'village' ? (['parent'] as const) : []),
    ...(first?.level === 'province' || first?.level === 'district' ? [] : (['district'] as const)),
    ...(first?.level === 'province' ? [] : (['province'] as const)),
    'formerProvince',
    ...(rulesets.some(({ groups }) => groups) ? (['group'] as const) : []),
    ...(rulesets.some(hasAreas) ? (['area'] as const) : []),
  ];
  const unit: Column[] = [{ kind: 'serial' }, ...fields.map((field) => ({ kind: 'unit', field }) as const)];
  const tiers = [...new Set(rulesets.map(({ tier }) => tier))];
  const sets = [...new Set(rulesets.map(({ id }) => id))];
  const standing: Column[] = [
    ...tiers.map((tier) => ({ kind: 'recognised', tier }) as const),
    ...sets.flatMap((ruleset) =>
      (['criteria', 'indicators'] as const).map((field) => ({ kind: 'reported', ruleset, field }) as const),
    ),
    { kind: 'remark' },
  ];
  return [
    ...unit.map((column) => ({ column, asksFor: UNIT })),
    ...templateFields(rulesets),
    ...standing.map((column) => ({ column, asksFor: { no: '', title: STANDING } })),
  ];
}
