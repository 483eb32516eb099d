import type { Evaluation } from '../../src/index.js';
import { type PlayState, snapshotOf } from './draft.js';
import { type Child, element } from './element.js';
import type { MadeFile } from './made-file.js';
import { fileName, saveFile } from './save-file.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Ways to take the work along: a link, the snapshot, the result. */
export function saveButtons(
  state: PlayState,
  evaluation: Evaluation,
  { copied, make }: { copied: () => void; make: (name: string, made: MadeFile) => void },
): Child[] {
  const { locale, draft, ruleset, amendments } = state;
  const vi = locale === 'vi';
  const name = fileName(draft.unit.name, 'unit');
  const judging = { by: { ruleset }, amendments, locale };
  const button = (text: string, click: () => void): HTMLElement =>
    element('button', { type: 'button', class: 'quiet', on: { click } }, text);
  return [
    element('h2', {}, vi ? 'Lưu và chia sẻ' : 'Save and share'),
    element(
      'div',
      { class: 'group wrap' },
      button(vi ? 'Chép liên kết' : 'Copy the link', () => {
        void navigator.clipboard?.writeText(location.href).then(copied);
      }),
      button(vi ? 'Báo cáo để in' : 'Report to print', () =>
        make(`${name}.html`, {
          file: 'report',
          title: draft.unit.name,
          ...judging,
        }),
      ),
      button(vi ? 'Kết quả (XLSX)' : 'Results (XLSX)', () =>
        make(`${name}.xlsx`, { file: 'workbook', ...judging }),
      ),
      button(vi ? 'Số liệu (JSON)' : 'Snapshot (JSON)', () =>
        saveFile(`${name}.snapshot.json`, json(snapshotOf(draft, locale)), 'application/json'),
      ),
      button(vi ? 'Kết quả (JSON)' : 'Result (JSON)', () =>
        saveFile(`${name}.evaluation.json`, json(evaluation), 'application/json'),
      ),
    ),
  ];
}
