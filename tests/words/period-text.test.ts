import { expect, it } from 'vitest';
import type { Period } from '../../src/schema/plan.js';
import { periodText } from '../../src/words/period-text.js';

it.each<[Period, string, string]>([
  ['2024', 'năm 2024', '2024'],
  ['2024-H1', '6 tháng đầu năm 2024', 'first half of 2024'],
  ['2024-H2', '6 tháng cuối năm 2024', 'second half of 2024'],
  ['2024-Q1', 'quý I/2024', 'quarter 1 of 2024'],
  ['2024-Q4', 'quý IV/2024', 'quarter 4 of 2024'],
  ['2024-08', 'tháng 8/2024', 'August 2024'],
  [{ by: '2024-06-30' }, 'đến hết ngày 30/06/2024', 'by 30 June 2024'],
  [{ before: '2024-08' }, 'trước tháng 8/2024', 'before August 2024'],
  [{ before: '2024-08-15' }, 'trước ngày 15/08/2024', 'before 15 August 2024'],
])('%j is written as people say it: %s', (period, vi, en) => {
  expect([periodText(period, 'vi'), periodText(period, 'en')]).toEqual([vi, en]);
});
