import { type FeatureRecipe, type Fit, fitNames } from '@sig/image-paths';
import { type Command, Option } from 'commander';
import type { TrainDefaults } from '../train-defaults.js';
import { integerFrom } from './parse-number.js';
import { parseSize, type Size } from './parse-size.js';
import { said } from './said.js';

/** What becomes of an image, as it was given; what was left out is not there. */
export interface FeatureOptions
  extends Partial<Pick<TrainDefaults, 'depth' | 'direction' | 'channels' | 'time' | 'basepoint'>> {
  readonly size?: Size;
  readonly fit: Fit;
  readonly transform?: FeatureRecipe['transform'];
  readonly window?: number;
  readonly stride?: number;
  readonly moments: boolean;
}

/** The options that decide how an image becomes features. */
export function addFeatureOptions(command: Command): Command {
  const size = ({ width, height }: TrainDefaults) =>
    width === height ? `${width}` : `${width}x${height}`;
  return command
    .option('--size <pixels>', said('width and height, 64 or 64x48', size), parseSize)
    .addOption(
      new Option('--fit <how>', 'images of another aspect ratio: stretched, padded or cropped')
        .choices(fitNames)
        .default('stretch'),
    )
    .option(
      '--depth <n>',
      said('depth of the signature, 1 to 12', 'depth', { ofSignatures: true }),
      integerFrom(1, 12),
    )
    .addOption(
      new Option(
        '--direction <lines>',
        said('lines that are paths', 'direction', { ofSignatures: true }),
      ).choices(['rows', 'columns', 'both']),
    )
    .addOption(
      new Option('--channels <kind>', said('colours to look at', 'channels')).choices([
        'rgb',
        'grey',
        'auto',
      ]),
    )
    .option(
      '--time',
      said('give every path a time channel', ({ time }) => yesOrNo(time), { ofSignatures: true }),
    )
    .option('--no-time', 'give no path a time channel')
    .option(
      '--basepoint',
      said('start every path at the origin', ({ basepoint }) => yesOrNo(basepoint), {
        ofSignatures: true,
      }),
    )
    .option('--no-basepoint', 'start every path at its first pixel')
    .addOption(
      new Option(
        '--transform <kind>',
        'signatures of lines, bare pixels, or a field of local signatures (default: what the head looks at)',
      ).choices(['signature', 'pixels', 'field']),
    )
    .option('--window <pixels>', 'side of the windows of a field (default: 8)', integerFrom(2, 256))
    .option('--stride <pixels>', 'from a window to the next (default: 4)', integerFrom(1, 256))
    .option('--no-moments', 'a field without mean and deviation of each window');
}

function yesOrNo(value: boolean | undefined): string {
  return value === undefined ? 'for grey' : value ? 'yes' : 'no';
}
