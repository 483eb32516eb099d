import type { Amendment, Change, Indicator, Ruleset } from '../schema/ruleset.js';
import { indicatorSummary, type PageSetting, requirementSummary } from './review-page-conditions.js';
import { bilingual, escaped, link, list, section } from './review-page-markdown.js';
import { citationText } from './review-page-sources.js';

/** An amended version with what it was before. */
export interface AmendedFrom {
  readonly amendment: Amendment;
  readonly base: Ruleset;
  readonly basePage: string;
}

function indicatorOf(ruleset: Ruleset, id: string): Indicator | undefined {
  return [
    ...(ruleset.prerequisites ?? []),
    ...ruleset.criteria.flatMap((criterion) => criterion.indicators),
  ].find((one) => one.id === id);
}

/** The indicators an amendment touches. */
export function touchedIndicators({ changes }: Amendment): Set<string> {
  return new Set(
    changes.flatMap((change) => {
      if ('indicator' in change)
        return [typeof change.indicator === 'string' ? change.indicator : change.indicator.id];
      if (change.change === 'add-criterion') return change.criterion.indicators.map(({ id }) => id);
      return change.change === 'add-prerequisite' ? [change.prerequisite.id] : [];
    }),
  );
}

function beforeAndNow(before: string, now: string): string {
  return before === now ? `mức như trước: ${now}` : `trước: ${before} → nay: ${now}`;
}

function changeText(change: Change, { base }: AmendedFrom, now: Ruleset, setting: PageSetting): string {
  const of = (ruleset: Ruleset, id: string): string => {
    const one = indicatorOf(ruleset, id);
    return one ? indicatorSummary(one, setting) : 'không có';
  };
  const titleOf = (ruleset: Ruleset, id: string): string => escaped(indicatorOf(ruleset, id)?.title.vi ?? '');
  switch (change.change) {
    case 'set-requirement':
    case 'undetermine': {
      const { indicator: id, requirement } = change;
      const old = requirementSummary(requirement, indicatorOf(base, id), setting);
      const fresh = requirementSummary(requirement, indicatorOf(now, id), setting);
      const note = change.note ? `<br>${bilingual(change.note)}` : '';
      return `**${escaped(id)}** ${fresh.what} — mức đạt thay đổi · *figures changed*: ${beforeAndNow(old.figures, fresh.figures)}${note}`;
    }
    case 'replace-indicator': {
      const { indicator: id } = change;
      const [old, fresh] = [titleOf(base, id), escaped(change.with.title.vi)];
      const title = old === fresh ? fresh : `trước: ${old} → nay: ${fresh}`;
      return `**${escaped(id)}** thay nội dung · *reworded*: ${title} — ${beforeAndNow(of(base, id), of(now, change.with.id))}`;
    }
    case 'add-indicator':
      return `**${escaped(change.indicator.id)}** thêm vào tiêu chí ${escaped(change.criterion)} · *added*: ${bilingual(change.indicator.title)}`;
    case 'repeal-indicator':
      return `**${escaped(change.indicator)}** bãi bỏ · *repealed*: ${titleOf(base, change.indicator)}`;
    case 'add-criterion':
      return `thêm tiêu chí · *criterion added*: **${escaped(change.criterion.no)}** ${bilingual(change.criterion.title)}`;
    case 'repeal-criterion':
      return `bãi bỏ tiêu chí · *criterion repealed*: **${escaped(change.criterion)}**`;
    case 'add-prerequisite':
      return `**${escaped(change.prerequisite.id)}** thêm điều kiện trước · *prerequisite added*: ${bilingual(change.prerequisite.title)}`;
  }
}

/** What an amended version changed, one entry a change, with what stood there before. */
export function amendmentSection(from: AmendedFrom, now: Ruleset, setting: PageSetting): string[] {
  const { amendment, basePage, base } = from;
  // Sources of the figures stand beside them below; those of earlier ones on the earlier page.
  const uncited = { ...setting, notes: setting.notes.aside() };
  const changes = amendment.changes.map((change) => {
    const own = change.citation ? ` (${citationText(change.citation)})` : '';
    return `${changeText(change, from, now, uncited)}${own}`;
  });
  return section('Nội dung sửa đổi · *What was amended*', [
    `${bilingual(amendment.title)}. ${citationText(amendment.citation)}.`,
    `Văn bản được sửa · *text amended*: ${link(`\`${base.id}@${base.version}\``, basePage)}. Chỉ tiêu được sửa mang dấu ✎.`,
    '',
    ...list(changes),
    ...(amendment.changesUnlisted
      ? list([
          '**Còn nội dung sửa chưa liệt kê được** · *changes that cannot be listed*: mọi mức chưa nêu ở đây chỉ cho kết quả tạm tính.',
        ])
      : []),
    ...(amendment.note ? ['', bilingual(amendment.note, '<br>')] : []),
  ]);
}
