import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { listData } from './commands/list-data.js';
import { runTables } from './commands/run-tables.js';
import { writePage } from './commands/write-page.js';
import { writeReadme } from './commands/write-readme.js';
import { cacheFolder, setsFolder } from './data/sets-folder.js';
import { findTables, tables } from './tables/list-tables.js';

/** The `bench` command: without a name it lists the tables. */
export function createProgram(): Command {
  return new Command('bench')
    .description('tables of accuracy, cost and speed, from seeds and image sets')
    .argument(
      '[tables...]',
      'names of tables such as imagesig/1, imagesig, or all; data says which sets are there, page makes index.html of the results, readme writes the table of the README',
    )
    .option('--data <folder>', 'where the image sets are', setsFolder())
    .option('--cache <folder>', 'where results are kept', join(cacheFolder(), 'results'))
    .option('--out <folder>', 'where tables are written', resultsFolder())
    .option('--threads <n>', 'threads in all', integer, Math.min(2, availableParallelism()))
    .option(
      '--jobs <n>',
      'processes that train the rows of accuracy and paper tables at once, each with that many threads; cascades, digits and times take one',
      integer,
      1,
    )
    .option('--train', 'train what is missing, keep it, and print no table')
    .option(
      '--quick',
      'few epochs, one seed, few digits: all tables within 20 minutes, and every figure says so',
    )
    .option('--kept', 'train nothing: of tables of papers and of digits write what is kept')
    .option('--models <folder>', 'of a cascade: models of its rows, in place of trainings')
    .option(
      '--only <text>',
      'of a table of digits only rows called so: "60000/10000, PSO"; with --train only trainings called so: "base, imagenette"',
    )
    .action(async (names: string[], options) => {
      if (names.length === 0) {
        for (const { name, title, rows, seeds } of tables) {
          process.stdout.write(
            `${name.padEnd(20)} ${title} (${rows.length} rows, ${seeds.length} seeds)\n`,
          );
        }
        return;
      }
      const [data, out] = [resolve(options.data), resolve(options.out)];
      if (`${names}` === 'data') return listData(data);
      if (`${names}` === 'page') return writePage(out);
      if (`${names}` === 'readme') return writeReadme(out);
      await runTables(names.flatMap(findTables), { ...options, data, out });
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
