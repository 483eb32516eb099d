import type { Citation, Source } from '../schema/evidence.js';
import type { Amendment, Criterion, Indicator, RequirementRow, Ruleset } from '../schema/ruleset.js';
import { completeRuleset, type SharedLaw } from './complete-ruleset.js';
import { completenessOf } from './completeness.js';
import { plainName } from './territory.js';

/** Where in the amendment a part of the result comes from, for problems found in the result. */
export type Origins = Map<object, string>;

/** A change that names something the base does not have. */
export interface Misplaced {
  readonly path: string;
  readonly wanted: string;
  readonly among: readonly string[];
  readonly reason: 'unknown' | 'duplicate' | 'floor';
}

export interface Amended {
  readonly ruleset: Ruleset;
  readonly origins: Origins;
  readonly misplaced: readonly Misplaced[];
}

export function sourceIdOf(citation: Citation): string {
  return `decision-${plainName(citation.number)}${citation.date ? `-${citation.date}` : ''}`;
}

export function citationLabel(citation: Citation): string {
  return `${citation.number}${citation.date ? ` (${citation.date})` : ''}`;
}

function sourceOf(citation: Citation): Source {
  const vi = `Quyết định ${citation.number}${citation.article ? `, ${citation.article}` : ''}`;
  return {
    title: { vi, en: `Decision ${citation.number}${citation.article ? `, ${citation.article}` : ''}` },
    kind: 'decision',
    number: citation.number,
    ...(citation.date && { date: citation.date }),
    ...(citation.url && { url: citation.url }),
  };
}

