import { describe, expect, it } from 'vitest';
import { REGIONS, row } from '../sample.js';
import { AT, didYouMean, flag, parse, ROWS, rate, withCondition, withRows } from './ruleset-text.js';
import { both, type Saying, saying, told, vien } from './told.js';

const CORRECT = vien('Sửa giá trị.', 'Correct the value.');
const TYPE = vien('Sửa giá trị cho đúng kiểu.', 'Give the right type of value.');
const GROUP = vien('Thêm điều kiện hoặc bỏ nhóm.', 'Add what belongs in it, or remove the group.');
const REMOVE = vien('Bỏ trường này hoặc sửa lại tên.', 'Remove this key or correct its name.');

describe('a sound set', () => {
  it('is accepted', () => {
    expect(parse(withCondition(rate())).ok).toBe(true);
    expect(parse(withRows(row(90, { region: 'delta' }), row(80, { region: 'mountains' }))).ok).toBe(true);
  });
});

describe('a condition of another shape is refused, at its place and with its remedy', () => {
  const cases: readonly (readonly [string, unknown, Saying])[] = [
    [
      'a condition with another key',
      withCondition({ none: [flag('a.flag')] }),
      {
        code: 'unknown-key',
        path: `${AT}/condition/none`,
        found: '"none"',
        expected: expect.anything(),
        hint: REMOVE,
      },
    ],
    [
      'a path, which other engines know',
      withCondition(rate({ path: '$.x' })),
      {
        code: 'unknown-key',
        path: `${AT}/condition/path`,
        found: '"path"',
        expected: vien(
          'một trong: fact, operator, value, part, title, bySex, whenEmpty, standard, population',
          'one of: fact, operator, value, part, title, bySex, whenEmpty, standard, population',
        ),
        hint: REMOVE,
      },
    ],
    [
      'a misspelt key of a row',
      withRows({ ...row(90), sorces: [] }),
      {
        code: 'unknown-key',
        path: `${ROWS}/0/sorces`,
        found: '"sorces"',
        expected: expect.anything(),
        hint: REMOVE,
      },
    ],
    [
      'a misspelt place',
      withRows(row(90, { regoin: 'delta' })),
      {
        code: 'unknown-key',
        path: `${ROWS}/0/where/regoin`,
        found: '"regoin"',
        expected: vien(
          'một trong: region, group, area, year, case',
          'one of: region, group, area, year, case',
        ),
        hint: didYouMean('region'),
      },
    ],
    [
      'a misspelt key of an indicator',
      withCondition(rate(), { tag: ['x'] }),
      {
        code: 'unknown-key',
        path: `${AT}/tag`,
        found: '"tag"',
        expected: expect.anything(),
        hint: didYouMean('tags'),
      },
    ],
    [
      'a misspelt fact',
      withCondition(rate({ fact: 'water.cleenRate' })),
      {
        code: 'unknown-fact',
        path: `${AT}/condition/fact`,
        found: '"water.cleenRate"',
        expected: vien('một khóa của danh mục số liệu', 'a key of the fact catalogue'),
        hint: didYouMean('water.cleanRate'),
      },
    ],
    [
      'a misspelt operator',
      withCondition(rate({ operator: 'greaterThen' })),
      {
        code: 'unknown-operator',
        path: `${AT}/condition/operator`,
        found: '"greaterThen"',
        expected: vien(
          'một trong: equal, notEqual, greaterThanInclusive, greaterThan, lessThanInclusive, lessThan, in',
          'one of: equal, notEqual, greaterThanInclusive, greaterThan, lessThanInclusive, lessThan, in',
        ),
        hint: didYouMean('greaterThan'),
      },
    ],
    [
      'an empty all',
      withCondition({ all: [] }),
      {
        code: 'empty-group',
        path: `${AT}/condition/all`,
        found: '[array of 0]',
        expected: vien('ít nhất 1 phần tử', 'at least 1 entries'),
        hint: GROUP,
      },
    ],
    [
      'an empty any',
      withCondition({ any: [] }),
      {
        code: 'empty-group',
        path: `${AT}/condition/any`,
        found: '[array of 0]',
        expected: vien('ít nhất 1 phần tử', 'at least 1 entries'),
        hint: GROUP,
      },
    ],
    [
      'an empty k-of-n',
      withCondition({ atLeast: 1, of: [] }),
      {
        code: 'empty-group',
        path: `${AT}/condition/of`,
        found: '[array of 0]',
        expected: vien('ít nhất 1 phần tử', 'at least 1 entries'),
        hint: GROUP,
      },
    ],
    [
      'an empty group deep inside',
      withCondition({ all: [{ not: { any: [{ all: [] }] } }] }),
      {
        code: 'empty-group',
        path: `${AT}/condition/all/0/not/any/0/all`,
        found: '[array of 0]',
        expected: vien('ít nhất 1 phần tử', 'at least 1 entries'),
        hint: GROUP,
      },
    ],
    [
      'a condition that says nothing',
      withCondition({}),
      {
        code: 'missing-key',
        path: `${AT}/condition`,
        found: '[object]',
        expected: expect.anything(),
        hint: vien('Thêm một trong các trường này.', 'Add one of these keys.'),
      },
    ],
    [
      'a text for a condition',
      withCondition('met'),
      {
        code: 'wrong-type',
        path: `${AT}/condition`,
        found: '"met"',
        expected: vien('một đối tượng { }', 'an object { }'),
        hint: TYPE,
      },
    ],
    [
      'a comparison without figure',
      withCondition({ fact: 'water.cleanRate', operator: 'equal' }),
      {
        code: 'missing-key',
        path: `${AT}/condition/value`,
        found: 'undefined',
        expected: expect.anything(),
        hint: vien('Thêm trường “value”.', 'Add the key “value”.'),
      },
    ],
    [
      '3 of 2',
      withCondition({ atLeast: 3, of: [flag('a.flag'), flag('b.flag')] }),
      {
        code: 'k-out-of-range',
        path: `${AT}/condition/atLeast`,
        found: '3',
        expected: both('≤ 2'),
        hint: vien('Giảm k hoặc thêm điều kiện.', 'Lower k or add conditions.'),
      },
    ],
    [
      '3 of 2 inside another group',
      withCondition({ any: [flag('c.flag'), { not: { atLeast: 3, of: [flag('a.flag'), flag('b.flag')] } }] }),
      {
        code: 'k-out-of-range',
        path: `${AT}/condition/any/1/not/atLeast`,
        found: '3',
        expected: both('≤ 2'),
        hint: vien('Giảm k hoặc thêm điều kiện.', 'Lower k or add conditions.'),
      },
    ],
    [
      '0 of 1',
      withCondition({ atLeast: 0, of: [flag('a.flag')] }),
      {
        code: 'out-of-range',
        path: `${AT}/condition/atLeast`,
        found: '0',
        expected: both('≥ 1'),
        hint: CORRECT,
      },
    ],
    [
      'half of 1',
      withCondition({ atLeast: 0.5, of: [flag('a.flag')] }),
      {
        code: 'wrong-type',
        path: `${AT}/condition/atLeast`,
        found: '0.5',
        expected: vien('một số nguyên', 'a whole number'),
        hint: TYPE,
      },
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(saying(parse(text))).toEqual([expected]);
  });
});

