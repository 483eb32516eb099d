import type { CriterionResult, Evaluation, IndicatorResult, Part, Reason } from '../../schema/evaluation.js';
import type { Declaration, Snapshot } from '../../schema/snapshot.js';
import { formatFigure } from '../../words/figures.js';
import { gapText } from '../../words/gap-text.js';
import { OUTCOME_LABELS, PROVISIONAL, REASON_LABELS, SEX_LABELS } from '../../words/labels.js';
import { boundSign } from '../../words/scorecard-bounds.js';
import { nameOfFact } from '../results/fact-name.js';
import { observedCell } from '../results/figure-cells.js';
import { said, type TableSetting } from '../results/table-setting.js';
import {
  appraiserOf,
  declarationsOf,
  declaredCells,
  declaredWord,
  detailsOf,
  documentsText,
  notesText,
} from './declared-cells.js';
import type { AppraisedBy } from './form-key.js';
import type { EntryDetails } from './kept-details.js';

/** What a form says of one indicator, or of a criterion that results were declared of. */
export interface FilledEntry {
  readonly entry: string;
  readonly no: string;
  readonly criterion: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly self: string | null;
  readonly appraisal: string | null;
  /** The body whose result stands in the column of the appraisal. */
  readonly appraisedBy: AppraisedBy;
  /** What the cells of the row cannot say of both results. */
  readonly details: EntryDetails;
  /** Further results of the same entry. */
  readonly others: readonly Declaration[];
  readonly documents: string | null;
  readonly responsible: string | null;
  /** What people remarked. */
  readonly note: string;
  /** What the figures come to, and what is missing. */
  readonly found: string;
  /** Why no requirement is known. */
  readonly withoutRequirement: string;
  /** The unit's own result and the appraisal say different things. */
  readonly differs: boolean;
}

type Judged = Pick<
  IndicatorResult,
  'id' | 'title' | 'outcome' | 'provisional' | 'basis' | 'reasons' | 'parts' | 'observed'
> &
  Partial<Pick<IndicatorResult, 'gap' | 'responsible'>>;

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

/** "≥ 95 %": what the parts about one figure ask for. */
export function requiredText(parts: readonly Part[], setting: TableSetting): string {
  const texts = parts.flatMap((part) => {
    const { required } = part;
    if (required === undefined) return [];
    const values = [required].flat() as NonNullable<Part['observed']>[];
    const sign = boundSign(part.operator, required, part.unit?.en === '%');
    return [`${sign}${values.map((value) => figureText(value, part, setting)).join(', ')}`];
  });
  return [...new Set(texts)].join('; ');
}

/** Reasons that say why a requirement is not known; the others are about figures. */
const ABOUT_REQUIREMENTS: readonly Reason[] = [
  'requirement-undetermined',
  'left-to-province',
  'not-encoded',
  'context-missing',
  'wording-unsettled',
];

/** The figures that were found, worked out ones too. */
function figuresText({ parts }: Judged, setting: TableSetting): string {
  const texts = parts.flatMap((part) => {
    if (part.observed === undefined) return [];
    const text = figureText(part.observed, part, setting);
    return parts.length === 1 ? [text] : [`${factName(part, setting)}: ${text}`];
  });
  return [...new Set(texts)].join('; ');
}

function foundOf(indicator: Judged, differs: boolean, setting: TableSetting): string {
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
    ...[figuresText(indicator, setting)].filter((text) => text !== ''),
    ...(outcome !== 'met' && gap ? [gapText(gap, locale)] : []),
  ].join('. ');
}

type Remarks = NonNullable<Snapshot['remarks']>;

interface EntrySetting {
  readonly setting: TableSetting;
  /** The remarks about an entry, each once: of two sets on one sheet the first tells them. */
  readonly remarksAbout: (entry: string) => Remarks;
}

function entryOf(
  judged: Judged,
  criterion: string,
  { ruleset }: Evaluation,
  snapshot: Snapshot,
  { setting, remarksAbout }: EntrySetting,
): FilledEntry {
  const { locale } = setting;
  const cells = declaredCells(declarationsOf(snapshot, ruleset.id, judged.id));
  const { self, appraisal, others } = cells;
  const differs = self !== undefined && appraisal !== undefined && self.outcome !== appraisal.outcome;
  const remarks = remarksAbout(judged.id);
  return {
    entry: judged.id,
    no: judged.id.replace(/^criterion:/, ''),
    criterion,
    title: judged.title[locale],
    parts: judged.parts,
    self: self ? declaredWord(self, locale) : null,
    appraisal: appraisal ? declaredWord(appraisal, locale) : null,
    appraisedBy: appraiserOf(appraisal),
    details: detailsOf(cells, remarks),
    others,
    documents: documentsText(cells) || null,
    responsible: judged.responsible?.map((body) => body[locale]).join('; ') || null,
    note: notesText(cells, remarks),
    found: foundOf(judged, differs, setting),
    withoutRequirement: judged.reasons
      .filter((reason) => ABOUT_REQUIREMENTS.includes(reason))
      .map((reason) => REASON_LABELS[reason][locale])
      .join('; '),
    differs,
  };
}

/** A criterion as an entry of its own, where its content is not known or results were declared of it. */
function criterionEntries(criterion: CriterionResult, { ruleset }: Evaluation, snapshot: Snapshot): Judged[] {
  const { no, indicators } = criterion;
  const isIndicator = indicators.some(({ id }) => id === no);
  const declared = (entry: string) => declarationsOf(snapshot, ruleset.id, entry).length > 0;
  const plain = !isIndicator && (indicators.length === 0 || declared(no)) ? [no] : [];
  const explicit = declared(`criterion:${no}`) ? [`criterion:${no}`] : [];
  return [...plain, ...explicit].map((id) => ({ ...criterion, id, parts: [] }));
}

/**
 * Every indicator of a set as a form lists them: prerequisites first, entries nobody has named last. `told` holds the
 * entries that sets above on the same sheet have.
 */
export function filledEntries(
  evaluation: Evaluation,
  snapshot: Snapshot,
  setting: TableSetting,
  told: Set<string> = new Set(),
): FilledEntry[] {
  const { prerequisites, criteria, placeholders } = evaluation;
  const remarksAbout = (entry: string): Remarks => {
    if (told.has(entry)) return [];
    told.add(entry);
    return (snapshot.remarks ?? []).filter(({ about }) => about === entry);
  };
  const of = (criterion: string) => (judged: Judged) =>
    entryOf(judged, criterion, evaluation, snapshot, { setting, remarksAbout });
  return [
    ...prerequisites.map(of(said(setting, 'Điều kiện', 'Prerequisite'))),
    ...criteria.flatMap((criterion) =>
      [...criterionEntries(criterion, evaluation, snapshot), ...criterion.indicators].map(
        of(`${criterion.no}. ${criterion.title[setting.locale]}`),
      ),
    ),
    ...placeholders.map(of('')),
  ];
}
