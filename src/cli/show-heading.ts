import { listRulesets } from '../shipped.js';
import { formatDay } from '../words/figures.js';
import { COMPLETENESS_LABELS, LEVEL_LABELS } from '../words/labels.js';
import { type Line, paragraph, span } from '../words/scorecard-layout.js';
import { withDays } from '../words/scorecard-setting.js';
import { spanText } from './ruleset-span.js';
import type { Reading } from './show-figures.js';
import { TIER_NAMES } from './tier-names.js';

export function heading({ ruleset, locale, place }: Reading, width: number): Line[] {
  const vi = locale === 'vi';
  const { decision, totals } = ruleset;
  const day = decision.date === undefined ? '' : ` ${vi ? 'ngày' : 'of'} ${formatDay(decision.date, locale)}`;
  const issuer = decision.issuer ? `, ${decision.issuer[locale]}` : '';
  const versionBasis = {
    'in-force': vi ? 'ngày có hiệu lực' : 'day in force',
    signed: vi ? 'ngày ký' : 'day of signing',
    period: vi ? 'ngày đầu giai đoạn' : 'first day of the period',
  }[ruleset.versionBasis];
  const counts = [
    ...(totals.criteria === null ? [] : [`${totals.criteria} ${vi ? 'tiêu chí' : 'criteria'}`]),
    ...(totals.indicators === null ? [] : [`${totals.indicators} ${vi ? 'chỉ tiêu' : 'indicators'}`]),
  ].join(', ');
  const facts = [
    `${LEVEL_LABELS[ruleset.level][locale]} · ${TIER_NAMES[ruleset.tier]?.[locale] ?? ruleset.tier}`,
    ...(decision.number === null
      ? []
      : [`${vi ? 'quyết định' : 'decision'} ${decision.number}${day}${issuer}`]),
    `${vi ? 'áp dụng' : 'judges'} ${spanText(ruleset, listRulesets(), locale)}`,
    ...(ruleset.amendedBy?.length
      ? [`${vi ? 'sửa đổi theo' : 'amended by'} ${withDays(ruleset.amendedBy.join(', '), locale)}`]
      : []),
  ];
  const known = [
    ...(counts === '' ? [] : [counts]),
    COMPLETENESS_LABELS[ruleset.completeness]?.[locale] ?? ruleset.completeness,
    `${vi ? 'phiên bản theo' : 'version by'} ${versionBasis}`,
    `${vi ? 'lần hiệu chỉnh' : 'revision'} ${ruleset.revision}`,
  ];
  const shown = [
    ...(place.region === undefined
      ? []
      : [`${vi ? 'vùng' : 'region'} ${ruleset.territory?.regions[place.region]?.[locale] ?? place.region}`]),
    ...(place.year === undefined ? [] : [`${vi ? 'năm' : 'year'} ${place.year}`]),
  ];
  return [
    ...paragraph(
      [
        span(ruleset.title[locale], 'strong'),
        ...(ruleset.status === 'draft' ? [span(vi ? ' [dự thảo]' : ' [draft]', 'warning')] : []),
      ],
      width,
    ),
    ...paragraph([span(`${ruleset.id}@${ruleset.version}`, 'faint')], width),
    ...paragraph([span(facts.join(' · '))], width),
    ...paragraph([span(known.join(' · '))], width),
    ...(shown.length > 0
      ? paragraph([span(`${vi ? 'chỉ' : 'only'}: ${shown.join(', ')}`, 'warning')], width)
      : []),
  ];
}
