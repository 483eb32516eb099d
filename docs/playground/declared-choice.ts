import type { Locale } from '../../src/index.js';
import { element } from './element.js';

export interface DeclaredChoice {
  readonly row: HTMLElement;
  readonly refresh: () => void;
}

/** Where facts can't decide, a declared result (kết quả tự đánh giá) fills in; nothing chosen means none. */
export function declaredChoice(
  title: string,
  locale: Locale,
  declared: () => 'met' | 'unmet' | undefined,
  change: (outcome: 'met' | 'unmet' | undefined) => void,
): DeclaredChoice {
  const vi = locale === 'vi';
  const select = element(
    'select',
    {
      'aria-label': `${vi ? 'Kết quả tự đánh giá' : 'Declared result'}: ${title}`,
      on: {
        change: () => change(select.value === '' ? undefined : (select.value as 'met' | 'unmet')),
      },
    },
    element('option', { value: '' }, vi ? 'không ghi' : 'none'),
    element('option', { value: 'met' }, vi ? 'Đạt' : 'Met'),
    element('option', { value: 'unmet' }, vi ? 'Chưa đạt' : 'Not met'),
  );
  const refresh = (): void => {
    select.value = declared() ?? '';
  };
  refresh();
  return {
    row: element('div', { class: 'declared' }, element('span', {}, vi ? 'Tự đánh giá' : 'Declared'), select),
    refresh,
  };
}
