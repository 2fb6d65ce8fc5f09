import { type FeatureRecipe, recipeShape } from '@sig/image-paths';
import { type CBuffer, type CProgram, within } from './c-program.js';

/** What a path of a recipe is, for the functions of the source. */
export interface PathSizes {
  /** Of the image. */
  readonly channels: number;
  /** Channels, and time where asked for. */
  readonly dimensions: number;
  /** Numbers that one step needs room for: all words one shorter than the depth. */
  readonly products: number;
}

export function pathSizes({ channels: kind, time, depth }: FeatureRecipe): PathSizes {
  const channels = kind === 'rgb' ? 3 : 1;
  const dimensions = channels + (time ? 1 : 0);
  return { channels, dimensions, products: dimensions ** Math.max(1, depth - 1) };
}

/** Lines of pixels, as the functions of the source take them. */
interface Lines {
  readonly count: number;
  readonly stride: number;
  readonly length: number;
  readonly pointStride: number;
}

/**
 * Adds the calls from `pixels` to the features of a recipe, [streams, words].
 *
 * @throws RangeError for a transform that has no counterpart.
 */
export function addFeatures(program: CProgram, recipe: FeatureRecipe): CBuffer {
  const { width, height, direction, transform } = recipe;
  const { channels, dimensions, products } = pathSizes(recipe);
  const [streams, words] = recipeShape(recipe);
  const features = program.buffer(streams * words);
  const row = width * channels;
  const rows = { count: height, stride: row, length: width, pointStride: channels };
  const columns = { count: width, stride: channels, length: height, pointStride: row };

  const push = (name: string, { count, stride, length, pointStride }: Lines, first: number) => {
    const lines = ['pixels', count, stride, length, pointStride];
    const comment = `features: ${name} from line ${first} of [${streams}, ${words}]`;
    const output = within(features, first * words);
    switch (transform) {
      case 'signature': {
        const scratch = program.buffer(dimensions + products);
        return program.call('signatures', [...lines, scratch, output], comment);
      }
      case 'pixels':
        return program.call('unit_pixels', [...lines, channels, output], comment);
      default:
        throw new RangeError(
          `the transform ${transform} cannot be exported to C, only signature and pixels can`,
        );
    }
  };
  if (direction !== 'columns') push('rows', rows, 0);
  if (direction !== 'rows') push('columns', columns, direction === 'both' ? height : 0);
  return features;
}
