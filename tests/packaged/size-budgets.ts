/**
 * What each part may weigh at most, in thousands of bytes. A budget is raised by a commit of its own, which says what
 * the bytes are for.
 */
export const BUNDLES: readonly {
  readonly name: string;
  /** What an app writes. */
  readonly app: string;
  /** Minified and compressed with gzip, everything included that it pulls in. */
  readonly budget: number;
}[] = [
  {
    name: 'compiling and evaluating',
    app: "export { compile } from 'ntm-rules/core';",
    budget: 50,
  },
  {
    name: 'one ruleset, without checking',
    app: "export { compile } from 'ntm-rules/core'; export { default } from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';",
    budget: 80,
  },
  {
    name: 'one ruleset, with the checking of snapshots',
    app: "export { compile, parseSnapshot } from 'ntm-rules/core'; export { default } from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';",
    budget: 100,
  },
  { name: 'all of ntm-rules/core', app: "export * from 'ntm-rules/core';", budget: 175 },
  { name: 'all of ntm-rules, every ruleset inside', app: "export * from 'ntm-rules';", budget: 430 },
  {
    name: 'all of ntm-rules/json-rules-engine',
    app: "export * from 'ntm-rules/json-rules-engine';",
    budget: 320,
  },
  { name: 'all of ntm-rules/sql', app: "export * from 'ntm-rules/sql';", budget: 60 },
  { name: 'all of ntm-rules/report', app: "export * from 'ntm-rules/report';", budget: 105 },
  { name: 'all of ntm-rules/table', app: "export * from 'ntm-rules/table';", budget: 480 },
];

/** The package as npm ships it. */
export const PACKAGE = { tarball: 2_400, unpacked: 12_000, files: 580 };
