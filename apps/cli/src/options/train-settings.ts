import { type AugmentationSpec, type FeatureRecipe, parseAugmentation } from '@sig/image-paths';
import { type TrainDefaults, trainDefaults } from '../train-defaults.js';
import { BUDGETS } from './budget-options.js';
import { AUTO_HEAD } from './parse-head.js';
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
  const { transform, head = wantsAuto(options, kind) ? AUTO_HEAD : undefined } = options;
  const defaults = trainDefaults(kind, { transform, head });
  const { size, augment = parseAugmentation(defaults.augment), ...given } = options;
  return { ...defaults, ...size, ...given, head: defaults.head, augment };
}

/** Photographs of which nothing is said that is about signatures, or a budget. */
function wantsAuto(options: TrainOptions, kind: 'mnist' | 'folder'): boolean {
  const given = (names: readonly (keyof TrainOptions)[]): boolean =>
    names.some((name) => options[name] !== undefined);
  if (given(BUDGETS)) return true;
  const ofSignatures = ['transform', 'depth', 'direction', 'time', 'basepoint', 'hidden'] as const;
  return kind === 'folder' && !given(ofSignatures);
}
