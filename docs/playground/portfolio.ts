import { evaluateTiers, type Locale, type Localized, NtmError } from '../../src/index.js';
import type { TableDefaults } from '../../src/table/index.js';
import { BusyBar } from './busy-bar.js';
import { type Draft, snapshotOf } from './draft.js';
import { type Child, element, fill } from './element.js';
import type { JudgedBy, Judging } from './judged-by.js';
import { judgedByChoice } from './judged-by-choice.js';
import type { MadeFile } from './made-file.js';
import { type FailedFile, type OpenedFiles, openFiles } from './opened-files.js';
import type { PortfolioRow } from './portfolio-row.js';
import { type PortfolioTable, portfolioTable } from './portfolio-view.js';
import { problemList } from './problem-list.js';
import { refusedList } from './refused-list.js';
import { fileName, HTML, saveFile, XLSX } from './save-file.js';
import { MOST_EXPLAINED } from './unit-judge.js';
import { Cancelled } from './work-progress.js';
import type { Workplace } from './workplace.js';

export interface PortfolioSurroundings {
  readonly locale: () => Locale;
  readonly ruleset: () => string;
  readonly amendments: () => readonly unknown[];
  readonly today: () => string;
  /** What the page's fields say of a unit, for tables that do not say it; nothing while they show an example. */
  readonly defaults: () => TableDefaults;
  readonly openUnit: (draft: Draft) => void;
  /** Brings the unit that is open into sight. */
  readonly showUnit: () => void;
  readonly addAmendments: (amendments: readonly unknown[]) => void;
  readonly changed: () => void;
  readonly say: (...message: Child[]) => void;
}

/** Rows that come in between two drawings of the table. */
const DRAWN = 1_000;

const NOTHING: OpenedFiles = {
  names: [],
  units: 0,
  refused: [],
  warnings: [],
  amendments: [],
  failed: [],
};

/** The units of opened files: read and judged in a worker, shown as a table. */
export class Portfolio {
  private files = NOTHING;
  private by: JudgedBy = { ladder: undefined };
  private rows: PortfolioRow[] = [];
  private place: Workplace | undefined;
  private table: PortfolioTable | undefined;
  private judging: AbortController | undefined;
  private readonly busy: BusyBar;
  private readonly root = element('section', { class: 'many', hidden: true });
  private readonly input = element('input', {
    type: 'file',
    multiple: true,
    accept: '.xlsx,.csv,.tsv,.txt,.json',
    hidden: true,
    on: {
      change: () => {
        const files = [...(this.input.files ?? [])];
        if (files.length > 0) void this.open(files);
        this.input.value = '';
      },
    },
  });

  constructor(
    private readonly openPlace: () => Workplace,
    private readonly page: PortfolioSurroundings,
  ) {
    this.busy = new BusyBar(page.locale);
    document.body.append(this.input);
  }

  get isOpen(): boolean {
    return this.files.units > 1;
  }

  /** Where the page shows what it is busy with. */
  get busyBar(): HTMLElement {
    return this.busy.root;
  }

  /** Lets people choose files. */
  choose(): void {
    this.input.click();
  }

  view(): HTMLElement {
    this.draw();
    return this.root;
  }

  private said({ vi, en }: Localized): string {
    return this.page.locale() === 'vi' ? vi : en;
  }

  private fault(text: Localized): HTMLElement {
    return element('p', { class: 'fault' }, this.said(text));
  }

  /** Reads files in a workplace of their own; what was open stays until they are read. */
  async open(files: readonly File[]): Promise<void> {
    const place = this.openPlace();
    const stop = new AbortController();
    const cancel = (): void => {
      stop.abort();
      place.close();
    };
    let shown = this.busy.begin({ vi: 'Đang đọc', en: 'Reading' }, cancel);
    this.page.say();
    try {
      const opened = await openFiles(files, place, {
        today: this.page.today(),
        defaults: this.page.defaults(),
        signal: stop.signal,
        beginFile: (name, at) => {
          const which = files.length > 1 ? ` (${at + 1}/${files.length})` : '';
          shown = this.busy.begin({ vi: `Đang đọc ${name}${which}`, en: `Reading ${name}${which}` }, cancel);
        },
      });
      shown.end();
      this.take(opened, place);
    } catch (error) {
      shown.end();
      place.close();
      if (error instanceof Cancelled) {
        this.page.say(element('p', {}, this.said({ vi: 'Đã dừng đọc tệp.', en: 'Reading was stopped.' })));
        return;
      }
      const why = String(error);
      this.page.say(this.fault({ vi: `Không mở được tệp: ${why}`, en: `Cannot be opened: ${why}` }));
    }
  }

