import {
  type Evaluation,
  type Locale,
  type Note,
  shippedVocabulary,
  type Tally,
  type TierReport,
} from '../../src/index.js';
import { reportedLines } from '../../src/words/explain.js';
import { formatDay } from '../../src/words/figures.js';
import { withDays } from '../../src/words/scorecard-setting.js';
import { leftSentence } from '../../src/words/tier-left.js';
import { decisionWords, isProvisional } from '../../src/words/tier-table.js';
import { type Child, element } from './element.js';
import { outcomeBadge } from './outcome-badge.js';

/** A tally as numbers and as a bar; the numbers are the text, the bar is for the eye. */
function tallyBar(title: string, tally: Tally, locale: Locale): HTMLElement {
  const vi = locale === 'vi';
  const words = vi
    ? `${tally.met} đạt, ${tally.unmet} chưa đạt, ${tally.unknown} chưa đủ căn cứ`
    : `${tally.met} met, ${tally.unmet} not met, ${tally.unknown} not enough evidence`;
  const pieces = (['met', 'unmet', 'unknown'] as const)
    .filter((outcome) => tally[outcome] > 0)
    .map((outcome) => {
      const piece = element('i', { class: outcome });
      piece.style.flexGrow = String(tally[outcome]);
      return piece;
    });
  return element(
    'div',
    { class: 'tally' },
    element('p', {}, element('b', {}, `${tally.met}/${tally.total}`), ` ${title}`),
    element('div', { class: 'stack', 'aria-hidden': 'true' }, ...pieces),
    element('p', { class: 'told' }, words),
  );
}

/** Notes that matter first; traits that were assumed absent are said in one line. */
function noteItems(notes: readonly Note[], locale: Locale): Child[] {
  const vi = locale === 'vi';
  const assumed = notes.filter(({ code }) => code === 'trait-assumed');
  const others = notes.filter(({ code }) => code !== 'trait-assumed');
  const text = ({ text: said, problem }: Note): string =>
    withDays(problem ? `${said[locale]} ${problem.hint[locale]}` : said[locale], locale);
  return [
    ...others.map((note) => element('li', {}, text(note))),
    ...(assumed.length > 0
      ? [
          element(
            'li',
            {},
            vi
              ? 'Đặc điểm không đánh dấu ở phần “Đơn vị” được coi là không có.'
              : 'Traits that are not ticked under “Unit” are assumed absent.',
          ),
        ]
      : []),
  ];
}

/** The column of the decision that judges the unit, or those it may be while its province is not settled. */
function columnText({ context }: Evaluation, locale: Locale): string {
  const { territory } = shippedVocabulary();
  const names = context.regions.map((region) => territory?.regions[region]?.[locale] ?? region);
  if (names.length === 0) return '';
  const several =
    names.length > 2 ? (locale === 'vi' ? 'chưa rõ vùng' : 'region not settled') : names.join(' / ');
  return ` · ${names.length > 2 ? '' : locale === 'vi' ? 'cột ' : 'column '}${several}`;
}

/** The outcome of the set, its tallies, what the unit reported of itself beside them, and notes. */
export function resultSummary(evaluation: Evaluation, ruleset: string, locale: Locale): Child[] {
  const vi = locale === 'vi';
  const { totals, reported } = evaluation;
  const classification = evaluation.ruleset.purpose === 'classification';
  const day = formatDay(evaluation.assessedOn, locale);
  const notes = noteItems(evaluation.notes, locale);
  return [
    element(
      'header',
      {},
      element('h2', {}, evaluation.unit.name),
      element('p', { class: 'told' }, evaluation.ruleset.title[locale]),
      element(
        'p',
        { class: 'told' },
        element('code', {}, ruleset),
        columnText(evaluation, locale),
        vi ? ` · năm ${evaluation.year} · xét ngày ${day}` : ` · year ${evaluation.year} · judged on ${day}`,
      ),
      element('p', { class: 'verdict' }, outcomeBadge(evaluation, locale, classification)),
    ),
    element(
      'div',
      { class: 'tallies' },
      tallyBar(vi ? 'tiêu chí' : 'criteria', totals.criteria, locale),
      totals.indicators.total > 0 && tallyBar(vi ? 'chỉ tiêu' : 'indicators', totals.indicators, locale),
    ),
    reported !== undefined &&
      element(
        'div',
        { class: 'reported' },
        ...reportedLines(evaluation, locale).map((line) => element('p', {}, line.trim())),
        element(
          'p',
          { class: 'told' },
          vi
            ? 'Số báo cáo đứng cạnh kết quả theo số liệu, không thay cho kết quả.'
            : 'What is reported stands beside what the figures decide and never replaces it.',
        ),
      ),
    notes.length > 0 &&
      element(
        'details',
        { class: 'notes' },
        element('summary', {}, `${vi ? 'Lưu ý' : 'Notes'} (${notes.length})`),
        element('ul', {}, ...notes),
      ),
  ];
}

/** A decision of recognition that the unit has; without any, nothing is known of decisions. */
function recognitionBox(
  { tier, recognition }: TierReport['tiers'][number],
  locale: Locale,
  recognise: (tier: string, recognised: boolean) => void,
): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    'data-tier': tier,
    checked: recognition.state === 'in-force' && recognition.impliedBy === undefined,
    on: { change: () => recognise(tier, box.checked) },
  });
  return element(
    'label',
    { class: 'check told' },
    box,
    element('span', {}, locale === 'vi' ? 'Có quyết định công nhận' : 'Recognised by a decision'),
  );
}

/** Every tier of the unit's ladder: by evaluation, by decision, and what is left. */
export function tierCards(
  report: TierReport,
  locale: Locale,
  recognise: (tier: string, recognised: boolean) => void,
): Child[] {
  const vi = locale === 'vi';
  return [
    element('h2', {}, vi ? 'Các mức độ' : 'Tiers'),
    element(
      'ol',
      { class: 'tiers' },
      ...report.tiers.map((tier, at) =>
        element(
          'li',
          {},
          element('h3', {}, tier.title[locale]),
          element(
            'p',
            {},
            `${vi ? 'Theo số liệu' : 'By figures'}: `,
            outcomeBadge({ outcome: tier.reached, provisional: isProvisional(report.tiers, at) }, locale),
          ),
          element(
            'p',
            { class: 'told' },
            `${vi ? 'Theo quyết định' : 'By decision'}: ${decisionWords(tier.recognition, { locale })}`,
          ),
          recognitionBox(tier, locale, recognise),
          tier.held !== 'met' && element('p', { class: 'told' }, leftSentence(tier, locale)),
        ),
      ),
    ),
  ];
}
