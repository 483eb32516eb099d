import type { Locale } from '../../src/index.js';
import { element } from './element.js';

export interface TemplateWanted {
  readonly layout: 'wide' | 'form';
  /** For every tier of the unit's ladder, or for the set that is chosen. */
  readonly tiers: boolean;
}

/** Which sheet to fill in: one row a unit or one sheet a unit, for one set or for every tier. */
export function templateChoice(
  locale: Locale,
  hasTiers: boolean,
  make: (wanted: TemplateWanted) => void,
): HTMLElement {
  const vi = locale === 'vi';
  const layout = element(
    'select',
    { name: 'layout' },
    element('option', { value: 'wide' }, vi ? 'Bảng: mỗi đơn vị một dòng' : 'Table: one row a unit'),
    element('option', { value: 'form' }, vi ? 'Biểu: mỗi đơn vị một trang' : 'Form: one sheet a unit'),
  );
  const sets = element(
    'select',
    { name: 'template-sets' },
    element('option', { value: 'set' }, vi ? 'Bộ tiêu chí đang chọn' : 'The set that is chosen'),
    hasTiers &&
      element('option', { value: 'tiers' }, vi ? 'Mọi mức độ của đơn vị' : 'Every tier of the unit'),
  );
  return element(
    'details',
    { class: 'template' },
    element('summary', {}, vi ? 'Tải mẫu để điền' : 'Templates to fill in'),
    element(
      'div',
      { class: 'group wrap' },
      element('label', { class: 'inline' }, element('span', {}, vi ? 'Mẫu' : 'Layout'), layout),
      element('label', { class: 'inline' }, element('span', {}, vi ? 'Số liệu cho' : 'Figures for'), sets),
      element(
        'button',
        {
          type: 'button',
          on: {
            click: () =>
              make({ layout: layout.value === 'form' ? 'form' : 'wide', tiers: sets.value === 'tiers' }),
          },
        },
        vi ? 'Tải mẫu' : 'Download',
      ),
    ),
  );
}
