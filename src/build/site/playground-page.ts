import { framed } from './page-frame.js';

/** The page that the playground starts in: what it needs to say before its script runs, or where none does. */
export function playgroundPage(): string {
  return framed({
    address: 'playground/index.html',
    locale: 'vi',
    title: 'Chấm điểm nông thôn mới · ntm-rules',
    description:
      'Nhập số liệu hoặc mở bảng tính, xem từng chỉ tiêu đạt hay chưa, còn thiếu gì. Không có số liệu nào rời khỏi máy.',
    bodyClass: 'play',
    bilingual: true,
    head: '<link rel="stylesheet" href="playground.css">\n<script defer src="playground.js"></script>\n',
    body: `<div id="playground">
<h1>Chấm điểm nông thôn mới</h1>
<noscript><p>Công cụ này chạy bằng JavaScript trong trình duyệt của bạn; hãy bật JavaScript. <span lang="en">This tool runs by JavaScript in your browser; please switch it on.</span></p></noscript>
</div>`,
  });
}
