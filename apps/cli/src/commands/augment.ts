import { basename } from 'node:path';
import { type AugmentationSpec, type Fit, fitNames } from '@sig/image-paths';
import { Command, Option } from 'commander';
import { contactSheet } from '../augmentation/contact-sheet.js';
import { sheetRows } from '../augmentation/sheet-rows.js';
import { readOneImage } from '../data/read-one-image.js';
import { parseAugment, parseCopyList } from '../options/parse-augment.js';
import { integerFrom } from '../options/parse-number.js';
import { parseSize, type Size } from '../options/parse-size.js';
import { addExamples } from '../options/shared-options.js';
import { formatBytes } from '../output/format.js';
import { printResult } from '../output/print-result.js';
import { checkPictureFile, writePictureFile } from '../pictures/picture-file.js';

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
  const { out, size, fit, channels, draws, seed, augment, copies, json } = options;
  checkPictureFile(out);
  const image = await readOneImage(name, {
    ...size,
    fit,
    channels: channels === 'rgb' ? 3 : 1,
  });
  const rows = sheetRows(image, { augment, copies, draws, seed });
  const { width, height } = image;
  const svg = await contactSheet(rows, {
    title: basename(name),
    subtitle: `${width} × ${height} pixels, ${draws} draw${draws === 1 ? '' : 's'} each, seed ${seed}`,
  });
  const bytes = await writePictureFile(out, svg);
  const result = { image: name, out, bytes, width, height, draws, seed };
  printResult(
    json,
    { ...result, rows: rows.map((row) => row.detail) },
    () => `${out}: ${rows.length} rows, ${formatBytes(bytes)}`,
  );
}
