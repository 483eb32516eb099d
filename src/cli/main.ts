#!/usr/bin/env node
import { EXIT } from './exit-codes.js';
import { nodeSurroundings } from './node-surroundings.js';
import { localeIn, said } from './run.js';
import { runCli } from './run-cli.js';

// `ntm list | head` closes the pipe early, which is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  const locale = localeIn(process.argv.slice(2));
  const text = said(
    { locale },
    'Không ghi được kết quả, hệ thống báo',
    'The results cannot be written; the system says',
  );
  process.stderr.write(`${text} ${error.code ?? error.message}\n`);
  process.exit(EXIT.usage);
});

process.exitCode = await runCli(process.argv.slice(2), nodeSurroundings(process));
