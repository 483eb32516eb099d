import { decidingMembers } from '../../rulesets/said-again/plainly.js';

/** An entry with one thing in it changed. */
export interface SaidMutant {
  readonly says: string;
  readonly to: unknown;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const OTHERWISE: Readonly<Record<string, string>> = {
  published: 'unconfirmed',
  unconfirmed: 'published',
  proposed: 'published',
  percent: 'amount',
  count: 'amount',
  amount: 'count',
  greaterThanInclusive: 'greaterThan',
  greaterThan: 'greaterThanInclusive',
  lessThanInclusive: 'lessThan',
  lessThan: 'lessThanInclusive',
};

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function otherScalars(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string')
    return [DAY.test(value) ? nextDay(value) : (OTHERWISE[value] ?? `${value}x`)];
  return value === null ? ['x'] : [];
}

/**
 * An entry with each thing that decides changed: days by a day, figures by one, words to another or an unknown one,
 * members and elements left out. `passedOver` are members that something else holds.
 */
export function saidMutants(value: unknown, passedOver: ReadonlySet<string>, at = ''): SaidMutant[] {
  if (Array.isArray(value))
    return value.flatMap((one, place) => [
      { says: `${at}/${place} left out`, to: value.filter((_other, other) => other !== place) },
      ...saidMutants(one, passedOver, `${at}/${place}`).map(({ says, to }) => ({
        says,
        to: value.map((kept, other) => (other === place ? to : kept)),
      })),
    ]);
  if (typeof value === 'object' && value !== null) {
    const whole = value as Readonly<Record<string, unknown>>;
    return decidingMembers(whole)
      .filter(([key]) => !passedOver.has(key))
      .flatMap(([key, inner]) => {
        const { [key]: _gone, ...rest } = whole;
        return [
          // What other code takes for granted is changed inside, but not left out.
          ...(Array.isArray(inner) ? [] : [{ says: `${at}/${key} left out`, to: rest }]),
          ...saidMutants(inner, passedOver, `${at}/${key}`).map(({ says, to }) => ({
            says,
            to: { ...whole, [key]: to },
          })),
        ];
      });
  }
  return otherScalars(value).map((other) => ({
    says: `${at} ${JSON.stringify(value)} → ${JSON.stringify(other)}`,
    to: other,
  }));
}
