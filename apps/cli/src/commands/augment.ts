import { basename } from 'node:path';
import { type AugmentationSpec, type Fit, fitNames, type Image } from '@sig/image-paths';
import { Command, Option } from 'commander';
import { contactSheet } from '../augmentation/contact-sheet.js';
import { renderSheet } from '../augmentation/render-sheet.js';
import { sheetRows } from '../augmentation/sheet-rows.js';
import { predictionInputs } from '../data/prediction-inputs.js';
import { readPredictionImages } from '../data/read-prediction-images.js';
import { CommandError, UsageError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { parseAugment, parseCopyList } from '../options/parse-augment.js';
import { integerFrom } from '../options/parse-number.js';
import { parseSize, type Size } from '../options/parse-size.js';
import { addExamples } from '../options/shared-options.js';
import { formatBytes } from '../output/format.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';

interface AugmentOptions {
  readonly out: string;
  readonly augment?: readonly AugmentationSpec[];
  readonly copies: readonly AugmentationSpec[];
  readonly size: Size;
  readonly fit: Fit;
  readonly channels: 'rgb' | 'grey';
  readonly draws: number;
  readonly seed: number;
  readonly json?: boolean;
}

export function augmentCommand(): Command {
  const command = new Command('augment')
    .description('draw what augmentations make of an image, on one sheet')
    .argument('<image>', 'an image file, or mnist:INDEX for a test digit')
    .option('--out <file>', 'the sheet to write, .png or .svg', 'sheet.png')
    .option(
      '--augment <list>',
      'as sig train takes it: flip,shift:4 (default: each there is)',
      parseAugment,
    )
    .addOption(
      new Option('--copies <list>', 'as sig train takes it: flip,brightness:40')
        .argParser(parseCopyList)
        .default([], 'none'),
    )
    .addOption(
      new Option('--size <pixels>', 'width and height of what a model sees, 64 or 64x48')
        .argParser(parseSize)
        .default({ width: 64, height: 64 }, '64'),
    )
    .addOption(
      new Option('--fit <how>', 'an image of another aspect ratio: stretched, padded or cropped')
        .choices(fitNames)
        .default('stretch'),
    )
    .addOption(
      new Option('--channels <kind>', 'colours to look at').choices(['rgb', 'grey']).default('rgb'),
    )
    .option('--draws <n>', 'pictures of each augmentation', integerFrom(1, 12), 6)
    .option('--seed <n>', 'seed of all that is random', integerFrom(0, 2 ** 32 - 1), 0)
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action((image: string, options: AugmentOptions) => drawSheet(image, options));
  return addExamples(command, [
    'sig augment photograph.jpg',
    'sig augment photograph.jpg --augment flip,shift:8,crop:0.7,jitter:0.3 --draws 8 --out sheet.svg',
    'sig augment photograph.jpg --copies flip,flip-vertical,brightness:40,brightness:80',
    'sig augment mnist:7 --size 28 --channels grey --augment rotation:15,shift:2',
  ]);
}

async function drawSheet(name: string, options: AugmentOptions): Promise<void> {
  const { out, draws, seed, augment, copies, json } = options;
  const vector = /\.svg$/i.test(out);
  if (!vector && !/\.png$/i.test(out)) {
    throw new UsageError(`--out must be the name of a .png or .svg file, got ${out || "''"}`);
  }
  checkWritable(out);
  const image = await readSheetImage(name, options);
  const rows = sheetRows(image, { augment, copies, draws, seed });
  const { width, height } = image;
  const svg = await contactSheet(rows, {
    title: basename(name),
    subtitle: `${width} × ${height} pixels, ${draws} draw${draws === 1 ? '' : 's'} each, seed ${seed}`,
  });
  const bytes = vector ? Buffer.from(svg) : await renderSheet(svg);
  writeFileAtomic(out, bytes);
  const result = { image: name, out, bytes: bytes.length, width, height, draws, seed };
  printResult(
    json,
    { ...result, rows: rows.map((row) => row.detail) },
    () => `${out}: ${rows.length} rows, ${formatBytes(bytes.length)}`,
  );
}

/** The one image of a name, as a model would see it. */
async function readSheetImage(
  name: string,
  { size, fit, channels }: AugmentOptions,
): Promise<Image> {
  const inputs = predictionInputs([name]);
  if (inputs.length !== 1 || !inputs[0].named) {
    throw new UsageError(`sig augment takes one image, got the folder ${name}`);
  }
  const fitted = { ...size, fit, channels: channels === 'rgb' ? 3 : 1 } as const;
  const progress = createProgress({ quiet: true });
  const { sets, skipped } = await readPredictionImages(inputs, fitted, { progress });
  const set = sets.find(({ count }) => count === 1);
  if (set === undefined) throw new CommandError(`${skipped[0].file} ${skipped[0].reason}`);
  return { width: set.width, height: set.height, channels: set.channels, data: set.pixels };
}
