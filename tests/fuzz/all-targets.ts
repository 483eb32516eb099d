import type { NamedTarget } from './target.js';
import { amendments } from './targets/amendments.js';
import { foreignRules } from './targets/foreign-rules.js';
import { ladderTarget, plans, recognition } from './targets/programme.js';
import { rulesets } from './targets/rulesets.js';
import { scaffolds } from './targets/scaffolds.js';
import { judgedSnapshots, ladderOfSnapshots, snapshots } from './targets/snapshots.js';
import { csv, forms, tables } from './targets/tables.js';
import { jsonText, numbers } from './targets/texts.js';
import { xlsx } from './targets/workbooks.js';

/** Every door untrusted input comes in by, the quick ones first. */
export const TARGETS: readonly NamedTarget[] = [
  numbers,
  jsonText,
  snapshots,
  judgedSnapshots,
  ladderOfSnapshots,
  rulesets,
  amendments,
  plans,
  ladderTarget,
  recognition,
  foreignRules,
  tables,
  forms,
  scaffolds,
  csv,
  xlsx,
];
