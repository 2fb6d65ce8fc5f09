import {
  cnn1dHead,
  type FitOptions,
  fieldHead,
  type Layer,
  type Shape,
  SMALL_FIELD_WIDTHS,
  trainingLength,
} from '@sig/heads';
import { defaultRecipe, type FeatureRecipe } from '@sig/image-paths';
import type { TrainingWishes } from '../link/learner.js';

/** What is known of the images before a training. */
export interface ImagesAtHand {
  /** Images to train on. */
  readonly count: number;
  readonly classes: number;
  readonly colour: boolean;
}

/** All that decides a training, but the images. */
export interface LearningPlan {
  readonly recipe: FeatureRecipe;
  readonly layers: (shape: Shape, classes: number) => readonly Layer[];
  readonly fit: FitOptions;
  /** As `createAugmentation` takes it. */
  readonly augment: string;
}

/** Small images have small parts: windows shrink with them. */
const SMALL_SIDE = 32;
/** The first stage of a cascade has little to see and must cost little. */
const TINY_SIDE = 24;
/** People wait for it. */
const LENGTH = { largestBatch: 64, leastSteps: 300, leastEpochs: 15, mostEpochs: 60 };

/**
 * The features, the head and the training that the page uses: a field head, or the CNN1D head of ImageSig
 * on signatures of lines. This is the one place to change where another head is to be the page's.
 */
export function chooseHead(
  { count, colour }: ImagesAtHand,
  { look, size, mirror, seed }: TrainingWishes,
): LearningPlan {
  const image = { width: size, height: size, channels: colour ? 'rgb' : 'grey' } as const;
  const shared = { ...trainingLength(count, LENGTH), schedule: 'one-cycle', seed } as const;
  const augment = `${mirror ? 'flip,' : ''}shift:0.08,rotation:8`;
  if (look === 'lines') {
    const lines = {
      direction: 'both',
      depth: colour ? 3 : 4,
      time: true,
      basepoint: true,
    } as const;
    return {
      recipe: defaultRecipe({ ...image, ...lines }),
      layers: (shape, classes) => cnn1dHead(shape, classes),
      fit: { ...shared, optimizer: 'adam', learningRate: 5e-3 },
      augment,
    };
  }
  const windows = size <= SMALL_SIDE ? { window: 4, stride: 2 } : { window: 8, stride: 4 };
  const widths = size <= TINY_SIDE ? [24, 32, 48] : SMALL_FIELD_WIDTHS;
  return {
    recipe: defaultRecipe({ ...image, transform: 'field', ...windows }),
    layers: (shape, classes) => fieldHead(shape, classes, { widths }),
    fit: {
      ...shared,
      optimizer: 'adamW',
      learningRate: 1e-2,
      weightDecay: 5e-2,
      labelSmoothing: 0.05,
    },
    augment,
  };
}
