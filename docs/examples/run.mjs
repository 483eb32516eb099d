/**
 * Judges the example communes by the national sets 2021–2025, as a new user of the package would.
 * `npm start` builds the package and runs this; `npm start -- --locale vi` speaks Vietnamese.
 */
import { readFileSync } from 'node:fs';
import { evaluate, scorecard, shippedVocabulary } from 'ntm-rules';

const locale = /--locale[= ]vi\b/.test(process.argv.join(' ')) ? 'vi' : 'en';
const said = (vi, en) => (locale === 'vi' ? vi : en);
const width = Math.min(process.stdout.columns ?? 100, 120);
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const NTM = 'vn/commune-ntm/2021-2025';
const ADVANCED = 'vn/commune-advanced/2021-2025';

const EXAMPLES = [
  {
    snapshot: 'quang-kim.snapshot.json',
    // In June 2021 these sets were not yet in force: naming a version asks what they would have said.
    rulesets: [`${NTM}@2022-03-08`, `${ADVANCED}@2022-03-08`],
    about: said(
      'Có thật: số liệu theo báo cáo tháng 6/2021, khi các bộ tiêu chí này chưa ban hành. 8 hộ nghèo và 15 hộ cận nghèo nhưng không rõ tổng số hộ, nên chưa có tỷ lệ.',
      'Real: figures of a report of June 2021, before these sets were issued. 8 poor and 15 near-poor households but nobody says of how many, so there is no rate.',
    ),
  },
  {
    snapshot: 'quang-an.snapshot.json',
    rulesets: [NTM, ADVANCED],
    about: said(
      'Có thật: xã báo cáo 16/19 tiêu chí, 70/75 chỉ tiêu nâng cao, không nêu chỉ tiêu nào chưa đạt; chỉ vài số liệu được công bố.',
      'Real: reported 16/19 criteria and 70/75 indicators of the advanced set without saying which are open; only a few figures are public.',
    ),
  },
  {
    snapshot: 'nam-son.snapshot.json',
    rulesets: [NTM, ADVANCED],
    about: said(
      'Có thật: chỉ có tổng số báo cáo, 16/19 tiêu chí và 72/75 chỉ tiêu nâng cao; không có số liệu nào của xã.',
      'Real: nothing but reported totals, 16/19 criteria and 72/75 indicators of the advanced set; no figure of the commune.',
    ),
  },
  {
    snapshot: 'constructed-commune.snapshot.json',
    rulesets: [NTM, ADVANCED],
    amendments: ['constructed-province.amendment.json'],
    about: said(
      'KHÔNG CÓ THẬT: xã dựng để minh họa, cùng một tệp sửa đổi dựng điền các mức còn bỏ ngỏ; nhờ đó kết luận được là đạt chuẩn.',
      'CONSTRUCTED: an invented commune, and an invented amendment that supplies the open requirements; with it the commune reaches NTM.',
    ),
  },
];

const names = shippedVocabulary();
const print = (...lines) => console.log(lines.join('\n'));
const wrapped = (text) => text.match(new RegExp(`.{1,${width}}(?: |$)`, 'gu')).map((line) => line.trimEnd());

print(
  ...wrapped(
    said(
      'Các xã ví dụ trong docs/examples, đánh giá theo bộ tiêu chí quốc gia giai đoạn 2021-2025.',
      'The communes in docs/examples, judged by Viet Nam’s national criteria for new-rural communes 2021-2025.',
    ),
  ),
  ...wrapped(
    said(
      '✓ đạt · ✗ chưa đạt · ? chưa đủ căn cứ · ~ tạm tính',
      '✓ met (đạt) · ✗ not met (chưa đạt) · ? not enough evidence (chưa đủ căn cứ) · ~ provisional (tạm tính)',
    ),
  ),
);

for (const { snapshot, rulesets, amendments = [], about } of EXAMPLES) {
  print('', `═══ ${snapshot} ${'═'.repeat(Math.max(3, width - snapshot.length - 5))}`, ...wrapped(about));
  for (const ruleset of rulesets) {
    const evaluation = evaluate(read(snapshot), ruleset, { amendments: amendments.map(read) });
    print('', scorecard(evaluation, { locale, width, names, brief: true }));
  }
}

const language = locale === 'vi' ? '' : ' --locale en';
print(
  '',
  '═'.repeat(width),
  said('Xem từng tiêu chí, mọi phần còn thiếu và nguồn:', 'Every criterion, gap and source of one of them:'),
  `  npx ntm evaluate docs/examples/quang-kim.snapshot.json --ruleset ${NTM}@2022-03-08 --all${language}`,
  `  npx ntm evaluate docs/examples/quang-an.snapshot.json --ruleset ${ADVANCED} --all${language}`,
);
