import { amend, getRuleset, parseAmendment } from '../../../src/index.js';
import { NtmError } from '../../../src/problem/problem.js';
import { soundFiles } from '../sound-files.js';
import type { NamedTarget } from '../target.js';
import { valueTarget } from '../value-target.js';
import { judges } from './rulesets.js';

const BASE = /^([^@]+)@(\d{4}-\d{2}-\d{2})$/;

/** The base that an amendment names, or the one most sets are amended from. */
function baseOf(amends: string | readonly string[]) {
  const [, id = 'vn/commune-ntm/2021-2025', version = '2022-03-08'] =
    BASE.exec([amends].flat()[0] ?? '') ?? [];
  try {
    return getRuleset(id, { version });
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return getRuleset('vn/commune-ntm/2021-2025', { version: '2022-03-08' });
  }
}

export const amendments: NamedTarget = {
  name: 'amendment',
  reads: 'parseAmendment, then amend, compile and evaluate',
  share: 1,
  prepare: () => {
    const sound = [
      ...soundFiles('rulesets', /\.amendment\.json$/),
      ...soundFiles('docs/examples', /\.amendment\.json$/),
    ];
    return valueTarget('amendment', sound, (input) => {
      const parsed = parseAmendment(input);
      if (!parsed.ok) return parsed.errors;
      try {
        judges(amend(baseOf(parsed.value.amends), input));
      } catch (error) {
        if (error instanceof NtmError) return error.errors;
        throw error;
      }
      return undefined;
    });
  },
};
