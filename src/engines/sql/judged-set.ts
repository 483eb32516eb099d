import { declarableIds } from '../../law/declarable-ids.js';
import type { Column } from '../../law/requirement-row.js';
import type { Condition } from '../../schema/condition.js';
import type { Criterion, Indicator, RelativeValue, Ruleset } from '../../schema/ruleset.js';
import type { Localized } from '../../schema/text.js';
import { ANOTHER_YEAR, byArea, byYear } from './axes.js';
import { type ConditionScope, conditionVerdict } from './condition.js';
import { DeclaredResults } from './declared.js';
import { dimensionsOf } from './dimensions.js';
import type { Entry, SetOptions } from './entry.js';
import type { FactFigures } from './fact-figures.js';
import { fitting } from './names.js';
import { isOpenEnded } from './open-ended.js';
import { Parts } from './parts.js';
import { Place } from './place.js';
import { traitColumn } from './place-columns.js';
import { circularColumn } from './problems.js';
import { firstComparison, isOneNumber, sharesOf } from './relative.js';
import { always, OPEN, type RequirementWay, requirementsFor } from './requirement.js';
import { outcomeNames } from './results.js';
import type { Sheet, WorkedOut } from './sheet.js';
import { one, type Spread, settled, withRequired } from './spread.js';
import { STEP_INDENT } from './steps.js';
import { all, choice, FALSE, first, holds, isFalse, TRUE, type Truth, test, UNKNOWN } from './truth.js';
import { UNKNOWN_VERDICT, type Verdict } from './verdict.js';

const NAME_NOT_KNOWN: Localized = { vi: '(chưa rõ tên)', en: '(name not known)' };

/** One ruleset in a statement: every outcome of it as an expression over the columns of a row. */
export class JudgedSet {
  readonly place: Place;
  readonly requirements: WorkedOut[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #names: ReadonlyMap<string, string>;
  readonly #levels: number[] = [];
  readonly #declared: DeclaredResults;
  readonly #indicators: ReadonlyMap<string, Indicator>;

  constructor(
    readonly ruleset: Ruleset,
    readonly prefix: string,
    readonly sheet: Sheet,
    readonly figures: FactFigures,
    readonly options: SetOptions,
    /** Another set for the same row; undefined where there is none. */
    readonly related: (id: string) => JudgedSet | undefined,
  ) {
    this.#names = outcomeNames(ruleset);
    this.#indicators = new Map(
      [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap((each) => each.indicators)].map(
        (each) => [each.id, each],
      ),
    );
    this.#declared = new DeclaredResults(ruleset, sheet, options.declared);
    this.place = new Place(ruleset, prefix, sheet, options, (when) => this.#unplaced(when));
  }

  /** A rule that says which column judges: it can't depend on what that column decides. */
  #unplaced(when: Condition): Truth {
    const scope = this.#scope({ id: '', title: NAME_NOT_KNOWN, evidence: 'published' });
    const reference = (): never => {
      throw circularColumn(this.ruleset.id);
    };
    return conditionVerdict(when, { year: ANOTHER_YEAR }, { ...scope, reference }).truth;
  }

