/** A day in a table, `yyyy-mm-dd`: spreadsheets get a day, CSV the text. */
export interface DayCell {
  readonly day: string;
}

/**
 * A cell of a result table. A figure is a number where 15 digits hold it, else its decimal as text, so that no digit
 * is lost; null where nothing is known or nothing applies, never zero.
 */
export type ResultCell = string | number | DayCell | null;

/** What a sheet is about. */
export type ResultSheetId =
  | 'units'
  | 'results'
  | 'portfolio'
  | 'indicators'
  | 'gaps'
  | 'refused'
  | 'summary'
  | 'criteria'
  | 'places'
  | 'tiers'
  | 'plan'
  | 'periods'
  | 'progress'
  | 'roll-up'
  | 'about';

export interface ResultColumn {
  /** The same in every language, for programs: `criteriaMet`, `criterion:15`. */
  readonly key: string;
  /** With the unit of its figures, where they have one and the same: `Tỷ lệ đạt (%)`. */
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** `outcome`: one of three words or marks, which a spreadsheet may colour. */
  readonly kind: 'text' | 'number' | 'day' | 'outcome';
}

/** One table of results as plain rows, each as wide as `columns`. */
export interface ResultSheet {
  readonly id: ResultSheetId;
  /** The name of the sheet, at most 31 characters, unlike that of any other sheet beside it. */
  readonly name: string;
  /** A part of a file's name, the same in every language: `indicators`, `portfolio-vn-commune-ntm-2021-2025`. */
  readonly slug: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly ResultCell[])[];
}
