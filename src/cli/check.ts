import type { Command } from 'commander';
import { shippedVocabulary } from '../index.js';
import { COMPLETENESS_LABELS } from '../words/labels.js';
import { BLANK, hanging, type Line, span } from '../words/scorecard-layout.js';
import type { AppliedTo, OpenFigures } from './check-amendment.js';
import { type CheckReport, checkFile, type FileKind } from './check-file.js';
import { checkImpact, type ImpactFlags, withoutImpact } from './check-impact.js';
import { withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { amendmentPaths } from './read-amendment.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';

export function checkCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('check')
    .description(
      said(
        run,
        'Nêu mọi chỗ sai của tệp bộ tiêu chí, văn bản sửa đổi, biểu đang điền hoặc hiện trạng.',
        'Say everything that is wrong with a ruleset, an amendment, a sheet being filled in or a snapshot.',
      ),
    )
    .usage(said(run, '<tệp…> [tùy chọn]', '<file…> [options]'))
    .argument(
      '<file...>',
      said(
        run,
        'tệp .json hoặc .xlsx; thư mục; - là dữ liệu vào chuẩn',
        '.json or .xlsx files; a folder; - is standard input',
      ),
    )
    .option(
      '-r, --ruleset <id|file>',
      said(run, 'kiểm tra theo bộ tiêu chí này', 'check against this ruleset'),
    )
    .option(
      '--impact',
      said(
        run,
        'so hai bộ tiêu chí (trước, sau): gì chặt hơn, gì nới lỏng, đơn vị nào đổi kết quả',
        'compare two rulesets (before, after): what got stricter or looser, which units come out otherwise',
      ),
    )
    .option(
      '--snapshots <file|folder>',
      said(
        run,
        'cùng --impact: các hiện trạng để thử; nếu không, tạo hiện trạng thử (cần fast-check)',
        'with --impact: the snapshots to try; otherwise some are made up (which needs fast-check)',
      ),
    )
    .option(
      '--cases <n>',
      said(
        run,
        'cùng --impact: số hiện trạng tạo ra (mặc định 500)',
        'with --impact: how many to make up (default 500)',
      ),
    )
    .option(
      '--seed <n>',
      said(
        run,
        'cùng --impact: để tạo lại đúng các hiện trạng đó',
        'with --impact: to make up the same ones again',
      ),
    );
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm check tinh.amendment.json
  ntm check lao-cai.xlsx --ruleset vn/commune-ntm/2021-2025
  ntm check xa.snapshot.json --ruleset vn/commune-ntm/2021-2025
  ntm check --impact cu.ruleset.json moi.ruleset.json --snapshots cac-xa/

Với văn bản sửa đổi còn nêu: mức nào được xác định thêm, mức nào còn bỏ ngỏ, mức đầy đủ và tổng số mới.
Ô còn trống không phải là lỗi: lệnh kết thúc với 0.`,
        `
Examples:
  ntm check province.amendment.json
  ntm check lao-cai.xlsx --ruleset vn/commune-ntm/2021-2025
  ntm check commune.snapshot.json --ruleset vn/commune-ntm/2021-2025
  ntm check --impact before.ruleset.json after.ruleset.json --snapshots communes/

Of an amendment it also tells which figures become known, which stay open, and the new completeness and totals.
Blanks are no mistake: the command ends with 0.`,
      ),
    )
    .action(
      async (
        paths: string[],
        { impact, ruleset, ...units }: ImpactFlags & { ruleset?: string; impact?: true },
      ) => {
        const misplaced = impact ? undefined : withoutImpact(units);
        if (misplaced) end(reportProblems([misplaced], run));
        else end(await (impact ? checkImpact(paths, units, run) : runCheck(paths, ruleset, run)));
      },
    );
}

async function runCheck(paths: readonly string[], ruleset: string | undefined, run: Run): Promise<number> {
  const loaded = await loadRulesets(
    { rulesets: ruleset === undefined ? [] : [ruleset], amendments: [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const reports: CheckReport[] = [];
  for (const path of paths) {
    const found = await amendmentPaths(path, run.surroundings);
    if ('problems' in found)
      reports.push({ file: path, kind: 'unknown', sound: false, problems: found.problems });
    for (const one of 'paths' in found ? found.paths : [])
      reports.push(await checkFile(one, loaded.chosen[0], run.surroundings));
  }
  if (run.json) printJson(run, paths.length === 1 && reports.length === 1 ? reports[0] : reports);
  else
    printLines(
      run,
      reports.flatMap((one, at) => [...(at > 0 ? [BLANK] : []), ...reportLines(one, run)]),
    );
  const problems = reports.flatMap((one) => one.problems);
  return problems.length > 0 ? reportProblems(problems, run) : EXIT.done;
}

const KINDS: Readonly<Record<FileKind, readonly [string, string]>> = {
  ruleset: ['bộ tiêu chí', 'ruleset'],
  amendment: ['văn bản sửa đổi, bổ sung', 'amendment'],
  scaffold: ['biểu đang điền', 'amendment being filled in'],
  snapshot: ['hiện trạng', 'snapshot'],
  table: ['bảng số liệu các đơn vị', 'table of units'],
  unknown: ['không rõ loại tệp', 'not known what it is'],
};

const indented = (depth: number, text: string, run: Run): Line[] =>
  hanging([span(' '.repeat(depth))], [span(text)], run.surroundings.columns);

function reportLines({ file, kind, problems, ruleset, amendment, units }: CheckReport, run: Run): Line[] {
  const state =
    problems.length === 0
      ? said(run, 'không có lỗi', 'sound')
      : said(run, `${problems.length} lỗi`, `${problems.length} problems`);
  const lines: Line[] = [[span(file, 'strong'), span(`: ${said(run, ...KINDS[kind])} · ${state}`)]];
  const add = (text: string): void => {
    lines.push(...indented(2, text, run));
  };
  if (ruleset) {
    const totals = totalsText(ruleset.totals, run);
    add(`${ruleset.id}@${ruleset.version} · ${totals} · ${completenessText(ruleset.completeness, run)}`);
    if (ruleset.open > 0)
      add(said(run, `${ruleset.open} mức còn bỏ ngỏ`, `${ruleset.open} figures are open`));
  }
  if (units === 0) add(said(run, 'chưa điền đơn vị nào', 'no unit is filled in yet'));
  else if (units !== undefined) add(said(run, `${units} đơn vị`, `units: ${units}`));
  if (!amendment) return lines;
  const { filled, blanks, appliedTo } = amendment;
  add(
    said(
      run,
      `đã điền ${filled} mức, còn trống ${blanks.length}`,
      `${filled} figures filled in, ${blanks.length} blank`,
    ),
  );
  const texts = appliedTo.map(({ base, ...rest }) => ({ base, rest, same: JSON.stringify(rest) }));
  for (const [at, { rest, same }] of texts.entries()) {
    if (texts.findIndex((one) => one.same === same) < at) continue;
    const bases = texts.filter((one) => one.same === same).map(({ base }) => base);
    add(bases.join(', '));
    for (const text of appliedTexts(rest, run)) lines.push(...indented(4, text, run));
  }
  return lines;
}

const completenessText = (completeness: string, run: Run): string =>
  COMPLETENESS_LABELS[completeness]?.[run.locale] ?? completeness;

function totalsText(totals: { criteria: number | null; indicators: number | null }, run: Run): string {
  return `${totals.criteria ?? '?'} ${said(run, 'tiêu chí', 'criteria')}, ${totals.indicators ?? '?'} ${said(run, 'chỉ tiêu', 'indicators')}`;
}

function regionName(region: string, run: Run): string {
  return shippedVocabulary().territory?.regions[region]?.[run.locale] ?? region;
}

/** "10 income (2021, 2022)": what is open in one region, with group and year where they tell anything. */
function figureText({ indicator, requirement, columns }: OpenFigures, region: string | undefined): string[] {
  const here = columns.filter((column) => column.region === region);
  if (here.length === 0) return [];
  const places = here.map(({ group, year }) => [group, year].filter((one) => one !== undefined).join(' '));
  const shown = places.filter((place) => place !== '').join(', ');
  return [`${indicator} ${requirement}${shown === '' ? '' : ` (${shown})`}`];
}

/** One line a region. */
function figureLines(label: string, figures: readonly OpenFigures[], run: Run): string[] {
  const regions = new Set(figures.flatMap(({ columns }) => columns.map(({ region }) => region)));
  return [...regions].map((region) => {
    const count = figures.reduce(
      (sum, { columns }) => sum + columns.filter((column) => column.region === region).length,
      0,
    );
    const place = region === undefined ? '' : `, ${regionName(region, run)}`;
    return `${label} (${count}${place}): ${figures.flatMap((one) => figureText(one, region)).join('; ')}`;
  });
}

function contentText({ indicators, criteria, unlisted }: AppliedTo['withoutContent'], run: Run): string[] {
  if (indicators.length === 0 && criteria.length === 0 && unlisted === 0) return [];
  const entries = [...indicators, ...criteria.map((no) => `#${no}`)].join(', ');
  const label = said(
    run,
    'chưa có nội dung, phải dùng kết quả công bố',
    'content not known, results have to be declared',
  );
  const more = said(run, `${unlisted} chỉ tiêu chưa liệt kê`, `${unlisted} indicators not listed`);
  return [`${label}: ${[entries, ...(unlisted > 0 ? [more] : [])].filter((one) => one !== '').join('; ')}`];
}

function appliedTexts(one: Omit<AppliedTo, 'base'>, run: Run): string[] {
  const there = one.completeThere
    ? said(run, 'đầy đủ', 'complete')
    : said(run, 'chưa đầy đủ', 'not complete');
  const regions = one.regions?.map((region) => regionName(region, run)).join(', ');
  const { completeness, totals } = one;
  return [
    ...figureLines(said(run, 'được xác định', 'become known'), one.determined, run),
    ...figureLines(said(run, 'còn bỏ ngỏ', 'still open'), one.left, run),
    ...(one.left.length === 0 ? [said(run, 'không còn mức nào bỏ ngỏ', 'no figure is left open')] : []),
    ...contentText(one.withoutContent, run),
    ...(regions === undefined ? [] : [`${said(run, 'riêng', 'in')} ${regions}: ${there}`]),
    `${said(run, 'cả bộ tiêu chí', 'the whole set')}: ${completenessText(completeness.before, run)} → ${completenessText(completeness.after, run)}; ${totalsText(totals.before, run)} → ${totalsText(totals.after, run)}`,
  ];
}
