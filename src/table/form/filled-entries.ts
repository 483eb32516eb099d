import type { Evaluation, IndicatorResult, Part } from '../../schema/evaluation.js';
import type { ResultCell } from '../../schema/result-sheet.js';
import type { Declaration, Snapshot } from '../../schema/snapshot.js';
import { formatFigure } from '../../words/figures.js';
import { gapText } from '../../words/gap-text.js';
import { OUTCOME_LABELS, PROVISIONAL, REASON_LABELS, SEX_LABELS } from '../../words/labels.js';
import { boundSign } from '../../words/scorecard-bounds.js';
import { nameOfFact } from '../results/fact-name.js';
import { observedCell } from '../results/figure-cells.js';
import { said, type TableSetting } from '../results/table-setting.js';

/** One row of a filled form: what is asked, what was found, and what each body says of it. */
export interface FilledEntry {
  readonly no: string;
  readonly criterion: string;
  readonly title: string;
  readonly required: string;
  readonly figure: ResultCell;
  readonly self: string | null;
  readonly appraisal: string | null;
  readonly documents: string | null;
  readonly responsible: string | null;
  readonly note: string;
  /** The unit's own result and the appraisal say different things. */
  readonly differs: boolean;
}

/** Who speaks for the appraisal (thẩm định), the most senior first. */
const APPRAISERS = ['council', 'appraisal', 'department'] as const;

function declarationsOf({ declared }: Snapshot, ruleset: string, entry: string): readonly Declaration[] {
  const own = declared?.[ruleset];
  const found = own && Object.hasOwn(own, entry) ? own[entry] : undefined;
  return found === undefined ? [] : [found].flat();
}

/** A result as the body wrote it: its own label, such as *cơ bản đạt*, where it has one. */
function declaredWord(one: Declaration | undefined, { locale }: TableSetting): string | null {
  return one === undefined ? null : (one.label ?? OUTCOME_LABELS[one.outcome][locale]);
}

function factName({ title, fact, sex }: Part, setting: TableSetting): string {
  const name = title?.[setting.locale] ?? (fact === undefined ? '' : nameOfFact(fact, setting));
  return sex === undefined ? name : `${name} (${SEX_LABELS[sex][setting.locale]})`;
}

const figureText = (value: NonNullable<Part['observed']>, part: Part, setting: TableSetting): string => {
  const cell = observedCell(value, part.fact, setting);
  const { locale } = setting;
  if (typeof cell !== 'number') return `${cell}`;
  return formatFigure(cell, {
    locale,
    limit: part.required,
    places: 6,
    ...(part.unit && { unit: part.unit }),
  });
};

/** "≥ 95 %"; of several parts each with its name. */
function requiredText({ parts, reasons }: IndicatorResult, setting: TableSetting): string {
  const asked = parts.filter(({ required, fact }) => required !== undefined && fact !== undefined);
  const texts = asked.map((part) => {
    const values = [part.required].flat() as NonNullable<Part['observed']>[];
    const sign = boundSign(part.operator, part.required as never, part.unit?.en === '%');
    const text = `${sign}${values.map((value) => figureText(value, part, setting)).join(', ')}`;
    return parts.length === 1 ? text : `${factName(part, setting)}: ${text}`;
  });
  if (texts.length > 0) return [...new Set(texts)].join('; ');
  return reasons.map((reason) => REASON_LABELS[reason][setting.locale]).join('; ');
}

/** The figure that was found; a number where there is one alone. */
function figureOf({ parts, observed }: IndicatorResult, setting: TableSetting): ResultCell {
  const [only, other] = parts;
  if (other === undefined) return observedCell(observed, only?.fact, setting);
  const texts = parts.flatMap((part) =>
    part.observed === undefined
      ? []
      : [`${factName(part, setting)}: ${figureText(part.observed, part, setting)}`],
  );
  return texts.length > 0 ? [...new Set(texts)].join('; ') : null;
}

function noteOf(indicator: IndicatorResult, differs: boolean, setting: TableSetting): string {
  const { locale } = setting;
  const { basis, outcome, provisional, gap } = indicator;
  const found = `${OUTCOME_LABELS[outcome][locale]}${provisional ? ` (${PROVISIONAL[locale]})` : ''}`;
  const by =
    basis === 'facts'
      ? said(setting, `Theo số liệu: ${found}`, `By the figures: ${found}`)
      : basis === 'exempt'
        ? said(setting, 'Không phải xét', 'Not asked for')
        : said(setting, `Kết quả: ${found}`, `Outcome: ${found}`);
  return [
    ...(differs
      ? [said(setting, 'Tự đánh giá khác kết quả thẩm định', 'Self-assessment and appraisal differ')]
      : []),
    by,
    ...(outcome !== 'met' && gap ? [gapText(gap, locale)] : []),
  ].join('. ');
}

function entryOf(
  indicator: IndicatorResult,
  criterion: string,
  { ruleset }: Evaluation,
  snapshot: Snapshot,
  setting: TableSetting,
): FilledEntry {
  const { locale } = setting;
  const declared = declarationsOf(snapshot, ruleset.id, indicator.id);
  const self = declared.find(({ by }) => by === undefined || by === 'self');
  const [appraised] = APPRAISERS.flatMap((body) => declared.find(({ by }) => by === body) ?? []);
  const differs = self !== undefined && appraised !== undefined && self.outcome !== appraised.outcome;
  return {
    no: indicator.id,
    criterion,
    title: indicator.title[locale],
    required: requiredText(indicator, setting),
    figure: figureOf(indicator, setting),
    self: declaredWord(self, setting),
    appraisal: declaredWord(appraised, setting),
    documents: [...new Set(declared.flatMap(({ documents = [] }) => documents))].join('; ') || null,
    responsible: indicator.responsible?.map((body) => body[locale]).join('; ') || null,
    note: [noteOf(indicator, differs, setting), ...declared.flatMap(({ remark }) => remark || [])].join('. '),
    differs,
  };
}

/** Every indicator of a set as a form lists them: prerequisites first, entries nobody has named last. */
export function filledEntries(
  evaluation: Evaluation,
  snapshot: Snapshot,
  setting: TableSetting,
): FilledEntry[] {
  const { prerequisites, criteria, placeholders } = evaluation;
  const of = (criterion: string) => (indicator: IndicatorResult) =>
    entryOf(indicator, criterion, evaluation, snapshot, setting);
  return [
    ...prerequisites.map(of(said(setting, 'Điều kiện', 'Prerequisite'))),
    ...criteria.flatMap(({ no, title, indicators }) => indicators.map(of(`${no}. ${title[setting.locale]}`))),
    ...placeholders.map(of('')),
  ];
}
