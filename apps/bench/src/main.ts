import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  process.stderr.write(`bench: error: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
