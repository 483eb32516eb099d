import type { Localized } from '../../../schema/text.js';
import type { EntryKind } from './entry.js';

export const KIND_NAMES: Readonly<Record<EntryKind, Localized>> = {
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  ruleset: { vi: 'Bộ tiêu chí', en: 'Ruleset' },
  comparison: { vi: 'So sánh', en: 'Comparison' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  api: { vi: 'API', en: 'API' },
  page: { vi: 'Trang', en: 'Page' },
};

export const SEARCH = {
  title: { vi: 'Tìm kiếm', en: 'Search' },
  label: { vi: 'Từ cần tìm', en: 'Words to find' },
  help: {
    vi: 'Tìm trong hướng dẫn, các bộ tiêu chí và API; có dấu hay không dấu đều được. Việc tìm diễn ra trong trình duyệt của bạn.',
    en: 'Searches guides, rulesets and the API, with or without Vietnamese accents. It happens in your browser.',
  },
  noScript: {
    vi: 'Trang tìm kiếm cần JavaScript; mục lục đầy đủ ở các trang Hướng dẫn và Bộ tiêu chí.',
    en: 'Searching needs JavaScript; everything is listed under Guides and Rulesets.',
  },
  none: {
    vi: 'Không tìm thấy. Thử ít từ hơn, hoặc số hiệu chỉ tiêu như 15.1.',
    en: 'Nothing found. Try fewer words, or the number of an indicator such as 15.1.',
  },
} as const satisfies Record<string, Localized>;
