import { inspect } from 'node:util';

export interface Program {
  readonly heading: string;
  readonly code: string;
}

/** The programs of a guide, each with the heading it stands under. */
export const programsOf = (guide: string): Program[] =>
  guide.split(/^#+ /m).flatMap((section) => {
    const heading = section.slice(0, section.indexOf('\n'));
    return [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => ({ heading, code }));
  });

/** What a program prints, as Node shows it; `modules` are the packages it imports. */
export async function printedBy(code: string, modules: Readonly<Record<string, object>>): Promise<string[]> {
  const printed: string[] = [];
  const log = (...values: unknown[]): void => {
    printed.push(
      values
        .map((value) => (typeof value === 'string' ? value : inspect(value, { breakLength: Infinity })))
        .join(' '),
    );
  };
  const body = code.replace(
    /^import (\{[^}]+\}) from '([^']+)';$/gm,
    (_, names: string, from: string) => `const ${names} = modules['${from}'];`,
  );
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
  await new AsyncFunction('modules', 'console', body)(modules, { log });
  return printed;
}

/** What it is said to print: in comments beside its `console.log`, or in lines of their own. */
export const promisedBy = (code: string): string[] =>
  [...code.matchAll(/^(?:.*console\.log\(.*\/\/|\/\/ prints:) (.+)$/gm)].map(([, text = '']) => text);
