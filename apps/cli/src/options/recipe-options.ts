import type { DefaultRecipeOptions } from '@sig/image-paths';
import { UsageError } from '../errors.js';
import type { TrainDefaults } from '../train-defaults.js';
import type { FeatureOptions } from './feature-options.js';

/** Feature options with their defaults filled in. */
export interface FeatureSettings
  extends Required<Pick<FeatureOptions, 'transform' | 'fit' | 'moments'>>,
    Pick<TrainDefaults, 'width' | 'height' | 'depth' | 'direction' | 'time' | 'basepoint'>,
    Pick<FeatureOptions, 'window' | 'stride'> {}

/** A recipe but for its channels; refuses options of a field for anything else. */
export function recipeOptions(settings: FeatureSettings): Omit<DefaultRecipeOptions, 'channels'> {
  const { width, height, fit, direction, transform, depth, time, basepoint } = settings;
  const { window, stride, moments } = settings;
  const ofField = given({
    '--window': window,
    '--stride': stride,
    '--no-moments': moments ? undefined : true,
  });
  if (ofField !== undefined && transform !== 'field') {
    throw new UsageError(
      `${ofField} is for --transform field or --head learned-field, got ${transform}`,
    );
  }
  const windows = transform === 'field' ? { window, stride, moments } : {};
  return { width, height, fit, direction, transform, depth, time, basepoint, ...windows };
}

/** The first of some options that was given. */
function given(options: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(options).find((name) => options[name] !== undefined);
}
