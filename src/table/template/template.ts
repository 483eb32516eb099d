import { NtmError } from '../../problem/problem.js';
import { problem } from '../../problem/report.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Locale } from '../../schema/text.js';
import { getRuleset } from '../../shipped.js';
import { formTemplate } from '../form/form-template.js';
import { LEVEL_NAMES } from '../level-cell.js';
import { tableVocabulary } from '../read-table.js';
import type { HelpSetting } from './column-help.js';
import { type TemplateUnit, wideTemplate } from './wide-template.js';
import { writeTemplate } from './write-template.js';

/** How a template is made. */
export interface TemplateOptions {
  /** The language of names and notes; `vi` by default. Both are understood when it is read. @since 0.1.0 */
  locale?: Locale;
  /**
   * `wide` (default): one row a unit. `form`: one sheet a unit as offices keep it, with what is required, places for
   * figures, self-assessment and appraisal, and room for signatures. @since 0.1.0
   */
  layout?: 'wide' | 'form';
  /** Units to write into it beforehand. @since 0.1.0 */
  units?: readonly TemplateUnit[];
}

function refused(found: string, expected: [string, string], hint: [string, string]): NtmError {
  return new NtmError([
    problem('bad-option', '/rulesets', {
      shown: found,
      expected: { vi: expected[0], en: expected[1] },
      hint: { vi: hint[0], en: hint[1] },
    }),
  ]);
}

/** The sets asked for, all of one level; an id alone stands for its latest version. */
function settingFor(named: readonly (string | Ruleset)[], locale: Locale): HelpSetting {
  const rulesets = named.map((one) => (typeof one === 'string' ? getRuleset(one) : one));
  const [first] = rulesets;
  if (!first) {
    throw refused(
      '',
      ['ít nhất một bộ tiêu chí', 'at least one ruleset'],
      ['Ví dụ: vn/commune-ntm/2021-2025', 'For example: vn/commune-ntm/2021-2025'],
    );
  }
  const other = rulesets.find(({ level }) => level !== first.level);
  if (other) {
    throw refused(
      other.id,
      [
        `bộ tiêu chí cấp ${LEVEL_NAMES[first.level].vi.toLowerCase()}`,
        `rulesets for the level ${first.level}`,
      ],
      ['Tạo mỗi cấp một mẫu.', 'Make a template for each level.'],
    );
  }
  return { rulesets, level: first.level, locale, vocabulary: tableVocabulary(rulesets) };
}

/**
 * A workbook to fill in (mẫu biểu), as the bytes of an XLSX: one row a unit, with every column that the rulesets ask
 * for. Columns carry their unit, a note that shows where a cell is filled in and drop-downs of what may stand there; one
 * sheet is filled in once for all units (province, day, year) and one explains every column. A column that several sets
 * ask for stands once.
 *
 * Cells are formatted as text, so that `9,5` and `16/19` stay as typed, whatever language the spreadsheet speaks.
 * With `layout: 'form'` it has one sheet a unit (or a single blank one) with one row for each entry and figure.
 *
 * `readTable` reads it back; what is left blank is not known.
 *
 * @param rulesets ids (the latest version), `id@version`, or rulesets; all of one level
 * @throws NtmError `unknown-ruleset`; `bad-option` for none, or for sets of different levels
 * @example
 * await template(['vn/commune-ntm/2021-2025', 'vn/commune-advanced/2021-2025'], { locale: 'vi' }) // Uint8Array
 * await template(['vn/commune-ntm/2021-2025'], { units: [{ name: 'Xã A', code: '02980' }] })
 * @since 0.1.0
 */
export async function template(
  rulesets: readonly (string | Ruleset)[],
  options: TemplateOptions = {},
): Promise<Uint8Array> {
  return templateOf(rulesets, options).write();
}

/** The same in two steps: what is wrong with what was asked for shows before anything is written. */
export function templateOf(
  rulesets: readonly (string | Ruleset)[],
  { locale = 'vi', layout = 'wide', units = [] }: TemplateOptions = {},
): { readonly write: () => Promise<Uint8Array> } {
  const setting = settingFor(rulesets, locale);
  if (layout === 'form') return formTemplate(setting, units);
  const sheets = wideTemplate(setting, units);
  return { write: () => writeTemplate(sheets) };
}
