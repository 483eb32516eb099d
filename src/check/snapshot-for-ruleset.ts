import { declarableIds } from '../law/declarable-ids.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { didYouMean, oneOf, same } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';

const CRITERION_PREFIX = 'criterion:';

/** A parsed snapshot that fits a ruleset; whatever does not is thrown, everything at once. */
export function fitting(ruleset: Ruleset, snapshot: Snapshot): Snapshot {
  const { unit, declared, reported } = snapshot;
  if (unit.level === ruleset.level && !unit.group && !declared && !reported) return snapshot;
  const problems = checkSnapshotFor(ruleset, snapshot);
  if (problems.length > 0) throw new NtmError(problems);
  return snapshot;
}

/** What has to fit between a sound snapshot and the ruleset it is judged by: level, group, declared keys, totals. */
export function checkSnapshotFor(ruleset: Ruleset, snapshot: Snapshot): Problem[] {
  const problems = new ProblemList();
  checkLevel(ruleset, snapshot, problems);
  checkGroup(ruleset, snapshot, problems);
  checkDeclared(ruleset, snapshot, problems);
  checkReported(ruleset, snapshot, problems);
  return problems.list();
}

function checkLevel({ id, level }: Ruleset, { unit }: Snapshot, problems: ProblemList): void {
  if (unit.level === level) return;
  problems.add('wrong-level', ['unit', 'level'], () => ({
    found: unit.level,
    expected: same(level),
    hint: {
      vi: `${id} dành cho cấp ${level}; chọn bộ tiêu chí của cấp ${unit.level}.`,
      en: `${id} is for the level ${level}; choose a ruleset for the level ${unit.level}.`,
    },
  }));
}

function checkGroup({ groups }: Ruleset, { unit }: Snapshot, problems: ProblemList): void {
  const { group } = unit;
  const known = groups?.map(({ id }) => id);
  if (!group || !known || known.includes(group)) return;
  problems.add('unknown-group', ['unit', 'group'], () => ({
    found: group,
    expected: oneOf(known),
    hint: didYouMean(group, known, {
      vi: 'Chọn một nhóm của bộ tiêu chí.',
      en: 'Choose a group of the ruleset.',
    }),
  }));
}

function checkDeclared(ruleset: Ruleset, { declared }: Snapshot, problems: ProblemList): void {
  const entries = declared?.[ruleset.id];
  if (!entries) return;
  const { criteria, indicators } = declarableIds(ruleset);
  for (const key of Object.keys(entries)) {
    const isCriterion = key.startsWith(CRITERION_PREFIX);
    const id = isCriterion ? key.slice(CRITERION_PREFIX.length) : key;
    if (criteria.has(id) || (!isCriterion && indicators.has(id))) continue;
    problems.add('unknown-declared-entry', ['declared', ruleset.id, key], () => {
      const known = isCriterion
        ? [...criteria].map((no) => `${CRITERION_PREFIX}${no}`)
        : [...indicators, ...criteria];
      return {
        found: key,
        expected: { vi: 'ký hiệu của một chỉ tiêu hoặc tiêu chí', en: 'the id of an indicator or criterion' },
        hint: didYouMean(key, known, {
          vi: `Xem danh mục: ntm show ${ruleset.id}`,
          en: `See the list: ntm show ${ruleset.id}`,
        }),
      };
    });
  }
}

function checkReported(ruleset: Ruleset, { reported }: Snapshot, problems: ProblemList): void {
  const totals = reported?.[ruleset.id];
  if (!totals) return;
  const check = (key: 'criteria' | 'indicators', of: number | null | undefined): void => {
    const met = totals[key];
    if (met === undefined || typeof of !== 'number' || met <= of) return;
    problems.add('reported-exceeds-total', ['reported', ruleset.id, key], () => ({
      found: met,
      expected: same(`≤ ${of}`),
      hint: { vi: 'Kiểm tra lại số báo cáo.', en: 'Check the reported figure.' },
    }));
  };
  check('criteria', totals.ofCriteria ?? ruleset.totals.criteria);
  check('indicators', totals.ofIndicators ?? ruleset.totals.indicators);
}
