import { type AugmentationSpec, parseAugmentation } from '@sig/image-paths';
import { folderDefaults, mnistDefaults, type TrainDefaults } from '../train-defaults.js';
import type { TrainOptions } from './train-options.js';

/** Everything `sig train` needs to know, nothing left open. */
export interface TrainSettings
  extends Omit<TrainDefaults, 'augment'>,
    Omit<TrainOptions, keyof TrainDefaults | 'size' | 'augment'> {
  readonly augment: readonly AugmentationSpec[];
}

/** Fills in what was left out. */
export function trainSettings(options: TrainOptions, kind: 'mnist' | 'folder'): TrainSettings {
  const defaults = kind === 'mnist' ? mnistDefaults : folderDefaults;
  const { size, augment = parseAugmentation(defaults.augment), ...given } = options;
  const ofTransform = given.transform === 'pixels' ? plain : {};
  const ofHead = given.head === 'transformer' ? attentive : {};
  return { ...defaults, ...ofTransform, ...ofHead, ...size, ...given, augment };
}

/** Attention does not learn in the large steps of convolutions; these are the paper's. */
const attentive = { optimizer: 'adamW', learningRate: 1e-3 } as const;

/** Bare pixels have no depth and no additions, and say the same in both directions. */
const plain = { depth: 1, time: false, basepoint: false, direction: 'rows' } as const;
