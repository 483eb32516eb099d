import type { Literal } from '../schema/condition.js';
import { OPERATOR_SIGNS } from './labels.js';

/** The sign before a requirement; where nothing lies beyond it, at 100 % or at none, the figure says enough. */
export function boundSign(
  operator: string | undefined,
  required: Literal | readonly Literal[],
  isShare: boolean,
): string {
  if (typeof required === 'boolean') return '';
  const end =
    (operator === 'greaterThanInclusive' && isShare && Number(required) === 100) ||
    (operator === 'lessThanInclusive' && Number(required) === 0);
  const sign = end ? '' : (OPERATOR_SIGNS[operator ?? ''] ?? '');
  return sign === '' ? '' : `${sign} `;
}
