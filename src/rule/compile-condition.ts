import { type Column, rowFor } from '../law/requirement-row.js';
import type { Condition, FactLeaf, Literal, Operator } from '../schema/condition.js';
import type { Because, Outcome, Reason } from '../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { Indicator, RequirementRow } from '../schema/ruleset.js';
import { amountOf, type Exactly } from './amount.js';
import {
  type Finding,
  type GroupFinding,
  joinGroup,
  type LeafFinding,
  leavesOf,
  negate,
  type Requirement,
  unique,
} from './finding.js';
import { decide, NEGATIONS } from './operator.js';
import { opposite } from './outcome.js';
import { type FactFinding, gradeIndex, type Qualifiers } from './reading.js';
import type { CompiledCondition, Reached, Run } from './run.js';

/** What leaves need to know of the place they stand in. */
export interface RuleScope {
  readonly indicator: Pick<
    Indicator,
    'id' | 'title' | 'requirements' | 'delegated' | 'cases' | 'evidence' | 'sources' | 'changesUnlisted'
  >;
  readonly facts: FactCatalogue;
  /** Names parts that have none of their own. */
  readonly parts: { count: number };
}

function figuresOf(literal: Literal | readonly Literal[], definition: FactDefinition): Exactly[] {
  const list: readonly Literal[] = Array.isArray(literal) ? literal : [literal as Literal];
  if (definition.type === 'boolean') return [];
  return list.map((one) =>
    definition.type === 'level' ? gradeIndex(definition, one) : amountOf(one as number | string),
  );
}

type Resolve = (run: Run, column: Column) => Requirement;

function literalRequirement(
  literal: Literal | readonly Literal[],
  definition: FactDefinition,
  scope: RuleScope,
): Resolve {
  const requirement: Requirement = {
    kind: 'figure',
    literal,
    figures: figuresOf(literal, definition),
    evidence: scope.indicator.evidence ?? 'unconfirmed',
    sources: scope.indicator.sources ?? [],
    changesUnlisted: scope.indicator.changesUnlisted === true,
  };
  const open: Requirement = { kind: 'open', reason: 'requirement-undetermined' };
  return (run) => (run.publishedOnly && requirement.evidence !== 'published' ? open : requirement);
}

function namedRequirement(name: string, definition: FactDefinition, scope: RuleScope): Resolve {
  const rows = scope.indicator.requirements?.[name] ?? [];
  const delegated = scope.indicator.delegated?.includes(name) ?? false;
  const open: Requirement = {
    kind: 'open',
    reason: delegated ? 'left-to-province' : 'requirement-undetermined',
  };
  const remembered = new Map<string, Requirement>();
  const byRow = new Map<RequirementRow, Requirement>();

  const resolve = (run: Run, column: Column): { requirement: Requirement; lasting: boolean } => {
    const row = rowFor(rows, column);
    if (!row) return { requirement: open, lasting: true };
    if ('undetermined' in row)
      return { requirement: { kind: 'open', reason: 'requirement-undetermined' }, lasting: true };
    if (run.publishedOnly && row.evidence !== 'published') {
      return { requirement: { kind: 'open', reason: 'requirement-undetermined' }, lasting: true };
    }
    const sources = row.sources ?? [];
    if ('applies' in row)
      return { requirement: { kind: 'not-applicable', evidence: row.evidence, sources }, lasting: true };
    const { value } = row;
    const changesUnlisted = row.changesUnlisted === true;
    if (typeof value === 'object' && !Array.isArray(value)) {
      const related = run.relatedRequirement(value, column);
      if (related.kind !== 'figure') return { requirement: related, lasting: false };
      // The weaker of the two pieces of evidence carries.
      const evidence = row.evidence === 'published' ? related.evidence : row.evidence;
      return {
        requirement: {
          ...related,
          evidence,
          sources: unique([...sources, ...related.sources]),
          changesUnlisted: changesUnlisted || related.changesUnlisted,
        },
        lasting: false,
      };
    }
    let requirement = byRow.get(row);
    if (!requirement) {
      requirement = {
        kind: 'figure',
        literal: value,
        figures: figuresOf(value, definition),
        evidence: row.evidence,
        sources,
        changesUnlisted,
      };
      byRow.set(row, requirement);
    }
    return { requirement, lasting: true };
  };

  return (run, column) => {
    const key = `${run.publishedOnly}|${column.region}|${column.group}|${column.area}|${column.year}|${column.case}`;
    const known = remembered.get(key);
    if (known) return known;
    const { requirement, lasting } = resolve(run, column);
    if (lasting && remembered.size < 10_000) remembered.set(key, requirement);
    return requirement;
  };
}

