import { compareAmounts, decimal } from '../rule/amount.js';
import { isPartOfWhole } from '../rule/fact-range.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Localized } from '../schema/text.js';

interface Factor {
  readonly factor: number;
  readonly name: Localized;
}

const THOUSAND: Factor = { factor: 1_000, name: { vi: 'nghìn', en: 'thousand' } };
const MILLION: Factor = { factor: 1_000_000, name: { vi: 'triệu', en: 'million' } };
const BILLION: Factor = { factor: 1_000_000_000, name: { vi: 'tỷ', en: 'billion' } };

/** Slips that belong to one unit: square metres for hectares, per cent for times. */
const OWN_SLIPS: Readonly<Record<string, { readonly factor: number; readonly hint: Localized }>> = {
  ha: {
    factor: 10_000,
    hint: {
      vi: 'Lớn gấp 10.000 lần mức có thể có: có thể đã ghi theo m², cần đổi ra ha.',
      en: 'It is 10,000 times what is possible: perhaps in m²; write hectares.',
    },
  },
  times: {
    factor: 100,
    hint: {
      vi: 'Có thể đã ghi theo phần trăm: 110 % là 1,1 lần.',
      en: 'It may be in per cent: 110 % is 1.1 times.',
    },
  },
};

/** In which unit such figures are usually written by mistake, by how the unit that is asked for begins. */
const LIKELY: readonly (readonly [string, Localized])[] = [
  [
    'million VND',
    { vi: 'có thể đã ghi theo đồng hoặc nghìn đồng', en: 'perhaps written in VND or thousand VND' },
  ],
  [
    'billion VND',
    { vi: 'có thể đã ghi theo đồng hoặc triệu đồng', en: 'perhaps written in VND or million VND' },
  ],
  ['km', { vi: 'có thể đã ghi theo mét', en: 'perhaps written in metres' }],
];

const ABOVE_THE_WHOLE: Localized = {
  vi: 'Tỷ lệ không quá 100 %: kiểm tra dấu phẩy thập phân (95,3 thành 953), tử số và mẫu số; số đếm không ghi vào cột này.',
  en: 'A rate is at most 100 %: check the decimal comma (95.3 became 953) and the two counts it comes from; a count does not belong here.',
};

/** What a figure may be. */
export interface Possible {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Whether a figure, divided, is one that its fact may have. */
function fits(figure: number | string, factor: number, { min, max }: Possible): boolean {
  const smaller = decimal(figure).div(factor);
  return (
    (min === undefined || compareAmounts(smaller, min) >= 0) &&
    (max === undefined || compareAmounts(smaller, max) <= 0)
  );
}

/**
 * What most likely happened to a figure that is too large: it was entered in another unit, or its comma was lost.
 * Undefined where nothing is likely; never a correction, since only the office knows.
 */
export function wrongUnitHint(
  figure: number | string,
  definition: FactDefinition,
  possible: Possible,
): Localized | undefined {
  const { max } = possible;
  if (max === undefined || compareAmounts(decimal(figure), max) <= 0) return undefined;
  if (isPartOfWhole(definition) && (fits(figure, 10, possible) || fits(figure, 100, possible)))
    return ABOVE_THE_WHOLE;
  const own = OWN_SLIPS[definition.unit?.en ?? ''];
  if (own && fits(figure, own.factor, possible)) return own.hint;
  const least = [THOUSAND, MILLION, BILLION].find(({ factor }) => fits(figure, factor, possible));
  if (!least) return undefined;
  const { vi, en } = least.name;
  const { unit } = definition;
  const likely = LIKELY.find(([written]) => unit?.en.startsWith(written))?.[1];
  return {
    vi: `Lớn gấp ${vi} lần mức có thể có: kiểm tra đơn vị tính (${unit?.vi ?? '%'})${likely ? `; ${likely.vi}` : ''}.`,
    en: `It is a ${en} times what is possible: check the unit (${unit?.en ?? '%'})${likely ? `; ${likely.en}` : ''}.`,
  };
}
