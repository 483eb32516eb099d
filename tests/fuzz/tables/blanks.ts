import { evaluate, getRuleset, parseSnapshot, shippedVocabulary } from '../../../src/index.js';
import { filledForm, template } from '../../../src/table/index.js';
import { readXlsx } from '../../../src/table/read-xlsx.js';
import { soundFiles } from '../sound-files.js';
import { type BlankForm, blankForms } from './made-forms.js';

const FORMS = [
  'vn/commune-ntm/2021-2025',
  'vn/commune-model/2021-2025',
  'vn/village-especially-difficult/2021-2025',
];

/** What `ntm template` and `ntm report --form` write: tables and forms, blank and filled in. */
export interface Written {
  readonly workbooks: readonly Uint8Array[];
  readonly forms: readonly BlankForm[];
}

async function filled(): Promise<Uint8Array> {
  const judged = soundFiles('docs/examples', /(quang-kim|constructed-commune)\.snapshot\.json$/).flatMap(
    (one) => {
      const parsed = parseSnapshot(one);
      return parsed.ok
        ? [{ snapshot: parsed.value, evaluation: evaluate(one, getRuleset(FORMS[0] ?? '')) }]
        : [];
    },
  );
  return filledForm(judged, { names: shippedVocabulary() });
}

export async function writtenWorkbooks(): Promise<Written> {
  const units = [{ name: 'Xã A', province: 'Lào Cai' }];
  const forms = await Promise.all([
    ...FORMS.map((id) => template([id], { layout: 'form', units })),
    template([FORMS[1] ?? ''], { layout: 'form', locale: 'en' }),
    filled(),
  ]);
  const wide = await Promise.all([
    template([FORMS[1] ?? ''], { units }),
    template([FORMS[2] ?? ''], { locale: 'en', units: [{ name: 'Bản A' }] }),
  ]);
  return {
    workbooks: [...wide, ...forms.slice(1, 4)],
    forms: forms.flatMap((book) => blankForms(readXlsx(book))),
  };
}
