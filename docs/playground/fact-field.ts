import type { FactDefinition, Locale, Reading } from '../../src/index.js';
import { SEX_LABELS } from '../../src/words/labels.js';
import { element, fill } from './element.js';
import { readingIn, type Slot } from './fact-entry.js';
import { readTyped, typedText } from './typed-figure.js';

/** What a field needs of the page around it. */
export interface FieldSurroundings {
  readonly locale: Locale;
  readonly facts: () => Readonly<Record<string, unknown>>;
  readonly change: (key: string, slot: Slot, reading: Reading | undefined) => void;
  readonly standardName: (standard: string) => string;
}

/** One input for one reading of one fact. */
export interface FactField {
  readonly key: string;
  readonly row: HTMLElement;
  /** Shows what the unit's facts say now, unless someone is typing into it. */
  readonly refresh: () => void;
  /** Shows the figure that is asked for, or why none is known. */
  readonly require: (text: string | undefined) => void;
}

let fields = 0;

function figureInput(definition: FactDefinition): HTMLInputElement {
  const percent = definition.type === 'percent';
  return element('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    class: percent ? 'figure short' : 'figure',
  });
}

function choiceInput(definition: FactDefinition, locale: Locale): HTMLSelectElement {
  const vi = locale === 'vi';
  const choices =
    definition.type === 'boolean'
      ? [
          ['true', vi ? 'Có' : 'Yes'],
          ['false', vi ? 'Không' : 'No'],
        ]
      : (definition.grades ?? []).map(({ id, title }) => [String(id), title?.[locale] ?? String(id)]);
  return element(
    'select',
    {},
    element('option', { value: '' }, vi ? 'chưa rõ' : 'not known'),
    ...choices.map(([value, text]) => element('option', { value }, text)),
  );
}

/** What was chosen, as the reading it stands for. */
function chosen(value: string, definition: FactDefinition): Reading | undefined {
  if (value === '') return undefined;
  if (definition.type === 'boolean') return { value: value === 'true' };
  const grade = definition.grades?.find(({ id }) => String(id) === value);
  return grade ? { value: grade.id } : undefined;
}

/** A label, an input and the unit for one reading; what cannot be read says why beside it and counts as not known. */
export function factField(
  key: string,
  slot: Slot,
  definition: FactDefinition,
  page: FieldSurroundings,
): FactField {
  const { locale } = page;
  fields += 1;
  const id = `fact-${fields}`;
  const isChoice = definition.type === 'boolean' || definition.type === 'level';
  const input = isChoice ? choiceInput(definition, locale) : figureInput(definition);
  input.id = id;
  input.dataset.fact = key;
  if (slot.sex) input.dataset.sex = slot.sex;
  input.setAttribute('aria-describedby', `${id}-required ${id}-fault`);
  const fault = element('p', { class: 'fault', id: `${id}-fault`, hidden: true });
  const required = element('span', { class: 'required', id: `${id}-required` });
  const unit = definition.type === 'percent' ? '%' : definition.unit?.[locale];
  const qualifiers = [
    ...(slot.sex ? [SEX_LABELS[slot.sex][locale]] : []),
    ...(slot.standard ? [page.standardName(slot.standard)] : []),
    ...(slot.population ? [slot.population] : []),
  ];
  const title = definition.title[locale];
  const label = qualifiers.length > 0 ? `${title} (${qualifiers.join(', ')})` : title;

  const showFault = (why: string | undefined): void => {
    fault.hidden = why === undefined;
    fill(fault, why);
    input.setAttribute('aria-invalid', String(why !== undefined));
  };

  const read = (): void => {
    if (isChoice) {
      page.change(key, slot, chosen(input.value, definition));
      return;
    }
    const typed = readTyped(input.value, locale);
    showFault(typed.kind === 'refused' ? typed.why[locale] : undefined);
    page.change(key, slot, typed.kind === 'reading' ? typed.reading : undefined);
  };
  input.addEventListener(isChoice ? 'change' : 'input', read);

  const refresh = (): void => {
    if (document.activeElement === input || input.getAttribute('aria-invalid') === 'true') return;
    const reading = readingIn(page.facts(), key, slot);
    input.value = isChoice ? String(reading?.value ?? '') : reading ? typedText(reading, locale) : '';
  };
  refresh();

  return {
    key,
    row: element(
      'div',
      { class: 'fact' },
      element(
        'label',
        { for: id, ...(definition.measured && { title: definition.measured[locale] }) },
        label,
      ),
      element(
        'span',
        { class: 'entry' },
        input,
        unit !== undefined && element('span', { class: 'unit' }, unit),
        required,
      ),
      fault,
    ),
    refresh,
    require: (text) => fill(required, text),
  };
}
