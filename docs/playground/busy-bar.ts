import type { Locale, Localized } from '../../src/index.js';
import { element, fill } from './element.js';
import type { Progress } from './work-progress.js';

/** One piece of work that is shown while it goes on. */
export interface ShownWork {
  readonly at: (progress: Progress) => void;
  readonly end: () => void;
}

/** Says what the page is busy with, how far it is, and offers to stop it: nothing long happens without a sign. */
export class BusyBar {
  readonly root = element('div', { class: 'busy', hidden: true });
  #round = 0;

  constructor(private readonly locale: () => Locale) {}

  /** What begins now takes the place of what was shown before. */
  begin(text: Localized, cancel: () => void): ShownWork {
    this.#round += 1;
    const round = this.#round;
    const locale = this.locale();
    const vi = locale === 'vi';
    const bar = element('progress', { 'aria-label': text[locale] });
    const count = element('span', { class: 'told', 'aria-hidden': 'true' });
    fill(
      this.root,
      element('p', { role: 'status' }, `${text[locale]}…`),
      bar,
      count,
      element('button', { type: 'button', class: 'quiet', on: { click: cancel } }, vi ? 'Dừng lại' : 'Stop'),
    );
    this.root.hidden = false;
    return {
      at: ({ done, of }) => {
        if (round !== this.#round || of === 0) return;
        bar.max = of;
        bar.value = done;
        count.textContent = `${done.toLocaleString(locale)} / ${of.toLocaleString(locale)}`;
      },
      end: () => {
        if (round !== this.#round) return;
        this.root.hidden = true;
        fill(this.root);
      },
    };
  }
}