  #scope(indicator: Indicator): ConditionScope {
    return {
      indicator,
      figures: this.figures,
      publishedOnly: this.options.publishedOnly,
      relative: (value, column) => this.#relative(value, column),
      trait: (id) => {
        const name = this.sheet.read(traitColumn(id));
        // An absent trait that would matter is assumed not to hold.
        return name === undefined ? FALSE : holds(test(name, { opposite: `NOT ${name}` }));
      },
      reference: (to) => this.#reference(to),
    };
  }

  #reference(to: Parameters<ConditionScope['reference']>[0]): Verdict {
    const isOwn = to.ruleset === undefined || to.ruleset === this.ruleset.id;
    const set = isOwn ? this : this.related(to.ruleset as string);
    if (!set) return UNKNOWN_VERDICT;
    const entry =
      to.indicator !== undefined
        ? set.indicator(to.indicator)
        : to.criterion !== undefined
          ? set.criterion(to.criterion)
          : set.whole();
    if (!entry) return UNKNOWN_VERDICT;
    const top = this.#levels.length - 1;
    if (set === this && top >= 0) this.#levels[top] = Math.max(this.#levels[top] ?? 0, entry.level);
    const { truth, exempt } = entry.verdict;
    if (!isFalse(exempt) && exempt.kind !== 'constant')
      entry.exemptColumn ??= fitting(`${entry.column}_exempt`);
    return {
      truth: truth.kind === 'constant' ? truth : test(entry.column, { opposite: `NOT ${entry.column}` }),
      exempt: entry.exemptColumn
        ? test(entry.exemptColumn, { opposite: `NOT ${entry.exemptColumn}`, sure: true })
        : exempt,
    };
  }

  /** A share of what another indicator asks of the same unit in the same year. */
  #relative({ percentOf, percent }: RelativeValue, column: Column): readonly RequirementWay[] {
    const set = percentOf.ruleset === this.ruleset.id ? this : this.related(percentOf.ruleset);
    const indicator = set?.indicatorById(percentOf.indicator);
    const leaf = indicator?.condition && firstComparison(indicator.condition, percentOf.requirement);
    if (!set || !indicator || !leaf || !isOneNumber(leaf, indicator, set.ruleset.facts)) return always(OPEN);
    const at = (place: Column): readonly RequirementWay[] =>
      requirementsFor(leaf, place, set.#scope(indicator));
    return sharesOf(percent, column, at, set === this ? undefined : set.place);
  }

  indicatorById(id: string): Indicator | undefined {
    return this.#indicators.get(id);
  }

  /** A verdict wherever and whenever a row is judged. */
  #everywhere(indicator: Indicator, condition: Condition): Spread {
    const scope = this.#scope(indicator);
    const { years, areas, byRegion, byGroup } = dimensionsOf(indicator, (value) => this.#base(value));
    const at = (column: Column): Spread => one(conditionVerdict(condition, column, scope));
    const inPlace = (column: Column): Spread => {
      const inRegion = (group: string | undefined): Spread =>
        byRegion
          ? this.place.byRegion((region) => at({ ...column, group, region }))
          : at({ ...column, group });
      return byGroup ? this.place.byGroup(inRegion) : inRegion(undefined);
    };
    const { sheet, options } = this;
    return byYear(sheet, options.year, years, (year) =>
      byArea(sheet, options.area, areas, (area) => inPlace({ year, area })),
    );
  }

  #base(value: RelativeValue): ReturnType<Parameters<typeof dimensionsOf>[1]> {
    const { percentOf } = value;
    const set = percentOf.ruleset === this.ruleset.id ? this : this.related(percentOf.ruleset);
    const indicator = set?.indicatorById(percentOf.indicator);
    return set && indicator && { indicator, related: (inner) => set.#base(inner) };
  }

  #make(
    kind: Entry['kind'],
    id: string,
    title: Localized,
    work: (parts: Parts, column: string) => Verdict,
  ): Entry {
    const key = `${kind === 'criterion' || kind === 'set' ? kind : 'indicator'} ${id}`;
    let entry = this.#entries.get(key);
    if (!entry) {
      const column = fitting(`${this.prefix}${this.#names.get(key) ?? 'outcome'}`);
      this.#levels.push(0);
      const parts = new Parts(column, STEP_INDENT);
      const found = work(parts, column);
      const level = (this.#levels.pop() ?? 0) + 1;
      entry = { kind, id, title, column, verdict: found, level, parts: parts.columns };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  indicator(id: string): Entry | undefined {
    const known = this.#entries.get(`indicator ${id}`);
    if (known) return known;
    const indicator = this.#indicators.get(id);
    const declaredIds = declarableIds(this.ruleset).indicators;
    if (!indicator && !declaredIds.has(id)) return undefined;
    const isPrerequisite = this.ruleset.prerequisites?.some((each) => each.id === id);
    return this.#make(
      isPrerequisite ? 'prerequisite' : 'indicator',
      id,
      indicator?.title ?? NAME_NOT_KNOWN,
      (parts, column) => {
        const { condition } = indicator ?? {};
        const found =
          indicator && condition
            ? this.#inColumns(this.#everywhere(indicator, condition), parts, column)
            : UNKNOWN_VERDICT;
        return this.#declared.beside(found, { indicator: id });
      },
    );
  }

  #inColumns(spread: Spread, parts: Parts, column: string): Verdict {
    const found = withRequired(spread, (sql, _whole, _scale, end) => {
      const own = column.slice(this.prefix.length).replace(/^(indicator|prerequisite)_/, '');
      const name = fitting(`${this.prefix}required_${own}${end === 'loosest' ? '_loosest' : ''}`);
      if (!this.requirements.some((each) => each.name === name)) this.requirements.push({ name, sql });
      return name;
    });
    return found ?? settled(parts.of(spread));
  }

  criterion(no: string): Entry | undefined {
    const known = this.#entries.get(`criterion ${no}`);
    if (known) return known;
    const criterion = this.ruleset.criteria.find((each) => each.no === no);
    if (!criterion && !declarableIds(this.ruleset).criteria.has(no)) return undefined;
    return this.#make('criterion', no, criterion?.title ?? NAME_NOT_KNOWN, () =>
      this.#declared.beside(criterion ? this.#ofCriterion(criterion) : UNKNOWN_VERDICT, { criterion: no }),
    );
  }

  #ofCriterion({ no, title, pass, indicators }: Criterion): Verdict {
    if (pass) return this.#passes(pass, no, title);
    return this.#allOf(indicators.map(({ id }) => this.#reference({ indicator: id })));
  }

  #passes(pass: Condition, id: string, title: Localized): Verdict {
    return settled(this.#everywhere({ id, title, evidence: 'published' }, pass));
  }

  /** Everything has to be met. Nothing at all is never met. */
  #allOf(parts: readonly Verdict[]): Verdict {
    if (parts.length === 0) return UNKNOWN_VERDICT;
    return {
      truth: all(...parts.map(({ truth }) => truth)),
      exempt: all(...parts.map(({ exempt }) => exempt)),
    };
  }

  /** Numbers of the criteria, those nobody has named included. */
  get criteria(): string[] {
    return [...declarableIds(this.ruleset).criteria];
  }

  /** Ids of the indicators that the totals count, those nobody has named included. */
  get indicators(): string[] {
    const prerequisites = new Set((this.ruleset.prerequisites ?? []).map(({ id }) => id));
    return [...declarableIds(this.ruleset).indicators].filter((id) => !prerequisites.has(id));
  }

  /** What the whole set comes to. */
  whole(): Entry {
    return this.#make('set', '', this.ruleset.title, () => this.#ofSet());
  }

  #ofSet(): Verdict {
    const { pass, prerequisites = [], title, id } = this.ruleset;
    const criteria = this.criteria.map((no) => this.#reference({ criterion: no }));
    const allDeclared = this.#declared.all(this.criteria);
    // What nobody has named stands in the way, unless every criterion has been declared as a whole.
    const unlessDeclared = (truth: Truth): Verdict => ({
      truth: first(truth, choice([{ when: allDeclared, gives: TRUE }])),
      exempt: FALSE,
    });
    const rest = isOpenEnded(this.ruleset) ? [unlessDeclared(UNKNOWN)] : [];
    if (pass) {
      const passed = this.#passes(pass, id, title);
      return rest.length > 0 ? this.#allOf([passed, ...rest]) : passed;
    }
    const named = new Set(this.#indicators.keys());
    const unnamed = this.indicators.filter((each) => !named.has(each));
    return this.#allOf([
      ...prerequisites.map((each) => this.#reference({ indicator: each.id })),
      ...criteria,
      ...unnamed.map((each) => unlessDeclared(this.#reference({ indicator: each }).truth)),
      ...rest,
    ]);
  }

  /** Entries that have been worked out, by the step in which they are. */
  levels(): Entry[][] {
    const levels: Entry[][] = [];
    for (const entry of this.#entries.values()) {
      levels[entry.level - 1] ??= [];
      levels[entry.level - 1]?.push(entry);
    }
    return levels.filter((level) => level !== undefined);
  }
}
