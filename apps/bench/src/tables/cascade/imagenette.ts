import type { HeadChoice } from '../../experiments/heads.js';
import type { StageExperiment } from '../../experiments/stage.js';
import type { CascadeTable } from '../cascade-table.js';
import { FIELD, NORMALISED_TRAINING } from '../recipes.js';

const stage = (
  size: number,
  change: {
    readonly epochs: number;
    readonly threads: number;
    readonly widths: readonly number[];
    readonly window?: number;
    readonly stride?: number;
  },
): { name: string; recipe: StageExperiment } => {
  const { epochs, threads, widths, window = 8, stride = 4 } = change;
  const head: HeadChoice = { name: 'field', options: { widths } };
  return {
    name: `${size} px`,
    recipe: {
      set: 'imagenette',
      features: { ...FIELD, width: size, height: size, window, stride },
      head,
      training: { ...NORMALISED_TRAINING, epochs },
      augment: 'flip,shift',
      validation: 0.15,
      seed: 0,
      threads,
    },
  };
};

/** Three field heads from low to high resolution. */
export const cascadeImagenette: CascadeTable = {
  kind: 'cascade',
  name: 'cascade/imagenette',
  title: 'A cascade of three field heads on imagenette: 32, 96 and 224 px',
  about:
    'Each stage is trained on the same 8,049 of the 9,469 training images. The other 1,420 choose its best epoch, its temperature, what of earlier stages is mixed into its answer, the exit rule and the thresholds (every one tried); the 3,925 test images choose nothing and judge everything (they were looked at more than once while this table was made). Images are decoded once, at 224 px, and made smaller from that. Multiply-adds are counted, features included; milliseconds are the least of 200 images, one at a time on one thread and by turns, features included; making an image of the stage’s size out of the decoded one is given beside it.',
  judged: 'test',
  seeds: [0],
  // An epoch of the largest stage takes minutes.
  quickEpochs: 60,
  rows: [
    stage(32, { epochs: 60, threads: 1, widths: [32, 48, 64, 96], window: 4, stride: 2 }),
    stage(96, { epochs: 50, threads: 1, widths: [48, 64, 96, 128, 160] }),
    stage(224, { epochs: 30, threads: 2, widths: [32, 48, 64, 96, 128, 160, 192] }),
  ],
};
