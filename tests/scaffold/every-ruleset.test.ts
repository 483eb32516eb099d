import { describe, expect, test } from 'vitest';
import { amend, getRuleset, listRulesets, shippedVocabulary } from '../../src/index.js';
import { withoutBlanks } from '../../src/scaffold/blanks.js';
import { nothingLeft, openRequirements, withoutContent } from '../../src/scaffold/open-requirements.js';
import { scaffoldAmendment } from '../../src/scaffold/scaffold-amendment.js';
import { readScaffoldSheets } from '../../src/table/scaffold-reader.js';
import { scaffoldSheets } from '../../src/table/scaffold-sheet.js';
import { filled } from './filling.js';

const { territory } = shippedVocabulary();

describe.each(listRulesets().map(({ id, version }) => `${id}@${version}`))('%s', (pinned) => {
  const ruleset = getRuleset(pinned);
  const scaffold = scaffoldAmendment(ruleset, { ...(territory && { territory }) });

  test('has a scaffold that comes back from its sheet as it was', () => {
    const { json, problems } = readScaffoldSheets(scaffoldSheets(scaffold, ruleset, 'vi'), ruleset);
    expect(problems).toEqual([]);
    expect(withoutBlanks(json).blanks).toEqual(withoutBlanks(scaffold).blanks);
  });

  test('with every blank filled leaves no figure open', () => {
    if (scaffold.changes.length === 0) return;
    const kinds = new Map(
      openRequirements(ruleset).map(({ indicator, requirement, fact }) => [
        `${indicator.id} ${requirement}`,
        ruleset.facts[fact],
      ]),
    );
    const figure = (indicator: string, requirement: string): unknown => {
      const fact = kinds.get(`${indicator} ${requirement}`);
      return fact?.type === 'boolean' ? true : fact?.type === 'level' ? fact.grades?.[1]?.id : 4;
    };
    const amended = amend(ruleset, withoutBlanks(filled(scaffold, figure)).amendment);
    const regions = scaffold.changes.flatMap(({ rows }) => rows.flatMap(({ where }) => where.region ?? []));
    const open = openRequirements(amended, regions.length > 0 ? regions.map(String) : undefined);
    expect(open).toEqual([]);
    if (nothingLeft(openRequirements(amended), withoutContent(amended)) && ruleset.jurisdiction === 'vn')
      expect(amended.completeness).toBe('complete');
  });
});
