import { execFileSync } from 'node:child_process';

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** The commit a result was measured on; `changed` where files that count differed from it. */
export function measuredOn(): { commit: string; changed: boolean } {
  return {
    commit: git('rev-parse', '--short=12', 'HEAD'),
    changed: git('status', '--porcelain', '--', 'src', 'rulesets', 'tests') !== '',
  };
}
