import { basesOf } from '../check/amend.js';
import { type Amendment, type Evaluation, shippedVocabulary } from '../index.js';
import { citationLabel } from '../law/apply-amendment.js';
import { provinceId } from '../law/territory.js';
import type { Loaded, LoadedAmendment } from './load-rulesets.js';
import { type Run, said } from './run.js';

/** Whether an amendment had a say: it made the text that judged, or one that this text leads to. */
function hadASay(amendment: Amendment, { ruleset, unit, assessedOn, ...results }: Evaluation): boolean {
  const { territory } = shippedVocabulary();
  const { jurisdiction } = amendment;
  const province = territory && unit.province ? provinceId(territory, unit.province, assessedOn) : undefined;
  if (
    jurisdiction !== undefined &&
    jurisdiction !== 'vn' &&
    province !== undefined &&
    jurisdiction !== province
  )
    return false;
  if (ruleset.amendedBy.includes(citationLabel(amendment.citation))) return true;
  const indicators = [
    ...results.prerequisites,
    ...results.criteria.flatMap((criterion) => criterion.indicators),
  ];
  const others = new Set(
    indicators.flatMap(({ parts }) => parts.flatMap(({ refersTo }) => refersTo?.ruleset ?? [])),
  );
  return basesOf(amendment).some((pinned) => others.has(pinned.split('@')[0] ?? pinned));
}

/** Which amendments had a say in results that are taken one at a time. */
export class AmendmentUse {
  readonly #idle: Set<LoadedAmendment>;
  #judged = false;

  constructor(amendments: readonly LoadedAmendment[]) {
    this.#idle = new Set(amendments);
  }

  sees(evaluation: Evaluation): void {
    this.#judged = true;
    for (const one of this.#idle) if (hadASay(one.amendment, evaluation)) this.#idle.delete(one);
  }

  /** Amendments that a result names as its own, by number and date. */
  amended(labels: readonly string[]): void {
    for (const one of this.#idle)
      if (labels.includes(citationLabel(one.amendment.citation))) this.#idle.delete(one);
  }

  /** An amendment that fits none of the texts that judged changes nothing; whoever gave it has to know. */
  warn(run: Run): void {
    if (!this.#judged) return;
    for (const { file, amendment } of this.#idle) {
      const bases = basesOf(amendment).join(', ');
      const { jurisdiction } = amendment;
      const place = jurisdiction === undefined || jurisdiction === 'vn' ? '' : ` (${jurisdiction})`;
      run.surroundings.stderr.write(
        said(
          run,
          `Lưu ý: ${file} không được áp dụng cho bộ tiêu chí nào ở trên; tệp này dành cho ${bases}${place}.\n`,
          `Note: ${file} was applied to none of the rulesets above; it is written for ${bases}${place}.\n`,
        ),
      );
    }
  }
}

/** Figures still to be filled in are left out; whoever gave the file has to know. */
export function warnOfBlanks({ amendments, blank }: Pick<Loaded, 'amendments' | 'blank'>, run: Run): void {
  const { stderr } = run.surroundings;
  for (const file of blank) {
    stderr.write(
      said(
        run,
        `Lưu ý: ${file} chưa điền mức nào, không được áp dụng.\n`,
        `Note: nothing is filled in yet in ${file}; it was not applied.\n`,
      ),
    );
  }
  for (const { file, blanks } of amendments) {
    if (blanks === 0) continue;
    stderr.write(
      said(
        run,
        `Lưu ý: ${file} còn ${blanks} mức chưa điền; các mức đó vẫn bỏ ngỏ. Xem: ntm check ${file}\n`,
        `Note: ${blanks} figures are not filled in yet in ${file}; they stay open. See: ntm check ${file}\n`,
      ),
    );
  }
}
