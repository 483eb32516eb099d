import type { LadderSummary, RulesetSummary, Summary } from '../schema/summary.js';
import { BLANK, hanging, type Line, plainLine, span } from './scorecard-layout.js';
import { ladderSections, placeTierLines } from './summary-ladder.js';
import {
  bodyLines,
  failingLines,
  groupLines,
  labelLines,
  missingLines,
  placeLines,
  reportedLines,
  subsetLines,
} from './summary-lists.js';
import {
  inSections,
  spoken,
  type TableSetting,
  type TableTextOptions,
  tableSetting,
  titleLines,
} from './summary-setting.js';
import { countedLines, distributionLines, outcomeLines, pairLines } from './summary-totals.js';

/** By what places a summary is told beside the whole. */
export type SummaryBy = 'province' | 'district' | 'group';

/** How a summary is written. */
export interface SummaryTextOptions extends TableTextOptions {
  /** A table by place beside the whole; default none. @since 0.1.0 */
  by?: readonly SummaryBy[];
}

const KINDS = { province: 'provinces', district: 'districts', group: 'unitGroups' } as const;

const placeWord = (by: SummaryBy, setting: TableSetting): string =>
  ({
    province: spoken(setting, 'Tỉnh', 'Province'),
    district: spoken(setting, 'Huyện', 'District'),
    group: spoken(setting, 'Nhóm', 'Group'),
  })[by];

function rulesetLines(one: RulesetSummary, by: readonly SummaryBy[], setting: TableSetting): Line[] {
  return inSections([
    [
      ...titleLines(one.ruleset, setting),
      ...countedLines(one, setting),
      ...outcomeLines(one.outcomes, one.share, one.provisional, setting),
      ...missingLines(one.missing.units, setting),
    ],
    [
      ...pairLines(one.criteria, one.indicators, setting),
      ...distributionLines(one.criteria, setting),
      ...labelLines(one, setting),
    ],
    reportedLines(one, setting),
    subsetLines(one, setting),
    failingLines(one, setting),
    bodyLines(one, setting),
    groupLines(one, setting),
    ...by.map((kind) => placeLines(placeWord(kind, setting), one[KINDS[kind]], setting)),
  ]);
}

function ladderLines(one: LadderSummary, by: readonly SummaryBy[], setting: TableSetting): Line[] {
  const [first = [], ...rest] = ladderSections(one, setting);
  return inSections([
    [...titleLines(one.ladder, setting), ...first],
    ...rest,
    ...by.map((kind) => placeTierLines(placeWord(kind, setting), one[KINDS[kind]], setting)),
  ]);
}

export function summaryLines(summary: Summary, options: SummaryTextOptions = {}): Line[] {
  const setting = tableSetting(options);
  const { by = [] } = options;
  const parts = [
    ...summary.ladders.map((one) => ladderLines(one, by, setting)),
    ...summary.rulesets.map((one) => rulesetLines(one, by, setting)),
  ];
  const between: Line[] = [BLANK, [span('─'.repeat(setting.width), 'faint')], BLANK];
  const notes = summary.notes.flatMap(({ text }) =>
    hanging([span('! ', 'warning')], [span(text[setting.locale])], setting.width),
  );
  const nothing = [[span(spoken(setting, 'Không có đơn vị nào.', 'There are no units.'))]];
  const body = parts.flatMap((lines, at) => (at > 0 ? [...between, ...lines] : lines));
  return inSections([body.length > 0 ? body : nothing, notes]);
}

/**
 * A summary as people read it, in lines of plain text: who was counted and how each is known, outcomes with their
 * shares, pairs of units and criteria (lượt tiêu chí) with means, the criteria that fail most, and whatever else the
 * summary holds. Bounds stand as 10–12 where something is unknown.
 *
 * @example
 * console.log(summaryText(summarize(evaluations), { locale: 'en', width: 80, by: ['district'] }))
 * @since 0.1.0
 */
export function summaryText(summary: Summary, options: SummaryTextOptions = {}): string {
  return summaryLines(summary, options).map(plainLine).join('\n');
}
