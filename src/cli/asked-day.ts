import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { isDay } from './days.js';

/** What is wrong with a day given as an option. */
export function dayProblems(day: string | undefined, option = '--on'): Problem[] {
  if (day === undefined || isDay(day)) return [];
  return [
    problem('not-a-day', option, {
      found: day,
      expected: { vi: 'một ngày có thật, viết năm-tháng-ngày', en: 'a real day, written year-month-day' },
      hint: { vi: `Ví dụ: ${option} 2024-06-01`, en: `For example: ${option} 2024-06-01` },
    }),
  ];
}
