import { parseSnapshot } from '../index.js';
import type { FilledForm } from '../table/form/filled-form.js';
import { EXIT } from './exit-codes.js';
import type { Chosen } from './load-rulesets.js';
import { namesWith } from './names-with.js';
import { evaluationsIn, type ResultSink } from './result-sink.js';
import type { Run } from './run.js';
import { writeFiles } from './write-files.js';

/** Gathers results for the filled-in forms of `--form`, a sheet a unit and set, and writes them at the end. */
export function formSink(
  file: string,
  { chosen, force }: { readonly chosen: readonly Chosen[]; readonly force: boolean },
  run: Run,
): ResultSink {
  const forms: FilledForm[] = [];
  return {
    take(result, json) {
      // What each body says of a unit stands in the snapshot only.
      const parsed = parseSnapshot(json);
      if (!parsed.ok) return;
      for (const evaluation of evaluationsIn(result)) forms.push({ evaluation, snapshot: parsed.value });
    },
    async end() {
      if (forms.length === 0) return EXIT.done;
      const { filledForm } = await import('../table/form/filled-form.js');
      const content = await filledForm(forms, { locale: run.locale, names: namesWith(chosen) });
      return writeFiles([{ file, content }], force, run);
    },
  };
}
