import { shippedLaw } from 'virtual:shipped-rulesets';
import { deepFreeze } from './check/frozen.js';
import type { RulesetVocabulary } from './check/ruleset-vocabulary.js';
import { applyAmendment } from './law/apply-amendment.js';
import { completeRuleset } from './law/complete-ruleset.js';
import { type RulesetsFor, rulesetsAmong, type UnitToJudge } from './law/rulesets-for.js';
import type { KnownRuleset, RulesetEntry } from './law/shipped-law.js';
import { type Dated, versionInForce } from './law/version-in-force.js';
import { NtmError } from './problem/problem.js';
import { didYouMean, oneOf, problem } from './problem/report.js';
import type { Source } from './schema/evidence.js';
import type { FactCatalogue, StandardCatalogue, TraitCatalogue } from './schema/fact.js';
import type { Ladder } from './schema/ladder.js';
import type { ProgrammeTargets } from './schema/programme-targets.js';
import type { RecognitionRules } from './schema/recognition.js';
import type { Amendment, Ruleset, RulesetFile } from './schema/ruleset.js';
import type { Territory } from './schema/territory.js';

/** Reads a text once, when it is first asked for. */
function once<T>(read: () => T): () => T {
  let value: { readonly read: T } | undefined;
  return () => {
    value ??= { read: read() };
    return value.read;
  };
}

const facts = once(
  (): FactCatalogue => deepFreeze(JSON.parse(shippedLaw.facts) as Record<string, FactCatalogue[string]>),
);
const sources = once(
  (): Readonly<Record<string, Source>> =>
    deepFreeze(JSON.parse(shippedLaw.sources) as Record<string, Source>),
);
const traits = once(
  (): TraitCatalogue => deepFreeze(JSON.parse(shippedLaw.traits) as Record<string, TraitCatalogue[string]>),
);
const standards = once(
  (): StandardCatalogue =>
    deepFreeze(JSON.parse(shippedLaw.standards) as Record<string, StandardCatalogue[string]>),
);
const territory = once((): Territory => deepFreeze(JSON.parse(shippedLaw.territory) as Territory));

/**
 * The fact catalogue (danh mục số liệu): every named input that the rulesets inside share, with its type, unit,
 * bounds and derivations.
 *
 * @since 0.1.0
 */
export function factCatalogue(): FactCatalogue {
  return facts();
}

const recognition = once((): readonly RecognitionRules[] =>
  deepFreeze(JSON.parse(shippedLaw.recognition) as RecognitionRules[]),
);
const targets = once((): ProgrammeTargets => deepFreeze(JSON.parse(shippedLaw.targets) as ProgrammeTargets));

/**
 * The rules of recognition and revocation (công nhận, thu hồi quyết định công nhận) of every period, as data:
 * conditions by tier and wording, authorities, result years, and the shares of failed criteria that revoke. What the
 * sources leave open (the satisfaction rate, the documents of a dossier) is absent.
 *
 * Source: Quyết định 18/2022/QĐ-TTg as amended by 03/2024/QĐ-TTg; Quyết định 2540/QĐ-TTg for 2016–2020.
 *
 * @since 0.1.0
 */
export function recognitionRules(): readonly RecognitionRules[] {
  return recognition();
}

const shippedLadders = once((): readonly Ladder[] => deepFreeze(JSON.parse(shippedLaw.ladders) as Ladder[]));

/**
 * The ladders (các mức độ theo thứ bậc) inside the package: which tiers a level has in a period, in which order, and
 * the set that decides each. National ones first.
 *
 * @example
 * ladders().find(({ id }) => id === 'vn/commune/2021-2025')?.steps.map(({ tier }) => tier) // ['ntm', 'advanced', 'model']
 * @since 0.1.0
 */
export function ladders(): readonly Ladder[] {
  return shippedLadders();
}

/** Targets of programmes and plans, each with its source. None of them is a condition of recognition. @since 0.1.0 */
export function programmeTargets(): ProgrammeTargets {
  return targets();
}

const vocabulary = once(
  (): RulesetVocabulary =>
    Object.freeze({
      facts: facts(),
      sources: sources(),
      traits: traits(),
      standards: standards(),
      territory: territory(),
      rulesets: Object.freeze([...new Set(shippedLaw.entries.map(({ id }) => id))]),
      closed: true,
    }),
);

