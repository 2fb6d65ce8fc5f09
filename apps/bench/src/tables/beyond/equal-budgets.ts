import type { ModelChoice } from '../../costs/count-model.js';
import type { TrainingRecipe } from '../../experiments/experiment.js';
import { cnn1d, linear, pixelCnn1d, twoDirections } from '../imagesig/models.js';
import { asHere, type ImageSetName } from '../imagesig/protocol.js';
import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { type OwnModel, ownModels } from './recipes.js';

const SETS: readonly ImageSetName[] = ['fire', 'fog', 'crack', 'smile', 'imagenette'];

const row = (
  name: string,
  model: ModelChoice,
  change: Partial<Omit<OwnModel, 'name' | 'model'>> = {},
): PaperRow => ({
  ...{ name, model },
  classes: 10,
  runs: SETS.map((set) => {
    const run = asHere(set, model, set === 'imagenette' ? [0] : [0, 1]);
    const { training, augment, augmentSurface } = change;
    const own: TrainingRecipe = { ...run.recipe.training, ...training };
    const epochs = run.recipe.training.epochs;
    const changed = set === 'crack' ? (augmentSurface ?? augment) : augment;
    return {
      ...run,
      label: set,
      recipe: {
        ...run.recipe,
        training: { ...own, epochs },
        augment: changed ?? run.recipe.augment,
      },
    };
  }),
});

/** The same kinds of networks on pixels, as large or as dear as the models of this project. */
const baselines: readonly PaperRow[] = [
  row('baseline: one dense layer on pixels', linear),
  row('baseline: CNN1D on rows of pixels', pixelCnn1d),
  row('baseline: depthwise CNN on pixels, equal bytes', {
    features: { transform: 'pixels' },
    head: { name: 'separable', options: { widths: [16, 32, 64, 64, 124, 120] } },
  }),
  row('baseline: depthwise CNN on pixels, equal multiply-adds', {
    features: { transform: 'pixels' },
    head: { name: 'separable', options: { widths: [28, 56, 80, 80, 104, 88] } },
  }),
  row('baseline: small ResNet on pixels, equal bytes', {
    features: { transform: 'pixels' },
    head: { name: 'res-net', options: { widths: [14, 22, 30] } },
  }),
];

/** What is best under 45 KB. */
export const equalBudgets: PaperTable = {
  kind: 'paper',
  name: 'beyond/45-kb',
  title: 'The best model under 45 KB: int8 files, read back',
  about:
    'Accuracy of the int8 file (header, labels and all), which is below 45 KB (1 KB = 1,024 bytes) but for the dense layer and the two directions, on all five sets at 64 × 64 px; mean and deviation over two seeds, one on imagenette. All are trained as here: one cycle of AdamW over about 160,000 images (379,000 of imagenette), fresh flips and shifts, judged once on test with the weights of the last epoch. Baselines on pixels are as large as the first model of this project, or take as many multiply-adds, within a twentieth. Counts are for ten classes.',
  judged: 'test',
  seeds: [0, 1],
  columns: ['params', 'size', 'flops', 'int8'],
  rows: [
    ...ownModels.map(({ name, model, ...change }) => row(name, model, change)),
    row('ImageSig + CNN1D', cnn1d),
    row('ImageSig + CNN1D, two directions', twoDirections),
    ...baselines,
  ],
};
