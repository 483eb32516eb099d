import type { Localized } from '../../schema/text.js';

interface GuideGroup {
  readonly title: string;
  readonly guides: readonly (readonly [file: string, about: string])[];
}

/** The guides in the order in which people need them. */
const GROUPS: readonly GuideGroup[] = [
  {
    title: 'Start',
    guides: [
      ['first-evaluation', 'One commune, one ruleset, one result: what every field says.'],
      [
        'judging-a-spreadsheet',
        'From a province’s workbook to verdicts, gaps and a report, without programming.',
      ],
      ['cham-diem-bang-tinh', 'Tiếng Việt: từ bảng tính đến kết quả từng xã, phần còn thiếu và báo cáo.'],
      ['command-line', 'Every command of ntm, by what it answers.'],
      [
        'missing-data-and-evidence',
        'What unknown, provisional and published mean, and what would settle a result.',
      ],
    ],
  },
  {
    title: 'The law as data',
    guides: [
      ['reading-a-ruleset', 'How a decision became a file, and how to look a figure up.'],
      [
        'your-provinces-figures',
        'Figures that are left to the province, or that nobody at hand knows: supply them.',
      ],
      [
        'changing-a-ruleset-safely',
        'Is the file sound, what does the change do, does it still behave like law?',
      ],
      ['plans-and-revocation-reviews', 'Tiers, recognition, revocation, roll-ups and plans over many units.'],
    ],
  },
  {
    title: 'In your software',
    guides: [
      ['embedding', 'A form in a browser, a service in Node, a worker for many units.'],
      ['json-rules-engine', 'The same rules in a real json-rules-engine Engine.'],
      ['sql', 'One SELECT whose TRUE, FALSE and NULL are the outcomes.'],
      ['bulk-evaluation', 'Ten thousand units, a table at a time.'],
    ],
  },
];

const ABOUT: Localized = {
  vi: 'Hướng dẫn bằng tiếng Anh, kèm thuật ngữ tiếng Việt; hướng dẫn cho cán bộ có bản tiếng Việt.',
  en: 'In English with the Vietnamese terms; the officer’s guide is in both languages. What they show as runnable is run by the tests.',
};

/** The page that leads to the guides; one that is listed nowhere still shows, last. */
export function guideIndex(titles: ReadonlyMap<string, string>): string {
  const item = (file: string, about: string): string =>
    `<li><a href="${file}.html">${titles.get(file)}</a><br><span class="told">${about}</span></li>`;
  const listed = new Set(GROUPS.flatMap(({ guides }) => guides.map(([file]) => file)));
  const others = [...titles.keys()].filter((file) => !listed.has(file));
  const groups = [...GROUPS, { title: 'More', guides: others.map((file) => [file, ''] as const) }];
  const sections = groups.map(({ title, guides }) => {
    const there = guides.filter(([file]) => titles.has(file));
    return there.length === 0
      ? ''
      : `<section><h2>${title}</h2><ul class="guides">${there.map(([file, about]) => item(file, about)).join('')}</ul></section>`;
  });
  return `<h1>Guides <span lang="vi">· Hướng dẫn</span></h1><p>${ABOUT.en}</p><p lang="vi">${ABOUT.vi}</p>${sections.join('')}
<section><h2>Beside them</h2><ul class="guides">
<li><a href="../security.html">Untrusted input</a><br><span class="told">What is refused, which limits hold, what the package never does.</span></li>
<li><a href="../benchmarks.html">Benchmark</a><br><span class="told">Speed, size and memory beside other engines, and how they were measured.</span></li>
<li><a href="../rulesets-as-data.html">The files of the law</a><br><span class="told">Every key of a ruleset file, and how to correct one.</span></li>
<li><a href="../contributing.html">Contributing</a><br><span class="told">What we put first, and where things live.</span></li>
</ul></section>`;
}
