import { type Level, type Locale, shippedVocabulary } from '../../src/index.js';
import { provincesOn, regionsOf } from '../../src/law/territory.js';
import { LEVEL_LABELS } from '../../src/words/labels.js';
import type { Draft } from './draft.js';
import { type Child, element, fill } from './element.js';
import { LEVELS, refreshRulesets } from './ruleset-choice.js';

export interface UnitSurroundings {
  readonly locale: Locale;
  readonly draft: () => Draft;
  readonly ruleset: () => string;
  readonly changeDraft: (draft: Draft) => void;
  readonly changeLevel: (level: Level) => void;
  readonly chooseRuleset: (ruleset: string) => void;
}

export interface UnitPanel {
  readonly root: HTMLElement;
  /** Shows what the draft says now; the field someone is in stays as it is. */
  readonly refresh: () => void;
}

const byName = new Intl.Collator('vi').compare;

/** A draft whose unit has one attribute more, or less where it is blank. */
function withUnit(draft: Draft, key: string, value: string): Draft {
  const { [key]: _before, ...others } = draft.unit;
  return {
    ...draft,
    unit: (value === '' && key !== 'name' ? others : { ...draft.unit, [key]: value }) as Draft['unit'],
  };
}

/** Totals as the unit reports them, for the set that judges. */
function withReported(draft: Draft, id: string, key: string, value: number | undefined): Draft {
  const { [key]: _before, ...rest } = draft.reported?.[id] ?? {};
  const own = value === undefined ? rest : { ...rest, [key]: value };
  const { [id]: _own, ...others } = draft.reported ?? {};
  const reported = Object.keys(own).length > 0 ? { ...others, [id]: own } : others;
  return { ...draft, reported };
}

