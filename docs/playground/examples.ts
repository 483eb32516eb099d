import type { Localized } from '../../src/index.js';
import constructed from '../examples/constructed-commune.snapshot.json' with { type: 'json' };
import constructedProvince from '../examples/constructed-province.amendment.json' with { type: 'json' };
import namSon from '../examples/nam-son.snapshot.json' with { type: 'json' };
import quangAn from '../examples/quang-an.snapshot.json' with { type: 'json' };
import quangKim from '../examples/quang-kim.snapshot.json' with { type: 'json' };

export interface PlayExample {
  readonly id: string;
  readonly name: Localized;
  readonly about: Localized;
  readonly ruleset: string;
  readonly snapshot: unknown;
  readonly amendments?: readonly unknown[];
}

export const EXAMPLES: readonly PlayExample[] = [
  {
    id: 'quang-an',
    name: { vi: 'Quảng An', en: 'Quảng An' },
    about: {
      vi: 'Có thật (Quảng Ninh, 01/2024): xã báo cáo 16/19 tiêu chí, 70/75 chỉ tiêu nâng cao nhưng không nêu chỉ tiêu nào chưa đạt; chỉ vài số liệu được công bố.',
      en: 'Real (Quảng Ninh, January 2024): it reported 16/19 criteria and 70/75 indicators of the advanced set without naming the open ones; only a few figures are public.',
    },
    ruleset: 'vn/commune-advanced/2021-2025',
    snapshot: quangAn,
  },
  {
    id: 'quang-kim',
    name: { vi: 'Quang Kim', en: 'Quang Kim' },
    about: {
      vi: 'Có thật (Lào Cai, 06/2021), xét giả định theo bộ ban hành chín tháng sau: 8 hộ nghèo, 15 hộ cận nghèo nhưng không rõ tổng số hộ, nên chưa có tỷ lệ.',
      en: 'Real (Lào Cai, June 2021), judged as a what-if by the set issued nine months later: 8 poor and 15 near-poor households but nobody says of how many, so there is no rate.',
    },
    ruleset: 'vn/commune-ntm/2021-2025@2022-03-08',
    snapshot: quangKim,
  },
  {
    id: 'nam-son',
    name: { vi: 'Nam Sơn', en: 'Nam Sơn' },
    about: {
      vi: 'Có thật (Quảng Ninh, 08/2023): chỉ có tổng số báo cáo 16/19 và 72/75; đủ để biết mỗi tiêu chí mở còn đúng một chỉ tiêu.',
      en: 'Real (Quảng Ninh, August 2023): nothing but reported totals, 16/19 and 72/75; enough to know that each open criterion has one open indicator.',
    },
    ruleset: 'vn/commune-advanced/2021-2025',
    snapshot: namSon,
  },
  {
    id: 'constructed',
    name: { vi: 'Xã dựng, đủ số liệu', en: 'A constructed commune' },
    about: {
      vi: 'KHÔNG CÓ THẬT: xã dựng đủ số liệu, cùng các mức dựng của tỉnh điền chỗ còn bỏ ngỏ; nhờ đó kết luận được là đạt chuẩn.',
      en: 'CONSTRUCTED: an invented commune with every figure, and invented figures of its province for what is left open; so it comes out met.',
    },
    ruleset: 'vn/commune-ntm/2021-2025',
    snapshot: constructed,
    amendments: [constructedProvince],
  },
];
