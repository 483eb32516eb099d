import type {
  RecognitionCondition,
  RecognitionRules,
  RevocationRule,
  Wording,
} from '../schema/recognition.js';
import { formatDay } from '../words/figures.js';
import type { ReadLaw } from './read-rulesets.js';
import { conditionText, indicatorLines, type PageSetting } from './review-page-conditions.js';
import { evidenceText } from './review-page-figures.js';
import { bilingual, escaped, list, page, section, stacked, table } from './review-page-markdown.js';
import { levelAndTier, namesFor } from './review-page-names.js';
import { Footnotes } from './review-page-sources.js';

const HEAD = ['Số', 'Điều kiện · Condition', 'Phải đạt · Requirement', 'Hiệu lực · Holds', 'Căn cứ', 'Nguồn'];

function wordingDays({ from, notBefore, to, surelyUntil }: Wording): string {
  return [
    ...(from === undefined ? [] : [`từ ${formatDay(from)}`]),
    ...(notBefore === undefined ? [] : [`không sớm hơn ${formatDay(notBefore)}`]),
    ...(to === undefined ? [] : [`đến ${formatDay(to)}`]),
    ...(surelyUntil === undefined ? [] : [`chắc chắn đến ${formatDay(surelyUntil)}`]),
  ].join(', ');
}

function conditionRows(one: RecognitionCondition, setting: PageSetting): string[][] {
  const { names, notes } = setting;
  const id = `**${escaped(one.id)}**`;
  const support = [evidenceText(one.evidence), notes.cite(one.sources)];
  if (one.holds) {
    return [[id, stacked(one.title), `đã đạt hoặc được công nhận \`${one.holds.ruleset}\``, '', ...support]];
  }
  if (one.wordings) {
    return [
      [id, stacked(one.title), '', '', ...support],
      ...one.wordings.map((wording) => [
        escaped(one.id),
        stacked(wording.title),
        wording.condition ? conditionText(wording.condition, names) : '**chưa rõ câu chữ**',
        wordingDays(wording),
        evidenceText(wording.evidence),
        notes.cite(wording.sources),
      ]),
    ];
  }
  return indicatorLines(one, setting).lines.map(({ what, figure, where, evidence, sources }, index) => [
    index === 0 ? id : escaped(one.id),
    what,
    figure,
    where,
    evidence,
    sources,
  ]);
}

function share({ atLeast, below }: { atLeast: number; below?: number | undefined }): string {
  return `từ ${atLeast} %${below === undefined ? '' : ` đến dưới ${below} %`}`;
}

function revocationLines(rule: RevocationRule, { notes }: PageSetting): string[] {
  const cases = rule.anyOf.map((one) => {
    if ('fact' in one) return `${bilingual(one.title)}: ${share(one.share)}`;
    const key =
      one.keyCriteriaFailed === undefined
        ? ''
        : `, trong đó ít nhất ${one.keyCriteriaFailed} tiêu chí then chốt`;
    return `${bilingual(one.title)}: ${share(one.failedCriteria)} số tiêu chí chưa đạt${key}`;
  });
  const { workedOut, keyCriteria } = rule;
  const range = ([first, last]: readonly [number, number]): string =>
    first === last ? `${first}` : `${first}–${last}`;
  return [
    `Căn cứ · *legal basis*: ${escaped(rule.legalBasis)}. Đo bằng · *measured on*: \`${rule.measuredOn}\`${rule.criteriaTotal === null ? '' : ` (${rule.criteriaTotal} tiêu chí)`}. ${evidenceText(rule.evidence)} ${notes.cite(rule.sources)}`.trim(),
    '',
    ...(cases.length > 0 ? list(cases) : ['- **chưa rõ quy định** · *the rule is not known*']),
    ...(keyCriteria.length > 0
      ? list([
          `Tiêu chí then chốt · *key criteria*: ${keyCriteria.map(({ criterion, title }) => `${escaped(criterion)} ${bilingual(title)}`).join('; ')}`,
        ])
      : []),
    ...(workedOut
      ? list([
          `Tính ra số tiêu chí chưa đạt · *in failed criteria*: giữ ${range(workedOut.keep)}; thu hồi nếu có tiêu chí then chốt ${range(workedOut.revokeWithKeyCriterion)}; thu hồi ${range(workedOut.revoke)}`,
        ])
      : []),
    ...(rule.note ? ['', stacked(rule.note)] : []),
  ];
}

