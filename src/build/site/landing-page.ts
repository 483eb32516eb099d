import { getRuleset, listRulesets } from '../../index.js';
import type { Locale } from '../../schema/text.js';
import { evidenceCounts, sumCounts } from '../review-page-evidence.js';
import { landingResult } from './landing-result.js';
import { LANDING } from './landing-words.js';
import { framed } from './page-frame.js';

export interface LandingExamples {
  readonly quangAn: unknown;
  readonly quangKim: unknown;
}

const CODE = `import { evaluate } from 'ntm-rules';

const result = evaluate({
  unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'Quảng Ninh' },
  assessedOn: '2024-06-30',
  year: 2024,
  facts: { 'health.insuredRate': 88.5 },
}, 'vn/commune-ntm/2021-2025');`;

/** The front page: the point in one screen, with what the library finds of two real communes. */
export function landingPage(
  locale: Locale,
  examples: LandingExamples,
  guides: ReadonlyMap<string, string>,
): string {
  const vi = locale === 'vi';
  const words = (key: keyof typeof LANDING): string => LANDING[key][locale];
  const all = listRulesets().map(({ id, version }) => getRuleset(`${id}@${version}`));
  const sets = new Set(all.map(({ id }) => id)).size;
  const counts = sumCounts(all.map(evidenceCounts));
  const officer = vi ? 'cham-diem-bang-tinh' : 'judging-a-spreadsheet';
  const playground = vi ? 'playground/index.html' : 'playground/index.html#en';
  const bar = (['published', 'unconfirmed', 'undetermined', 'delegated'] as const)
    .map(
      (kind) =>
        `<li class="${kind}"><b>${counts[kind]}</b> ${vi ? 'chỉ tiêu' : 'indicators'} ${words(kind)}</li>`,
    )
    .join('\n      ');
  const body = `<section class="hero">
  <div class="say">
    <h1>${words('headline')}</h1>
    <p>${words('point')}</p>
    <p class="actions"><a class="button" href="${playground}">${words('open')}</a>
    <a class="button quiet" href="${playground.replace(/#en$/, '')}#${vi ? '' : 'en&amp;'}open">${words('sheet')}</a></p>
    <p class="private">${words('private')}</p>
  </div>
  ${landingResult(examples.quangAn, 'vn/commune-advanced/2021-2025', ['14.1', '10', '12.1'], locale)}
</section>
<section aria-labelledby="start">
  <h2 id="start">${words('whoTitle')}</h2>
  <div class="cards">
    <article><h3>${words('officerTitle')}</h3><p>${words('officer')}</p>
      <p><a href="${playground}">${vi ? 'Mở công cụ chấm điểm' : 'Open the playground'}</a> · <a href="${guides.has(officer) ? `guides/${officer}.html` : 'guides/index.html'}">${vi ? 'Hướng dẫn' : 'Guide'}</a></p></article>
    <article><h3>${words('analystTitle')}</h3><p>${words('analyst')}</p>
      <pre tabindex="0"><code>npx ntm evaluate communes.xlsx \\
  --ruleset vn/commune-ntm/2021-2025</code></pre>
      <p><a href="guides/index.html">${vi ? 'Các hướng dẫn (tiếng Anh)' : 'Guides'}</a></p></article>
    <article><h3>${words('developerTitle')}</h3><p>${words('developer')}</p>
      <pre tabindex="0"><code>${CODE.replaceAll('<', '&lt;')}</code></pre>
      <p><a href="guides/first-evaluation.html">${vi ? 'Lần chấm đầu tiên' : 'First evaluation'}</a> · <a href="api/index.html">API</a></p></article>
  </div>
</section>
<section class="second">
  <div>
    <h2>${vi ? `${sets} bộ tiêu chí trong ${all.length} phiên bản` : `${sets} sets in ${all.length} versions`}</h2>
    <h3>${words('honestTitle')}</h3>
    <ul class="evidence">
      ${bar}
    </ul>
    <p class="told">${words('honest')} <a href="rulesets/index.html">${vi ? 'Xem từng bộ' : 'Every set'}</a></p>
  </div>
  ${landingResult(examples.quangKim, 'vn/commune-ntm/2021-2025@2022-03-08', ['15.1', '9.2', '10'], locale)}
</section>`;
  return framed({
    address: vi ? 'index.html' : 'index.en.html',
    locale,
    title: words('title'),
    description: words('description'),
    otherLanguage: vi ? 'index.en.html' : 'index.html',
    bodyClass: 'landing',
    body,
  });
}
