import { ROWS } from '../recipes.js';
import type { PipelineTable } from './pipeline-table.js';

/** From a folder of JPEGs to a step, at 64 pixels. */
export const pipelineSpeed: PipelineTable = {
  kind: 'pipeline',
  name: 'speed/pipeline',
  title: 'Where the time of a training goes',
  about:
    'Microseconds an image from a folder of JPEGs (imagenette, made 64 px) to a step, medians over batches of 128, on one and on two threads. Decoding happens once a training, on all of Node’s threads; augmentation (flip, shift, brightness, contrast, jitter; one thread), features, and layers with the optimiser in every epoch. Shares are of an image’s first epoch and of a training of 40 epochs.',
  judged: 'test',
  seeds: [0],
  set: 'imagenette',
  augment: 'flip,shift:8,brightness,contrast,jitter',
  batch: 128,
  epochs: 40,
  threads: [1, 2],
  amount: { images: 512, steps: 12 },
  quickAmount: { images: 128, steps: 6 },
  rows: [
    { name: 'cnn1d on rows', features: ROWS, head: { name: 'cnn1d' } },
    {
      name: 'separable on pixels',
      features: { transform: 'pixels' },
      head: { name: 'separable' },
    },
    { name: 'head on the field', features: { transform: 'field' }, head: { name: 'field' } },
  ],
};
