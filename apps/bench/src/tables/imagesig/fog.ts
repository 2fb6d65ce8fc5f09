import type { ModelChoice } from '../../costs/count-model.js';
import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { base, cnn1d, fc, pixelCnn1d, smallMobileNet, transformer } from './models.js';
import { asHere, asPublished, PROTOCOL } from './protocol.js';

const trained = (
  name: string,
  model: ModelChoice,
  printed?: PaperRow['printed'],
  notes?: PaperRow['notes'],
): PaperRow => ({
  ...{ name, model, printed, notes },
  runs: [asPublished('fog', model), asHere('fog', model)],
});

/** Table 2: methods on fog. */
export const fog: PaperTable = {
  kind: 'paper',
  name: 'imagesig/2',
  title: 'ImageSig, table 2: methods on fog',
  about: `Measured on the set \`fog\` (1,241 training and 317 test images, 64 × 64 px), which stands for the WeatherNet set of the paper. ${PROTOCOL}`,
  judged: 'test',
  seeds: [0, 1],
  columns: ['params', 'accuracy', 'averagePrecision', 'f1', 'size', 'flops', 'time'],
  rows: [
    trained(
      'Base model (FC)',
      base,
      {
        accuracy: 16.51,
        averagePrecision: 0.86,
        f1: 0,
        params: 614_552,
        size: '7.05 MB',
        time: '1.1 min',
        flops: 1.23,
      },
      [
        'Printed: a network that collapsed to one class; of the 898 test images in the paper’s table 9, 129 are fog, which would be 14.37 %.',
      ],
    ),
    {
      name: 'FogNet-ResNet50 at 224 px',
      model: { graph: 'resnet-50-keras', size: 224, classes: 2 },
      printed: {
        accuracy: 95.6,
        averagePrecision: 0.86,
        f1: 0.84,
        params: 23_591_810,
        size: '270 MB',
        flops: 7751.21,
      },
    },
    trained('ImageSig + FC', fc(), {
      accuracy: 87.38,
      averagePrecision: 0.93,
      f1: 0.92,
      params: 384_152,
      size: '4.42 MB',
      time: '0.84 min',
      flops: 0.77,
    }),
    trained('ImageSig + CNN1D', cnn1d, {
      accuracy: 88.5,
      averagePrecision: 0.95,
      f1: 0.93,
      params: 37_112,
      size: '0.6 MB',
      time: '1.2 min',
      flops: 1.69,
    }),
    trained('ImageSig + Transformer', transformer, {
      accuracy: 90.17,
      averagePrecision: 0.86,
      f1: 0.89,
      params: 162_553,
      size: '2.51 MB',
      time: '2.1 min',
      flops: 1.79,
    }),
    trained('baseline: CNN1D on rows of pixels', pixelCnn1d),
    trained('baseline: depthwise CNN on pixels (small MobileNet)', smallMobileNet),
  ],
};
