import { type AugmentationSpec, type FeatureRecipe, parseAugmentation } from '@sig/image-paths';
import { type TrainDefaults, trainDefaults } from '../train-defaults.js';
import type { TrainOptions } from './train-options.js';

/** Everything `sig train` needs to know, nothing left open. */
export interface TrainSettings
  extends Omit<TrainDefaults, 'augment'>,
    Omit<TrainOptions, keyof TrainDefaults | 'size' | 'augment' | 'transform'> {
  readonly transform: FeatureRecipe['transform'];
  readonly augment: readonly AugmentationSpec[];
}

/** Fills in what was left out. */
export function trainSettings(options: TrainOptions, kind: 'mnist' | 'folder'): TrainSettings {
  const defaults = trainDefaults(kind, options);
  const { size, augment = parseAugmentation(defaults.augment), ...given } = options;
  return { ...defaults, ...size, ...given, augment };
}
