import type { Command } from 'commander';
import {
  type KnownRuleset,
  knownRulesets,
  listRulesets,
  type RulesetEntry,
  type RulesetFilter,
} from '../index.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import { levelSchema } from '../schema/text.js';
import { formatDay } from '../words/figures.js';
import { COMPLETENESS_LABELS, LEVEL_LABELS } from '../words/labels.js';
import { BLANK, hanging, type Line, span } from '../words/scorecard-layout.js';
import { withDays } from '../words/scorecard-setting.js';
import { dayProblems } from './asked-day.js';
import { choiceOption, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { listFor } from './list-for.js';
import { printLines } from './paint.js';
import { reportProblems } from './report-problems.js';
import { spanText } from './ruleset-span.js';
import { printJson, type Run, said } from './run.js';
import { TIER_NAMES } from './tier-names.js';

const LEVELS = levelSchema.options;

export function listCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('list')
    .description(
      said(
        run,
        'Liệt kê các bộ tiêu chí: có trong gói, hoặc mới biết tên; hoặc tìm bộ tiêu chí cho một đơn vị.',
        'List the rulesets: those inside the package, and those known by name; or find those for one unit.',
      ),
    )
    .usage(said(run, '[tùy chọn]', '[options]'))
    .addOption(
      choiceOption(`--level <${LEVELS.join('|')}>`, said(run, 'chỉ một cấp', 'one level only'), [...LEVELS]),
    )
    .option(
      '--tier <tier>',
      said(run, 'chỉ một mức độ: ntm, advanced, model …', 'one tier only: ntm, advanced, model …'),
    )
    .option(
      '--on <yyyy-mm-dd>',
      said(run, 'chỉ phiên bản áp dụng vào ngày này', 'only versions that judge this day'),
    )
    .option(
      '--for <province>',
      said(
        run,
        'bộ tiêu chí cho một đơn vị của tỉnh này (cần --level và --on); bộ của tỉnh trước bộ của cả nước',
        'rulesets for a unit of this province (needs --level and --on); its own before the national ones',
      ),
    );
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      `\n${said(run, 'Ví dụ:', 'Examples:')}\n  ntm list\n  ntm list --level commune --on 2024-06-01\n  ntm list --for "Lào Cai" --level commune --on 2024-06-01\n  ntm list --tier advanced --json`,
    )
    .action((flags: ListFlags) => end(runList(flags, run)));
}

interface ListFlags extends RulesetFilter {
  readonly for?: string;
}

/** Sets known by name whose period surely holds a day. */
function knownOn(known: readonly KnownRuleset[], on: string | undefined): readonly KnownRuleset[] {
  if (on === undefined) return known;
  return known.filter(({ period: { from, to } }) => from !== null && from <= on && (to === null || on <= to));
}

function runList({ level, tier, on, for: province }: ListFlags, run: Run): number {
  const wrong = dayProblems(on);
  if (wrong.length > 0) return reportProblems(wrong, run);
  if (province !== undefined) return listFor({ province, level, tier, on }, run);
  const all = listRulesets();
  const tiers = [...new Set([...all, ...knownRulesets()].map((entry) => entry.tier))];
  if (tier !== undefined && !tiers.includes(tier)) {
    return reportProblems(
      [
        problem('not-allowed', '--tier', {
          found: tier,
          expected: oneOf(tiers),
          hint: didYouMean(tier, tiers, { vi: 'Xem danh sách: ntm list', en: 'See the list: ntm list' }),
        }),
      ],
      run,
    );
  }
  const entries = listRulesets({ ...(level && { level }), ...(tier && { tier }), ...(on && { on }) });
  const known = knownOn(knownRulesets({ ...(level && { level }), ...(tier && { tier }) }), on);
  if (run.json) {
    printJson(run, [...entries, ...known]);
    return EXIT.done;
  }
  if (entries.length === 0 && known.length === 0) {
    run.surroundings.stderr.write(`${said(run, 'Không có bộ tiêu chí nào phù hợp.', 'No ruleset fits.')}\n`);
    return EXIT.done;
  }
  const ids = [...new Set(entries.map(({ id }) => id))];
  const lines = ids.flatMap((id, at) => {
    const versions = entries.filter((entry) => entry.id === id);
    return [...(at > 0 ? [BLANK] : []), ...setLines(versions, all, run)];
  });
  const both = lines.length > 0 && known.length > 0;
  printLines(run, [...lines, ...(both ? [BLANK] : []), ...knownLines(known, run)]);
  return EXIT.done;
}

function totalsText({ totals }: RulesetEntry, run: Run): string {
  const { criteria, indicators } = totals;
  const parts = [
    ...(criteria === null ? [] : [`${criteria} ${said(run, 'tiêu chí', 'criteria')}`]),
    ...(indicators === null ? [] : [`${indicators} ${said(run, 'chỉ tiêu', 'indicators')}`]),
  ];
  return parts.length > 0 ? parts.join(', ') : said(run, 'không có tổng số chính thức', 'no official totals');
}

/** Sets known by name only: listed so that nobody believes they do not exist. */
function knownLines(known: readonly KnownRuleset[], run: Run): Line[] {
  if (known.length === 0) return [];
  const { locale, surroundings } = run;
  const heading = said(
    run,
    'Mới biết tên, chưa có nội dung (không đánh giá được):',
    'Known by name only, without content (cannot judge):',
  );
  return [
    [span(heading, 'strong')],
    ...known.flatMap(({ id, title, number, date }) => {
      const decision = number === null ? [] : [`${number}${date ? ` (${formatDay(date, locale)})` : ''}`];
      return hanging(
        [span(`  ${id}  `)],
        [span([title[locale], ...decision].join(' · '), 'faint')],
        surroundings.columns,
      );
    }),
  ];
}

/** One set: its id and title, and a line a version. */
function setLines(versions: readonly RulesetEntry[], all: readonly RulesetEntry[], run: Run): Line[] {
  const [first] = versions;
  if (!first) return [];
  const { locale, surroundings } = run;
  const width = surroundings.columns;
  const kind = [
    LEVEL_LABELS[first.level][locale],
    TIER_NAMES[first.tier]?.[locale] ?? first.tier,
    ...(first.purpose === 'classification' ? [said(run, 'phân loại', 'classification')] : []),
  ].join(' · ');
  const details = versions.flatMap((entry) => {
    const text = [
      spanText(entry, all, locale),
      totalsText(entry, run),
      COMPLETENESS_LABELS[entry.completeness]?.[locale] ?? entry.completeness,
      ...(entry.status === 'draft' ? [said(run, 'dự thảo', 'draft')] : []),
      ...(entry.amendedBy.length > 0
        ? [`${said(run, 'sửa đổi theo', 'amended by')} ${withDays(entry.amendedBy.join(', '), locale)}`]
        : []),
    ].join(' · ');
    return hanging([span(`  @${entry.version}  `)], [span(text)], width);
  });
  const successor = versions.at(-1)?.successor;
  const next = successor
    ? hanging(
        [span('  ')],
        [
          span(
            `${said(run, 'kế tiếp', 'succeeded by')}: ${successor.ruleset} ${said(run, 'từ', 'from')} ${formatDay(successor.effectiveFrom, locale)}`,
            'faint',
          ),
        ],
        width,
      )
    : [];
  return [
    [span(first.id, 'strong'), span(`  ${kind}`, 'faint')],
    ...hanging([span('  ')], [span(first.title[locale])], width),
    ...details,
    ...next,
  ];
}
