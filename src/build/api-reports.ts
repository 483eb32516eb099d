import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/** The entries whose types are written down, by the name of their file in `dist`. */
export const API_ENTRIES: readonly string[] = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }).exports,
).flatMap((entry) => (/^\.(\/[a-z-]+)?$/.test(entry) ? [entry === '.' ? 'index' : entry.slice(2)] : []));

/** Where the reports are kept. */
export const API_REPORTS = 'docs/api-report';

/**
 * The public names of one entry with their types, as built: what a user's compiler sees. A change of it is a change
 * of the contract, and shows in review as changed lines.
 *
 * @param entry `index`, `core` …
 * @throws Error where the entry exports something whose types cannot be read
 */
export function apiReportOf(entry: string): string {
  const room = mkdtempSync(join(tmpdir(), 'ntm-rules-api-'));
  try {
    mkdirSync(join(room, 'kept'));
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: resolve('.'),
        mainEntryPointFilePath: resolve(`dist/${entry}.d.ts`),
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
            files: [resolve(`dist/${entry}.d.ts`)],
          },
        },
        apiReport: {
          enabled: true,
          reportFileName: entry,
          reportFolder: join(room, 'kept'),
          reportTempFolder: join(room, 'made'),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
          // What is public is what is exported; comments are judged by typedoc.
          extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
          tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: resolve('package.json'),
    });
    const errors: string[] = [];
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error)
          errors.push(message.formatMessageWithLocation(undefined));
        message.handled = true;
      },
    });
    if (errors.length > 0) throw new Error(`${entry}: ${errors.join('\n')}`);
    return readFileSync(join(room, 'made', `${entry}.api.md`), 'utf8');
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
