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

const both = (text: string) => ({ vi: text, en: text });
const citation = { number: '83/2026/QĐ-UBND', date: '2026-03-01' };

/** What a province may do to figures that have a floor, to names of its own, and to what others rest on. */
const OVER_FLOORS: unknown = {
  format: 1,
  amends: 'vn/commune-ntm/2026-2030@2026-02-15',
  title: both('Bộ tiêu chí của tỉnh'),
  jurisdiction: 'dong-thap',
  citation,
  facts: { 'dong-thap:orchards.share': { type: 'percent', title: both('Diện tích vườn') } },
  changes: [
    {
      change: 'set-requirement',
      indicator: '3.1',
      requirement: 'growth',
      rows: [
        { where: {}, value: 10, evidence: 'published', citation },
        { where: { group: 'g2' }, value: 10.5, evidence: 'published', citation },
      ],
    },
    {
      change: 'set-requirement',
      indicator: '3.6',
      requirement: 'cooperatives',
      rows: [{ where: {}, value: 2, evidence: 'published', citation }],
    },
    {
      change: 'add-indicator',
      criterion: '3',
      indicator: {
        id: '3.99',
        title: both('Vườn cây'),
        condition: {
          all: [
            {
              fact: 'dong-thap:orchards.share',
              operator: 'greaterThanInclusive',
              value: { fact: 'required.share' },
            },
            { not: { indicator: '3.9' } },
          ],
        },
        evidence: 'published',
        requirements: { share: [{ where: {}, value: 30, evidence: 'published', citation }] },
      },
    },
    { change: 'undetermine', indicator: '3.10', requirement: 'planned' },
  ],
};

export const amendments: NamedTarget = {
  name: 'amendment',
  reads: 'parseAmendment, then amend, compile and evaluate',
  share: 1,
  prepare: () => {
    const sound = [
      OVER_FLOORS,
      OVER_FLOORS,
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
