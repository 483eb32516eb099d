import type { Level, Locale } from '../../src/index.js';
import { shippedVocabulary } from '../../src/index.js';
import type { TableDefaults } from '../../src/table/index.js';
import { MARKS } from '../../src/words/scorecard-setting.js';
import { type CriteriaForm, criteriaForm, type FormSurroundings, type Shown } from './criteria-form.js';
import { selfDeclared, withSelfDeclared } from './declared-entry.js';
import { blankDraft, type Draft, draftFrom, type PlayState } from './draft.js';
import { type Child, element, fill } from './element.js';
import { EXAMPLES } from './examples.js';
import { withReading } from './fact-entry.js';
import { firstSteps } from './help.js';
import { judge, tiersOf } from './judge.js';
import { linkOf, readLink } from './link-state.js';
import { judgedRuleset } from './play-ruleset.js';
import { Portfolio } from './portfolio.js';
import { problemList } from './problem-list.js';
import { withRecognition } from './recognised-tiers.js';
import { resultSummary, tierCards } from './result-summary.js';
import { usualRuleset } from './ruleset-choice.js';
import { saveButtons } from './save-buttons.js';
import { fileName } from './save-file.js';
import { type TemplateWanted, templateChoice } from './template-choice.js';
import { type UnitPanel, unitPanel } from './unit-panel.js';
import { openWorkplace } from './workplace.js';

const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** The page: what it holds, and what it shows of it. */
class Page {
  private state: PlayState;
  private form: CriteriaForm | undefined;
  private panel: UnitPanel | undefined;
  private made = '';
  private shown: Shown = 'all';
  private message: Child[] = [];
  private example: string | undefined;
  private later: number | undefined;
  private readonly portfolio: Portfolio;

  private readonly parts = {
    controls: element('div', { class: 'controls' }),
    message: element('div', { class: 'message', role: 'status' }),
    help: element('div'),
    portfolio: element('div'),
    unit: element('div'),
    summary: element('section', { class: 'summary', 'aria-label': 'Kết quả · Result' }),
    tiers: element('section', { class: 'tier-strip' }),
    save: element('div', { class: 'save' }),
    tools: element('div', { class: 'tools' }),
    form: element('div', { class: 'form' }),
    // On a screen too narrow for two columns it stays in sight; to a screen reader it is said when it changes.
    standing: element('p', { class: 'standing', 'aria-hidden': 'true' }),
    spoken: element('p', { class: 'hidden', role: 'status', 'aria-live': 'polite' }),
  };

