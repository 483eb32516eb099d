import {
  type Evaluation,
  evaluate,
  type Locale,
  NtmError,
  type Problem,
  shippedVocabulary,
} from '../../src/index.js';
import { reportPage } from '../../src/report/index.js';
import {
  type RefusedCell,
  resultTables,
  resultWorkbook,
  type TableWarning,
  template,
} from '../../src/table/index.js';
import { type Draft, snapshotOf } from './draft.js';

/** By what units are judged. */
export interface JudgedBy {
  readonly ruleset: string;
  readonly amendments: readonly unknown[];
  readonly locale: Locale;
}

/** A file that the page makes: a template to fill in, a workbook of results, a report to print. */
export type MadeFile =
  | ({ readonly file: 'template' } & Pick<JudgedBy, 'ruleset' | 'locale'>)
  | ({
      readonly file: 'workbook';
      readonly drafts: readonly Draft[];
      readonly unread: readonly (RefusedCell | TableWarning)[];
    } & JudgedBy)
  | ({ readonly file: 'report'; readonly drafts: readonly Draft[]; readonly title: string } & JudgedBy);

/** Judges units one at a time; those that cannot be judged are handed to `refused`. */
function* judged(
  drafts: readonly Draft[],
  { ruleset, amendments, locale }: JudgedBy,
  refused: (problems: readonly Problem[]) => void,
): Generator<Evaluation> {
  for (const draft of drafts) {
    try {
      yield evaluate(snapshotOf(draft, locale), ruleset, { onInvalid: 'unknown', amendments });
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
      refused(error.errors);
    }
  }
}

/** Makes the file. */
export async function madeFile(asked: MadeFile): Promise<Uint8Array | string> {
  const { locale } = asked;
  const names = shippedVocabulary();
  switch (asked.file) {
    case 'template':
      return template([asked.ruleset], { locale });
    case 'workbook': {
      const unread: (RefusedCell | TableWarning | Problem)[] = [...asked.unread];
      const results = [...judged(asked.drafts, asked, (problems) => unread.push(...problems))];
      return resultWorkbook(resultTables(results, { locale, names, unread }), { locale });
    }
    case 'report': {
      const { drafts, title } = asked;
      const results = judged(drafts, asked, () => {});
      if (drafts.length > 1) return reportPage({ units: results }, { locale, names, title });
      const { value } = results.next();
      if (!value) throw new Error('no unit can be judged');
      return reportPage({ evaluation: value }, { locale, names });
    }
  }
}
