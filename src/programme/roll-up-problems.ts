import type { Problem } from '../problem/problem.js';
import { oneOf, problem, same } from '../problem/report.js';
import { type Level, levelSchema } from '../schema/text.js';

export function duplicate(key: string): Problem {
  return problem('duplicate-unit', '', {
    found: key,
    expected: { vi: 'mỗi đơn vị một lần', en: 'every unit once' },
    hint: {
      vi: 'Bỏ bản trùng; nếu là hai đơn vị cùng tên, ghi mã (code) hoặc đơn vị cấp trên (parent, district).',
      en: 'Remove one; two units of the same name are told apart by code, parent or district.',
    },
  });
}

export function mixedLevels(found: Level, levels: ReadonlySet<Level>): Problem {
  return problem('mixed-levels', '', {
    found,
    expected: oneOf([...levels].filter((level) => level !== found)),
    hint: {
      vi: 'Tổng hợp từng cấp một: thôn, rồi xã, rồi huyện.',
      en: 'Roll up one level at a time: villages, then communes, then districts.',
    },
  });
}

export function mixedWays(found: string, expected: string): Problem {
  return problem('mixed-ways', '', {
    found,
    expected: same(expected),
    hint: {
      vi: 'Tổng hợp lại với cùng tùy chọn (by, modelVillages).',
      en: 'Roll up again with the same options (by, modelVillages).',
    },
  });
}

export function unknownWay(found: unknown): Problem {
  return problem('not-allowed', '/by', {
    found,
    expected: oneOf(['evaluation', 'recognition']),
    hint: {
      vi: 'Chọn theo kết quả đánh giá (evaluation) hoặc theo quyết định công nhận (recognition).',
      en: 'Choose what counts: what is reached by evaluation, or what decisions recognise.',
    },
  });
}

export function notCountable(found: unknown): Problem {
  return problem('wrong-type', '', {
    found,
    expected: {
      vi: 'kết quả đánh giá, các mức độ của đơn vị, hiện trạng đã kiểm tra hoặc kết quả tổng hợp',
      en: 'an evaluation, a standing, a parsed snapshot or a roll-up',
    },
    hint: {
      vi: 'Dùng evaluate, tierStandings, evaluateTiers, parseSnapshot hoặc rollUp.',
      en: 'See evaluate, tierStandings, evaluateTiers, parseSnapshot and rollUp.',
    },
  });
}

export function saysNothingOfDecisions(): Problem {
  return problem('not-allowed', '', {
    shown: 'Evaluation',
    expected: {
      vi: 'hiện trạng hoặc các mức độ của đơn vị',
      en: 'a snapshot, a standing or a tier report',
    },
    hint: {
      vi: 'Kết quả đánh giá không nói gì về quyết định công nhận.',
      en: 'An evaluation says nothing of decisions of recognition.',
    },
  });
}

export function outside(key: string): Problem {
  return problem('outside-universe', '', {
    found: key,
    expected: { vi: 'một đơn vị trong danh sách toàn bộ', en: 'a unit of the list of all units' },
    hint: {
      vi: 'So mã và tên của đơn vị với danh sách toàn bộ.',
      en: 'Compare the code and names of the unit with the list of all units.',
    },
  });
}

export function belowCounted(total: unknown, counted: number): Problem {
  return problem('total-below-counted', '/total', {
    found: total,
    expected: { vi: `số nguyên, ít nhất ${counted}`, en: `a whole number, at least ${counted}` },
    hint: {
      vi: 'Kiểm tra tổng số đơn vị, hoặc bỏ các đơn vị không thuộc đơn vị cấp trên.',
      en: 'Check the total, or leave out units that are not below the unit above.',
    },
  });
}

export function levelMissing(): Problem {
  return problem('missing-key', '/level', {
    found: undefined,
    expected: oneOf(levelSchema.options),
    hint: {
      vi: 'Không có đơn vị nào, hoặc có cả huyện và thị xã: ghi cấp (level) hoặc liệt kê toàn bộ (universe).',
      en: 'There is no unit, or there are districts and towns: give the level, or list all units as the universe.',
    },
  });
}
