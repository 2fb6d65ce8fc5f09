import { basename } from 'node:path';
import { defaultRecipe, type FeatureRecipe, recipeShape } from '@sig/image-paths';
import { Command } from 'commander';
import { detectChannels } from '../data/detect-channels.js';
import { readOneImage } from '../data/read-one-image.js';
import { UsageError } from '../errors.js';
import { readModel } from '../model/read-model.js';
import { recipeSize } from '../model/recipe-size.js';
import { addFeatureOptions, type FeatureOptions } from '../options/feature-options.js';
import { recipeOptions } from '../options/recipe-options.js';
import { addExamples } from '../options/shared-options.js';
import { formatBytes } from '../output/format.js';
import { describeRecipe } from '../output/info-report.js';
import { printResult } from '../output/print-result.js';
import { checkPictureFile, writePictureFile } from '../pictures/picture-file.js';
import { trainDefaults } from '../train-defaults.js';
import { drawVisualization } from '../visualization/draw-visualization.js';
import { learnedFeatures } from '../visualization/learned-features.js';

interface VisualizeOptions extends FeatureOptions {
  readonly out: string;
  readonly model?: string;
  readonly json?: boolean;
}

export function visualizeCommand(): Command {
  const command = new Command('visualize')
    .description('draw an image, its streams and its signature')
    .argument('<image>', 'an image file, or mnist:INDEX for a test digit')
    .option('--out <file>', 'the picture to write, .png or .svg', 'picture.png')
    .option(
      '--model <file>',
      'take the features of this model, its learned paths too, in place of the options below',
    );
  addFeatureOptions(command)
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action((image: string, options: VisualizeOptions) => visualize(image, options, command));
  return addExamples(command, [
    'sig visualize photograph.jpg',
    'sig visualize photograph.jpg --direction rows --depth 4 --no-time --no-basepoint --out paper.svg',
    'sig visualize photograph.jpg --transform field --window 8 --stride 4',
    'sig visualize mnist:7 --model digits.safetensors',
  ]);
}

async function visualize(name: string, options: VisualizeOptions, command: Command): Promise<void> {
  const { out, model, json } = options;
  checkPictureFile(out);
  if (model !== undefined) refuseFeatureOptions(command);
  const given = model === undefined ? undefined : readModel(model).model;
  const recipe = given?.recipe ?? (await chosenRecipe(name, options));
  const image = await readOneImage(name, recipeSize(recipe));
  const learned = given && (await learnedFeatures(given, image));
  const svg = await drawVisualization(image, recipe, { title: basename(name), learned });
  const bytes = await writePictureFile(out, svg);
  const shape = recipeShape(recipe);
  printResult(
    json,
    { image: name, out, bytes, recipe, shape },
    () => `${out}: ${describeRecipe(recipe)}, ${shape.join(' × ')}, ${formatBytes(bytes)}`,
  );
}

/** What `sig train` would take for such an image. */
async function chosenRecipe(name: string, options: VisualizeOptions): Promise<FeatureRecipe> {
  const digit = name.startsWith('mnist:');
  const { size, ...given } = options;
  const defaults = trainDefaults(digit ? 'mnist' : 'folder', options);
  const settings = { ...defaults, ...size, ...given };
  const wanted = recipeOptions({ ...settings, transform: defaults.transform });
  const detect = () => (digit ? 'grey' : detectChannels([name]));
  const channels = settings.channels === 'auto' ? await detect() : settings.channels;
  try {
    return defaultRecipe({ ...wanted, channels });
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw new UsageError(`these options do not go together: ${error.message}`);
  }
}

function refuseFeatureOptions(command: Command): void {
  const others = ['out', 'model', 'json'];
  const given = command.options.find(
    (option) =>
      !others.includes(option.attributeName()) &&
      command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (given === undefined) return;
  throw new UsageError(
    `${given.long} cannot be given with --model, which brings its own features; leave one out`,
  );
}
