import { rulesetsFor, shippedVocabulary } from '../index.js';
import { provinceId, provincesOn } from '../law/territory.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Level } from '../schema/text.js';
import { BLANK, hanging, type Line, span } from '../words/scorecard-layout.js';
import { EXIT } from './exit-codes.js';
import { printLines } from './paint.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';

interface Asked {
  readonly province: string;
  readonly level?: string | undefined;
  readonly tier?: string | undefined;
  readonly on?: string | undefined;
}

function missing(option: string, sample: string): Problem {
  return {
    ...problem('bad-option', option, {
      found: '',
      expected: { vi: `--for đi cùng ${option}`, en: `${option} along with --for` },
      hint: { vi: `Ví dụ: ${option} ${sample}`, en: `For example: ${option} ${sample}` },
    }),
    message: { vi: `Thiếu ${option}.`, en: `${option} is missing.` },
  };
}

function unknownProvince(name: string, on: string): Problem[] {
  const { territory } = shippedVocabulary();
  if (!territory || provinceId(territory, name, on) !== undefined) return [];
  const names = Object.values(provincesOn(territory, on)).map((one) => one.name);
  return [
    problem('unknown-province', '--for', {
      found: name,
      expected: oneOf(names, 70),
      hint: didYouMean(name, names, {
        vi: 'Ghi tên tỉnh vào ngày đó: 63 tỉnh trước 01/07/2025, 34 tỉnh từ ngày đó.',
        en: 'Give a province of that day: 63 before 1 July 2025, 34 from then on.',
      }),
    }),
  ];
}

/** The rulesets for a unit of one province on one day, and clear answers where there are none. */
export function listFor({ province, level, tier, on }: Asked, run: Run): number {
  const problems = [
    ...(level === undefined ? [missing('--level', 'commune')] : []),
    ...(on === undefined ? [missing('--on', '2024-06-01')] : unknownProvince(province, on)),
  ];
  if (problems.length > 0 || level === undefined || on === undefined) return reportProblems(problems, run);
  const found = rulesetsFor({ level: level as Level, province }, on);
  const rulesets = found.rulesets.filter(({ ruleset }) => tier === undefined || ruleset.tier === tier);
  if (run.json) {
    printJson(run, { ...found, rulesets });
    return EXIT.done;
  }
  const { locale, surroundings } = run;
  const owners = {
    district: said(run, 'của huyện', 'the district’s'),
    province: said(run, 'của tỉnh', 'the province’s'),
    nation: said(run, 'của cả nước', 'national'),
  };
  const lines: Line[] = rulesets.flatMap(({ ruleset, from, judges }) => {
    const ended =
      judges === 'period-ended'
        ? [said(run, 'giai đoạn đã kết thúc, chưa có bộ kế tiếp', 'its period has ended, no successor yet')]
        : [];
    const text = [owners[from], ruleset.title[locale], ...ended].join(' · ');
    return [
      [span(`${ruleset.id}@${ruleset.version}`, 'strong')],
      ...hanging([span('  ')], [span(text)], surroundings.columns),
    ];
  });
  const answers: Line[] = found.answers.flatMap(({ text }) =>
    hanging([], [span(text[locale], 'warning')], surroundings.columns),
  );
  const gap = lines.length > 0 && answers.length > 0 ? [BLANK] : [];
  const none = said(run, 'Không có bộ tiêu chí nào phù hợp.', 'No ruleset fits.');
  printLines(run, lines.length + answers.length > 0 ? [...lines, ...gap, ...answers] : [[span(none)]]);
  return EXIT.done;
}
