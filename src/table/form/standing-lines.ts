import { tierTitle } from '../../law/tier-names.js';
import type { Snapshot } from '../../schema/snapshot.js';
import { REPORTED_NAMES } from '../heading-names.js';
import { said, type TableSetting, titleOf } from '../results/table-setting.js';
import type { HeadLine } from './form-head.js';
import { predecessorKey, recognitionKey, reportedKey } from './head-key.js';
import { recognitionWords } from './recognition-words.js';

const line = (key: string, title: string, value: string): HeadLine => ({ key, title, value, allowed: [] });

/** What the decisions say of the unit; a list without any says that there are none. */
export function recognitionLines({ recognitions }: Snapshot, setting: TableSetting): HeadLine[] {
  const { locale } = setting;
  const title = (tier: string): string =>
    said(setting, `Công nhận ${tierTitle(tier).vi}`, `Recognised: ${tierTitle(tier).en}`);
  if (recognitions === undefined) return [];
  if (recognitions.length === 0) return [line('recognised:ntm', title('ntm'), said(setting, 'Không', 'No'))];
  return recognitions.map((one) => line(recognitionKey(one), title(one.tier), recognitionWords(one, locale)));
}

/** Totals as the unit reports them, a line for criteria and one for indicators. */
export function reportedLines({ reported = {} }: Snapshot, setting: TableSetting): HeadLine[] {
  return Object.entries(reported).flatMap(([ruleset, totals]) => {
    const { criteria, ofCriteria, indicators, ofIndicators, on, source } = totals;
    let more: { on?: string | undefined; source?: string | undefined } = { on, source };
    const about = titleOf(ruleset, setting);
    const told = (
      [field, whole]: readonly ['criteria', 'ofCriteria'] | readonly ['indicators', 'ofIndicators'],
      [met, of]: readonly [number | undefined, number | undefined],
      title: string,
    ): HeadLine[] => {
      if (met === undefined && of === undefined) return [];
      const key = reportedKey(ruleset, met === undefined ? whole : field, more as object);
      more = {};
      const value = met === undefined ? `${of}` : of === undefined ? `${met}` : `${met}/${of}`;
      return [line(key, `${title} (${about})`, value)];
    };
    return [
      ...told(['criteria', 'ofCriteria'], [criteria, ofCriteria], REPORTED_NAMES.criteria[setting.locale]),
      ...told(
        ['indicators', 'ofIndicators'],
        [indicators, ofIndicators],
        REPORTED_NAMES.indicators[setting.locale],
      ),
    ];
  });
}

/** The units that were merged into this one. */
export function predecessorLines({ unit }: Snapshot, setting: TableSetting): HeadLine[] {
  return (unit.predecessors ?? []).map((one) =>
    line(
      predecessorKey(one),
      one.whole === false
        ? said(setting, 'Nhập một phần từ', 'Merged in part from')
        : said(setting, 'Nhập từ', 'Merged from'),
      one.name,
    ),
  );
}
