import { fitNames } from '../image/fit-image.js';
import type { FeatureRecipe } from './feature-recipe.js';
import { MAX_FEATURES, recipeShape } from './recipe-shape.js';

const CHANNELS = ['rgb', 'grey'] as const;
const DIRECTIONS = ['rows', 'columns', 'both'] as const;
const TRANSFORMS = ['signature', 'pixels'] as const;

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
  const fields = value as Record<string, unknown>;
  if (fields.version !== 1) {
    const hint =
      typeof fields.version === 'number' && fields.version > 1
        ? '; it comes from a newer version of this program, update to read it'
        : '';
    throw new RangeError(`recipe version must be 1, got ${describe(fields.version)}${hint}`);
  }
  const recipe: FeatureRecipe = {
    version: 1,
    width: integer(fields, 'width', 1024),
    height: integer(fields, 'height', 1024),
    channels: oneOf(fields, 'channels', CHANNELS),
    direction: oneOf(fields, 'direction', DIRECTIONS),
    transform: oneOf(fields, 'transform', TRANSFORMS),
    depth: integer(fields, 'depth', 12),
    time: flag(fields, 'time'),
    basepoint: flag(fields, 'basepoint'),
  };
  // Recipes from before there was a choice have no such field.
  const fit = fields.fit === undefined ? 'stretch' : oneOf(fields, 'fit', fitNames);
  if (fit !== 'stretch') recipe.fit = fit;
  if (recipe.transform === 'pixels') checkPixels(recipe);
  const [streams, words] = recipeShape(recipe);
  if (streams * words > MAX_FEATURES) {
    throw new RangeError(
      `an image must give at most ${MAX_FEATURES} features, this recipe gives ${streams} × ${words}; lower the depth or the size`,
    );
  }
  return recipe;
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

function integer(fields: Record<string, unknown>, name: string, maximum: number): number {
  const value = fields[name];
  if (typeof value !== 'number') {
    throw new TypeError(`${name} must be an integer from 1 to ${maximum}, got ${describe(value)}`);
  }
  if (!Number.isInteger(value) || value < 1 || value > maximum) {
    throw new RangeError(`${name} must be an integer from 1 to ${maximum}, got ${value}`);
  }
  return value;
}

function oneOf<T extends string>(
  fields: Record<string, unknown>,
  name: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === fields[name]);
  if (found === undefined) {
    throw new RangeError(
      `${name} must be one of ${choices.join(', ')}, got ${describe(fields[name])}`,
    );
  }
  return found;
}

function flag(fields: Record<string, unknown>, name: string): boolean {
  const value = fields[name];
  if (typeof value !== 'boolean') {
    throw new TypeError(`${name} must be true or false, got ${describe(value)}`);
  }
  return value;
}

/** A value from outside, short enough for one line. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value).slice(0, 40);
}
