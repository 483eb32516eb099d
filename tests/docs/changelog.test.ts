import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLaw } from '../../src/build/read-rulesets.js';
import { evidenceCounts, sumCounts } from '../../src/build/review-page-evidence.js';

const changelog = readFileSync('CHANGELOG.md', 'utf8');
const unreleased =
  changelog.slice(changelog.indexOf('## [Unreleased]')).split(/\n## (?!\[Unreleased)/)[0] ?? '';
const law = readLaw();
const all = law.rulesets.map(({ ruleset }) => ruleset);

/** While nothing has been released, the unreleased entries describe everything there is. */
describe('the changelog before the first release', () => {
  test('counts the sets and what their figures rest on', () => {
    const { listed, unlisted, ...counts } = sumCounts(all.map(evidenceCounts));
    const sets = new Set(all.map(({ id }) => id)).size;
    expect(unreleased).toContain(
      `${sets} sets in ${all.length} versions; ${Object.keys(law.known).length} more are known by name only.`,
    );
    expect(unreleased).toContain(
      `${listed} indicators are listed of ${listed + (unlisted ?? 0)} that the official totals make known: ` +
        `figures of ${counts.published} are published, ${counts.unconfirmed} unconfirmed, ` +
        `${counts.undetermined} not known or known for some regions only, ${counts.delegated} left to the province; ` +
        `${counts['not-encoded']} are known by name without content.`,
    );
    expect(unreleased).toContain(`${Object.keys(law.vocabulary.facts ?? {}).length} facts`);
    expect(unreleased).toContain(`${Object.keys(law.vocabulary.sources ?? {}).length} sources`);
  });

  test.each([...new Set(all.map(({ id }) => id))])('names %s', (id) => {
    expect(unreleased).toContain(`\`${id}\``);
  });
});
