import type { ResultSheet } from '../../schema/result-sheet.js';
import type { Unit } from '../../schema/snapshot.js';
import { LIBRARY_VERSION } from '../../version.js';
import { sheetOf } from './sheet-columns.js';
import { said, type TableSetting, titleOf } from './table-setting.js';
import type { Judged } from './tabled.js';

interface Entry {
  readonly about: string;
  readonly value: string | number;
}

/** What the tables rest on: each text of the law that judged, with the fingerprint of its figures. */
export class About {
  readonly #rulesets = new Map<
    string,
    { title: string; amendedBy: readonly string[]; hash: string; count: number }
  >();
  readonly #units = new Set<string>();

  /** A unit judged by several sets is one unit. */
  sees({ level, code, name, province, district, parent }: Unit): void {
    this.#units.add(JSON.stringify(code ? [level, code] : [level, name, province, district, parent]));
  }

  add({ ruleset, evaluation }: Judged, setting: TableSetting): void {
    if (ruleset === null) return;
    const amendedBy = evaluation?.ruleset.amendedBy ?? [];
    const hash = evaluation?.audit.rulesetHash ?? '';
    const key = JSON.stringify([ruleset.id, ruleset.version, hash]);
    const known = this.#rulesets.get(key);
    if (known) known.count += 1;
    else {
      const title = evaluation?.ruleset.title[setting.locale] ?? titleOf(ruleset.id, setting);
      this.#rulesets.set(key, { title, amendedBy, hash, count: 1 });
    }
  }

  sheet(leftOut: readonly string[], setting: TableSetting): ResultSheet {
    const entries: Entry[] = [
      { about: said(setting, 'Lập bằng', 'Made with'), value: `ntm-rules ${LIBRARY_VERSION}` },
      { about: said(setting, 'Số đơn vị', 'Units'), value: this.#units.size },
      ...[...this.#rulesets].map(([key, { title, amendedBy, hash, count }]): Entry => {
        const [id, version] = JSON.parse(key) as string[];
        const parts = [
          title,
          said(setting, `${count} kết quả`, `${count} results`),
          ...(amendedBy.length > 0
            ? [`${said(setting, 'bổ sung bởi', 'amended by')} ${amendedBy.join(', ')}`]
            : []),
          ...(hash === '' ? [] : [`SHA-256 ${hash}`]),
        ];
        return { about: `${id}@${version}`, value: parts.join(' · ') };
      }),
      ...leftOut.map((text) => ({ about: said(setting, 'Không có trong tệp', 'Left out'), value: text })),
      {
        about: said(setting, 'Ký hiệu', 'Marks'),
        value: said(
          setting,
          '✓ đạt · ✗ chưa đạt · ? chưa đủ căn cứ · ~ tạm tính. Ô trống là chưa biết hoặc không áp dụng, không phải bằng không.',
          '✓ met · ✗ not met · ? not enough evidence · ~ provisional. A blank cell is not known or does not apply; it is not zero.',
        ),
      },
    ];
    return sheetOf<Entry>(
      { id: 'about', title: { vi: 'Thông tin', en: 'About' } },
      [
        { key: 'about', heading: { vi: 'Mục', en: 'Entry' }, width: 36, of: ({ about }) => about },
        { key: 'value', heading: { vi: 'Nội dung', en: 'Content' }, width: 110, of: ({ value }) => value },
      ],
      entries,
      setting,
    );
  }
}