function flagsOf(
  requirement: Extract<Requirement, { kind: 'figure' }>,
  approximate: boolean,
  extra: readonly Because[],
): Because[] {
  const flags: Because[] = [...extra];
  if (requirement.evidence !== 'published') flags.push(requirement.evidence);
  if (requirement.changesUnlisted) flags.push('changes-unlisted');
  if (approximate) flags.push('approximate');
  return flags;
}

/** How a fact stands to a requirement that is known. */
function compare(
  fact: FactFinding,
  operator: Operator,
  requirement: Extract<Requirement, { kind: 'figure' }>,
): Outcome {
  if (fact.flag !== undefined) {
    const list: readonly Literal[] = Array.isArray(requirement.literal)
      ? requirement.literal
      : [requirement.literal as Literal];
    const among: Outcome = list.includes(fact.flag) ? 'met' : 'unmet';
    return operator === 'notEqual' ? opposite(among) : among;
  }
  return fact.quantity ? decide(fact.quantity, operator, requirement.figures) : 'unknown';
}

interface LeafMould {
  readonly leaf: FactLeaf;
  readonly definition: FactDefinition;
  readonly partId: string;
  readonly negated: boolean;
}

/** The finding of one comparison: what decided it, or why it is unknown and what would decide it. */
function leafFinding(
  run: Run,
  mould: LeafMould,
  fact: FactFinding,
  requirement: Requirement,
  place: { sex?: 'male' | 'female'; extra?: readonly Because[] } = {},
): LeafFinding {
  const { leaf, definition, negated } = mould;
  const operator = negated ? (NEGATIONS[leaf.operator] ?? leaf.operator) : leaf.operator;
  const make = (
    outcome: Outcome,
    rest: {
      because?: readonly Because[];
      reasons?: readonly Reason[];
      missing?: readonly string[];
      exempt?: boolean;
    } = {},
  ): LeafFinding => ({
    type: 'leaf',
    partId: place.sex ? `${mould.partId}:${place.sex}` : mould.partId,
    title: leaf.title ?? definition.title,
    leaf,
    definition,
    operator,
    negated,
    sex: place.sex,
    fact,
    requirement,
    outcome,
    certain: rest.because?.length ? 'unknown' : outcome,
    because: rest.because ?? [],
    reasons: rest.reasons ?? [],
    missing: rest.missing ?? [],
    exempt: rest.exempt ?? false,
  });

  if (requirement.kind === 'not-applicable') {
    return make('met', {
      exempt: true,
      because: requirement.evidence === 'published' ? [] : [requirement.evidence],
    });
  }
  if (fact.status === 'empty-base' && leaf.whenEmpty === 'exempt') return make('met', { exempt: true });
  if (requirement.kind === 'open') {
    // Once a province supplies the figure, what completes a derivation already begun will be needed.
    return make('unknown', {
      reasons: [requirement.reason],
      missing: fact.started && fact.status !== 'known' ? fact.missing : [],
    });
  }
  if (fact.status === 'unavailable')
    return make('unknown', { reasons: ['fact-unavailable'], missing: fact.missing });
  if (fact.status === 'empty-base') return make('unknown', { reasons: ['empty-base'] });
  if (fact.status === 'missing') return make('unknown', { reasons: ['missing-fact'], missing: fact.missing });

  const plainOutcome = compare(fact, leaf.operator, requirement);
  if (plainOutcome === 'unknown') {
    const imprecise = fact.missing.length === 0 || fact.missing.includes(leaf.fact);
    return make('unknown', {
      reasons: [imprecise ? 'imprecise' : 'missing-fact'],
      missing: fact.missing.length > 0 ? fact.missing : [leaf.fact],
    });
  }
  if (fact.replaced) {
    const coarse = decide(fact.replaced.quantity, leaf.operator, requirement.figures);
    if (coarse !== 'unknown' && coarse !== plainOutcome) run.note('finer-figure-decides', leaf.fact);
  }
  const outcome = negated ? opposite(plainOutcome) : plainOutcome;
  return make(outcome, { because: flagsOf(requirement, fact.approximate, place.extra ?? []) });
}

