import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { amountOf, ceiling, compareAmounts, decimal, exactDecimal, multiply } from '../../rule/amount.js';
import type { CountBounds } from '../../schema/programme.js';

/** What a group of units publishes of one kind of entry: how many are open, or the mean of those met. */
export interface Published {
  readonly units: number;
  /** Entries of the set. */
  readonly of: number;
  readonly open: number | undefined;
  readonly mean: number | string | undefined;
  readonly rounded: boolean;
}

const DECIMAL = /^\d{1,9}(\.\d{1,20})?$/;

/** Half a unit of the last place a decimal was printed with: 0.005 for 15.15. */
function halfPlace(text: string): string {
  const places = text.split('.')[1]?.length ?? 0;
  return `0.${'0'.repeat(places)}5`;
}

/** Every whole sum over the units whose mean rounds, half up, to the one that was printed. */
function sumsOfRounded(text: string, units: number): CountBounds {
  const half = decimal(halfPlace(text));
  const from = decimal(text).minus(half).times(units);
  const below = decimal(text).plus(half).times(units);
  return {
    least: Math.max(0, ceiling(from).toNumber()),
    most: ceiling(below).minus(1).toNumber(),
  };
}

/**
 * How many entries of a group's units are met together. Open pairs and an exact mean give one number; a mean that was
 * rounded when it was printed gives all that round to it. A mean no whole sum can have is refused.
 */
export function publishedSum(
  { units, of, open, mean, rounded }: Published,
  paths: { readonly open: Path; readonly mean: Path },
  problems: ProblemList,
): CountBounds | undefined {
  const all = units * of;
  if (open !== undefined && open > all) {
    problems.add('out-of-range', paths.open, () => ({
      found: open,
      expected: {
        vi: `nhiều nhất ${all}: ${units} đơn vị, mỗi đơn vị ${of}`,
        en: `at most ${all}: ${units} units of ${of} each`,
      },
      hint: {
        vi: 'Kiểm tra số đơn vị, số tiêu chí của bộ và số lượt chưa đạt.',
        en: 'Check the number of units, the size of the set and the number that is open.',
      },
    }));
    return undefined;
  }
  const byOpen = open === undefined ? undefined : { least: all - open, most: all - open };
  const byMean =
    mean === undefined ? undefined : sumOfMean({ units, of, mean, rounded }, paths.mean, problems);
  if (mean !== undefined && !byMean) return undefined;
  if (!byOpen || !byMean) return byOpen ?? byMean;
  if (byMean.least <= byOpen.least && byOpen.least <= byMean.most) return byOpen;
  problems.add('sum-differs', paths.mean, () => ({
    found: mean,
    expected: {
      vi: `bình quân của ${byOpen.least} lượt đạt trên ${units} đơn vị`,
      en: `the mean of ${byOpen.least} met over ${units} units`,
    },
    hint: {
      vi: 'Số lượt chưa đạt và số bình quân không khớp: sửa một trong hai.',
      en: 'The open pairs and the mean contradict each other: mend one of them.',
    },
  }));
  return undefined;
}

function sumOfMean(
  { units, of, mean, rounded }: Pick<Published, 'units' | 'of' | 'rounded'> & { mean: number | string },
  path: Path,
  problems: ProblemList,
): CountBounds | undefined {
  const text = String(mean);
  if (!DECIMAL.test(text) || compareAmounts(amountOf(text), of) > 0) {
    problems.add('out-of-range', path, () => ({
      found: mean,
      expected: { vi: `một số từ 0 đến ${of}`, en: `a number from 0 to ${of}` },
      hint: {
        vi: 'Số thập phân dùng dấu chấm; bình quân không thể lớn hơn số tiêu chí, chỉ tiêu của bộ.',
        en: 'Decimals take a point; a mean cannot be larger than the set.',
      },
    }));
    return undefined;
  }
  const sum = multiply(amountOf(text), units);
  const exact = exactDecimal(sum) ?? '';
  const bounds = rounded ? sumsOfRounded(text, units) : { least: Number(exact), most: Number(exact) };
  if (rounded ? bounds.least <= bounds.most : !exact.includes('.'))
    return { least: Math.min(bounds.least, units * of), most: Math.min(bounds.most, units * of) };
  problems.add('not-whole', path, () => ({
    shown: `${text} × ${units} = ${exact}`,
    expected: {
      vi: `bình quân của một tổng nguyên trên ${units} đơn vị`,
      en: `the mean of a whole sum over ${units} units`,
    },
    hint: rounded
      ? {
          vi: 'Không có tổng nguyên nào làm tròn thành số này: kiểm tra số đơn vị.',
          en: 'No whole sum rounds to it: check the number of units.',
        }
      : {
          vi: 'Nếu số bình quân đã được làm tròn khi công bố, ghi thêm "rounded": true.',
          en: 'If the mean was rounded when it was printed, add "rounded": true.',
        },
  }));
  return undefined;
}
