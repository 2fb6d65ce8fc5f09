import { createProgram } from './program.js';

process.stdout.on('error', endOfPipe);

process.once('SIGINT', stop);

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

/** Results are written whole as soon as they are there, so that nothing has to be saved. */
function stop(): void {
  process.stderr.write(
    '\nbench: stopped; what was trained is kept, and the same command goes on from there\n',
  );
  process.exit(130);
}
