import type { Evaluation, IndicatorResult } from '../schema/evaluation.js';
import type { Source } from '../schema/evidence.js';
import { formatDay } from '../words/figures.js';
import { EVIDENCE_LABELS } from '../words/labels.js';
import { numbers } from '../words/scorecard-setting.js';
import { type Content, html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';

/** Only these open in a browser without doing anything else; an address comes from whoever wrote the ruleset. */
const SAFE_ADDRESS = /^https?:\/\//i;

/** The sources of one set, numbered as the page refers to them. */
export interface Sources {
  /** What the requirement of a result rests on, with the numbers of its sources. */
  refs(result: Pick<IndicatorResult, 'evidence' | 'sources'>): Markup;
  list(): Markup;
}

function sourceText(id: string, source: Source | undefined, { locale }: PageSetting): Content {
  if (!source) return html`<code>${id}</code>`;
  const title = source.title[locale];
  const address = source.url !== undefined && SAFE_ADDRESS.test(source.url) ? source.url : undefined;
  const named = address === undefined ? title : html`<a href="${address}" rel="noreferrer">${title}</a>`;
  const known = source.number !== undefined && title.includes(source.number);
  return html`${named}${source.number !== undefined && !known && `, ${source.number}`}${source.date !== undefined && `, ${formatDay(source.date, locale)}`}${address !== undefined && html` <span class="address">${address}</span>`}${source.note && html` — ${source.note[locale]}`}`;
}

/** Numbers the sources in the order in which criteria name them; `prefix` keeps several sets of a page apart. */
export function sourcesOf(evaluation: Evaluation, prefix: string, setting: PageSetting): Sources {
  const all = [
    ...evaluation.prerequisites,
    ...evaluation.criteria.flatMap(({ indicators }) => indicators),
    ...evaluation.placeholders,
  ];
  const byId = new Map<string, string[]>();
  for (const { id, sources } of all)
    for (const source of sources) {
      const told = byId.get(source);
      if (told) told.push(id);
      else byId.set(source, [id]);
    }
  const order = [...byId.keys()];
  const anchor = (at: number) => `${prefix}s${at + 1}`;
  return {
    refs({ evidence, sources }) {
      if (evidence === undefined) return html``;
      const links = sources.map((id) => {
        const at = order.indexOf(id);
        return at < 0
          ? ''
          : html` <a class="ref" href="#${anchor(at)}" aria-label="${say(setting, `Nguồn ${at + 1}`, `Source ${at + 1}`)}">[${at + 1}]</a>`;
      });
      return html` <span class="evidence ${evidence}">${say(setting, 'mức', 'requirement')} ${EVIDENCE_LABELS[evidence][setting.locale]}${links}</span>`;
    },
    list() {
      if (order.length === 0) return html``;
      return html`<ol class="sources">${order.map(
        (
          id,
          at,
        ) => html`<li id="${anchor(at)}">${sourceText(id, Object.hasOwn(evaluation.citations, id) ? evaluation.citations[id] : undefined, setting)}
          <span class="note">(${say(setting, 'chỉ tiêu', 'indicators')} ${numbers(evaluation, byId.get(id) ?? [])})</span></li>`,
      )}</ol>`;
    },
  };
}