/** Who is judged, when, by what: the fields above the criteria. */
export function unitPanel(page: UnitSurroundings): UnitPanel {
  const { locale } = page;
  const vi = locale === 'vi';
  const { territory, traits = {} } = shippedVocabulary();
  const refreshers: (() => void)[] = [];
  const change = (next: Draft): void => {
    page.changeDraft(next);
    refresh();
  };
  const labelled = (title: string, input: HTMLElement, ...more: Child[]): HTMLLabelElement =>
    element('label', {}, element('span', {}, title), input, ...more);
  const text = (key: string, title: string, type = 'text'): HTMLLabelElement => {
    const input = element('input', {
      type,
      autocomplete: 'off',
      name: key,
      on: { input: () => change(withUnit(page.draft(), key, input.value)) },
    });
    refreshers.push(() => {
      if (document.activeElement !== input) input.value = String(page.draft().unit[key] ?? '');
    });
    return labelled(title, input);
  };
  const provinces = (key: string, title: string, names: () => readonly string[]): HTMLLabelElement => {
    const select = element('select', {
      name: key,
      on: { change: () => change(withUnit(page.draft(), key, select.value)) },
    });
    refreshers.push(() => {
      const current = String(page.draft().unit[key] ?? '');
      const known = [...names()].sort(byName);
      fill(
        select,
        element('option', { value: '' }, vi ? 'chưa rõ' : 'not known'),
        ...(current !== '' && !known.includes(current)
          ? [element('option', { value: current }, current)]
          : []),
        ...known.map((name) => element('option', { value: name }, name)),
      );
      select.value = current;
    });
    return labelled(title, select);
  };

  const day = element('input', {
    type: 'date',
    name: 'assessedOn',
    on: {
      change: () => {
        if (day.value !== '') change({ ...page.draft(), assessedOn: day.value });
      },
    },
  });
  const year = element('input', {
    type: 'number',
    name: 'year',
    min: 2009,
    max: 2035,
    inputmode: 'numeric',
    on: {
      input: () => {
        const { year: _before, ...others } = page.draft();
        change(year.value === '' ? (others as Draft) : ({ ...others, year: Number(year.value) } as Draft));
      },
    },
  });
  const level = element(
    'select',
    { name: 'level', on: { change: () => page.changeLevel(level.value as Level) } },
    ...LEVELS.map((one) => element('option', { value: one }, LEVEL_LABELS[one][locale])),
  );
  const ruleset = element('select', {
    name: 'ruleset',
    on: { change: () => page.chooseRuleset(ruleset.value) },
  });
  refreshers.push(() => {
    const draft = page.draft();
    if (document.activeElement !== day) day.value = draft.assessedOn;
    if (document.activeElement !== year) year.value = draft.year === undefined ? '' : String(draft.year);
    level.value = draft.unit.level;
    refreshRulesets(ruleset, draft, page.ruleset(), locale);
  });

  const former = provinces(
    'formerProvince',
    vi ? 'Tỉnh trước 01/07/2025' : 'Province before 1 July 2025',
    () => (territory ? Object.values(territory.before).map(({ name }) => name) : []),
  );
  refreshers.push(() => {
    const { unit, assessedOn } = page.draft();
    const regions = territory && regionsOf(territory, { ...unit, formerProvince: null } as never, assessedOn);
    former.hidden = (regions?.length ?? 0) < 2 && unit.formerProvince === undefined;
  });

  const traitBoxes = Object.entries(traits).map(([id, { title }]) => {
    const box = element('input', {
      type: 'checkbox',
      on: {
        change: () => {
          const draft = page.draft();
          const before = (draft.unit.traits ?? {}) as Record<string, boolean>;
          change({ ...draft, unit: { ...draft.unit, traits: { ...before, [id]: box.checked } } });
        },
      },
    });
    refreshers.push(() => {
      box.checked = ((page.draft().unit.traits ?? {}) as Record<string, unknown>)[id] === true;
    });
    return element('label', { class: 'check' }, box, element('span', {}, title[locale]));
  });
  const traitSet = element(
    'details',
    { class: 'finer' },
    element('summary', {}, vi ? 'Đặc điểm của xã' : 'Traits of the commune'),
    element('div', { class: 'checks' }, ...traitBoxes),
  );
  refreshers.push(() => {
    traitSet.hidden = page.draft().unit.level !== 'commune';
  });

  const total = (key: string, title: string): HTMLInputElement => {
    const input = element('input', {
      type: 'number',
      min: 0,
      inputmode: 'numeric',
      'aria-label': title,
      on: {
        input: () => {
          const id = page.ruleset().split('@')[0] ?? '';
          change(withReported(page.draft(), id, key, input.value === '' ? undefined : Number(input.value)));
        },
      },
    });
    refreshers.push(() => {
      if (document.activeElement === input) return;
      const told = page.draft().reported?.[page.ruleset().split('@')[0] ?? '']?.[key];
      input.value = told === undefined ? '' : String(told);
    });
    return input;
  };
  const reported = element(
    'fieldset',
    { class: 'totals' },
    element('legend', {}, vi ? 'Đơn vị báo cáo (không bắt buộc)' : 'As the unit reports (optional)'),
    element(
      'span',
      {},
      total('criteria', vi ? 'Số tiêu chí báo cáo đạt' : 'Criteria reported met'),
      ' / ',
      total('ofCriteria', vi ? 'Tổng số tiêu chí' : 'Criteria in all'),
      vi ? ' tiêu chí' : ' criteria',
    ),
    element(
      'span',
      {},
      total('indicators', vi ? 'Số chỉ tiêu báo cáo đạt' : 'Indicators reported met'),
      ' / ',
      total('ofIndicators', vi ? 'Tổng số chỉ tiêu' : 'Indicators in all'),
      vi ? ' chỉ tiêu' : ' indicators',
    ),
  );

  const refresh = (): void => {
    for (const one of refreshers) one();
  };
  const root = element(
    'section',
    { class: 'unit', 'aria-labelledby': 'unit-title' },
    element('h2', { id: 'unit-title' }, vi ? 'Đơn vị' : 'Unit'),
    element(
      'div',
      { class: 'grid' },
      text('name', vi ? 'Tên' : 'Name'),
      labelled(vi ? 'Cấp' : 'Level', level),
      provinces('province', vi ? 'Tỉnh, thành phố' : 'Province', () =>
        territory
          ? Object.values(provincesOn(territory, page.draft().assessedOn)).map(({ name }) => name)
          : [],
      ),
      former,
      labelled(vi ? 'Ngày xét' : 'Day of judgement', day),
      labelled(vi ? 'Năm xét' : 'Year judged', year),
    ),
    element('div', { class: 'wide' }, labelled(vi ? 'Bộ tiêu chí' : 'Ruleset', ruleset)),
    traitSet,
    reported,
  );
  refresh();
  return { root, refresh };
}
