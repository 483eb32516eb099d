import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import * as jsonRulesEngine from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import * as engines from '../../src/engines/json-rules-engine/index.js';
import * as everything from '../../src/index.js';

const guide = readFileSync('docs/guides/json-rules-engine.md', 'utf8');

const MODULES: Readonly<Record<string, object>> = {
  'json-rules-engine': jsonRulesEngine,
  'ntm-rules': everything,
  'ntm-rules/json-rules-engine': engines,
};

/** The programs of the guide, each with the heading it stands under. */
const programs = guide.split(/^#+ /m).flatMap((section) => {
  const heading = section.slice(0, section.indexOf('\n'));
  return [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => ({ heading, code }));
});

/** What a program prints, as Node shows it. */
async function run(code: string): Promise<string[]> {
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
  await new AsyncFunction('modules', 'console', body)(MODULES, { log });
  return printed;
}

/** What it is said to print: the comments beside its `console.log`. */
const promised = (code: string): string[] =>
  [...code.matchAll(/console\.log\(.*\/\/ (.+)$/gm)].map(([, text = '']) => text);

describe('the guide to json-rules-engine', () => {
  test.each(programs)('under “$heading” prints what it says', async ({ code }) => {
    const printed = await run(code);
    expect(promised(code).length).toBeGreaterThan(0);
    for (const text of promised(code)) expect(printed).toContain(text);
  });

  test('shows programs', () => {
    expect(programs.map(({ heading }) => heading)).toHaveLength(6);
  });

  test('names every function of the entry, and the version that is depended on', () => {
    const functions = Object.entries(engines).filter(([name]) => /^[a-z]/.test(name));
    for (const [name] of functions) expect(guide).toContain(name);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(guide).toContain(`json-rules-engine ${dependencies['json-rules-engine']} is`);
  });
});
