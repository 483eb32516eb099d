import { readFileSync } from 'node:fs';
import * as jsonRulesEngine from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import * as engines from '../../src/engines/json-rules-engine/index.js';
import * as everything from '../../src/index.js';
import { printedBy, programsOf, promisedBy } from './programs.js';

const guide = readFileSync('docs/guides/json-rules-engine.md', 'utf8');

const MODULES: Readonly<Record<string, object>> = {
  'json-rules-engine': jsonRulesEngine,
  'ntm-rules': everything,
  'ntm-rules/json-rules-engine': engines,
};

const programs = programsOf(guide);

describe('the guide to json-rules-engine', () => {
  test.each(programs)('under “$heading” prints what it says', async ({ code }) => {
    const printed = await printedBy(code, MODULES);
    expect(promisedBy(code).length).toBeGreaterThan(0);
    for (const text of promisedBy(code)) expect(printed).toContain(text);
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
