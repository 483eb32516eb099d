import fc from 'fast-check';
import { it } from 'vitest';
import { cases } from './arbitrary-cases.js';
import { bothWays } from './both-ways.js';

it('rules of json-rules-engine come to the outcomes of the library, for any ruleset and snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      await bothWays(one);
    }),
    { numRuns: 300 },
  );
}, 120_000);
