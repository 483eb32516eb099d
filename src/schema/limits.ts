/**
 * What we refuse before looking at the meaning of an input. Rulesets and snapshots are untrusted;
 * every limit here is documented in docs/security.md and tested at its edge.
 *
 * @since 0.1.0
 */
export const LIMITS = {
  /** Objects and arrays inside one another. A ruleset needs about 14 levels, a snapshot about 6. */
  depth: 64,
  /** Values in one input: members of objects, elements of arrays and the root. A complete ruleset has about 10,000. */
  values: 200_000,
  /** UTF-16 units in one string. */
  stringLength: 20_000,
  /** UTF-16 units in one key. The longest key of a fact has about 50. */
  keyLength: 200,
  /** Combining marks in a row; a Vietnamese letter has two. Composing text takes time by their square. */
  marks: 30,
  /** UTF-16 units in all strings and keys of one input together. */
  textLength: 20_000_000,
  /** Facts of one snapshot. The catalogue has about 300. */
  facts: 10_000,
  /** Columns of one ruleset: regions × groups × years. Real ones have under 200. */
  columns: 5_000,
  /** References in a row, from an indicator or criterion to another. Real ones have under 5. */
  references: 64,
  /** Digits of one decimal figure, sign and point aside. */
  digits: 40,
  /** Bytes of a workbook once unpacked. One row for each of 90,000 villages with 60 figures is about 250 MB. */
  workbookBytes: 400_000_000,
  /** Files inside a workbook: a sheet is one or two. */
  workbookFiles: 5_000,
  /** Cells of a workbook up to the last of each row. One row for each of 90,000 villages with 60 figures is 6 million. */
  workbookCells: 25_000_000,
  /** Problems reported for one input; a last one says how many more there are. */
  problems: 200,
  /** Characters of an offending value quoted in a problem. */
  excerpt: 80,
} as const;
