import type { Locale, Localized } from '../../src/index.js';
import type { RefusedCell, TableDefaults, TableWarning } from '../../src/table/index.js';
import type { Draft } from './draft.js';
import { type Child, element, fill } from './element.js';
import type { PortfolioRow } from './judge-many.js';
import type { MadeFile } from './made-file.js';
import { portfolioTable } from './portfolio-view.js';
import { problemList } from './problem-list.js';
import { refusedList } from './refused-list.js';
import { usualRuleset } from './ruleset-choice.js';
import { fileName, HTML, saveFile, XLSX } from './save-file.js';
import type { Ask } from './worker.js';

export interface PortfolioSurroundings {
  readonly locale: () => Locale;
  readonly ruleset: () => string;
  readonly amendments: () => readonly unknown[];
  readonly today: () => string;
  /** What the page's fields say of a unit, for tables that do not say it; nothing while they show an example. */
  readonly defaults: () => TableDefaults;
  readonly openUnit: (draft: Draft) => void;
  readonly addAmendment: (amendment: unknown) => void;
  readonly changed: () => void;
  readonly say: (...message: Child[]) => void;
}

/** Units judged in one go, between which the page shows how far it is. */
const BATCH = 100;

/** A file any larger is no table that a page should hold. */
const LARGEST = 200_000_000;

/** The units of an opened file: read and judged in a worker, shown as a table. */
export class Portfolio {
  private drafts: readonly Draft[] = [];
  private rows: readonly PortfolioRow[] = [];
  private refused: readonly RefusedCell[] = [];
  private warnings: readonly TableWarning[] = [];
  private name = '';
  private round = 0;
  private readonly place = element('section', { class: 'many', hidden: true });
  private readonly input = element('input', {
    type: 'file',
    accept: '.xlsx,.csv,.tsv,.txt,.json',
    hidden: true,
    on: {
      change: () => {
        const [file] = this.input.files ?? [];
        if (file) void this.open(file);
        this.input.value = '';
      },
    },
  });

  constructor(
    private readonly ask: Ask,
    private readonly page: PortfolioSurroundings,
  ) {
    document.body.append(this.input);
  }

  get isOpen(): boolean {
    return this.drafts.length > 1;
  }

  /** Lets people choose a file. */
  choose(): void {
    this.input.click();
  }

  view(): HTMLElement {
    this.draw();
    return this.place;
  }

  private said({ vi, en }: Localized): string {
    return this.page.locale() === 'vi' ? vi : en;
  }

