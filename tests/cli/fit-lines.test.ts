import { describe, expect, test } from 'vitest';
import { fitLines } from '../../src/cli/fit-lines.js';
import { widthOf } from '../../src/words/scorecard-layout.js';

const around = (watched: boolean, columns = 40) => ({ surroundings: { watched, columns } }) as never;

const TEXT =
  '--out: Không rõ ghi theo dạng nào. [bad-option]\n  cần: tên tệp kết thúc bằng .xlsx, .csv, .json, .txt\n';

describe('lines for whoever watches', () => {
  test('break between words, later lines set in', () => {
    expect(fitLines(TEXT, around(true))).toBe(
      [
        '--out: Không rõ ghi theo dạng nào.',
        '  [bad-option]',
        '  cần: tên tệp kết thúc bằng .xlsx,',
        '    .csv, .json, .txt',
        '',
      ].join('\n'),
    );
    for (const line of fitLines(TEXT, around(true)).split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(40);
  });

  test('stay as they are in files and pipes, and where they fit', () => {
    expect(fitLines(TEXT, around(false))).toBe(TEXT);
    expect(fitLines(TEXT, around(true, 100))).toBe(TEXT);
  });
});
