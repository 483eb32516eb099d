import type { Ruleset } from '../../schema/ruleset.js';
import { LIBRARY_VERSION } from '../../version.js';
import { checkPlaceOptions, dialectOf } from './check-options.js';
import type { SqlColumn } from './column.js';
import { sqlColumns } from './columns.js';
import { commentLine } from './comment.js';
import type { Dialect } from './dialect.js';
import { readCell } from './entry-columns.js';
import type { Entry, JudgedSet } from './judged-set.js';
import { written } from './layout.js';
import type { SqlOptions } from './options.js';
import { sqlResultColumns } from './results.js';
import { Sets } from './sets.js';
import { Sheet } from './sheet.js';
import { Steps } from './steps.js';
import { Table } from './table.js';
import { tallyColumns } from './tally.js';
import { isUnknown } from './truth.js';

/** A set in a database: the statement before it is written out. */
interface Compiled {
  readonly dialect: Dialect;
  readonly table: Table;
  readonly sheet: Sheet;
  readonly sets: readonly JudgedSet[];
  readonly main: JudgedSet;
}

function compile(ruleset: Ruleset, options: SqlOptions): Compiled {
  const dialect = dialectOf(options.dialect);
  const related = options.related ?? [];
  checkPlaceOptions([ruleset, ...related], options);
  const table = new Table(options, dialect);
  table.check(sqlColumns([ruleset, ...related], { declared: true }));
  const sheet = new Sheet(dialect, (column) => table.written(column) !== undefined);
  const { region, group, area, year, declared = 'ignore', evidence } = options;
  const sets = new Sets(ruleset, related, sheet, {
    declared,
    publishedOnly: evidence === 'published',
    region,
    group,
    area,
    year,
  });
  const { main } = sets;
  for (const { id } of ruleset.prerequisites ?? []) main.indicator(id);
  for (const id of main.indicators) main.indicator(id);
  for (const no of main.criteria) main.criterion(no);
  main.whole();
  return { dialect, table, sheet, main, sets: sets.inOrder() };
}

/**
 * One SELECT that judges a table of units, a row a unit, by a ruleset: a column for every prerequisite, criterion and
 * indicator, and one for the whole set, each TRUE (met, đạt), FALSE (unmet, chưa đạt) or NULL (unknown, chưa đủ căn
 * cứ), and how many of each there are. It takes no parameters, needs no functions of ours, and says what `evaluate`
 * says of the same facts; `sqlRow` shows which snapshots a row can hold.
 *
 * A blank cell is not known, never zero, and so is a figure that the catalogue's bounds refuse. `region` of a row is
 * the region of its province, by the caller's own list; while it is NULL, an outcome is known only where all regions
 * agree. Shares are compared by cross-multiplication in decimals that cannot overflow.
 *
 * @throws NtmError `bad-name` for a name the database cannot keep; `decimal-overflow` where the digits of a derived
 * fact may go over 38, naming the fact; `unknown-region`, `unknown-group` and others for wrong options
 * @example
 * const sql = toSql(getRuleset('vn/commune-ntm/2021-2025'), { dialect: 'duckdb', year: 2024 });
 * await connection.runAndReadAll(sql); // criterion_15: true, false or null
 * @since 0.1.0
 */
