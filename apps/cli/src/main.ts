import { CommanderError } from 'commander';
import { describeError, EXIT_ERROR, EXIT_OK, EXIT_USAGE, exitCodeOf } from './errors.js';
import { createProgram } from './program.js';

/**
 * Runs the `sig` command and sets the exit code: 0, 1 for an error in words, 2 for wrong usage,
 * 130 after Ctrl-C.
 *
 * @example
 * await main(['node', 'sig', 'info', 'model.safetensors']);
 */
export async function main(args: readonly string[] = process.argv): Promise<void> {
  process.stdout.on('error', endOfPipe);
  process.stderr.on('error', endOfWords);
  process.on('uncaughtException', fail);
  const program = createProgram();
  if (args.length <= 2) {
    program.outputHelp({ error: true });
    process.exitCode = EXIT_USAGE;
    return;
  }
  try {
    await program.parseAsync(args);
  } catch (error) {
    // commander has said what is wrong already; help and version are no errors.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
    } else {
      report(error);
    }
  }
}

function report(error: unknown): void {
  process.exitCode = exitCodeOf(error);
  process.stderr.write(`sig: error: ${describeError(error)}\n`);
}

function fail(error: unknown): void {
  report(error);
  process.exit();
}

/** Whoever read our progress has gone; the work itself goes on. */
function endOfWords(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exit(EXIT_ERROR);
}

/** Whoever read our results has gone, as `head` does. */
function endOfPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT_OK);
  throw error;
}
