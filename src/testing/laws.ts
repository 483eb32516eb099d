import type { Law } from './law.js';
import { amendmentConsistent } from './laws/amendment-consistent.js';
import { boundaryExact } from './laws/boundary-exact.js';
import { gapClosing } from './laws/gap-closing.js';
import { gapMinimal } from './laws/gap-minimal.js';
import { monotone } from './laws/monotone.js';
import { orderFree } from './laws/order-free.js';
import { regionConsistent } from './laws/region-consistent.js';
import { threeValued } from './laws/three-valued.js';
import { total } from './laws/total.js';
import { versionStable } from './laws/version-stable.js';

/**
 * What every ruleset keeps, whatever it asks for. Each law tries made-up units and needs no test framework.
 *
 * @example
 * for (const law of LAWS) law.check(ruleset, { numRuns: 1000 });
 * @since 0.1.0
 */
export const LAWS: readonly Law[] = [
  total,
  threeValued,
  monotone,
  boundaryExact,
  gapClosing,
  gapMinimal,
  regionConsistent,
  amendmentConsistent,
  orderFree,
  versionStable,
];
