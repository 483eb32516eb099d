import type { Locale, Localized } from '../../schema/text.js';
import { escapeHtml } from './escape-html.js';
import { linkFrom } from './site-address.js';

export interface FramedPage {
  /** Where the page stands on the site. */
  readonly address: string;
  readonly locale: Locale;
  readonly title: string;
  readonly description?: string;
  readonly body: string;
  /** The same page in the other language. */
  readonly otherLanguage?: string;
  /** Room for more in the head: style sheets and scripts of the page itself. */
  readonly head?: string;
  readonly bodyClass?: string;
  /** The page changes its language by script: words around it carry both. */
  readonly bilingual?: true;
}

const SECTIONS: readonly { readonly to: Record<Locale, string>; readonly name: Localized }[] = [
  {
    to: { vi: 'playground/index.html', en: 'playground/index.html#en' },
    name: { vi: 'Chấm điểm', en: 'Playground' },
  },
  {
    to: { vi: 'guides/index.html', en: 'guides/index.html' },
    name: { vi: 'Hướng dẫn', en: 'Guides' },
  },
  {
    to: { vi: 'rulesets/index.html', en: 'rulesets/index.html' },
    name: { vi: 'Bộ tiêu chí', en: 'Rulesets' },
  },
  { to: { vi: 'api/index.html', en: 'api/index.html' }, name: { vi: 'API', en: 'API' } },
  { to: { vi: 'search.html', en: 'search.en.html' }, name: { vi: 'Tìm', en: 'Search' } },
];

const FOOT_LINKS: readonly { readonly to: string; readonly name: Localized }[] = [
  { to: 'security.html', name: { vi: 'Bảo mật', en: 'Security' } },
  { to: 'benchmarks.html', name: { vi: 'Tốc độ', en: 'Benchmark' } },
  { to: 'decisions/index.html', name: { vi: 'Các quyết định', en: 'Decisions' } },
  { to: 'changelog.html', name: { vi: 'Thay đổi', en: 'Changelog' } },
];

const HELPS: Localized = {
  vi: 'Kết quả giúp chuẩn bị và rà soát hồ sơ; việc công nhận do cơ quan có thẩm quyền quyết định.',
  en: 'Results help those who prepare or check a dossier; recognition is the authority’s decision.',
};

/**
 * Scripts and styles come from the site alone, nothing is sent anywhere, and no code is generated: what someone types
 * into a page stays on their computer, and the browser itself sees to it. A page opened from a disk may start a worker
 * from its own script handed over as a blob only; a blob's policy is that of the page that made it.
 */
export const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self' blob:; connect-src 'none'; form-action 'none'; base-uri 'none'";

/** A whole page around its content: the same head, navigation and foot everywhere. */
export function framed(page: FramedPage): string {
  const { address, locale } = page;
  const vi = locale === 'vi';
  const home = vi ? 'index.html' : 'index.en.html';
  const link = (to: string): string => {
    const [path = '', anchor] = to.split('#');
    return `${linkFrom(address, path)}${anchor === undefined ? '' : `#${anchor}`}`;
  };
  const isHere = (to: string): boolean => {
    const [folder = '', file] = to.split('/');
    return file === undefined ? address === folder : address.startsWith(`${folder}/`);
  };
  const both = ({ vi: inVietnamese, en }: Localized): string =>
    page.bilingual ? ` data-vi="${escapeHtml(inVietnamese)}" data-en="${escapeHtml(en)}"` : '';
  const sections = SECTIONS.map(
    ({ to, name }) =>
      `<a href="${link(to[locale])}"${isHere(to[locale]) ? ' aria-current="true"' : ''}${both(name)}>${name[locale]}</a>`,
  ).join('\n        ');
  const foot = FOOT_LINKS.map(
    ({ to, name }) => `<a href="${link(to)}"${both(name)}>${name[locale]}</a>`,
  ).join(' · ');
  const other =
    page.otherLanguage === undefined
      ? ''
      : `<a class="language" href="${link(page.otherLanguage)}" lang="${vi ? 'en' : 'vi'}" hreflang="${vi ? 'en' : 'vi'}">${vi ? 'English' : 'Tiếng Việt'}</a>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}</title>
${page.description === undefined ? '' : `<meta name="description" content="${escapeHtml(page.description)}">\n`}<link rel="icon" href="${link('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${link('site.css')}">
${page.head ?? ''}</head>
<body${page.bodyClass === undefined ? '' : ` class="${page.bodyClass}"`}>
<a class="skip" href="#content">${vi ? 'Đến nội dung' : 'Skip to content'}</a>
<header class="site-header">
  <div class="bar">
    <a class="brand" href="${link(home)}">ntm-rules</a>
    <nav aria-label="${vi ? 'Trang chính' : 'Site'}">
        ${sections}
    </nav>
    ${other}
  </div>
</header>
<main id="content">
${page.body}
</main>
<footer class="site-footer">
  <p><span${both(HELPS)}>${HELPS[locale]}</span>
  ${foot} · MIT</p>
</footer>
</body>
</html>
`;
}
