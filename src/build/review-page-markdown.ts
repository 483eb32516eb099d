import type { Localized } from '../schema/text.js';

/** Text as it reads, whatever Markdown would make of its characters. */
export function escaped(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/^>/, '\\>')
    .replace(/^(\d+)([.)])(?= )/, '$1\\$2')
    .replace(/^([-+#=])(?= |$)/, '\\$1');
}

/** Vietnamese, with English in italics after it. */
export function bilingual({ vi, en }: Localized, between = ' · '): string {
  return vi === en ? escaped(vi) : `${escaped(vi)}${between}*${escaped(en)}*`;
}

/** A text in both languages on two lines of one cell or entry. */
export function stacked(text: Localized): string {
  return bilingual(text, '<br>');
}

/** A table whose rows are lines of their own and not padded, so that a changed figure changes one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}

/** A table of two columns without a head of its own. */
export function sheet(rows: readonly (readonly [string, string])[]): string[] {
  return table(
    ['', ''],
    rows
      .filter(([, value]) => value !== '')
      .map(([label, value]) => [label === '' ? '' : `**${label}**`, value]),
  );
}

export function link(text: string, address: string): string {
  return `[${text}](${address.replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** A section, or nothing where it would be empty. */
export function section(title: string, lines: readonly string[], depth = 2): string[] {
  return lines.length === 0 ? [] : ['', `${'#'.repeat(depth)} ${title}`, '', ...lines];
}

export function list(texts: readonly string[]): string[] {
  return texts.map((text) => `- ${text}`);
}

export const GENERATED =
  '<!-- Generated from rulesets/ by `npm run review-pages`: change the data, never this page. -->';

export function page(lines: readonly string[]): string {
  return `${[GENERATED, '', ...lines].map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The address of one generated page seen from another, both as paths below docs/rulesets. */
export function between(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return `${'../'.repeat(up)}${to}`;
}