function rulesLines(rules: RecognitionRules, setting: PageSetting): string[] {
  const { notes } = setting;
  return [
    ...section(bilingual(rules.title), [
      `\`${rules.id}\` · lần hiệu chỉnh · *revision* ${rules.revision}`,
      '',
      ...list(
        rules.decisions.map(
          (one) =>
            `**${escaped(one.number)}** ${formatDay(one.date)} — ${bilingual(one.title)}${one.effectiveFrom ? `; hiệu lực ${formatDay(one.effectiveFrom)}` : ''}${one.notBefore ? `; không sớm hơn ${formatDay(one.notBefore)}` : ''}${one.effectiveTo ? `; đến ${formatDay(one.effectiveTo)}` : ''} ${notes.cite(one.sources)}${one.note ? `<br>${bilingual(one.note)}` : ''}`,
        ),
      ),
      ...(rules.resultYear
        ? [
            '',
            `Năm lấy kết quả · *result year*: ${bilingual(rules.resultYear.title)}. ${evidenceText(rules.resultYear.evidence)} ${notes.cite(rules.resultYear.sources)}`,
          ]
        : []),
    ]),
    ...rules.tiers.flatMap((tier) =>
      section(
        `${rules.period.from.slice(0, 4)}–${rules.period.to.slice(0, 4)}: ${levelAndTier(tier.level, tier.tier)}`,
        [
          `Bộ tiêu chí · *set*: \`${tier.ruleset}\`. Căn cứ · *legal basis*: ${escaped(tier.legalBasis)}.`,
          '',
          `Thẩm quyền · *authority*: **${bilingual(tier.authority.title)}** — ${evidenceText(tier.authority.evidence)} ${notes.cite(tier.authority.sources)}`,
          '',
          ...table(
            HEAD,
            tier.conditions.flatMap((one) => conditionRows(one, setting)),
          ),
          ...notesOf(tier.conditions),
          '',
          'Hồ sơ · *Dossier*',
          '',
          ...(tier.dossier.length > 0
            ? list(
                tier.dossier.map(
                  (one) =>
                    `${bilingual(one.title)}${one.required ? '' : ' (nếu có)'} — ${evidenceText(one.evidence)} ${notes.cite(one.sources)}${one.note ? `<br>${bilingual(one.note)}` : ''}`,
                ),
              )
            : list(['chưa có nguồn liệt kê · *no source lists it*'])),
          ...(tier.note ? ['', stacked(tier.note)] : []),
        ],
        3,
      ),
    ),
    ...rules.revocation.flatMap((rule) =>
      section(
        `Thu hồi · *revocation*: ${levelAndTier(rule.level, rule.tier)}`,
        revocationLines(rule, setting),
        3,
      ),
    ),
    ...section(
      'Quy định kèm theo · *Rules beside*',
      list(
        (rules.remarks ?? []).map(
          ({ text, evidence, sources }) =>
            `${stacked(text)}<br>${evidenceText(evidence)} ${notes.cite(sources)}`,
        ),
      ),
      3,
    ),
    ...section('Câu hỏi còn mở · *Open questions*', list((rules.openQuestions ?? []).map(stacked)), 3),
  ];
}

function notesOf(conditions: readonly RecognitionCondition[]): string[] {
  const notes = conditions.flatMap(({ id, note }) => (note ? [`**${escaped(id)}** — ${stacked(note)}`] : []));
  return notes.length > 0 ? ['', ...list(notes)] : [];
}

/** Who recognises, on which conditions, with which dossier, and when a recognition is revoked. */
export function recognitionPage({ recognition, vocabulary }: ReadLaw, path: string): string {
  const sources = vocabulary.sources ?? {};
  const notes = new Footnotes(sources, new Set(Object.keys(sources)), path);
  const lines = recognition.flatMap((rules) =>
    rulesLines(rules, { names: namesFor(vocabulary, rules), notes }),
  );
  return page([
    '# Công nhận và thu hồi quyết định công nhận',
    '',
    '*Recognition and its revocation*',
    '',
    '[Tất cả các bộ · *all sets*](README.md)',
    ...lines,
    ...section('Nguồn · *Sources*', notes.definitions()),
  ]);
}
