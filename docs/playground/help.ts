import type { Locale } from '../../src/index.js';
import { element } from './element.js';

export interface FirstSteps {
  readonly start: () => void;
  readonly open: () => void;
  readonly template: () => void;
}

/** First-run help: three ways in, and what the page does with what it is given. */
export function firstSteps(locale: Locale, { start, open, template }: FirstSteps): HTMLElement {
  const vi = locale === 'vi';
  const button = (text: string, click: () => void, kind = 'button'): HTMLElement =>
    element('button', { type: 'button', class: kind, on: { click } }, text);
  return element(
    'section',
    { class: 'help', 'aria-labelledby': 'help-title' },
    element('h2', { id: 'help-title' }, vi ? 'Bắt đầu' : 'Start'),
    element(
      'ol',
      {},
      element(
        'li',
        {},
        element(
          'p',
          {},
          vi
            ? 'Một xã: nhập số liệu vào từng chỉ tiêu, kết quả hiện ngay khi gõ. 9,5 và 9.5 đều được; ô trống là chưa rõ, không phải số 0.'
            : 'One commune: type figures, results show as you type. 9.5 and 9,5 both work; a blank means not known, never zero.',
        ),
        button(vi ? 'Nhập số liệu một xã' : 'Start with a blank commune', start),
      ),
      element(
        'li',
        {},
        element(
          'p',
          {},
          vi
            ? 'Nhiều xã: mở bảng tính XLSX, CSV theo mẫu. Ô nào không đọc được sẽ được nêu địa chỉ và lý do.'
            : 'Many communes: open a spreadsheet (XLSX, CSV) made from the template. A cell that cannot be read is named with its address and why.',
        ),
        button(vi ? 'Mở bảng tính' : 'Open a spreadsheet', open),
        button(vi ? 'Tải bảng mẫu' : 'Download the template', template, 'quiet'),
      ),
      element(
        'li',
        {},
        element(
          'p',
          {},
          vi
            ? 'Xem thử: dưới đây là một ví dụ, sửa số nào cũng được.'
            : 'Look first: below is an example; change any figure.',
        ),
      ),
    ),
    element(
      'p',
      { class: 'private' },
      vi
        ? 'Mọi việc diễn ra trong trình duyệt của bạn: trang này không gửi số liệu đi đâu, trình duyệt cũng chặn nó làm việc đó. Liên kết chia sẻ chứa số liệu bạn nhập: chỉ gửi cho người được xem.'
        : 'Everything happens in your browser: this page sends nothing anywhere, and the browser forbids it to. A shared link holds the figures you typed: send it only to those who may see them.',
    ),
  );
}