describe('groups and cases', () => {
  it('a group drawn by a figure says what it rests on; one by yes or no need not', () => {
    const groups = (when: unknown) => ({ groups: [{ id: 'upland', title: both('upland'), when }] });
    expect(
      told(
        parse(
          withCondition(
            flag('a.flag'),
            {},
            groups({ fact: 'poverty.rate', operator: 'greaterThan', value: 20 }),
          ),
        ),
      ),
    ).toEqual(['evidence-missing /groups/0/evidence']);
    expect(parse(withCondition(flag('a.flag'), {}, groups(flag('b.flag')))).ok).toBe(true);
  });
  it('conditions of cases, groups and special columns are checked like others', () => {
    const bad = rate({ fact: 'no.such' });
    const column = { id: 'hard', when: bad, column: 'mountains', title: both('x'), evidence: 'unconfirmed' };
    const text = withCondition(
      flag('a.flag'),
      { cases: { small: bad } },
      {
        groups: [{ id: 'upland', title: both('x'), when: bad, evidence: 'unconfirmed' }],
        specialColumns: [column],
        regions: REGIONS,
        pass: bad,
      },
    );
    expect(told(parse(text))).toEqual([
      `unknown-fact ${AT}/cases/small/fact`,
      'unknown-fact /pass/fact',
      'unknown-fact /specialColumns/0/when/fact',
      'unknown-fact /groups/0/when/fact',
    ]);
  });
});
