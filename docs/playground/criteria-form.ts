import type {
  CriterionResult,
  Evaluation,
  FactCatalogue,
  FactLeaf,
  Indicator,
  IndicatorResult,
  Outcome,
  Ruleset,
} from '../../src/index.js';
import { componentsOf, factLeaves } from './condition-facts.js';
import { type DeclaredChoice, declaredChoice } from './declared-choice.js';
import { type Child, element, fill } from './element.js';
import { type Slot, slotsOf } from './fact-entry.js';
import { type FactField, type FieldSurroundings, factField } from './fact-field.js';
import { indicatorFindings, requiredText } from './indicator-view.js';
import { outcomeBadge } from './outcome-badge.js';

export interface FormSurroundings extends FieldSurroundings {
  readonly declared: (key: string) => 'met' | 'unmet' | undefined;
  readonly declare: (key: string, outcome: 'met' | 'unmet' | undefined) => void;
}

/** Which indicators show. */
export type Shown = 'all' | Outcome;

interface IndicatorRow {
  readonly id: string;
  readonly row: HTMLElement;
  readonly fields: readonly FactField[];
  readonly show: (result: IndicatorResult, evaluation: Evaluation) => void;
}

interface CriterionBlock {
  readonly key: string;
  readonly block: HTMLDetailsElement;
  readonly rows: readonly IndicatorRow[];
  readonly show: (result: CriterionResult | undefined, indicators: readonly IndicatorResult[]) => void;
}

/** The form of one ruleset: its criteria, each with fields for its facts and room for what was found. */
export interface CriteriaForm {
  readonly root: HTMLElement;
  readonly show: (evaluation: Evaluation) => void;
  readonly refresh: (key: string | undefined) => void;
  readonly filter: (shown: Shown) => void;
  readonly openAll: (open: boolean) => void;
}

const sameSlot = (a: Slot, b: Slot): boolean =>
  a.sex === b.sex && a.standard === b.standard && a.population === b.population;

/** The readings of one fact that get a field: that of everybody, those by sex where they are asked for, those given. */
function slotsFor(key: string, definition: FactCatalogue[string], page: FormSurroundings): Slot[][] {
  const given = slotsOf(page.facts()[key]);
  const bySex = definition?.variesBy?.includes('sex') === true;
  const whole = given.filter(({ sex }) => sex === undefined);
  const usual: Slot[] = whole.length > 0 ? whole : [{}];
  const split: Slot[] = bySex ? [{ sex: 'male' }, { sex: 'female' }] : [];
  const others = given.filter((slot) => slot.sex !== undefined && !split.some((one) => sameSlot(one, slot)));
  return [usual, [...split, ...others]];
}

/** Fields of one fact and of those it can be worked out from; the finer ones fold away until they are used. */
function fieldsFor(
  leaf: FactLeaf,
  facts: FactCatalogue,
  page: FormSurroundings,
): { nodes: Child[]; fields: FactField[]; main: FactField[] } {
  const vi = page.locale === 'vi';
  const make = (key: string): { usual: FactField[]; split: FactField[] } => {
    const definition = facts[key];
    if (!definition) return { usual: [], split: [] };
    const [usual = [], split = []] = slotsFor(key, definition, page);
    const field = (slot: Slot): FactField => factField(key, slot, definition, page);
    return { usual: usual.map(field), split: split.map(field) };
  };
  const own = make(leaf.fact);
  const parts = componentsOf(leaf.fact, facts).map(make);
  const finer = parts.flatMap(({ usual, split }) => [...usual, ...split]);
  const isUsed = (fields: readonly FactField[]): boolean =>
    fields.some(({ key }) => page.facts()[key] !== undefined);
  const folded = [...own.split, ...finer];
  const hasSexes = slotsOf(page.facts()[leaf.fact]).some(({ sex }) => sex !== undefined);
  const kinds = [
    ...(own.split.length > 0 ? [vi ? 'nam, nữ' : 'men and women'] : []),
    ...(finer.length > 0 ? [vi ? 'số đếm' : 'counts'] : []),
  ];
  return {
    nodes: [
      ...own.usual.map(({ row }) => row),
      folded.length > 0 &&
        element(
          'details',
          { class: 'finer', open: hasSexes || isUsed(finer) },
          element('summary', {}, `${vi ? 'Nhập chi tiết' : 'Enter in detail'}: ${kinds.join(', ')}`),
          ...folded.map(({ row }) => row),
        ),
    ],
    fields: [...own.usual, ...own.split, ...finer],
    main: [...own.usual, ...own.split],
  };
}

function indicatorRow(
  indicator: Pick<Indicator, 'id' | 'title' | 'condition' | 'note'>,
  facts: FactCatalogue,
  page: FormSurroundings,
): IndicatorRow & { choice: DeclaredChoice } {
  const { locale } = page;
  const title = indicator.title[locale];
  const badge = element('span', { class: 'badge' });
  const findings = element('div', { class: 'findings' });
  const made = factLeaves(indicator.condition).map((leaf) => fieldsFor(leaf, facts, page));
  const choice = declaredChoice(
    title,
    locale,
    () => page.declared(indicator.id),
    (outcome) => page.declare(indicator.id, outcome),
  );
  const gradeOf = (fact: string, grade: unknown): string | undefined =>
    facts[fact]?.grades?.find(({ id }) => id === grade)?.title?.[locale];
  const row = element(
    'section',
    { class: 'indicator', 'data-indicator': indicator.id },
    element(
      'header',
      {},
      element('h4', {}, element('span', { class: 'no' }, indicator.id), ` ${title}`),
      badge,
    ),
    element('div', { class: 'facts' }, ...made.flatMap(({ nodes }) => nodes)),
    findings,
    element(
      'div',
      { class: 'extra' },
      choice.row,
      indicator.note && element('p', { class: 'told note' }, indicator.note[locale]),
    ),
  );
  const main = made.flatMap((one) => one.main);
  return {
    id: indicator.id,
    row,
    choice,
    fields: made.flatMap(({ fields }) => fields),
    show: (result, evaluation) => {
      row.dataset.outcome = result.outcome;
      fill(badge, outcomeBadge(result, locale));
      fill(findings, ...indicatorFindings(result, evaluation.citations, locale));
      for (const field of main) {
        const part = result.parts.find(({ fact }) => fact === field.key);
        field.require(part && requiredText(part, gradeOf, locale));
      }
    },
  };
}

