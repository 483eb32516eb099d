import type { FigureChange, IndicatorChange } from '../schema/ruleset-comparison.js';
import type { ChangeSection, SectionItem } from './ruleset-comparison-sections.js';

/** “17.4 → 17.5”, or the number alone. */
export function movedId({ before, after }: IndicatorChange): string {
  return before.id === after.id ? after.id : `${before.id} → ${after.id}`;
}

/** What is told about a changed indicator beside its figures. */
export function changeRemarks(change: IndicatorChange, vi: boolean): string[] {
  const { changes, before, after } = change;
  const moved = changes.includes('moved') && before.criterion !== after.criterion;
  const place = (criterion: string | null) =>
    criterion === null
      ? vi
        ? 'điều kiện trước'
        : 'prerequisite'
      : `${vi ? 'tiêu chí' : 'criterion'} ${criterion}`;
  return [
    ...(moved ? [`${place(before.criterion)} → ${place(after.criterion)}`] : []),
    ...(changes.includes('encoded')
      ? [
          change.condition?.before === null
            ? vi
              ? 'nội dung trước đây chưa rõ'
              : 'its content was not known before'
            : vi
              ? 'nội dung mới chưa rõ'
              : 'its content is not known now',
        ]
      : []),
    ...(change.responsible ? [vi ? 'đổi cơ quan phụ trách' : 'another responsible body'] : []),
    ...(change.guessed ? [vi ? 'ghép theo suy đoán' : 'matched by a guess'] : []),
    ...(change.changesUnlisted ? [vi ? 'có thể còn thay đổi khác' : 'more may have changed'] : []),
  ];
}

/** Figures whose evidence alone differs are told where nothing else is. */
export function toldFigures({ figures }: SectionItem, section: ChangeSection): readonly FigureChange[] {
  if (section === 'wording') return figures;
  return figures.flatMap((figure): FigureChange[] => {
    const cells = figure.cells.filter(({ change }) => change !== 'evidence');
    return cells.length > 0 ? [{ ...figure, cells }] : [];
  });
}
