import { type BuildResult, build } from 'esbuild';

/** Bundles an ES module for browsers, as a user's bundler would; whatever needs Node fails to resolve. */
export function bundleForBrowser(
  source: string,
  resolveDir: string,
): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    stdin: { contents: source, resolveDir, sourcefile: 'app.js' },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
}

/** Bytes of each npm package that ended up in the bundle. */
export function bytesByPackage(result: BuildResult<{ metafile: true }>): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const output of Object.values(result.metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
      if (name !== undefined) bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  }
  return bytes;
}