function criterionBlock(
  key: string,
  no: string,
  title: string,
  indicators: readonly Pick<Indicator, 'id' | 'title' | 'condition' | 'note'>[],
  facts: FactCatalogue,
  page: FormSurroundings,
  ownChoice: boolean,
): CriterionBlock & { choices: readonly DeclaredChoice[] } {
  const { locale } = page;
  const vi = locale === 'vi';
  const badge = element('span', { class: 'badge' });
  const count = element('span', { class: 'count' });
  const rows = indicators.map((indicator) => indicatorRow(indicator, facts, page));
  const choice = ownChoice
    ? declaredChoice(
        title,
        locale,
        () => page.declared(no),
        (outcome) => page.declare(no, outcome),
      )
    : undefined;
  const used = rows.some(({ fields }) => fields.some((field) => page.facts()[field.key] !== undefined));
  const block = element(
    'details',
    { class: 'criterion', open: used },
    element(
      'summary',
      {},
      element('h3', {}, element('span', { class: 'no' }, no), ` ${title}`),
      element('span', { class: 'marks' }, count, badge),
    ),
    ...rows.map(({ row }) => row),
    choice &&
      element(
        'div',
        { class: 'extra whole' },
        rows.length > 0 &&
          element('span', { class: 'told' }, vi ? `Cả tiêu chí ${no}` : `Criterion ${no} as a whole`),
        choice.row,
      ),
  );
  return {
    key,
    block,
    rows,
    choices: [...rows.map((row) => row.choice), ...(choice ? [choice] : [])],
    show: (result, results) => {
      const met = results.filter(({ outcome }) => outcome === 'met').length;
      fill(count, results.length > 0 ? `${met}/${results.length} ${vi ? 'đạt' : 'met'}` : undefined);
      fill(badge, result && outcomeBadge(result, locale));
    },
  };
}

/** Makes the form. It is made once a ruleset; what is typed later changes only what it shows. */
export function criteriaForm(ruleset: Ruleset, evaluation: Evaluation, page: FormSurroundings): CriteriaForm {
  const { locale } = page;
  const vi = locale === 'vi';
  const facts = ruleset.facts;
  const placeholders = evaluation.placeholders;
  const listed = new Map(ruleset.criteria.map((criterion) => [criterion.no, criterion]));
  const blocks = [
    ...(ruleset.prerequisites && ruleset.prerequisites.length > 0
      ? [
          criterionBlock(
            'prerequisites',
            '',
            vi ? 'Điều kiện trước (không tính vào tổng số)' : 'Prerequisites (in no total)',
            ruleset.prerequisites,
            facts,
            page,
            false,
          ),
        ]
      : []),
    ...evaluation.criteria.map((criterion) =>
      criterionBlock(
        `criterion ${criterion.no}`,
        criterion.no,
        criterion.title[locale],
        listed.get(criterion.no)?.indicators ?? [],
        facts,
        page,
        true,
      ),
    ),
    ...(placeholders.length > 0
      ? [
          criterionBlock(
            'placeholders',
            '',
            vi
              ? 'Chỉ tiêu có trong tổng số, chưa có nguồn nêu tên'
              : 'Indicators in the total that no source names',
            placeholders,
            facts,
            page,
            false,
          ),
        ]
      : []),
  ];
  const nothing = element(
    'p',
    { class: 'told', hidden: true },
    vi ? 'Không có chỉ tiêu nào như vậy.' : 'There is no such indicator.',
  );

  const filter = (shown: Shown): void => {
    let any = false;
    for (const { block, rows } of blocks) {
      let some = rows.length === 0 && shown === 'all';
      for (const { row } of rows) {
        row.hidden = shown !== 'all' && row.dataset.outcome !== shown;
        some ||= !row.hidden;
      }
      block.hidden = !some;
      if (some && shown !== 'all') block.open = true;
      any ||= some;
    }
    nothing.hidden = any;
  };

  return {
    root: element('div', { class: 'criteria' }, ...blocks.map(({ block }) => block), nothing),
    show: (result) => {
      const byId = new Map(
        [
          ...result.prerequisites,
          ...result.criteria.flatMap(({ indicators }) => indicators),
          ...result.placeholders,
        ].map((one) => [one.id, one]),
      );
      for (const { key, rows, show } of blocks) {
        const results = rows.flatMap(({ id }) => byId.get(id) ?? []);
        show(
          result.criteria.find(({ no }) => key === `criterion ${no}`),
          results,
        );
        for (const row of rows) {
          const found = byId.get(row.id);
          if (found) row.show(found, result);
        }
      }
    },
    refresh: (key) => {
      for (const { rows, choices } of blocks) {
        for (const { fields } of rows)
          for (const field of fields) if (key === undefined || field.key === key) field.refresh();
        if (key === undefined) for (const choice of choices) choice.refresh();
      }
    },
    filter,
    openAll: (open) => {
      for (const { block } of blocks) block.open = open;
    },
  };
}
