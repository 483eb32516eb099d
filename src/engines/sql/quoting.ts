import type { Path } from '../../problem/problem.js';
import type { Localized } from '../../schema/text.js';
import type { Dialect } from './dialect.js';
import { refusal } from './problems.js';

const UNWRITABLE = /[\0\p{Cs}]/u;

function refuse(name: string, path: Path, expected: Localized): never {
  throw refusal('bad-name', path, {
    found: name,
    expected,
    hint: { vi: 'Chọn tên khác.', en: 'Choose another name.' },
  });
}

function checkWritable(text: string, path: Path, { backslashEscapes }: Dialect, isName: boolean): void {
  if (UNWRITABLE.test(text)) {
    refuse(text, path, {
      vi: 'không có ký tự NUL hay nửa cặp ký tự thay thế',
      en: 'no NUL and no half of a surrogate pair',
    });
  }
  if (isName && backslashEscapes && text.includes('${'))
    refuse(text, path, { vi: 'không có “${”: Spark tự thay thế', en: 'no “${”: Spark fills it in' });
}

/**
 * A name somebody else chose, quoted so that nothing in it ends the quotation.
 *
 * @throws NtmError `bad-name` for a name that is empty, holds NUL, or is longer than the database keeps
 */
export function quotedName(name: string, dialect: Dialect, path: Path): string {
  if (name === '') refuse(name, path, { vi: 'một tên', en: 'a name' });
  checkWritable(name, path, dialect, true);
  if (new TextEncoder().encode(name).length > dialect.nameBytes) {
    refuse(name, path, {
      vi: `nhiều nhất ${dialect.nameBytes} byte`,
      en: `at most ${dialect.nameBytes} bytes`,
    });
  }
  return `${dialect.quote}${name.replaceAll(dialect.quote, dialect.quote.repeat(2))}${dialect.quote}`;
}

/**
 * A text as a literal.
 *
 * @throws NtmError `bad-name` for a text that holds NUL
 */
export function quotedText(text: string, dialect: Dialect, path: Path): string {
  checkWritable(text, path, dialect, false);
  if (!dialect.backslashEscapes) {
    const doubled = text.replaceAll("'", "''");
    // PostgreSQL can be set to read backslashes in plain texts; an E'…' text is read the same way everywhere.
    return dialect.id === 'postgresql' && text.includes('\\')
      ? `E'${doubled.replaceAll('\\', '\\\\')}'`
      : `'${doubled}'`;
  }
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('${', '\\u0024{')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `'${escaped}'`;
}
