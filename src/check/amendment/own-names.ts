import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { same } from '../../problem/report.js';
import type { Amendment, Ruleset } from '../../schema/ruleset.js';
import { canonical } from '../ruleset/own-facts.js';
import type { RulesetVocabulary } from '../ruleset-vocabulary.js';

/** Facts and sources that an amendment brings: new ones, or the same as those there are; never others under their names. */
export function checkOwnNames(
  base: Ruleset,
  amendment: Amendment,
  vocabulary: RulesetVocabulary,
  problems: ProblemList,
): void {
  const facts = { ...vocabulary.facts, ...base.facts };
  for (const [key, definition] of Object.entries(amendment.facts ?? {})) {
    if (Object.hasOwn(facts, key)) {
      if (canonical(facts[key]) !== canonical(definition))
        redefined('fact-redefined', key, ['facts', key], problems);
    } else if (!key.includes(':')) {
      const name = `${amendment.jurisdiction ?? base.jurisdiction}:${key}`;
      problems.add('bad-prefix', ['facts', key], () => ({
        found: key,
        expected: same(name),
        hint: {
          vi: 'Thêm mã địa phương và dấu hai chấm trước khóa.',
          en: 'Put the jurisdiction and a colon before the key.',
        },
      }));
    }
  }
  const sources = { ...vocabulary.sources, ...base.sources };
  for (const [id, source] of Object.entries(amendment.sources ?? {})) {
    if (Object.hasOwn(sources, id) && canonical(sources[id]) !== canonical(source))
      redefined('duplicate-id', id, ['sources', id], problems);
  }
}

function redefined(
  code: 'fact-redefined' | 'duplicate-id',
  name: string,
  path: Path,
  problems: ProblemList,
): void {
  problems.add(code, path, () => ({
    found: name,
    expected: { vi: 'một tên mới', en: 'a new name' },
    hint: {
      vi: 'Tên này đã có với nội dung khác: đặt tên khác, hoặc bỏ mục này.',
      en: 'The name is taken, with other content: choose another, or leave this entry out.',
    },
  }));
}
