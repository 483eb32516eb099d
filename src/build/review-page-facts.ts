import { leaves, placedConditions } from '../law/walk.js';
import type { Derivation, FactDefinition } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import { bilingual, escaped, section, stacked, table } from './review-page-markdown.js';

const TYPES: Record<FactDefinition['type'], string> = {
  percent: '%',
  count: 'số đếm',
  amount: 'số',
  area: 'diện tích',
  boolean: 'có / không',
  level: 'bậc',
};

function derivationText(derivation: Derivation): string {
  if ('ratioOf' in derivation) return derivation.ratioOf.map((key) => `\`${key}\``).join(' ÷ ');
  if ('sumOf' in derivation) return derivation.sumOf.map((key) => `\`${key}\``).join(' + ');
  return `tăng từ \`${derivation.growthOf[1]}\` đến \`${derivation.growthOf[0]}\``;
}

export function unitText({ type, unit, grades }: FactDefinition): string {
  if (grades) return grades.map(({ id, title }) => escaped(title?.vi ?? String(id))).join(' < ');
  return unit ? bilingual(unit) : TYPES[type];
}

/** Where each fact is asked for: indicators by their numbers, else the kind of rule. */
function usesOf(ruleset: Ruleset): Map<string, Set<string>> {
  const roles = { condition: '', case: '', pass: 'cách tính đạt', column: 'cột riêng', group: 'nhóm' };
  const uses = new Map<string, Set<string>>();
  for (const { condition, indicator, role } of placedConditions(ruleset)) {
    for (const { leaf } of leaves(condition)) {
      if (!('fact' in leaf)) continue;
      uses.set(leaf.fact, (uses.get(leaf.fact) ?? new Set()).add(indicator?.id ?? roles[role]));
    }
  }
  return uses;
}

/** The facts a ruleset asks for, then those they are worked out from. */
export function factsSection(ruleset: Ruleset): string[] {
  const uses = usesOf(ruleset);
  const keys = [
    ...uses.keys(),
    ...Object.keys(ruleset.facts)
      .filter((key) => !uses.has(key))
      .sort(),
  ];
  const rows = keys.flatMap((key) => {
    const fact = ruleset.facts[key];
    if (!fact) return [];
    const derived = (fact.derivations ?? []).map(derivationText).join(' hoặc ');
    const measured = fact.measured ? escaped(fact.measured.vi) : '';
    return [
      [
        stacked(fact.title),
        `\`${key}\``,
        unitText(fact),
        [measured, derived === '' ? '' : `= ${derived}`].filter((text) => text !== '').join('<br>'),
        [...(uses.get(key) ?? [])].map(escaped).join(', ') || 'để tính',
      ],
    ];
  });
  if (rows.length === 0) return [];
  return section(
    'Số liệu · *Facts*',
    table(
      [
        'Số liệu · Fact',
        'Khóa · Key',
        'Đơn vị · Unit',
        'Cách đo, cách tính · Measured, derived',
        'Chỉ tiêu · Indicator',
      ],
      rows,
    ),
  );
}