/** Applies an amendment whose shape has been checked. What it names that the base lacks is returned, not thrown. */
export function applyAmendment(base: Ruleset, amendment: Amendment, shared: SharedLaw): Amended {
  const origins: Origins = new Map();
  const misplaced: Misplaced[] = [];
  const sources: Record<string, Source> = { ...base.sources, ...amendment.sources };
  const touched = new Set<Indicator>();
  const touchedRows = new Set<RequirementRow>();
  const layer = 1 + Math.max(0, ...allRows(base).map((row) => row.layer ?? 0));

  const prerequisites: Indicator[] = [...(base.prerequisites ?? [])];
  const criteria: Criterion[] = base.criteria.map((criterion) => ({
    ...criterion,
    indicators: [...criterion.indicators],
  }));

  const cite = (citation: Citation | undefined): string => {
    const used = citation ?? amendment.citation;
    const id = sourceIdOf(used);
    sources[id] ??= sourceOf(used);
    return id;
  };
  const citedTotals = (totals: Ruleset['totals']): Ruleset['totals'] =>
    totals.evidence === 'published' && !totals.sources?.length
      ? { ...totals, sources: [cite(undefined)] }
      : totals;
  const citedRow = (row: RequirementRow, citation: Citation | undefined, origin: string): RequirementRow => {
    const own = row.citation ?? citation;
    const cited: RequirementRow = { ...row, sources: row.sources?.length ? row.sources : [cite(own)], layer };
    origins.set(cited, origin);
    touchedRows.add(cited);
    return cited;
  };
  const citedIndicator = (
    indicator: Indicator,
    citation: Citation | undefined,
    origin: string,
  ): Indicator => {
    const cited: Indicator = { ...indicator };
    if (!cited.sources?.length) cited.sources = [cite(indicator.citation ?? citation)];
    if (indicator.requirements) {
      cited.requirements = Object.fromEntries(
        Object.entries(indicator.requirements).map(([name, rows]) => [
          name,
          rows.map((row, index) => citedRow(row, citation, `${origin}/requirements/${name}/${index}`)),
        ]),
      );
    }
    origins.set(cited, origin);
    touched.add(cited);
    return cited;
  };
  const slotOf = (id: string): { list: Indicator[]; index: number } | undefined => {
    for (const list of [prerequisites, ...criteria.map((criterion) => criterion.indicators)]) {
      const index = list.findIndex((indicator) => indicator.id === id);
      if (index >= 0) return { list, index };
    }
    return undefined;
  };
  const ids = (): string[] =>
    [prerequisites, ...criteria.map((criterion) => criterion.indicators)].flat().map(({ id }) => id);
  const edit = (id: string, path: string, change: (indicator: Indicator) => Indicator | undefined): void => {
    const slot = slotOf(id);
    if (!slot) {
      misplaced.push({ path: `${path}/indicator`, wanted: id, among: ids(), reason: 'unknown' });
      return;
    }
    const next = change(slot.list[slot.index] as Indicator);
    slot.list.splice(slot.index, 1, ...(next ? [next] : []));
  };
  const withRows = (indicator: Indicator, name: string, rows: readonly RequirementRow[]): Indicator => {
    const known = indicator.requirements?.[name];
    const next: Indicator = {
      ...indicator,
      requirements: { ...indicator.requirements, [name]: [...(known ?? []), ...rows] },
    };
    const origin = origins.get(indicator);
    if (origin !== undefined) origins.set(next, origin);
    if (touched.has(indicator)) touched.add(next);
    return next;
  };

  for (const [index, change] of amendment.changes.entries()) {
    const path = `/changes/${index}`;
    switch (change.change) {
      case 'set-requirement':
        edit(change.indicator, path, (indicator) => {
          const names = [
            ...new Set([...Object.keys(indicator.requirements ?? {}), ...(indicator.delegated ?? [])]),
          ];
          if (!names.includes(change.requirement)) {
            misplaced.push({
              path: `${path}/requirement`,
              wanted: change.requirement,
              among: names,
              reason: 'unknown',
            });
            return indicator;
          }
          return withRows(
            indicator,
            change.requirement,
            change.rows.map((row, at) => citedRow(row, change.citation, `${path}/rows/${at}`)),
          );
        });
        break;
      case 'undetermine':
        edit(change.indicator, path, (indicator) => {
          const names = Object.keys(indicator.requirements ?? {});
          if (!names.includes(change.requirement)) {
            misplaced.push({
              path: `${path}/requirement`,
              wanted: change.requirement,
              among: names,
              reason: 'unknown',
            });
            return indicator;
          }
          const row: RequirementRow = {
            where: change.where ?? {},
            undetermined: true,
            evidence: 'published',
          };
          return withRows(indicator, change.requirement, [citedRow(row, change.citation, path)]);
        });
        break;
      case 'replace-indicator':
        edit(change.indicator, path, (indicator) => {
          if (hasFloor(indicator))
            misplaced.push({ path: `${path}/with`, wanted: change.indicator, among: [], reason: 'floor' });
          return citedIndicator(change.with, change.citation, `${path}/with`);
        });
        break;
      case 'repeal-indicator':
        edit(change.indicator, path, (indicator) => {
          if (!hasFloor(indicator)) return undefined;
          misplaced.push({ path: `${path}/indicator`, wanted: change.indicator, among: [], reason: 'floor' });
          return indicator;
        });
        break;
      case 'add-indicator': {
        const criterion = criteria.find(({ no }) => no === change.criterion);
        if (!criterion)
          misplaced.push({
            path: `${path}/criterion`,
            wanted: change.criterion,
            among: criteria.map(({ no }) => no),
            reason: 'unknown',
          });
        else if (slotOf(change.indicator.id))
          misplaced.push({
            path: `${path}/indicator/id`,
            wanted: change.indicator.id,
            among: ids(),
            reason: 'duplicate',
          });
        else
          criterion.indicators.push(citedIndicator(change.indicator, change.citation, `${path}/indicator`));
        break;
      }
      case 'add-criterion':
        if (criteria.some(({ no }) => no === change.criterion.no)) {
          misplaced.push({
            path: `${path}/criterion/no`,
            wanted: change.criterion.no,
            among: criteria.map(({ no }) => no),
            reason: 'duplicate',
          });
        } else {
          criteria.push({
            ...change.criterion,
            indicators: change.criterion.indicators.map((indicator, at) =>
              citedIndicator(indicator, change.citation, `${path}/criterion/indicators/${at}`),
            ),
          });
        }
        break;
      case 'repeal-criterion': {
        const at = criteria.findIndex(({ no }) => no === change.criterion);
        if (at < 0)
          misplaced.push({
            path: `${path}/criterion`,
            wanted: change.criterion,
            among: criteria.map(({ no }) => no),
            reason: 'unknown',
          });
        else criteria.splice(at, 1);
        break;
      }
      case 'add-prerequisite':
        if (slotOf(change.prerequisite.id))
          misplaced.push({
            path: `${path}/prerequisite/id`,
            wanted: change.prerequisite.id,
            among: ids(),
            reason: 'duplicate',
          });
        else prerequisites.push(citedIndicator(change.prerequisite, change.citation, `${path}/prerequisite`));
        break;
    }
  }

  const unlisted = (indicator: Indicator): Indicator =>
    amendment.changesUnlisted ? markUnlisted(indicator, touched, touchedRows, origins) : indicator;
  const draft = base.status === 'draft' || amendment.status === 'draft';
  const { effectiveTo, ...rest } = base;
  const to = amendment.effectiveTo ?? (amendment.version === undefined ? effectiveTo : undefined);
  const ownIdentity = amendment.id !== undefined && amendment.id !== base.id;
  const amended: Ruleset = {
    ...rest,
    id: amendment.id ?? base.id,
    version: amendment.version ?? base.version,
    versionBasis: amendment.versionBasis ?? base.versionBasis,
    revision: base.revision + (amendment.revision ?? 0),
    ...(draft && { status: 'draft' as const }),
    title: ownIdentity ? amendment.title : base.title,
    jurisdiction: amendment.jurisdiction ?? base.jurisdiction,
    effectiveFrom: amendment.effectiveFrom ?? amendment.version ?? base.effectiveFrom,
    ...(to !== undefined && { effectiveTo: to }),
    ...(prerequisites.length > 0 && { prerequisites: prerequisites.map(unlisted) }),
    criteria: criteria.map((criterion) => ({ ...criterion, indicators: criterion.indicators.map(unlisted) })),
    totals: amendment.totals ? citedTotals(amendment.totals) : totalsAfter(base, criteria),
    ...(amendment.openQuestions && {
      openQuestions: [...(base.openQuestions ?? []), ...amendment.openQuestions],
    }),
    facts: { ...base.facts, ...amendment.facts },
    sources,
    amendedBy: [...(base.amendedBy ?? []), citationLabel(amendment.citation)],
  };
  const completeness =
    base.completeness === 'partial' && base.totals.indicators === null ? 'partial' : completenessOf(amended);
  return { ruleset: completeRuleset({ ...amended, completeness }, shared), origins, misplaced };
}

