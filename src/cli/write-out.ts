import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { EXIT } from './exit-codes.js';
import { reportProblems } from './report-problems.js';
import type { Run } from './run.js';

/** Writes a new file, and says why it cannot. */
export async function writeOut(
  file: string,
  content: Uint8Array | string,
  replace: boolean,
  run: Run,
): Promise<number> {
  try {
    await run.surroundings.writeFile(file, content, replace);
    return EXIT.done;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return reportProblems([notWritten(file, code)], run);
  }
}

/** Why a file could not be written, by what the system says. */
export function notWritten(file: string, code: string, option = '--out'): Problem {
  const there = code === 'EEXIST';
  return {
    ...problem('bad-option', option, {
      found: file,
      expected: { vi: 'một tệp mới, trong thư mục có thật', en: 'a new file in a folder that exists' },
      hint: there
        ? { vi: 'Chọn tên khác, hoặc thêm --force để ghi đè.', en: 'Choose another name, or add --force.' }
        : code === 'ENOENT'
          ? { vi: 'Kiểm tra tên thư mục.', en: 'Check the name of the folder.' }
          : { vi: `Hệ thống báo ${code}.`, en: `The system says ${code}.` },
    }),
    message: there
      ? { vi: 'Đã có tệp này.', en: 'There is such a file already.' }
      : { vi: 'Không ghi được tệp.', en: 'The file cannot be written.' },
  };
}
