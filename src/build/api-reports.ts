import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/** Where the reports are kept, and the command that writes them anew. */
export const API_REPORTS = 'docs/api-report';
export const RENEW = 'npm run build && npm run api-report';

/** The entries of package.json by the names of their files in `dist`; the whole package first. */
export function apiEntries(): string[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, unknown>;
  };
  return Object.keys(exports).flatMap((entry) =>
    /^\.(\/[a-z-]+)?$/.test(entry) ? [entry === '.' ? 'index' : entry.slice(2)] : [],
  );
}

/** What api-extractor is told of one entry: its built types alone, none of our own settings. */
function configFor(entry: string, room: string): ExtractorConfig {
  const types = resolve(`dist/${entry}.d.ts`);
  mkdirSync(join(room, 'kept'));
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: resolve('.'),
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            module: 'esnext',
            moduleResolution: 'bundler',
            strict: true,
            skipLibCheck: true,
            lib: ['es2022', 'dom'],
            types: [],
          },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: entry,
        reportFolder: join(room, 'kept'),
        reportTempFolder: join(room, 'made'),
        // What a public type refers to is part of the contract, named in an export or not.
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // Comments are read by typedoc, which has its own rules for them.
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
}

/** The declarations of one entry as built: what a user's compiler sees. */
function declarationsOf(entry: string): string[] {
  const room = mkdtempSync(join(tmpdir(), 'ntm-rules-api-'));
  try {
    const errors: string[] = [];
    Extractor.invoke(configFor(entry, room), {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error) errors.push(message.text);
        message.handled = true;
      },
    });
    if (errors.length > 0) throw new Error(`${entry}: ${errors.join('\n')}`);
    const report = readFileSync(join(room, 'made', `${entry}.api.md`), 'utf8');
    const code = report.slice(report.indexOf('```ts') + 5, report.lastIndexOf('```'));
    return code
      .split(/\n\n(?=\S)/)
      .flatMap((one) => (/^\/\/ \(No @pack/.test(one.trim()) ? [] : [one.trim()]));
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** `// @public` … `export interface Gap {` is Gap. */
const nameOf = (declaration: string): string =>
  /^(?:export )?(?:declare )?(?:const|function|interface|type|class|abstract class|enum) (\w+)/m.exec(
    declaration,
  )?.[1] ??
  declaration.split('\n').at(-1) ??
  '';

function pageOf(entry: string, own: readonly string[], shared: readonly string[]): string {
  const name = entry === 'index' ? 'ntm-rules' : `ntm-rules/${entry}`;
  const names = [...new Set(shared.filter((one) => /^export /m.test(one)).map(nameOf))].sort();
  return [
    `# The public types of \`${name}\``,
    `Made from the built types by [api-extractor](https://api-extractor.com); a changed line is a change of the contract. Anew: \`${RENEW}\`.`,
    ...(names.length > 0 ? [`The same as in \`ntm-rules\`: ${names.join(', ')}.`] : []),
    `\`\`\`ts\n${own.join('\n\n')}\n\`\`\`\n`,
  ].join('\n\n');
}

/**
 * The public names of every entry with their types, as built. What an entry shares with the whole package stands in
 * the report of that alone, so that a changed type shows once.
 *
 * @returns pages by the name of their file
 * @throws Error where an entry exports something whose types cannot be read
 */
export function apiReports(): Map<string, string> {
  const [whole = 'index', ...others] = apiEntries();
  const all = declarationsOf(whole);
  const known = new Set(all);
  const pages = new Map([[`${whole}.api.md`, pageOf(whole, all, [])]]);
  for (const entry of others) {
    const declarations = declarationsOf(entry);
    const shared = declarations.filter((one) => known.has(one));
    const own = declarations.filter((one) => !known.has(one));
    pages.set(`${entry}.api.md`, pageOf(entry, own, shared));
  }
  return pages;
}