  private failure({ name, why }: FailedFile): Child[] {
    if ('vi' in why) return [this.fault({ vi: `${name}: ${why.vi}`, en: `${name}: ${why.en}` })];
    return [
      this.fault({ vi: `Không mở được ${name}.`, en: `${name} cannot be opened.` }),
      problemList(why.problems, this.page.locale()),
    ];
  }

  private take(opened: OpenedFiles, place: Workplace): void {
    const { first, names, refused, warnings, amendments, failed } = opened;
    if (amendments.length > 0) this.page.addAmendments(amendments);
    const failures = failed.flatMap((one) => this.failure(one));
    if (!first) {
      place.close();
      const none = names.length > 0 && [
        this.fault({
          vi: `${names.join(', ')}: không có đơn vị nào.`,
          en: `${names.join(', ')}: holds no unit.`,
        }),
        refused.length > 0 &&
          element(
            'p',
            {},
            this.said({
              vi: 'Nếu bảng không ghi tỉnh, ngày hay năm xét: bấm “Xã mới”, chọn ở phần Đơn vị, rồi mở lại bảng.',
              en: 'Where the table names no province, day or year: press “Blank commune”, choose them under Unit, and open the table again.',
            }),
          ),
        refusedList(refused, warnings, this.page.locale()),
      ];
      this.page.say(...failures, ...(none || []));
      return;
    }
    this.place?.close();
    this.place = place;
    this.files = opened;
    this.page.say(...failures);
    if (!('ruleset' in this.by)) this.by = this.usualLadder(first);
    this.page.openUnit(first);
    this.root.scrollIntoView({ block: 'nearest' });
    void this.judge();
  }

  /** Every tier, where there is a ladder for such units; else the set of the page. */
  private usualLadder(first: Draft): JudgedBy {
    try {
      evaluateTiers(snapshotOf(first, this.page.locale()), undefined, { onInvalid: 'unknown' });
      return { ladder: undefined };
    } catch (error) {
      if (error instanceof NtmError && error.errors.some(({ code }) => code === 'no-ladder'))
        return { ruleset: this.page.ruleset() };
      return { ladder: undefined };
    }
  }

  /** Somebody chose a set: units are judged by it. */
  choseRuleset(ruleset: string): void {
    this.by = { ruleset };
    this.judgeAgain();
  }

  judgeAgain(): void {
    if (this.isOpen) void this.judge();
  }

  private judgingNow(): Judging {
    return { by: this.by, amendments: this.page.amendments(), locale: this.page.locale() };
  }

  /** Judges in slices and shows what is ready; a later round makes an earlier one stop. */
  private async judge(): Promise<void> {
    const { place } = this;
    this.judging?.abort();
    const stop = new AbortController();
    this.judging = stop;
    this.rows = [];
    this.table = undefined;
    this.draw();
    if (!place || !this.isOpen) return;
    const shown = this.busy.begin({ vi: 'Đang xét', en: 'Judging' }, () => stop.abort());
    const { rows } = this;
    let drawn = 0;
    try {
      await place.ask(
        { work: 'judge', judging: this.judgingNow() },
        {
          signal: stop.signal,
          tell: (news) => {
            shown.at(news);
            for (const row of news.rows ?? []) rows.push(row);
            if (rows.length < drawn + DRAWN && rows.length < this.files.units) return;
            drawn = rows.length;
            this.drawTable();
          },
        },
      );
    } catch (error) {
      if (this.judging !== stop) return;
      this.drawTable();
      this.page.say(
        error instanceof Cancelled
          ? element(
              'p',
              {},
              this.said({
                vi: `Đã dừng: mới xét ${rows.length} trên ${this.files.units} đơn vị.`,
                en: `Stopped: ${rows.length} of ${this.files.units} units are judged.`,
              }),
            )
          : this.fault({ vi: `Không xét được: ${String(error)}`, en: `Cannot be judged: ${String(error)}` }),
      );
    } finally {
      shown.end();
    }
  }

