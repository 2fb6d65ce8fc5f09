import type { LearnedFieldHeadOptions } from '@sig/heads';
import type { StageExperiment } from '../../experiments/stage.js';
import type { CascadeTable } from '../cascade-table.js';
import { NORMALISED_TRAINING } from '../recipes.js';

const stage = (
  name: string,
  change: {
    readonly size: number;
    readonly epochs: number;
    /** Pixels that an image is shifted by at most. */
    readonly shift: number;
    readonly head: LearnedFieldHeadOptions;
  },
): { name: string; recipe: StageExperiment } => {
  const { size, epochs, shift, head } = change;
  return {
    name,
    recipe: {
      set: 'imagenette',
      features: { transform: 'pixels', width: size, height: size },
      head: {
        name: 'learned-field',
        options: { normalise: true, window: 4, stride: 2, ...head },
      },
      training: { ...NORMALISED_TRAINING, batch: 64, epochs },
      augment: `flip,shift:${shift}`,
      validation: 0.15,
      seed: 0,
      threads: 2,
    },
  };
};

/**
 * Three learned fields; the last costs about twelve times the first. That one halves the image at once: held out
 * it is right four points more often than one of 32 px, and saves more for it than it costs.
 */
export const cascadeImagenette: CascadeTable = {
  kind: 'cascade',
  name: 'cascade/imagenette',
  title: 'A cascade of three learned fields on imagenette: 64 px halved, 64 and 128 px',
  about:
    'Each stage is trained on the same 8,049 of the 9,469 training images. The other 1,420 choose its best epoch, its temperature, what of earlier stages is mixed into its answer, the exit rule and the thresholds (every one tried); the 3,925 test images choose nothing and judge everything (they were looked at while earlier stages of this table were made). Images are decoded once, at 128 px, and made smaller from that. Multiply-adds are counted, features included; milliseconds are the least of 1,000 turns, one at a time on one thread and by turns, features included; making an image of the stage’s size out of the decoded one is given beside it.',
  judged: 'test',
  seeds: [0],
  // An epoch of the largest stage takes minutes.
  quickEpochs: 60,
  rows: [
    stage('64 px halved', {
      size: 64,
      epochs: 80,
      shift: 8,
      head: {
        ...{ paths: 8, frontStride: 2 },
        ...{ widths: [32, 56, 88, 112], strides: [1, 2, 1] },
      },
    }),
    stage('64 px', {
      size: 64,
      epochs: 80,
      shift: 8,
      head: { paths: 6, widths: [32, 48, 88, 112, 112], strides: [2, 1, 2, 1] },
    }),
    stage('128 px', {
      size: 128,
      epochs: 30,
      shift: 16,
      head: {
        ...{ paths: 8, frontStride: 2 },
        ...{ widths: [64, 96, 144, 192, 256, 256], strides: [1, 2, 1, 2, 1] },
      },
    }),
  ],
};
