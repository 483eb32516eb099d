/** Counts what is cheap to count, and writes docs/quality.md from everything that was measured and kept. */
import { writeFileSync } from 'node:fs';
import { writeRecord } from '../mutation/record.js';
import { countsAtHand } from './counts.js';
import { lastCoverage, lastRuns } from './last-runs.js';
import { qualityPage } from './page.js';
import { recordsAtHand } from './records.js';

writeRecord('counts', countsAtHand());
writeRecord('suites', lastRuns());
const coverage = lastCoverage();
if (coverage) writeRecord('coverage', coverage);
writeFileSync('docs/quality.md', qualityPage(recordsAtHand()));
