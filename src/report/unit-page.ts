import type { Evaluation } from '../schema/evaluation.js';
import { evaluationSections } from './evaluation-sections.js';
import { html } from './markup.js';
import { pageDocument } from './page-document.js';
import { type PageSetting, say } from './page-setting.js';
import { contents, sectionsMarkup } from './sections.js';
import { judgedBy, unitTitle, warnings } from './unit-heading.js';

/** The page of one unit by one set. */
export function unitPage(evaluation: Evaluation, title: string | undefined, setting: PageSetting): string {
  const sections = evaluationSections(evaluation, '', setting);
  const body = html`
    <header class="page">
    ${unitTitle(evaluation.unit, title, setting)}
    ${judgedBy(evaluation, setting)}
    ${warnings(evaluation, setting)}
    </header>
    <main id="main">
    ${contents(sections, say(setting, 'Các mục của trang', 'Sections of this page'))}
    ${sectionsMarkup(sections)}
    </main>`;
  const name = `${evaluation.unit.name} · ${evaluation.ruleset.title[setting.locale]}`;
  return pageDocument(title ?? name, body, setting);
}
