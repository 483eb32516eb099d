import type { Literal } from '../../../src/schema/condition.js';
import type { FactDefinition } from '../../../src/schema/fact.js';
import type { RelativeValue, RequirementRow } from '../../../src/schema/ruleset.js';
import type { Changed } from './condition-mutants.js';

/** A decimal moved by a step of its own or any other digit, exactly. */
function moved(figure: number, step: number): number {
  return Number((figure + step).toFixed(6));
}

/** The smallest step of a figure (one of a count, a hundredth of anything else), and one whole, up and down. */
const stepsOf = (definition: FactDefinition | undefined): readonly number[] =>
  definition?.type === 'count' ? [-1, 1] : [-1, -0.01, 0.01, 1];

/** What could stand where a literal stands: the figures beside it, the neighbouring grade, the opposite. */
export function otherLiterals(
  value: Literal | readonly Literal[],
  definition: FactDefinition | undefined,
): (Literal | Literal[])[] {
  if (typeof value === 'object')
    return value.flatMap((one, at) => [
      ...(value.length > 1 ? [value.filter((_other, place) => place !== at)] : []),
      ...otherLiterals(one, definition).map((other) =>
        value.map((kept, place) => (place === at ? (other as Literal) : kept)),
      ),
    ]);
  if (typeof value === 'boolean') return [!value];
  if (definition?.type === 'level') {
    const grades = definition.grades?.map(({ id }) => id) ?? [];
    const at = grades.findIndex((grade) => String(grade) === String(value));
    return [grades[at - 1], grades[at + 1]].filter((grade) => grade !== undefined);
  }
  return stepsOf(definition).map((step) => moved(Number(value), step));
}

type Rows = readonly RequirementRow[];
type Value = Extract<RequirementRow, { value: unknown }>['value'];

const isRelative = (value: Value): value is RelativeValue =>
  typeof value === 'object' && !Array.isArray(value);

const withRow = (rows: Rows, at: number, row: RequirementRow): Rows =>
  rows.map((other, place) => (place === at ? row : other));

/** A list of regions, groups or years one at a time, without each, and without the whole dimension. */
function otherPlaces(where: RequirementRow['where']): { says: string; where: RequirementRow['where'] }[] {
  return (['region', 'group', 'area', 'year', 'case'] as const).flatMap((name) => {
    const { [name]: held, ...wider } = where;
    if (held === undefined) return [];
    const list = Array.isArray(held) ? held : [held];
    const narrower = list.length > 1 ? list : [];
    return [
      { says: `${name} ${JSON.stringify(held)} → everywhere`, where: wider },
      ...narrower.map((one) => ({
        says: `without ${name} ${one}`,
        where: { ...where, [name]: list.filter((other) => other !== one) } as RequirementRow['where'],
      })),
    ];
  });
}

/** The rows of a requirement with one of them changed, for everything there is to change. */
export function rowMutants(rows: Rows, definition: FactDefinition | undefined): Changed<Rows>[] {
  return rows.flatMap((row, at): Changed<Rows>[] => {
    const place = JSON.stringify(row.where);
    const columns: Changed<Rows>[] = [
      { kind: 'column', says: `${place} dropped`, to: rows.filter((_one, other) => other !== at) },
      ...otherPlaces(row.where).map(
        ({ says, where }): Changed<Rows> => ({
          kind: 'column',
          says: `${place}: ${says}`,
          to: withRow(rows, at, { ...row, where }),
        }),
      ),
    ];
    if (!('value' in row)) return columns;
    const { value } = row;
    const values: Value[] = isRelative(value)
      ? [-1, -0.01, 0.01, 1].map((step) => ({ ...value, percent: moved(value.percent, step) }))
      : otherLiterals(value, definition);
    const neighbour = rows.find(
      (other) => 'value' in other && JSON.stringify(other.value) !== JSON.stringify(value),
    );
    const swapped: Changed<Rows>[] =
      neighbour && 'value' in neighbour
        ? [
            {
              kind: 'figure',
              says: `${place} and ${JSON.stringify(neighbour.where)} change figures`,
              to: rows.map((other) =>
                other === row
                  ? { ...row, value: neighbour.value }
                  : other === neighbour
                    ? { ...neighbour, value }
                    : other,
              ),
            },
          ]
        : [];
    return [
      ...values.map(
        (other): Changed<Rows> => ({
          kind: 'figure',
          says: `${place} ${JSON.stringify(value)} → ${JSON.stringify(other)}`,
          to: withRow(rows, at, { ...row, value: other }),
        }),
      ),
      ...swapped,
      ...columns,
    ];
  });
}