  async open(file: File): Promise<void> {
    this.page.say(element('p', {}, this.said({ vi: `Đang đọc ${file.name}…`, en: `Reading ${file.name}…` })));
    try {
      if (file.size > LARGEST) {
        this.page.say(
          element(
            'p',
            { class: 'fault' },
            this.said({
              vi: `${file.name} quá lớn (trên 200 MB); hãy chia thành nhiều tệp.`,
              en: `${file.name} is too large (over 200 MB); split it.`,
            }),
          ),
        );
        return;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const told = await this.ask({
        work: 'open',
        name: file.name,
        bytes,
        today: this.page.today(),
        defaults: this.page.defaults(),
      });
      if (told.work !== 'open') return;
      const { opened } = told;
      switch (opened.kind) {
        case 'amendment':
          this.page.say();
          this.page.addAmendment(opened.amendment);
          return;
        case 'refused':
          this.page.say(
            element(
              'p',
              { class: 'fault' },
              this.said({ vi: `Không mở được ${file.name}.`, en: `${file.name} cannot be opened.` }),
            ),
            problemList(opened.problems, this.page.locale()),
          );
          return;
        case 'unknown':
          this.page.say(element('p', { class: 'fault' }, `${file.name}: ${opened.why[this.page.locale()]}`));
          return;
        case 'units':
          await this.take(file.name, opened.drafts, opened.refused, opened.warnings);
      }
    } catch (error) {
      this.page.say(
        element(
          'p',
          { class: 'fault' },
          this.said({
            vi: `Không mở được ${file.name}: ${String(error)}`,
            en: `${file.name} cannot be opened: ${String(error)}`,
          }),
        ),
      );
    }
  }

  private async take(
    name: string,
    drafts: readonly Draft[],
    refused: readonly RefusedCell[],
    warnings: readonly TableWarning[],
  ): Promise<void> {
    const [first] = drafts;
    if (!first) {
      this.page.say(
        element(
          'p',
          { class: 'fault' },
          this.said({ vi: `${name} không có đơn vị nào.`, en: `${name} holds no unit.` }),
        ),
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
      );
      return;
    }
    this.name = name;
    this.drafts = drafts;
    this.refused = refused;
    this.warnings = warnings;
    this.rows = [];
    this.page.say();
    this.page.openUnit(first);
    if (usualRuleset(first) === undefined && this.page.ruleset() === '') return;
    await this.judge();
  }

  /** Makes a file in the worker and saves it. */
  async make(name: string, made: MadeFile): Promise<void> {
    this.page.say(element('p', {}, this.said({ vi: `Đang tạo ${name}…`, en: `Making ${name}…` })));
    try {
      const told = await this.ask({ work: 'make', made });
      if (told.work === 'make') saveFile(name, told.content, made.file === 'report' ? HTML : XLSX);
      this.page.say();
    } catch (error) {
      const why = String(error);
      this.page.say(
        element(
          'p',
          { class: 'fault' },
          this.said({ vi: `Không tạo được ${name}: ${why}`, en: `${name} cannot be made: ${why}` }),
        ),
      );
    }
  }

  judgeAgain(): void {
    if (this.isOpen) void this.judge();
  }

  /** Judges in batches; a later round makes an earlier one stop. */
  private async judge(): Promise<void> {
    this.round += 1;
    const { round, drafts } = this;
    const rows: PortfolioRow[] = [];
    for (let from = 0; from < drafts.length; from += BATCH) {
      const told = await this.ask({
        work: 'judge',
        drafts: drafts.slice(from, from + BATCH),
        from,
        ruleset: this.page.ruleset(),
        amendments: this.page.amendments(),
        locale: this.page.locale(),
      });
      if (round !== this.round || told.work !== 'judge') return;
      rows.push(...told.rows);
      this.rows = rows;
      if (from % (BATCH * 10) === 0 || rows.length === drafts.length) this.draw();
    }
    this.draw();
  }

  private close(): void {
    this.drafts = [];
    this.rows = [];
    this.refused = [];
    this.warnings = [];
    this.page.changed();
  }

  private saving(): HTMLElement {
    const by = {
      ruleset: this.page.ruleset(),
      amendments: this.page.amendments(),
      locale: this.page.locale(),
    };
    const { drafts } = this;
    const unread = [...this.refused, ...this.warnings];
    const name = fileName(this.name.replace(/\.[a-z]+$/i, ''), 'units');
    const button = (text: Localized, file: string, made: MadeFile): HTMLElement =>
      element('button', { type: 'button', on: { click: () => void this.make(file, made) } }, this.said(text));
    return element(
      'div',
      { class: 'group wrap' },
      button({ vi: 'Lưu kết quả (XLSX)', en: 'Save the results (XLSX)' }, `${name}-result.xlsx`, {
        file: 'workbook',
        drafts,
        unread,
        ...by,
      }),
      button({ vi: 'Lưu báo cáo (HTML)', en: 'Save the report (HTML)' }, `${name}-report.html`, {
        file: 'report',
        drafts,
        title: this.name,
        ...by,
      }),
    );
  }

  private draw(): void {
    const { drafts, rows } = this;
    this.place.hidden = drafts.length === 0;
    if (drafts.length === 0) return;
    const locale = this.page.locale();
    const waiting = rows.length < drafts.length && this.isOpen;
    const progress = element('progress', {
      max: drafts.length,
      value: rows.length,
      'aria-label': this.said({ vi: 'Đang xét', en: 'Judging' }),
    });
    fill(
      this.place,
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
      refusedList(this.refused, this.warnings, locale),
      this.saving(),
      waiting && progress,
      this.isOpen &&
        rows.length > 0 &&
        portfolioTable(rows, locale, (at) => {
          const draft = drafts[at];
          if (draft) this.page.openUnit(draft);
        }),
    );
  }
}