/** What names in snapshots and rulesets are checked against: everything the package knows. @since 0.1.0 */
export function shippedVocabulary(): RulesetVocabulary {
  return vocabulary();
}

const loaded = new Map<string, Ruleset>();

function load(id: string, version: string): Ruleset {
  const key = `${id}@${version}`;
  let ruleset = loaded.get(key);
  if (!ruleset) {
    const stored = shippedLaw.texts[key];
    if (!stored) throw new NtmError([unknownVersion(id, version)]);
    const shared = { facts: facts(), sources: sources(), territory: territory() };
    if (stored.kind === 'ruleset')
      ruleset = deepFreeze(completeRuleset(JSON.parse(stored.text) as RulesetFile, shared));
    else {
      const amendment = JSON.parse(stored.text) as Amendment;
      const [baseId, baseVersion] = (
        Array.isArray(amendment.amends) ? (amendment.amends[0] as string) : amendment.amends
      ).split('@') as [string, string];
      ruleset = deepFreeze(applyAmendment(load(baseId, baseVersion), amendment, shared).ruleset);
    }
    loaded.set(key, ruleset);
  }
  return ruleset;
}

/** Which rulesets to list. */
export interface RulesetFilter {
  /** `village`, `commune`, `district`, `town`, `province`. @since 0.1.0 */
  level?: string;
  /** `ntm`, `advanced`, `model` … @since 0.1.0 */
  tier?: string;
  /** `vn` or a province. @since 0.1.0 */
  jurisdiction?: string;
  /** Only versions that judge this day (yyyy-mm-dd). @since 0.1.0 */
  on?: string;
}

/**
 * Every ruleset version inside the package, oldest first within a set. Reads no ruleset: titles, dates, totals and
 * completeness stand in a light index.
 *
 * @example
 * listRulesets({ level: 'commune', on: '2024-06-01' }).map(({ id, version }) => `${id}@${version}`)
 * @since 0.1.0
 */
export function listRulesets(filter: RulesetFilter = {}): RulesetEntry[] {
  const chosen = shippedLaw.entries.filter(
    (entry) =>
      (filter.level === undefined || entry.level === filter.level) &&
      (filter.tier === undefined || entry.tier === filter.tier) &&
      (filter.jurisdiction === undefined || entry.jurisdiction === filter.jurisdiction),
  );
  const { on } = filter;
  if (on === undefined) return [...chosen];
  return chosen.filter((entry) => {
    const choice = versionInForce(versionsOf(entry.id), on, Number(on.slice(0, 4)));
    return choice.kind === 'in-force' && choice.version === entry;
  });
}

/**
 * Sets known by name, and mostly by number and date, only. They cannot be loaded; whoever has the decision can write
 * a ruleset or an amendment for it.
 *
 * @since 0.1.0
 */
export function knownRulesets(filter: Omit<RulesetFilter, 'on'> = {}): KnownRuleset[] {
  return shippedLaw.known.filter(
    (entry) =>
      (filter.level === undefined || entry.level === filter.level) &&
      (filter.tier === undefined || entry.tier === filter.tier) &&
      (filter.jurisdiction === undefined || entry.jurisdiction === filter.jurisdiction),
  );
}

/**
 * The rulesets that are for a unit (thôn, xã, huyện, tỉnh) on a day: each tier's own province before the nation.
 * Where there is none it says why: a gap in time with the nearest texts, a level that no longer exists, a ward (phường),
 * which is out of scope.
 *
 * @param unit its level, and what is known of province, former province, district and name
 * @param on the day of judgement, yyyy-mm-dd
 * @param options `year`: the year judged, where it is not that of the day (results of 2025 judged in January 2026)
 * @example
 * rulesetsFor({ level: 'commune', province: 'Lào Cai' }, '2024-06-01').rulesets.map(({ ruleset }) => ruleset.id)
 * rulesetsFor({ level: 'district', province: 'Lào Cai' }, '2025-07-01').answers[0].code // 'level-abolished'
 * @since 0.1.0
 */
export function rulesetsFor(unit: UnitToJudge, on: string, options: { year?: number } = {}): RulesetsFor {
  return rulesetsAmong(shippedLaw.entries, territory(), unit, on, options.year ?? Number(on.slice(0, 4)));
}

export function versionsOf(id: string): RulesetEntry[] {
  return shippedLaw.entries.filter((entry) => entry.id === id);
}

