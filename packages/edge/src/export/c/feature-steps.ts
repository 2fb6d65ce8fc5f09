import {
  type FeatureRecipe,
  type FieldRecipe,
  type LineRecipe,
  recipeShape,
} from '@sig/image-paths';
import { type CBuffer, type CProgram, within } from './c-program.js';

/** What a path of a recipe is, for the functions of the source. */
export interface PathSizes {
  /** Of the image. */
  readonly channels: number;
  /** Channels, and time where asked for. */
  readonly dimensions: number;
  /** Of a signature. */
  readonly words: number;
  /** Numbers that one step needs room for: the step, and all words one shorter than the depth. */
  readonly scratch: number;
}

export function pathSizes({ channels: kind, time, depth }: FeatureRecipe): PathSizes {
  const channels = kind === 'rgb' ? 3 : 1;
  const dimensions = channels + (time ? 1 : 0);
  const levels = Array.from({ length: depth }, (_, level) => dimensions ** (level + 1));
  const words = levels.reduce((sum, size) => sum + size);
  return {
    channels,
    dimensions,
    words,
    scratch: dimensions + dimensions ** Math.max(1, depth - 1),
  };
}

/**
 * Adds the calls from `pixels` to the features of a recipe, [streams, words], of a field [windows
 * down, windows across, words].
 *
 * @throws RangeError for a transform that has no counterpart.
 */
export function addFeatures(program: CProgram, recipe: FeatureRecipe): CBuffer {
  switch (recipe.transform) {
    case 'field':
      return addField(program, recipe);
    case 'signature':
    case 'pixels':
      return addLines(program, recipe);
    default:
      throw new RangeError(
        `the transform ${(recipe as FeatureRecipe).transform} cannot be exported to C; known are field, pixels, signature`,
      );
  }
}

function addLines(program: CProgram, recipe: LineRecipe): CBuffer {
  const { width, height, direction, transform } = recipe;
  const { channels, scratch } = pathSizes(recipe);
  const [streams, words] = recipeShape(recipe);
  const features = program.buffer(streams * words);
  const { rows, columns } = linesOf(recipe);

  const add = (name: string, lines: readonly number[], first: number): void => {
    const room = transform === 'signature' ? program.buffer(scratch) : channels;
    program.call(
      transform === 'signature' ? 'signatures' : 'unit_pixels',
      ['pixels', ...lines, room, within(features, first * words)],
      `features: ${name} from line ${first} of [${streams}, ${words}]`,
    );
  };
  if (direction !== 'columns') add('rows', [height, ...rows], 0);
  if (direction !== 'rows') add('columns', [width, ...columns], direction === 'both' ? height : 0);
  return features;
}

function addField(program: CProgram, recipe: FieldRecipe): CBuffer {
  const { width, height, direction, moments, window, stride } = recipe;
  const { words, scratch } = pathSizes(recipe);
  const [down, across, place] = recipeShape(recipe);
  const field = program.buffer(down * across * place);
  const { rows, columns } = linesOf(recipe);
  const band = across * place;
  program.call('clear', [field, down * band], `features: a field [${down}, ${across}, ${place}]`);
  let at = 0;
  const add = (lines: readonly number[], strides: readonly number[]): void => {
    const room = program.buffer(scratch + words);
    const segments = ['pixels', ...lines, window, stride, room];
    program.call('segments', [...segments, ...strides, within(field, at)]);
    at += words;
  };
  if (direction !== 'columns') add([height, ...rows], [place, band]);
  if (direction !== 'rows') add([width, ...columns], [band, place]);
  if (moments) {
    const sizes = [height, width, window, stride, place];
    program.call('moments', ['pixels', ...sizes, within(field, at)]);
  }
  return field;
}

/** Bytes from line to line, points of a line, and bytes from point to point. */
function linesOf({ width, height, channels: kind }: FeatureRecipe) {
  const channels = kind === 'rgb' ? 3 : 1;
  const row = width * channels;
  return { rows: [row, width, channels], columns: [channels, height, row] };
}
