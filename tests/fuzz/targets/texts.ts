import { jsonFaults } from '../../../src/cli/json-faults.js';
import { type Locale, parseNumber } from '../../../src/index.js';
import { problem } from '../../../src/problem/report.js';
import type { Draws } from '../draws.js';
import { mutatedText } from '../mutate-text.js';
import { stockOf } from '../mutate-value.js';
import { soundFiles } from '../sound-files.js';
import { strangeText, strangeValue } from '../strange.js';
import type { NamedTarget } from '../target.js';

const EACH_KEY_ONCE = 'each key once';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

export const jsonText: NamedTarget = {
  name: 'json-text',
  reads: 'where a text stops being JSON; agrees with JSON.parse',
  share: 20,
  prepare: () => {
    const files = [
      ...soundFiles('docs/examples', /\.snapshot\.json$/),
      ...soundFiles('docs/examples', /\.amendment\.json$/),
    ];
    const sound = [
      ...files.map((file) => JSON.stringify(file, null, 2).slice(0, 4_000)),
      '[1.5e-3, "\\u00e9", {"a": null}]',
    ];
    const stock = stockOf(files);
    return {
      name: 'json-text',
      sound: ['{}', '[]', 'null'],
      make(draws: Draws) {
        let text = draws.pick(sound);
        for (let left = draws.few(6); left > 0; left -= 1) text = mutatedText(text, draws, stock);
        return text;
      },
      read(input) {
        const text = input as string;
        const faults = jsonFaults(text);
        const stops = faults.some(({ expected }) => expected.en !== EACH_KEY_ONCE);
        if (stops === parses(text))
          throw new Error(`JSON.parse and jsonFaults disagree: ${text.slice(0, 200)}`);
        return faults.length === 0
          ? undefined
          : faults.map(({ path, ...rest }) => problem('bad-json', path, rest));
      },
    };
  },
};

const NUMBERS: readonly string[] = [
  '9,5',
  '1.234',
  '1.234.567,89',
  '-12',
  '1 234,5',
  '95.3',
  '0,1',
  '12345678901234567890,5',
];

export const numbers: NamedTarget = {
  name: 'number',
  reads: 'parseNumber, Vietnamese and English',
  share: 20,
  prepare: () => ({
    name: 'number',
    sound: ['9', '95', '0'],
    make(draws: Draws) {
      if (draws.oneIn(40)) return strangeValue(draws);
      const stock = { keys: [], texts: NUMBERS, parts: [] };
      let text = draws.oneIn(30) ? strangeText(draws) : draws.pick(NUMBERS);
      for (let left = draws.few(5); left > 0; left -= 1) text = mutatedText(text, draws, stock);
      return text;
    },
    read(input) {
      const answers = (['vi', 'en'] as Locale[]).flatMap((locale) =>
        [true, false].map((declared) => parseNumber(input as string, locale, { declared })),
      );
      for (const answer of answers)
        if (answer.ok && !/^-?\d+(\.\d+)?$/.test(answer.value))
          throw new Error(`no decimal figure: ${answer.value}`);
      const refused = answers.flatMap((answer) => (answer.ok ? [] : answer.errors));
      return refused.length === answers.length ? refused : undefined;
    },
  }),
};
