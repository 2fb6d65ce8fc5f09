import { trainingLength } from '@sig/heads';
import { type AugmentationSpec, type FeatureRecipe, parseAugmentation } from '@sig/image-paths';
import type { ImageSource } from '../data/image-source.js';
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

/** Fills in what was left out; of photographs, batches and epochs by how many there are to train with. */
export function trainSettings(
  options: TrainOptions,
  { kind, trainCount }: Pick<ImageSource, 'kind' | 'trainCount'>,
): TrainSettings {
  const { transform, head = wantsAuto(options, kind) ? AUTO_HEAD : undefined } = options;
  const defaults = trainDefaults(kind, { transform, head });
  const { size, augment = parseAugmentation(defaults.augment), ...given } = options;
  const settings = { ...defaults, ...size, ...given, head: defaults.head, augment };
  if (kind === 'mnist') return settings;
  const { limit = trainCount, validation, copies } = settings;
  const kept = Math.round(Math.min(limit, trainCount) * (1 - validation));
  const length = trainingLength(Math.max(1, kept * (1 + copies.length)), {
    ...{ batch: given.batch, largestBatch: defaults.batch, leastEpochs: defaults.epochs },
  });
  return { ...settings, ...length, epochs: given.epochs ?? length.epochs };
}

/** Photographs of which nothing is said that is about signatures, or a budget. */
function wantsAuto(options: TrainOptions, kind: 'mnist' | 'folder'): boolean {
  const given = (names: readonly (keyof TrainOptions)[]): boolean =>
    names.some((name) => options[name] !== undefined);
  if (given(BUDGETS)) return true;
  const ofSignatures = ['transform', 'depth', 'direction', 'time', 'basepoint', 'hidden'] as const;
  return kind === 'folder' && !given(ofSignatures);
}