const ALL_RULESETS = { vi: 'Xem danh sách: ntm list', en: 'See the list: ntm list' };

function unknownRuleset(id: string): ReturnType<typeof problem> {
  const named = shippedLaw.known.find((entry) => entry.id === id);
  if (named) return knownByNameOnly(named);
  const known = [...new Set(shippedLaw.entries.map((entry) => entry.id))];
  return problem('unknown-ruleset', '', {
    found: id,
    expected: oneOf(known),
    hint: didYouMean(id, known, ALL_RULESETS),
  });
}

function knownByNameOnly({ id, number, title }: KnownRuleset): ReturnType<typeof problem> {
  const decision = number ?? '?';
  return problem('known-by-name-only', '', {
    found: id,
    expected: {
      vi: 'một bộ tiêu chí có nội dung trong gói',
      en: 'a ruleset whose content is inside the package',
    },
    hint: {
      vi: `Mới biết tên (${title.vi}, ${decision}); nhập nội dung quyết định vào tệp bộ tiêu chí rồi dùng tệp đó.`,
      en: `Only its name is known (${title.en}, ${decision}); put the decision's content into a ruleset file and use that.`,
    },
  });
}

function unknownVersion(id: string, version: string): ReturnType<typeof problem> {
  const known = versionsOf(id).map((entry) => entry.version);
  return problem('unknown-version', '', {
    found: `${id}@${version}`,
    expected: oneOf(known),
    hint: didYouMean(version, known, ALL_RULESETS),
  });
}

/** No version judges a day and year: says which ones are nearest, and from when to when they judge. */
export function notInForce(
  id: string,
  day: string,
  year: number,
  nearest: readonly Dated[],
): ReturnType<typeof problem> {
  const [named] = nearest;
  const spans = nearest.map(
    (entry) =>
      `${entry.id}@${entry.version} (${entry.effectiveFrom} – ${entry.effectiveTo ?? entry.period.to})`,
  );
  const successor = named?.successor;
  return problem('not-in-force', '/assessedOn', {
    found: `${day}, ${year}`,
    expected:
      spans.length > 0 ? oneOf(spans) : { vi: `một ngày mà ${id} áp dụng`, en: `a day that ${id} judges` },
    hint: named
      ? {
          vi: `Để đánh giá giả định, chọn rõ ${named.id}@${named.version}${successor ? `; từ ${successor.effectiveFrom} áp dụng ${successor.ruleset}` : ''}.`,
          en: `For a what-if, name ${named.id}@${named.version}${successor ? `; since ${successor.effectiveFrom} ${successor.ruleset} applies` : ''}.`,
        }
      : ALL_RULESETS,
  });
}

/**
 * One complete ruleset (bộ tiêu chí), with every criterion, indicator, requirement, fact and source it uses. Frozen,
 * and the same object for the same version.
 *
 * @param id `vn/commune-ntm/2021-2025`, or with its version `vn/commune-ntm/2021-2025@2022-03-08`
 * @param choose a version, or the day it has to judge; without either the latest version
 * @throws NtmError `unknown-ruleset`, `unknown-version`, or `not-in-force` naming the nearest versions
 * @example
 * getRuleset('vn/commune-ntm/2021-2025', { on: '2024-02-29' }).version // '2022-03-08'
 * getRuleset('vn/commune-ntm/2021-2025', { on: '2024-03-01' }).version // '2024-03-01'
 * @since 0.1.0
 */
export function getRuleset(id: string, choose: { on?: string; version?: string } = {}): Ruleset {
  const [plainId, pinned] = id.split('@') as [string, string | undefined];
  const versions = versionsOf(plainId);
  const latest = versions.at(-1);
  if (!latest) throw new NtmError([unknownRuleset(plainId)]);
  const version = pinned ?? choose.version;
  if (version !== undefined) {
    if (!versions.some((entry) => entry.version === version))
      throw new NtmError([unknownVersion(plainId, version)]);
    return load(plainId, version);
  }
  if (choose.on === undefined) return load(plainId, latest.version);
  const year = Number(choose.on.slice(0, 4));
  const choice = versionInForce(versions, choose.on, year);
  if (choice.kind === 'none') throw new NtmError([notInForce(plainId, choose.on, year, choice.nearest)]);
  return load(plainId, choice.version.version);
}