/**
 * Men and women must each reach the level. Figures by sex decide; a total below the level shows that one of the
 * two is below it, a total at the level is met provisionally.
 */
function bySex(run: Run, mould: LeafMould, requirement: Requirement, qualifiers: Qualifiers): Finding {
  const { leaf, negated } = mould;
  const positive: LeafMould = { ...mould, negated: false };
  const total = run.reader.find(leaf.fact, qualifiers);
  const split = run.reader.split(leaf.fact, qualifiers);
  const totalFinding = leafFinding(run, positive, total, requirement);
  const settle = (finding: Finding): Finding => (negated ? negate(finding) : finding);
  if (!split.given || requirement.kind !== 'figure') {
    if (totalFinding.outcome !== 'met' || totalFinding.exempt) return settle(totalFinding);
    return settle(leafFinding(run, positive, total, requirement, { extra: ['split-missing'] }));
  }
  const male = leafFinding(run, positive, split.male, requirement, { sex: 'male' });
  const female = leafFinding(run, positive, split.female, requirement, { sex: 'female' });
  const sexes = [male, female];
  const bothKnown = sexes.every((one) => one.outcome !== 'unknown');
  if (bothKnown || sexes.some((one) => one.outcome === 'unmet')) {
    const joined = joinGroup('all', 2, sexes);
    if (totalFinding.outcome !== 'unknown' && totalFinding.outcome !== joined.outcome)
      run.note('finer-figure-decides', leaf.fact);
    return settle(joined);
  }
  if (totalFinding.outcome === 'unmet') return settle(totalFinding);
  if (totalFinding.outcome === 'met') {
    const known = sexes.filter((one) => one.outcome === 'met');
    return settle(
      joinGroup('all', 2, [
        ...known,
        leafFinding(run, positive, total, requirement, { extra: ['split-missing'] }),
      ]),
    );
  }
  return settle(joinGroup('all', 2, sexes));
}

function sameRequirement(a: Finding, b: Finding): boolean {
  const [left, right] = [[...leavesOf(a)], [...leavesOf(b)]];
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index];
      return one.type === 'leaf' && other?.type === 'leaf' && one.requirement === other.requirement;
    })
  );
}

/** Where it is not settled which case holds, a part is decided only when every case that may hold decides it alike. */
function overCases(
  cases: ReadonlyMap<string, CompiledCondition>,
  judge: (run: Run, column: Column) => Finding,
): (run: Run, column: Column) => Finding {
  return (run, column) => {
    const findings = [...cases].map(([id, condition]) => ({ id, finding: condition(run, column) }));
    const holding = findings.filter(({ finding }) => finding.outcome === 'met');
    if (holding.length > 0) return judge(run, { ...column, case: (holding[0] as { id: string }).id });
    const possible = findings.filter(({ finding }) => finding.outcome === 'unknown');
    if (possible.length === 0) return judge(run, column);
    const candidates = possible.map(({ id }) => judge(run, { ...column, case: id }));
    const [first] = candidates as [Finding, ...Finding[]];
    // Where every case asks for the same figure, it does not matter which holds.
    if (candidates.every((one) => sameRequirement(one, first))) return first;
    const agreed = candidates.every((one) => one.outcome === first.outcome && one.exempt === first.exempt);
    if (agreed && first.outcome !== 'unknown') {
      const weakest = candidates.find((one) => one.because.length > 0);
      return weakest ?? first;
    }
    return {
      ...first,
      outcome: 'unknown',
      certain: 'unknown',
      because: [],
      reasons: unique(['missing-fact', ...candidates.flatMap((one) => one.reasons)]),
      missing: unique([
        ...candidates.flatMap((one) => one.missing),
        ...possible.flatMap(({ finding }) => finding.missing),
      ]),
      exempt: false,
    };
  };
}

