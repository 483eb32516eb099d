import { type Run, said } from './run.js';

/** Nothing is drawn before this many milliseconds: what is over by then needs no bar. */
const FIRST_AFTER = 400;
const BETWEEN = 100;
const BAR = 24;

/** Tells whoever watches how far a long piece of work is. */
export interface Progress {
  /** One more is done. */
  step(): void;
  /** Takes the bar away. */
  end(): void;
}

const SILENT: Progress = { step: () => {}, end: () => {} };

/** `[#########               ] 4.120/10.600`; without a bar where nobody knows how many there will be. */
function barText(done: number, total: number | undefined, run: Run): string {
  const count = (number: number): string => number.toLocaleString(run.locale === 'vi' ? 'vi-VN' : 'en-US');
  if (total === undefined) return `${count(done)} ${said(run, 'đơn vị', 'units')}`;
  const filled = total === 0 ? BAR : Math.floor((done / total) * BAR);
  const bar = `${'#'.repeat(filled)}${' '.repeat(BAR - filled)}`;
  return `[${bar}] ${count(done)}/${count(total)} ${said(run, 'đơn vị', 'units')}`;
}

/**
 * A bar on stderr, drawn only where somebody watches, so that neither files nor pipes ever hold it. It is plain text:
 * it needs no colour.
 */
export function progressOf(
  total: number | undefined,
  run: Run,
  now: () => number = () => performance.now(),
): Progress {
  const { stderr, watched } = run.surroundings;
  if (!watched || (total !== undefined && total < 2)) return SILENT;
  let done = 0;
  let drawn = false;
  let next = now() + FIRST_AFTER;
  return {
    step() {
      done += 1;
      if (now() < next) return;
      next = now() + BETWEEN;
      drawn = true;
      stderr.write(`\r${barText(done, total, run)}`);
    },
    end() {
      if (drawn) stderr.write('\r\u001b[K');
    },
  };
}