  constructor(root: HTMLElement, script: string | undefined, text: string | undefined) {
    this.state = { locale: 'vi', ruleset: '', draft: blankDraft('commune', today()), amendments: [] };
    this.portfolio = new Portfolio(() => openWorkplace(script, text), {
      locale: () => this.state.locale,
      ruleset: () => this.state.ruleset,
      amendments: () => this.state.amendments,
      today,
      defaults: () => this.defaults(),
      openUnit: (draft) => this.openUnit(draft, false),
      showUnit: () => this.parts.summary.scrollIntoView({ block: 'start' }),
      addAmendments: (amendments) => {
        this.state = { ...this.state, amendments: [...this.state.amendments, ...amendments] };
        this.rebuild();
        this.portfolio.judgeAgain();
        this.keep();
      },
      changed: () => this.rebuild(),
      say: (...message) => this.say(...message),
    });
    const { controls, message, help, portfolio, unit, summary, tiers, save, tools, form, standing, spoken } =
      this.parts;
    fill(
      root,
      controls,
      this.portfolio.busyBar,
      message,
      help,
      portfolio,
      element(
        'div',
        { class: 'columns' },
        element('div', { class: 'entry-side' }, unit, tools, form),
        element('div', { class: 'result-side' }, summary, tiers, save),
      ),
      standing,
      spoken,
    );
    this.readAddress();
    window.addEventListener('hashchange', () => this.readAddress());
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void this.portfolio.open(files);
    });
  }

  private get vi(): boolean {
    return this.state.locale === 'vi';
  }

  private say(...message: Child[]): void {
    this.message = message;
    fill(this.parts.message, ...message);
  }

  /** What the address asks for: a shared state, an example, or nothing. */
  private readAddress(): void {
    const link = readLink(location.hash, today());
    if (link.kind === 'state') {
      if (linkOf(this.state) === location.hash.slice(1)) return;
      this.state = link.state;
      this.example = undefined;
      this.message = [];
    } else {
      const locale = link.kind === 'refused' ? this.state.locale : (link.locale ?? 'vi');
      this.showExample(link.kind === 'example' ? link.id : 'quang-an', locale);
      if (link.kind === 'refused')
        this.message = [
          element(
            'p',
            { class: 'fault' },
            link.later
              ? this.vi
                ? 'Liên kết này do bản mới hơn của trang tạo ra; hãy mở bằng bản đó.'
                : 'This link was made by a later version of the page; open it there.'
              : this.vi
                ? 'Liên kết không đọc được, có thể bị cắt bớt. Dưới đây là ví dụ.'
                : 'The link cannot be read, perhaps it was cut off. Below is the example.',
          ),
        ];
      else if (link.kind === 'none' && link.open) this.message = [element('p', {}, this.openFirst(locale))];
    }
    this.rebuild();
  }

  private openFirst(locale: Locale): string {
    return locale === 'vi'
      ? 'Bấm “Mở bảng tính, JSON” hoặc kéo tệp vào trang này.'
      : 'Press “Open a table or JSON”, or drop a file on this page.';
  }

  private showExample(id: string, locale: Locale): void {
    const example = EXAMPLES.find((one) => one.id === id) ?? EXAMPLES[0];
    const draft = example && draftFrom(example.snapshot, today());
    if (!example || !draft) return;
    this.example = example.id;
    this.message = [];
    this.state = { locale, ruleset: example.ruleset, draft, amendments: example.amendments ?? [] };
  }

  private defaults(): TableDefaults {
    if (this.example !== undefined) return {};
    const { unit, assessedOn, year } = this.state.draft;
    const province = typeof unit.province === 'string' ? unit.province : undefined;
    return {
      level: unit.level,
      assessedOn,
      ...(province !== undefined && { province }),
      ...(year !== undefined && { year }),
    };
  }

  private openUnit(draft: Draft, keepsRuleset: boolean): void {
    const { level } = this.state.draft.unit;
    const ruleset =
      draft.unit.level === level || keepsRuleset ? this.state.ruleset : (usualRuleset(draft) ?? '');
    this.example = undefined;
    this.state = { ...this.state, draft, ruleset };
    this.rebuild();
    this.keep();
  }

  private startBlank(level: Level = 'commune'): void {
    const before = this.state.draft;
    const draft = blankDraft(
      level,
      level === before.unit.level && this.example === undefined ? before.assessedOn : today(),
    );
    this.example = undefined;
    this.message = [];
    this.state = { ...this.state, draft, ruleset: usualRuleset(draft) ?? '', amendments: [] };
    this.rebuild();
    this.keep();
    (this.parts.unit.querySelector('input[name="name"]') as HTMLElement | null)?.focus();
  }

  /** Writes the state into the address, so that a reload, a bookmark or a link brings it back. */
  private keep(): void {
    window.clearTimeout(this.later);
    this.later = window.setTimeout(() => {
      history.replaceState(null, '', `#${linkOf(this.state)}`);
      this.showTiers();
    }, 200);
  }

  private change(draft: Draft): void {
    this.state = { ...this.state, draft };
    this.update();
    this.keep();
  }

  /** Makes everything anew: another set, another language, another unit. */
  private rebuild(): void {
    const { locale } = this.state;
    document.documentElement.lang = locale;
    document.title = this.vi ? 'Chấm điểm nông thôn mới · ntm-rules' : 'Playground · ntm-rules';
    // The words of the site around the page.
    for (const word of document.querySelectorAll<HTMLElement>('[data-vi][data-en]'))
      word.textContent = word.dataset[locale] ?? '';
    this.made = '';
    fill(this.parts.controls, ...this.controls());
    fill(this.parts.message, ...this.message);
    fill(
      this.parts.help,
      this.example !== undefined && !this.portfolio.isOpen
        ? firstSteps(locale, {
            start: () => this.startBlank(),
            open: () => this.portfolio.choose(),
            template: () => this.template({ layout: 'wide', tiers: false }),
          })
        : undefined,
    );
    fill(this.parts.portfolio, this.portfolio.view());
    this.panel = unitPanel({
      locale,
      draft: () => this.state.draft,
      ruleset: () => this.state.ruleset,
      changeDraft: (draft) => this.change(draft),
      changeLevel: (level) => this.startBlank(level),
      chooseRuleset: (ruleset) => {
        this.state = { ...this.state, ruleset };
        this.update();
        this.portfolio.choseRuleset(ruleset);
        this.keep();
      },
    });
    fill(this.parts.unit, this.panel.root);
    fill(this.parts.tools, ...this.tools());
    this.update();
    this.showTiers();
  }

  private showTiers(): void {
    const report = tiersOf(this.state);
    const focused = (document.activeElement as HTMLElement | null)?.dataset.tier;
    const recognise = (tier: string, recognised: boolean): void =>
      this.change(withRecognition(this.state.draft, tier, recognised));
    fill(this.parts.tiers, ...(report ? tierCards(report, this.state.locale, recognise) : []));
    if (focused !== undefined)
      this.parts.tiers.querySelector<HTMLElement>(`[data-tier="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Judges anew and shows it; the form stays while its set does, so that nobody loses the field they are in. */
  private update(): void {
    const { locale, draft, ruleset, amendments } = this.state;
    const judged = judge(this.state);
    if (judged.kind === 'refused') {
      fill(
        this.parts.summary,
        element('h2', {}, this.vi ? 'Chưa xét được' : 'Cannot be judged yet'),
        problemList(judged.problems, locale),
      );
      fill(this.parts.save);
      return;
    }
    const { evaluation } = judged;
    const judging = `${evaluation.ruleset.id}@${evaluation.ruleset.version}`;
    const key = `${judging} ${locale} ${evaluation.ruleset.amendedBy.join(' ')}`;
    if (this.made !== key) {
      this.made = key;
      this.form = criteriaForm(
        judgedRuleset(evaluation, ruleset, draft.assessedOn, amendments),
        evaluation,
        this.surroundings(evaluation.ruleset.id),
      );
      fill(this.parts.form, this.form.root);
    }
    this.form?.show(evaluation);
    fill(this.parts.summary, ...resultSummary(evaluation, judging, locale));
    fill(
      this.parts.save,
      ...saveButtons(this.state, evaluation, {
        copied: () => this.say(element('p', {}, this.vi ? 'Đã chép liên kết.' : 'The link is copied.')),
        make: (name, made) => void this.portfolio.make(name, made, [draft]),
      }),
    );
    const { criteria, indicators } = evaluation.totals;
    const said = this.vi
      ? `Đạt ${criteria.met}/${criteria.total} tiêu chí, ${indicators.met}/${indicators.total} chỉ tiêu; chưa đạt ${indicators.unmet}`
      : `Met: criteria ${criteria.met}/${criteria.total}, indicators ${indicators.met}/${indicators.total}; not met: ${indicators.unmet}`;
    this.parts.standing.textContent = `${MARKS[evaluation.outcome]} ${said}`;
    if (this.parts.spoken.textContent !== said) this.parts.spoken.textContent = said;
  }

  private surroundings(id: string): FormSurroundings {
    const { locale } = this.state;
    const { standards } = shippedVocabulary();
    return {
      locale,
      facts: () => this.state.draft.facts,
      change: (key, slot, reading) => {
        this.change({ ...this.state.draft, facts: withReading(this.state.draft.facts, key, slot, reading) });
        this.form?.refresh(key);
      },
      standardName: (standard) => standards?.[standard]?.title[locale] ?? standard,
      declared: (key) => selfDeclared(this.state.draft.declared?.[id]?.[key]),
      declare: (key, outcome) => {
        const { [key]: before, ...rest } = this.state.draft.declared?.[id] ?? {};
        const entry = withSelfDeclared(before, outcome);
        const own = entry === undefined ? rest : { ...rest, [key]: entry };
        this.change({ ...this.state.draft, declared: { ...this.state.draft.declared, [id]: own } });
      },
    };
  }

  private controls(): Child[] {
    const { locale } = this.state;
    const vi = this.vi;
    const button = (text: string, click: () => void, kind = 'quiet'): HTMLElement =>
      element('button', { type: 'button', class: kind, on: { click } }, text);
    const language = (one: Locale, text: string): HTMLElement =>
      element(
        'button',
        {
          type: 'button',
          class: 'quiet',
          lang: one,
          'aria-pressed': String(locale === one),
          on: { click: () => this.speak(one) },
        },
        text,
      );
    return [
      element('h1', {}, vi ? 'Chấm điểm nông thôn mới' : 'New-rural playground'),
      element(
        'div',
        { class: 'group', role: 'group', 'aria-label': vi ? 'Ngôn ngữ' : 'Language' },
        language('vi', 'Tiếng Việt'),
        language('en', 'English'),
      ),
      element(
        'div',
        { class: 'group wrap' },
        button(vi ? 'Xã mới' : 'Blank commune', () => this.startBlank()),
        button(vi ? 'Mở bảng tính, JSON' : 'Open a table or JSON', () => this.portfolio.choose()),
        element(
          'label',
          { class: 'inline' },
          element('span', {}, vi ? 'Ví dụ' : 'Examples'),
          this.exampleChoice(),
        ),
      ),
      this.example !== undefined &&
        element(
          'p',
          { class: 'example-about' },
          EXAMPLES.find(({ id }) => id === this.example)?.about[locale],
        ),
      templateChoice(locale, tiersOf(this.state) !== undefined, (wanted) => this.template(wanted)),
      this.state.amendments.length > 0 && this.amendmentsUsed(),
    ];
  }

  /** The sets that a sheet to fill in is for, each in the version of the day. */
  private templateSets(tiers: boolean): readonly string[] {
    const report = tiers ? tiersOf(this.state) : undefined;
    if (report) return report.tiers.flatMap(({ ruleset }) => ruleset ?? []);
    const judged = judge(this.state);
    if (judged.kind !== 'judged') return [this.state.ruleset];
    const { id, version } = judged.evaluation.ruleset;
    return [`${id}@${version}`];
  }

  private template({ layout, tiers }: TemplateWanted): void {
    const { locale } = this.state;
    const rulesets = this.templateSets(tiers);
    const name = fileName((rulesets[0] ?? '').split('@')[0] ?? '', 'units');
    const kind = { wide: this.vi ? 'mau' : 'template', form: this.vi ? 'bieu' : 'form' }[layout];
    void this.portfolio.make(`${kind}-${name}${tiers ? (this.vi ? '-cac-muc-do' : '-tiers') : ''}.xlsx`, {
      file: 'template',
      rulesets,
      layout,
      locale,
    });
  }

  private exampleChoice(): HTMLSelectElement {
    const select = element(
      'select',
      {
        on: {
          change: () => {
            if (select.value === '') return;
            this.showExample(select.value, this.state.locale);
            this.rebuild();
            this.keep();
          },
        },
      },
      element('option', { value: '' }, this.vi ? 'chọn…' : 'choose…'),
      ...EXAMPLES.map(({ id, name }) =>
        element('option', { value: id, selected: id === this.example }, name[this.state.locale]),
      ),
    );
    return select;
  }

  private amendmentsUsed(): HTMLElement {
    const titles = this.state.amendments.map(
      (one) => (one as { title?: Record<string, unknown> }).title?.[this.state.locale],
    );
    return element(
      'p',
      { class: 'example-about' },
      `${this.vi ? 'Kèm các mức của' : 'With figures of'}: ${titles.map((title) => (typeof title === 'string' ? title : '?')).join('; ')} `,
      element(
        'button',
        {
          type: 'button',
          class: 'link',
          on: {
            click: () => {
              this.state = { ...this.state, amendments: [] };
              this.rebuild();
              this.portfolio.judgeAgain();
              this.keep();
            },
          },
        },
        this.vi ? 'bỏ đi' : 'leave out',
      ),
    );
  }

  private speak(locale: Locale): void {
    this.state = { ...this.state, locale };
    this.message = [];
    this.rebuild();
    this.portfolio.judgeAgain();
    this.keep();
  }

  private tools(): Child[] {
    const vi = this.vi;
    const select = element(
      'select',
      {
        on: {
          change: () => {
            this.shown = select.value as Shown;
            this.form?.filter(this.shown);
          },
        },
      },
      element('option', { value: 'all' }, vi ? 'Mọi chỉ tiêu' : 'All indicators'),
      element('option', { value: 'unmet' }, vi ? 'Chưa đạt' : 'Not met'),
      element('option', { value: 'unknown' }, vi ? 'Chưa đủ căn cứ' : 'Not enough evidence'),
      element('option', { value: 'met' }, vi ? 'Đạt' : 'Met'),
    );
    const button = (text: string, open: boolean): HTMLElement =>
      element(
        'button',
        { type: 'button', class: 'quiet', on: { click: () => this.form?.openAll(open) } },
        text,
      );
    return [
      element('h2', {}, vi ? 'Tiêu chí và số liệu' : 'Criteria and figures'),
      element(
        'div',
        { class: 'group wrap' },
        element('label', { class: 'inline' }, element('span', {}, vi ? 'Hiện' : 'Show'), select),
        button(vi ? 'Mở hết' : 'Open all', true),
        button(vi ? 'Thu gọn' : 'Fold all', false),
      ),
    ];
  }
}

/** Starts the page inside its element; `script` is where its script came from, `text` the script itself. */
export function startPage(script: string | undefined, text: string | undefined): void {
  const begin = (): void => {
    const root = document.getElementById('playground');
    if (root) new Page(root, script, text);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