export function toSql(ruleset: Ruleset, options: SqlOptions): string {
  const compiled = compile(ruleset, options);
  const { table, sheet, main, sets, dialect } = compiled;
  const locale = options.locale ?? 'vi';
  const steps = new Steps(table.lastName, locale, dialect);
  const title = (entry: Pick<Entry, 'id' | 'title'>): string => `${entry.id} ${entry.title[locale]}`.trim();

  steps.from(
    'entries',
    table.name,
    [
      ...table.keys.map((key, at) => ({ name: keyName(at), sql: table.writtenKey(key, at) })),
      ...sheet.entries().map((column) => ({
        name: column.name,
        sql: readCell(column, table.written(column) as string, dialect),
        comment: columnTitle(column, locale),
      })),
    ],
    { vi: 'số liệu của bảng, ô trống là chưa biết', en: 'what the table holds; a blank is not known' },
  );
  for (const layer of sheet.layers())
    steps.add('facts', layer, {
      vi: 'số liệu suy ra từ số liệu khác; tỷ lệ giữ ở dạng tử số và mẫu số',
      en: 'facts that follow from others; shares are kept as part and whole',
    });
  for (const set of sets) {
    const { prefix } = set;
    if (prefix !== '')
      steps.heading(`${set.ruleset.title[locale]} (${set.ruleset.id}@${set.ruleset.version})`);
    steps.add(`${prefix}place`, set.place.columns, {
      vi: 'vùng, nhóm xét mức đạt của từng đơn vị',
      en: 'which column of the decision judges each unit',
    });
    steps.add(`${prefix}requirements`, set.requirements, {
      vi: 'mức đạt chuẩn của từng đơn vị',
      en: 'what is asked of each unit',
    });
    for (const level of set.levels()) {
      const entries = level.filter((entry) => set !== main || entry.kind !== 'set');
      steps.add(
        `${prefix}${stepName(entries)}`,
        entries.flatMap((entry) => [
          { name: entry.column, sql: written(entry.verdict.truth, steps.indent), comment: title(entry) },
          ...(entry.exemptColumn === undefined
            ? []
            : [{ name: entry.exemptColumn, sql: written(entry.verdict.exempt, steps.indent) }]),
        ]),
        {
          vi: 'TRUE đạt, FALSE chưa đạt, NULL chưa đủ căn cứ',
          en: 'TRUE met, FALSE unmet, NULL unknown',
        },
      );
    }
  }
  const whole = main.whole();
  steps.add(
    'results',
    [
      {
        name: 'outcome',
        sql: isUnknown(whole.verdict.truth)
          ? 'CAST(NULL AS BOOLEAN)'
          : written(whole.verdict.truth, steps.indent),
        comment: main.ruleset.title[locale],
      },
      ...tallyColumns(main),
    ],
    { vi: 'kết quả chung và số tiêu chí, chỉ tiêu', en: 'the whole set, and how many are met' },
  );
  const results = sqlResultColumns(ruleset, options).map(({ name, holds }) => ({
    name,
    sql: holds === 'criteria-unknown' || holds === 'indicators-unknown' ? unknownCount(main, holds) : name,
  }));
  const select = steps.select([
    ...table.keys.map((key, at) => ({ name: table.writtenKey(key, at), sql: keyName(at) })),
    ...results,
  ]);
  return `${header(ruleset, dialect, locale).join('\n')}\n${select}\n`;
}

/** What is neither met nor unmet. */
function unknownCount(set: JudgedSet, holds: 'criteria-unknown' | 'indicators-unknown'): string {
  const kind = holds === 'criteria-unknown' ? 'criteria' : 'indicators';
  return `${set[kind].length} - ${kind}_met - ${kind}_unmet`;
}

const keyName = (at: number): string => `key_${at + 1}`;

function columnTitle({ title, unit }: SqlColumn, locale: 'vi' | 'en'): string {
  return unit ? `${title[locale]} [${unit[locale]}]` : title[locale];
}

function stepName(entries: readonly Entry[]): string {
  const kinds = new Set(entries.map(({ kind }) => (kind === 'prerequisite' ? 'indicator' : kind)));
  const [only] = kinds;
  if (kinds.size !== 1 || !only) return 'outcomes';
  return { indicator: 'indicators', criterion: 'criteria', set: 'outcome' }[only];
}

function header({ title, id, version, revision }: Ruleset, dialect: Dialect, locale: 'vi' | 'en'): string[] {
  return [
    commentLine(title[locale]),
    commentLine(`${id}@${version}, revision ${revision} · ntm-rules ${LIBRARY_VERSION} · ${dialect.id}`),
    commentLine(
      locale === 'vi'
        ? 'TRUE là đạt, FALSE là chưa đạt, NULL là chưa đủ căn cứ: AND, OR và NOT của SQL theo đúng logic ba giá trị này.'
        : 'TRUE is met, FALSE is unmet, NULL is unknown: AND, OR and NOT of SQL follow the same three-valued logic.',
    ),
  ];
}
