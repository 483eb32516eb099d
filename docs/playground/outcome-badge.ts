import type { Because, Locale, Outcome } from '../../src/index.js';
import {
  BECAUSE_LABELS,
  CLASSIFICATION_LABELS,
  OUTCOME_LABELS,
  PROVISIONAL,
} from '../../src/words/labels.js';
import { MARKS } from '../../src/words/scorecard-setting.js';
import { element } from './element.js';

interface Judged {
  readonly outcome: Outcome;
  readonly provisional?: boolean;
  readonly because?: readonly Because[];
}

/** An outcome by sign, word and colour, so that none of the three is needed alone. */
export function outcomeBadge(
  { outcome, provisional = false, because = [] }: Judged,
  locale: Locale,
  classification = false,
): HTMLElement {
  const labels = classification ? CLASSIFICATION_LABELS : OUTCOME_LABELS;
  const why = because.map((one) => BECAUSE_LABELS[one][locale]).join('; ');
  return element(
    'span',
    { class: `outcome ${outcome}${provisional ? ' provisional' : ''}`, title: why === '' ? undefined : why },
    `${MARKS[outcome]} ${labels[outcome][locale]}`,
    provisional && element('small', {}, ` ${PROVISIONAL[locale]}`),
  );
}
