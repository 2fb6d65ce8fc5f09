import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { runTables } from './commands/run-tables.js';
import { cacheFolder, setsFolder } from './data/sets-folder.js';
import { findTables, tables } from './tables/list-tables.js';

/** The `bench` command: without a name it lists the tables. */
export function createProgram(): Command {
  return new Command('bench')
    .description('tables of accuracy, cost and speed, from seeds and image sets')
    .argument('[tables...]', 'names of tables such as heads/imagenette, heads, or all')
    .option('--data <folder>', 'where the image sets are', setsFolder())
    .option('--cache <folder>', 'where results are kept', join(cacheFolder(), 'results'))
    .option('--out <folder>', 'where tables are written', resultsFolder())
    .option('--threads <n>', 'threads in all', integer, Math.min(2, availableParallelism()))
    .option('--jobs <n>', 'processes that train at once, each with that many threads', integer, 1)
    .option('--train', 'train what is missing, keep it, and print no table')
    .option('--quick', 'a tenth of the epochs and one seed; not of digits')
    .option('--kept', 'of a table of digits only the rows whose results are kept')
    .option('--models <folder>', 'of a cascade: models of its rows, in place of trainings')
    .option('--only <text>', 'of a table of digits run only rows called so: "60000/10000, PSO"')
    .action(async (names: string[], options) => {
      if (names.length === 0) {
        for (const { name, title, rows, seeds } of tables) {
          process.stdout.write(
            `${name.padEnd(20)} ${title} (${rows.length} rows, ${seeds.length} seeds)\n`,
          );
        }
        return;
      }
      await runTables(names.flatMap(findTables), {
        ...options,
        data: resolve(options.data),
        out: resolve(options.out),
      });
    });
}

/** Beside the built program. */
function resultsFolder(): string {
  return fileURLToPath(new URL('../results', import.meta.url));
}

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be an integer of at least 1.');
  }
  return value;
}