  /** Makes a file of the units given, or of all that are open, and saves it. */
  async make(name: string, made: MadeFile, drafts?: readonly Draft[]): Promise<void> {
    const stop = new AbortController();
    const shown = this.busy.begin({ vi: `Đang tạo ${name}`, en: `Making ${name}` }, () => stop.abort());
    const place = this.place ?? this.openPlace();
    this.page.say();
    try {
      const told = await place.ask(
        { work: 'make', made, ...(drafts && { drafts }) },
        { signal: stop.signal, tell: shown.at },
      );
      if (told.work === 'make') saveFile(name, told.content, made.file === 'report' ? HTML : XLSX);
    } catch (error) {
      const why = String(error);
      if (!(error instanceof Cancelled))
        this.page.say(
          this.fault({ vi: `Không tạo được ${name}: ${why}`, en: `${name} cannot be made: ${why}` }),
        );
    } finally {
      shown.end();
      if (place !== this.place) place.close();
    }
  }

  private close(): void {
    this.judging?.abort();
    this.place?.close();
    this.place = undefined;
    this.files = NOTHING;
    this.rows = [];
    this.table = undefined;
    this.page.changed();
  }

  /** What the files are called together. */
  private get name(): string {
    const { names } = this.files;
    const [first = ''] = names;
    const more = names.length - 1;
    return more > 0
      ? this.said({ vi: `${first} và ${more} tệp khác`, en: `${first} and ${more} more` })
      : first;
  }

  private saving(): HTMLElement {
    const name = fileName((this.files.names[0] ?? '').replace(/\.[a-z]+$/i, ''), 'units');
    const button = (text: Localized, file: string, made: () => MadeFile): HTMLElement =>
      element(
        'button',
        { type: 'button', on: { click: () => void this.make(file, made()) } },
        this.said(text),
      );
    return element(
      'div',
      { class: 'group wrap' },
      button({ vi: 'Lưu kết quả (XLSX)', en: 'Save the results (XLSX)' }, `${name}-result.xlsx`, () => ({
        file: 'workbook',
        ...this.judgingNow(),
      })),
      button({ vi: 'Lưu báo cáo (HTML)', en: 'Save the report (HTML)' }, `${name}-report.html`, () => ({
        file: 'report',
        title: this.name,
        ...this.judgingNow(),
      })),
    );
  }

  private choice(): HTMLElement | undefined {
    const { first } = this.files;
    if (!first) return undefined;
    return judgedByChoice(
      { by: this.by, level: first.unit.level, ruleset: this.page.ruleset(), locale: this.page.locale() },
      (by) => {
        this.by = by === 'set' ? { ruleset: this.page.ruleset() } : by;
        this.judgeAgain();
      },
    );
  }

  private async openUnit(at: number): Promise<void> {
    const told = await this.place?.ask({ work: 'unit', at });
    if (told?.work !== 'unit' || !told.draft) return;
    this.page.openUnit(told.draft);
    this.page.showUnit();
  }

  private drawTable(): void {
    if (!this.table) {
      this.table = portfolioTable(this.page.locale(), (at) => void this.openUnit(at));
      this.root.append(this.table.root);
    }
    this.table.show(this.rows);
  }

  private draw(): void {
    const { files } = this;
    this.root.hidden = files.units === 0;
    if (files.units === 0) return;
    const locale = this.page.locale();
    fill(
      this.root,
      element(
        'header',
        {},
        element('h2', {}, this.name),
        element(
          'button',
          { type: 'button', class: 'quiet', on: { click: () => this.close() } },
          this.said({ vi: 'Đóng tệp', en: 'Close the file' }),
        ),
      ),
      refusedList(files.refused, files.warnings, locale),
      element('div', { class: 'group wrap' }, this.isOpen && this.choice(), this.saving()),
      files.units > MOST_EXPLAINED &&
        element(
          'p',
          { class: 'told' },
          this.said({
            vi: `Trên ${MOST_EXPLAINED.toLocaleString('vi')} đơn vị: bảng, tệp kết quả và báo cáo không giải trình từng chỉ tiêu. Bấm tên một đơn vị để xem đầy đủ.`,
            en: `More than ${MOST_EXPLAINED.toLocaleString('en')} units: table, results and report do not explain each indicator. Press the name of a unit to see everything.`,
          }),
        ),
      this.table?.root,
    );
  }
}
