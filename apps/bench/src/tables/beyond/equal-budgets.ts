import { cnn1d, linear, pixelCnn1d, twoDirections } from '../imagesig/models.js';
import { asHere, type ImageSetName } from '../imagesig/protocol.js';
import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { FIELD, SEEDS } from '../recipes.js';
import { equalNetworks, type NamedModel, ownModels } from './recipes.js';

const SETS: readonly ImageSetName[] = ['imagenette', 'crack', 'fire', 'fog', 'smile'];

const rowsOf = (models: readonly NamedModel[], seeds: readonly number[]): PaperRow[] =>
  models.map(({ name, model }) => ({
    ...{ name, model },
    classes: 10,
    runs: SETS.map((set) => ({ ...asHere(set, model, seeds), label: set })),
  }));

/** For orientation: one seed. */
const OTHERS: readonly NamedModel[] = [
  {
    name: 'signature field of the pixels',
    model: {
      features: FIELD,
      head: { name: 'field', options: { widths: [48, 56, 80, 112, 112] } },
    },
  },
  { name: 'ImageSig + CNN1D', model: cnn1d },
  { name: 'ImageSig + CNN1D, two directions', model: twoDirections },
  { name: 'baseline: one dense layer on pixels', model: linear },
  { name: 'baseline: CNN1D on rows of pixels', model: pixelCnn1d },
  {
    name: 'baseline: small ResNet on pixels, equal bytes',
    model: {
      features: { transform: 'pixels' },
      head: { name: 'res-net', options: { widths: [14, 22, 30] } },
    },
  },
];

/** What is best under 45 KB. */
export const equalBudgets: PaperTable = {
  kind: 'paper',
  name: 'beyond/45-kb',
  title: 'The best model under 45 KB: int8 files, read back',
  about:
    'Accuracy of the int8 file (header, labels and all), which is below 45 KB (1 KB = 1,024 bytes) but for the dense layer and the two directions, on all five sets at 64 × 64 px; mean and deviation over three seeds of the presets and the depthwise CNNs, one seed of the others. All are trained as `sig train` does by default: one cycle of AdamW, 40 epochs in batches of 128, or 64 below 4,000 images and 32 below 800, fresh flips and shifts, judged once on test with the weights of the last epoch. The two depthwise CNNs have the bytes and the multiply-adds of the largest preset, within a twentieth. Counts are for ten classes.',
  judged: 'test',
  seeds: SEEDS,
  columns: ['params', 'size', 'flops', 'int8'],
  rows: [...rowsOf([...ownModels, ...equalNetworks], SEEDS), ...rowsOf(OTHERS, SEEDS.slice(0, 1))],
};
