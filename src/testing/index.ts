/**
 * For people who change rulesets: made-up units (fast-check arbitraries) for any ruleset, and the laws every ruleset
 * keeps, ready to run under vitest, jest and node:test or by themselves. Needs `fast-check`.
 *
 * @packageDocumentation
 */
export {
  type RecordedAnswer,
  type RecordedAnswers,
  type RecordingOptions,
  recordAnswers,
} from './answers.js';
export { type BoundaryCase, boundaryCasesFor, type Side } from './boundary-cases.js';
export { type DescribeOptions, describeRuleset, type TestFramework } from './describe-ruleset.js';
export { type InvalidSnapshot, invalidSnapshotsFor } from './invalid-snapshots.js';
export { type Law, LawBroken, type LawId, type LawParameters, type LawRun } from './law.js';
export { LAWS } from './laws.js';
export { type SnapshotsOptions, snapshotsFor } from './snapshots.js';
