import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { LIBRARY_VERSION } from '../version.js';
import { html, type Markup, verbatim } from './markup.js';
import { PAGE_SCRIPT } from './page-script.js';
import { type PageSetting, say } from './page-setting.js';
import { PAGE_STYLE } from './page-style.js';

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

const hashOf = (text: string): string => `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;

/** Nothing is loaded from anywhere; of styles and scripts the two in the page run, known by their hashes. */
function policy(): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(PAGE_STYLE)}`,
    `script-src ${hashOf(PAGE_SCRIPT)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A whole document in one file: style, script and figures inside, nothing asked of a network. */
export function pageDocument(
  title: string,
  body: Markup,
  setting: PageSetting,
  kind: 'one' | 'many' = 'one',
): string {
  const { locale } = setting;
  const document = html`<!doctype html>
    <html lang="${locale}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy()}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="ntm-rules ${LIBRARY_VERSION}">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>${verbatim(PAGE_STYLE)}</style>
    </head>
    <body class="${kind}">
    <a class="skip" href="#main">${say(setting, 'Đến nội dung', 'Skip to the content')}</a>
    ${body}
    <footer><p>${say(setting, 'Trang do ntm-rules lập từ số liệu được cung cấp; không thay cho kết luận của cơ quan có thẩm quyền.', 'Made by ntm-rules from the figures given; it does not stand for the finding of the authority.')} <span class="nowrap">ntm-rules ${LIBRARY_VERSION}</span></p></footer>
    <script>${verbatim(PAGE_SCRIPT)}</script>
    </body>
    </html>
    `;
  return document.toString();
}
