#!/usr/bin/env node
import { nodeSurroundings } from './node-surroundings.js';
import { runCli } from './run-cli.js';

// `ntm list | head` closes the pipe early, which is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), nodeSurroundings(process));
