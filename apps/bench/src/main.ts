import { createProgram } from './program.js';

process.stdout.on('error', endOfPipe);

try {
  await createProgram().parseAsync();
} catch (error) {
  process.stderr.write(`bench: error: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** Whoever read our tables has gone, as `head` does. */
function endOfPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