function compileFactLeaf(leaf: FactLeaf, scope: RuleScope, negated: boolean): CompiledCondition {
  const definition = scope.facts[leaf.fact];
  if (!definition) throw new TypeError(`ruleset was not checked: no fact ${leaf.fact}`);
  scope.parts.count += 1;
  const mould: LeafMould = {
    leaf,
    definition,
    negated,
    partId: leaf.part ?? `${scope.indicator.id}/${scope.parts.count}`,
  };
  const qualifiers: Qualifiers = { standard: leaf.standard, population: leaf.population };
  const { value } = leaf;
  const reference =
    typeof value === 'object' && !Array.isArray(value) ? value.fact.slice('required.'.length) : undefined;
  const resolve =
    reference === undefined
      ? literalRequirement(value as Literal, definition, scope)
      : namedRequirement(reference, definition, scope);
  const judge: CompiledCondition = leaf.bySex
    ? (run, column) => bySex(run, mould, resolve(run, column), qualifiers)
    : (run, column) => leafFinding(run, mould, run.reader.find(leaf.fact, qualifiers), resolve(run, column));
  const bound =
    reference !== undefined &&
    scope.indicator.requirements?.[reference]?.some((row) => row.where.case !== undefined);
  if (!bound) return judge;
  const cases = new Map(
    Object.entries(scope.indicator.cases ?? {}).map(([id, condition]) => [
      id,
      compileCondition(condition, { ...scope, parts: { count: 0 } }, false),
    ]),
  );
  return overCases(cases, judge);
}

function compileReference(
  refersTo: { ruleset?: string | undefined; criterion?: string | undefined; indicator?: string | undefined },
  scope: RuleScope,
  negated: boolean,
): CompiledCondition {
  scope.parts.count += 1;
  const partId = `${scope.indicator.id}/${scope.parts.count}`;
  const named: { ruleset?: string; criterion?: string; indicator?: string } = {};
  if (refersTo.ruleset !== undefined) named.ruleset = refersTo.ruleset;
  if (refersTo.criterion !== undefined) named.criterion = refersTo.criterion;
  if (refersTo.indicator !== undefined) named.indicator = refersTo.indicator;
  const extra: readonly Because[] = [
    ...(scope.indicator.evidence !== undefined && scope.indicator.evidence !== 'published'
      ? [scope.indicator.evidence]
      : []),
    ...(scope.indicator.changesUnlisted === true ? (['changes-unlisted'] as const) : []),
  ];
  return (run, column) => {
    let reached: Reached;
    if (named.ruleset !== undefined) reached = run.related({ ...named, ruleset: named.ruleset });
    else if (named.indicator !== undefined) reached = run.indicator(named.indicator, column);
    else reached = run.criterion(named.criterion as string, column);
    const finding: Finding = {
      type: 'reference',
      partId,
      refersTo: named,
      outcome: reached.outcome,
      certain: extra.length > 0 ? 'unknown' : reached.certain,
      because: reached.outcome === 'unknown' ? [] : unique([...reached.because, ...extra]),
      reasons: reached.outcome === 'unknown' ? ['child-unknown'] : [],
      missing: reached.missing,
      exempt: reached.basis === 'exempt',
    };
    return negated ? negate(finding) : finding;
  };
}

function compileGroup(
  type: GroupFinding['type'],
  k: number,
  children: readonly CompiledCondition[],
): CompiledCondition {
  return (run, column) =>
    joinGroup(
      type,
      k,
      children.map((child) => child(run, column)),
    );
}

/**
 * Compiles a condition into closures, once. Negation is pushed to the leaves (De Morgan), which Kleene's logic
 * allows, so that a gap can always be read off a leaf: not "at least 15" is "under 15".
 */
export function compileCondition(condition: Condition, scope: RuleScope, negated = false): CompiledCondition {
  const compile = (part: Condition): CompiledCondition => compileCondition(part, scope, negated);
  if ('all' in condition) {
    const children = condition.all.map(compile);
    return compileGroup(negated ? 'any' : 'all', children.length, children);
  }
  if ('any' in condition) {
    const children = condition.any.map(compile);
    return compileGroup(negated ? 'all' : 'any', children.length, children);
  }
  if ('not' in condition) return compileCondition(condition.not, scope, !negated);
  if ('atLeast' in condition) {
    const children = condition.of.map(compile);
    return compileGroup(
      'k-of-n',
      negated ? children.length - condition.atLeast + 1 : condition.atLeast,
      children,
    );
  }
  if ('trait' in condition) {
    const { trait } = condition;
    return (run) => {
      const { outcome } = run.trait(trait);
      const settled = negated ? opposite(outcome) : outcome;
      return {
        type: 'trait',
        trait,
        outcome: settled,
        certain: settled,
        because: [],
        reasons: [],
        missing: [],
        exempt: false,
      };
    };
  }
  if ('fact' in condition) return compileFactLeaf(condition, scope, negated);
  return compileReference(condition, scope, negated);
}
