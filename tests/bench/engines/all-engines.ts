import { cel } from './cel.js';
import { closures, closuresOfSnapshots } from './closures.js';
import type { BenchEngine } from './engine.js';
import { feel } from './feelin.js';
import { jsonLogicCompiled, jsonLogicEngine, jsonLogicJs } from './json-logic.js';
import { jsonRulesEngine, jsonRulesEngineTwice } from './json-rules-engine.js';
import { oneFunction } from './one-function.js';
import { evaluating, outcomesOnly, readingAll } from './ours.js';
import { throughToEngine } from './to-engine.js';

/** In the order of the tables; the first is what ratios are taken of. */
export const ENGINES: readonly BenchEngine[] = [
  jsonRulesEngine,
  jsonRulesEngineTwice,
  throughToEngine,
  jsonLogicJs,
  jsonLogicEngine,
  jsonLogicCompiled,
  cel,
  feel,
  closuresOfSnapshots,
  closures,
  oneFunction,
  evaluating,
  readingAll,
  outcomesOnly,
];
