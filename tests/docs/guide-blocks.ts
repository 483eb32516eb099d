import { readdirSync, readFileSync } from 'node:fs';

/** A program of a guide (`js run`), and what the guide says that it prints (`text printed` right behind it). */
export interface GuideProgram {
  readonly guide: string;
  /** Its place among the programs of the guide, from 1. */
  readonly no: number;
  readonly code: string;
  readonly printed: string | undefined;
}

/** A command of a guide (`console`, its first line `$ npx ntm …`) and the pieces of output shown between lines `…`. */
export interface GuideCommand {
  readonly guide: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly pieces: readonly string[];
}

const GUIDES = 'docs/guides';

export const guides: readonly string[] = readdirSync(GUIDES)
  .filter((name) => name.endsWith('.md'))
  .sort();

export const textOfGuide = (guide: string): string => readFileSync(`${GUIDES}/${guide}`, 'utf8');

export function programsOf(guide: string): GuideProgram[] {
  const blocks = /^```js run\n([\s\S]*?)^```$(?:\n+^```text printed\n([\s\S]*?)^```$)?/gm;
  return [...textOfGuide(guide).matchAll(blocks)].map(([, code = '', printed], at) => ({
    guide,
    no: at + 1,
    code,
    printed,
  }));
}

/** Arguments as a shell takes them, with quotes around those that hold blanks. */
function argumentsIn(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

export function commandsOf(guide: string): GuideCommand[] {
  const blocks = /^```console\n\$ npx ntm (.*)\n([\s\S]*?)^```$/gm;
  return [...textOfGuide(guide).matchAll(blocks)].map(([, command = '', output = '']) => ({
    guide,
    command,
    args: argumentsIn(command),
    pieces: output
      .split(/^…$/m)
      .map((piece) => piece.replace(/^\n+|\n+$/g, ''))
      .filter((piece) => piece !== ''),
  }));
}

/** Shell blocks of a guide (`sh run`), in their order: they may leave files for one another. */
export function shellBlocksOf(guide: string): string[] {
  return [...textOfGuide(guide).matchAll(/^```sh run\n([\s\S]*?)^```$/gm)].map(([, script = '']) => script);
}
