import { fitNames } from '../image/fit-image.js';
import type { FeatureRecipe, FieldRecipe } from './feature-recipe.js';
import { choiceField, describe, type Fields, flagField, integerField } from './recipe-fields.js';
import { MAX_FEATURES, recipeShape } from './recipe-shape.js';

const CHANNELS = ['rgb', 'grey'] as const;
const DIRECTIONS = ['rows', 'columns', 'both'] as const;
const TRANSFORMS = ['signature', 'pixels', 'field'] as const;
/** Deeper, a window would have more words than pixels many times over. */
const MOST_FIELD_DEPTH = 6;

/**
 * Checks a recipe from outside, a file or an option, and gives it back as plain JSON with no
 * other fields.
 *
 * @throws TypeError or RangeError, one line, for the first field that is not as `FeatureRecipe`
 * says, for a version newer than 1, and for more than 2^24 features an image.
 *
 * @example
 * const recipe = parseRecipe(JSON.parse(text));
 */
export function parseRecipe(value: unknown): FeatureRecipe {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`a feature recipe must be an object, got ${describe(value)}`);
  }
  const fields = value as Fields;
  if (fields.version !== 1) {
    const hint =
      typeof fields.version === 'number' && fields.version > 1
        ? '; it comes from a newer version of this program, update to read it'
        : '';
    throw new RangeError(`recipe version must be 1, got ${describe(fields.version)}${hint}`);
  }
  const recipe = readFields(fields);
  // Recipes from before there was a choice have no such field.
  const fit = fields.fit === undefined ? 'stretch' : choiceField(fields, 'fit', fitNames);
  if (fit !== 'stretch') recipe.fit = fit;
  if (recipe.transform === 'pixels') checkPixels(recipe);
  if (recipe.transform === 'field') checkField(recipe);
  const shape = recipeShape(recipe);
  if (shape.reduce((product, extent) => product * extent, 1) > MAX_FEATURES) {
    throw new RangeError(
      `an image must give at most ${MAX_FEATURES} features, this recipe gives ${shape.join(' × ')}; lower the depth or the size`,
    );
  }
  return recipe;
}

function readFields(fields: Fields): FeatureRecipe {
  const image = {
    version: 1 as const,
    width: integerField(fields, 'width', 1, 1024),
    height: integerField(fields, 'height', 1, 1024),
    channels: choiceField(fields, 'channels', CHANNELS),
    direction: choiceField(fields, 'direction', DIRECTIONS),
  };
  const transform = choiceField(fields, 'transform', TRANSFORMS);
  const paths = {
    depth: integerField(fields, 'depth', 1, 12),
    time: flagField(fields, 'time'),
    basepoint: flagField(fields, 'basepoint'),
  };
  if (transform !== 'field') return { ...image, transform, ...paths };
  return {
    ...image,
    transform,
    ...paths,
    window: integerField(fields, 'window', 2, 256),
    stride: integerField(fields, 'stride', 1, 256),
    moments: flagField(fields, 'moments'),
  };
}

function checkPixels({ depth, time, basepoint, direction, width, height }: FeatureRecipe): void {
  if (depth !== 1) {
    throw new RangeError(`depth must be 1 for the transform pixels, got ${depth}`);
  }
  if (time || basepoint) {
    throw new RangeError('time and basepoint must be false for the transform pixels, got true');
  }
  if (direction === 'both' && width !== height) {
    throw new RangeError(
      `pixels in both directions need a square image, got ${width}×${height}; take rows or columns`,
    );
  }
}

function checkField({ window, width, height, depth, basepoint }: FieldRecipe): void {
  if (window > width || window > height) {
    throw new RangeError(
      `window must be at most the image's sides, ${width}×${height}, got ${window}`,
    );
  }
  if (depth > MOST_FIELD_DEPTH) {
    throw new RangeError(`depth must be at most ${MOST_FIELD_DEPTH} for a field, got ${depth}`);
  }
  if (basepoint) {
    throw new RangeError('basepoint must be false for the transform field, got true');
  }
}
