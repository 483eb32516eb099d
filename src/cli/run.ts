import type { Locale } from '../schema/text.js';
import type { Surroundings } from './surroundings.js';

/** One call of `ntm`: where it reads and writes, in which language, and whether for machines. */
export interface Run {
  readonly surroundings: Surroundings;
  readonly locale: Locale;
  readonly json: boolean;
}

export const DEFAULT_LOCALE: Locale = 'vi';

/** The language is needed before the arguments are understood, so that even a misspelt one is answered in it. */
export function localeIn(argv: readonly string[]): Locale {
  const given = argv.flatMap((one, at) => {
    if (one === '--locale') return [argv[at + 1]];
    return one.startsWith('--locale=') ? [one.slice('--locale='.length)] : [];
  });
  const last = given.at(-1);
  return last === 'en' || last === 'vi' ? last : DEFAULT_LOCALE;
}

/** Text in the language of the run. */
export function said(run: Pick<Run, 'locale'>, vi: string, en: string): string {
  return run.locale === 'vi' ? vi : en;
}

export function printJson({ surroundings }: Run, value: unknown): void {
  surroundings.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
