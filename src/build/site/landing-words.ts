import type { Localized } from '../../schema/text.js';

export const LANDING = {
  title: {
    vi: 'ntm-rules · Xã đạt nông thôn mới chưa, còn thiếu gì, căn cứ nào',
    en: 'ntm-rules · Viet Nam’s new-rural criteria as data',
  },
  description: {
    vi: 'Bộ tiêu chí nông thôn mới dưới dạng dữ liệu và công cụ chấm điểm chạy ngay trong trình duyệt: chỉ tiêu nào đạt, chưa đạt, còn thiếu bao nhiêu, chưa đủ căn cứ vì sao.',
    en: 'Viet Nam’s new rural development criteria as data, and an engine that judges communes by them: what is met, what is not and by how much, what cannot be said and why.',
  },
  headline: {
    vi: 'Xã đã đạt chưa? Còn thiếu gì? Căn cứ nào?',
    en: 'Is it met? What is missing? Says who?',
  },
  point: {
    vi: 'Bộ tiêu chí <em>nông thôn mới</em> dưới dạng dữ liệu. Nhập số liệu của xã, biết ngay từng chỉ tiêu đạt hay chưa, còn thiếu bao nhiêu, điều gì chưa đủ căn cứ và mức đạt lấy từ văn bản nào. Không đoán số, không coi ô trống là số 0.',
    en: 'Viet Nam judges its rural communes by published criteria: <em>bộ tiêu chí nông thôn mới</em>. Here they are data. Give a commune’s figures and see what is met, what is not and by how much, what cannot be said yet, and where every requirement comes from. Nothing is guessed, and a blank is never a zero.',
  },
  open: { vi: 'Chấm điểm một xã', en: 'Judge a commune' },
  sheet: { vi: 'Mở bảng tính của huyện, tỉnh', en: 'Open a spreadsheet' },
  private: {
    vi: 'Chạy trong trình duyệt này. Không có số liệu nào rời khỏi máy.',
    en: 'It runs in this browser. Nothing leaves the computer.',
  },
  whoTitle: { vi: 'Bắt đầu từ đâu', en: 'Where to start' },
  officerTitle: { vi: 'Cán bộ xã, huyện, tỉnh', en: 'An officer with a spreadsheet' },
  officer: {
    vi: 'Không cần cài đặt. Tải bảng mẫu, điền số liệu, mở lại bảng trong trang này: kết quả từng xã, phần còn thiếu, tệp kết quả và báo cáo để in.',
    en: 'Nothing to install. Download the template, fill it in, open it in the page: verdicts for every commune, what each lacks, a results workbook and a report to print.',
  },
  analystTitle: { vi: 'Người phân tích', en: 'An analyst with a folder of files' },
  analyst: {
    vi: 'Lệnh <code>ntm</code> đọc bảng tính và tệp JSON, xếp mức độ, cộng lên huyện và tỉnh, thử mức mới, viết SQL cho DuckDB và PostgreSQL.',
    en: 'The command <code>ntm</code> reads workbooks and JSON, ranks tiers, rolls up, tries new figures, writes SQL for DuckDB and PostgreSQL.',
  },
  developerTitle: { vi: 'Lập trình viên', en: 'A team with an app' },
  developer: {
    vi: 'Thư viện TypeScript thuần, đồng bộ, chạy trong Node và trình duyệt với chính sách nội dung chặt.',
    en: 'A pure TypeScript library, synchronous, for Node and browsers under a strict content security policy.',
  },
  honestTitle: { vi: 'Các mức đạt dựa vào đâu', en: 'What the figures rest on' },
  published: { vi: 'có nguồn đã công bố nêu mức', en: 'stated by a published source' },
  unconfirmed: {
    vi: 'đã ghi, chưa có nguồn: kết quả là tạm tính',
    en: 'transcribed, no source at hand: provisional',
  },
  undetermined: { vi: 'chưa ai ở đây biết mức: chưa đủ căn cứ', en: 'not known here: not enough evidence' },
  delegated: {
    vi: 'giao tỉnh quy định, tỉnh nạp mức vào là dùng được',
    en: 'left to the province, which can supply it',
  },
  honest: {
    vi: 'Đếm theo chỉ tiêu của mọi phiên bản, mức yếu nhất trong các vùng. Riêng bộ quốc gia 2021-2025, chưa xã nào có thể được kết luận là đạt nếu tỉnh chưa nạp các mức còn bỏ ngỏ.',
    en: 'By indicators of all versions, the weakest figure of any region counting. By the national sets of 2021–2025 alone no commune comes out met until its province supplies the open figures.',
  },
} satisfies Record<string, Localized>;
