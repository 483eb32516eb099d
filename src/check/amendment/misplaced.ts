import type { Misplaced } from '../../law/apply-amendment.js';
import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { didYouMean, oneOf } from '../../problem/report.js';
import { keepsFloor } from './floors.js';
import { segmentsOf } from './segments.js';

/** A change that names something the base does not have, has already, or may not give up. */
export function checkMisplaced({ path, wanted, among, reason }: Misplaced, problems: ProblemList): void {
  const place = segmentsOf(path);
  if (reason === 'floor') keepsFloor(wanted, place, problems);
  else if (reason === 'duplicate') taken(wanted, place, problems);
  else unknownTarget(wanted, among, place, problems);
}

function taken(id: string, path: Path, problems: ProblemList): void {
  const isCriterion = path.at(-1) === 'no';
  problems.add('duplicate-id', path, () => ({
    found: id,
    expected: { vi: 'ký hiệu chưa dùng', en: 'an id not used yet' },
    hint: isCriterion
      ? { vi: 'Chọn số tiêu chí khác.', en: 'Choose another number.' }
      : {
          vi: 'Dùng “replace-indicator” để thay nội dung đã có.',
          en: 'Use “replace-indicator” to change what is there.',
        },
  }));
}

function unknownTarget(name: string, among: readonly string[], path: Path, problems: ProblemList): void {
  problems.add(path.at(-1) === 'requirement' ? 'unknown-requirement' : 'unknown-reference', path, () => ({
    found: name,
    expected: oneOf(among, 20),
    hint: didYouMean(name, among, {
      vi: 'Kiểm tra ký hiệu trong bộ tiêu chí gốc.',
      en: 'Check the id in the base.',
    }),
  }));
}
