import { formerProvinceId, provinceId, provincesOn, successorOf } from '../law/territory.js';
import type { ProblemList } from '../problem/problem-list.js';
import { didYouMean, oneOf } from '../problem/report.js';
import type { Unit } from '../schema/snapshot.js';
import type { Territory } from '../schema/territory.js';
import type { Localized } from '../schema/text.js';
import { isBlank } from './blanks.js';
import type { Vocabulary } from './vocabulary.js';

const PLACES = ['code', 'province', 'formerProvince', 'district', 'parent', 'group', 'area'] as const;

/** The unit without what cannot be right; a place of nothing but spaces is not known. */
export function checkUnit<T extends Partial<Unit>>(
  unit: T,
  assessedOn: string | undefined,
  vocabulary: Vocabulary,
  problems: ProblemList,
): T {
  const checked = { ...unit };
  for (const key of PLACES) if (checked[key] !== undefined && isBlank(checked[key])) checked[key] = null;
  const { territory, traits } = vocabulary;
  if (territory && assessedOn !== undefined) checkProvinces(checked, territory, assessedOn, problems);
  if (traits && checked.traits) checked.traits = knownTraits(checked.traits, Object.keys(traits), problems);
  return checked;
}

function checkProvinces(unit: Partial<Unit>, territory: Territory, day: string, problems: ProblemList): void {
  const id = unit.province ? provinceId(territory, unit.province, day) : undefined;
  if (unit.province && id === undefined) {
    unknownProvince(unit.province, territory, day, problems);
    delete unit.province;
  }
  if (!unit.formerProvince) return;
  const former = formerProvinceId(territory, unit.formerProvince);
  const formed =
    id === undefined
      ? undefined
      : day < territory.reorganisedOn
        ? [id]
        : (territory.after[id]?.formedFrom ?? []);
  if (former !== undefined && (formed === undefined || formed.includes(former))) return;
  unfitFormerProvince(unit.formerProvince, former !== undefined, territory, formed, problems);
  delete unit.formerProvince;
}

function unknownProvince(name: string, territory: Territory, day: string, problems: ProblemList): void {
  problems.add('unknown-province', ['unit', 'province'], () => {
    const names = Object.values(provincesOn(territory, day)).map((province) => province.name);
    const former = day >= territory.reorganisedOn ? formerProvinceId(territory, name) : undefined;
    const successor = former === undefined ? undefined : successorOf(territory, former);
    const otherwise = {
      vi: 'Kiểm tra tên tỉnh và ngày đánh giá.',
      en: 'Check the name and the day of judgement.',
    };
    return {
      found: name,
      expected: oneOf(names, 10),
      hint:
        successor === undefined
          ? didYouMean(name, names, otherwise)
          : becamePartOf(successor, name, territory),
    };
  });
}

function becamePartOf(successor: string, former: string, { reorganisedOn }: Territory): Localized {
  const vietnamese = reorganisedOn.split('-').reverse().join('/');
  return {
    vi: `Từ ngày ${vietnamese} thuộc ${successor}: ghi province “${successor}”, formerProvince “${former}”.`,
    en: `Since ${reorganisedOn} it is part of ${successor}: give province “${successor}” and formerProvince “${former}”.`,
  };
}

function unfitFormerProvince(
  name: string,
  exists: boolean,
  territory: Territory,
  formed: readonly string[] | undefined,
  problems: ProblemList,
): void {
  problems.add(exists ? 'former-province-mismatch' : 'unknown-province', ['unit', 'formerProvince'], () => {
    const candidates = formed ?? Object.keys(territory.before);
    const names = candidates.map((one) => territory.before[one]?.name ?? one);
    const otherwise = {
      vi: 'Chọn tỉnh cũ đã hợp thành tỉnh hiện nay.',
      en: 'Choose one of the provinces that the present one was formed from.',
    };
    return {
      found: name,
      expected: oneOf(names, 10),
      hint: exists ? otherwise : didYouMean(name, names, otherwise),
    };
  });
}

function knownTraits(
  given: NonNullable<Unit['traits']>,
  known: readonly string[],
  problems: ProblemList,
): NonNullable<Unit['traits']> {
  const kept = Object.entries(given).filter(([trait]) => {
    if (known.includes(trait)) return true;
    problems.add('unknown-trait', ['unit', 'traits', trait], () => ({
      found: trait,
      expected: oneOf(known),
      hint: didYouMean(trait, known, {
        vi: 'Chọn đặc điểm trong danh mục.',
        en: 'Choose a trait of the list.',
      }),
    }));
    return false;
  });
  return Object.fromEntries(kept);
}
