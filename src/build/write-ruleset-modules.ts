import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Ruleset } from '../schema/ruleset.js';
import { jsonSchemas } from './json-schemas.js';
import { readLaw } from './read-rulesets.js';

const OUT = 'dist/rulesets';

const FREEZE =
  'const freeze = (value) => {\n' +
  '  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {\n' +
  '    Object.freeze(value);\n    for (const inner of Object.values(value)) freeze(inner);\n  }\n  return value;\n};\n';

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function typesText(path: string, core: string): string {
  const up = relative(dirname(path), 'dist').replaceAll('\\', '/');
  return (
    `import type { Ruleset } from '${up}/${core}';\n` +
    'declare const ruleset: Ruleset;\nexport default ruleset;\n' +
    '/** Every version inside the package, oldest first. */\nexport declare const versions: readonly Ruleset[];\n'
  );
}

/** One version, complete: the text is read by JSON.parse, which engines do faster than object literals. */
function writeVersion(ruleset: Ruleset): void {
  const path = join(OUT, ruleset.id, ruleset.version);
  const parse = `${FREEZE}const ruleset = /* @__PURE__ */ freeze(/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(ruleset))}));\n`;
  write(`${path}.js`, `${parse}export const versions = [ruleset];\nexport default ruleset;\n`);
  write(
    `${path}.cjs`,
    `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${parse}exports.versions = [ruleset];\nexports.default = ruleset;\n`,
  );
  write(`${path}.d.ts`, typesText(path, 'core.js'));
  write(`${path}.d.cts`, typesText(path, 'core.cjs'));
}

/** A set with all its versions; the newest is the default. */
function writeSet(id: string, versions: readonly Ruleset[]): void {
  const path = join(OUT, id);
  const folder = `./${id.split('/').at(-1)}`;
  const names = versions.map((_, index) => `v${index}`);
  const imports = versions
    .map(({ version }, index) => `import v${index} from '${folder}/${version}.js';\n`)
    .join('');
  const requires = versions
    .map(({ version }, index) => `const v${index} = require('${folder}/${version}.cjs').default;\n`)
    .join('');
  const last = names.at(-1);
  write(`${path}.js`, `${imports}export const versions = [${names.join(', ')}];\nexport default ${last};\n`);
  write(
    `${path}.cjs`,
    `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${requires}exports.versions = [${names.join(', ')}];\nexports.default = ${last};\n`,
  );
  write(`${path}.d.ts`, typesText(path, 'core.js'));
  write(`${path}.d.cts`, typesText(path, 'core.cjs'));
}

const { rulesets } = readLaw();
const sets = new Map<string, Ruleset[]>();
for (const { ruleset } of rulesets) sets.set(ruleset.id, [...(sets.get(ruleset.id) ?? []), ruleset]);
for (const [id, versions] of sets) {
  for (const ruleset of versions) writeVersion(ruleset);
  writeSet(id, versions);
}
for (const [name, schema] of Object.entries(jsonSchemas())) {
  write(join('dist/schema', `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
