import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Localized } from '../schema/text.js';
import { EXIT } from './exit-codes.js';
import { reportProblems } from './report-problems.js';
import type { Run } from './run.js';
import type { FileContent } from './surroundings.js';

/** Writes a new file, and says why it cannot. */
export async function writeOut(
  file: string,
  content: FileContent,
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

/** What else a system says, and what it mostly means. */
function refusal(code: string): Localized {
  const said = { vi: `Hệ thống báo ${code}`, en: `The system says ${code}` };
  const means = MEANINGS[code];
  return means
    ? { vi: `${means.vi} (${said.vi}.)`, en: `${means.en} (${said.en}.)` }
    : { vi: `${said.vi}.`, en: `${said.en}.` };
}

const OPEN_OR_CLOSED: Localized = {
  vi: 'Nếu tệp đang mở, ví dụ trong Excel: đóng lại; nếu không: chọn thư mục mà bạn được ghi.',
  en: 'If the file is open, for example in Excel, close it; else choose a folder you may write to.',
};

const MEANINGS: Readonly<Record<string, Localized>> = {
  EACCES: OPEN_OR_CLOSED,
  EBUSY: OPEN_OR_CLOSED,
  EPERM: OPEN_OR_CLOSED,
  ENOSPC: { vi: 'Ổ đĩa đã đầy.', en: 'The disk is full.' },
  EROFS: { vi: 'Ổ đĩa chỉ đọc: chọn nơi khác.', en: 'The disk cannot be written to: choose another place.' },
};

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
          : refusal(code),
    }),
    message: there
      ? { vi: 'Đã có tệp này.', en: 'There is such a file already.' }
      : { vi: 'Không ghi được tệp.', en: 'The file cannot be written.' },
  };
}