function allRows(ruleset: Ruleset): RequirementRow[] {
  return [
    ...(ruleset.prerequisites ?? []),
    ...ruleset.criteria.flatMap((criterion) => criterion.indicators),
  ].flatMap((indicator) => Object.values(indicator.requirements ?? {}).flat());
}

function hasFloor(indicator: Indicator): boolean {
  return Object.values(indicator.requirements ?? {}).some((rows) =>
    rows.some((row) => 'floor' in row && row.floor === true),
  );
}

function markUnlisted(
  indicator: Indicator,
  touched: ReadonlySet<Indicator>,
  rows: ReadonlySet<RequirementRow>,
  origins: Origins,
): Indicator {
  if (touched.has(indicator)) return indicator;
  const marked: Indicator = { ...indicator, changesUnlisted: true };
  if (indicator.requirements) {
    marked.requirements = Object.fromEntries(
      Object.entries(indicator.requirements).map(([name, list]) => [
        name,
        list.map((row) => (rows.has(row) ? row : { ...row, changesUnlisted: true as const })),
      ]),
    );
  }
  const origin = origins.get(indicator);
  if (origin !== undefined) origins.set(marked, origin);
  return marked;
}

/** Entries added to a set whose list is short fill its placeholders first; otherwise they raise the totals. */
function totalsAfter(base: Ruleset, criteria: readonly Criterion[]): Ruleset['totals'] {
  const after = (total: number | null, before: number, now: number): number | null => {
    if (total === null) return null;
    const placeholders = Math.max(0, total - before);
    return now + Math.max(0, placeholders - Math.max(0, now - before));
  };
  const count = (list: readonly Criterion[]): number =>
    list.reduce((sum, criterion) => sum + criterion.indicators.length, 0);
  return {
    ...base.totals,
    criteria: after(base.totals.criteria, base.criteria.length, criteria.length),
    indicators: after(base.totals.indicators, count(base.criteria), count(criteria)),
  };
}
