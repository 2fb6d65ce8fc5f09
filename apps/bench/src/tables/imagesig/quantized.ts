import type { GraphChoice } from '../../costs/count-graph.js';
import type { ModelChoice } from '../../costs/count-model.js';
import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import {
  cnn1d,
  fc,
  pixelCnn1d,
  smallField,
  smallMobileNet,
  transformer,
  twoDirections,
} from './models.js';
import { asHere } from './protocol.js';

const graph = (
  name: string,
  model: GraphChoice,
  size: string,
  quantizedSize: string,
  notes?: readonly string[],
): PaperRow => ({ name, model, printed: { size, quantizedSize }, notes });

const trained = (name: string, model: ModelChoice, printed?: PaperRow['printed']): PaperRow => ({
  ...{ name, model, printed },
  runs: [asHere('fire', model)],
});

/** Table 7: quantised sizes. */
export const quantized: PaperTable = {
  kind: 'paper',
  name: 'imagesig/7',
  title: 'ImageSig, table 7: sizes before and after quantisation',
  about:
    'Sizes of the networks of the literature are their numbers alone: four bytes each, and in int8 one for each number of a kernel. Those of ImageSig are files of this project with labels, recipe and checksum, in float32 and with int8 kernels (dynamic ranges, as in the paper). Accuracies are of `fire`, trained as here, in float32 and of the int8 file read back; KB are 1,024 bytes.',
  judged: 'test',
  seeds: [0, 1],
  columns: ['size', 'accuracy', 'int8'],
  notes: [
    'Printed sizes of the ImageSig models are checkpoints with the moments of Adam; their weights in float32 are a third.',
  ],
  rows: [
    graph('ResNet 50', { graph: 'resnet-50-keras', size: 64, classes: 2 }, '90.5 MB', '23 MB'),
    graph('MobileNet', { graph: 'mobilenet', size: 64, classes: 2 }, '12.5 MB', '3.30 MB'),
    graph('MobileNetv2', { graph: 'mobilenet-v2', size: 64, classes: 2 }, '9.10 MB', '2.51 MB'),
    graph('ViT', { graph: 'vit', size: 64, classes: 2, normalisation: 7 }, '59.5 MB', '8.88 MB', [
      'Printed: a checkpoint with the moments of Adam; its weights in float32 are a third.',
    ]),
    trained('ImageSig + FC', fc(), { size: '4.42 MB', quantizedSize: '377 KB' }),
    trained('ImageSig + CNN1D', cnn1d, { size: '0.6 MB', quantizedSize: '44.2 KB' }),
    trained('ImageSig + CNN1D, two directions', twoDirections, {
      size: '0.9 MB',
      quantizedSize: '66.1 KB',
    }),
    trained('ImageSig + Transformer', transformer),
    trained('baseline: CNN1D on rows of pixels', pixelCnn1d),
    trained('baseline: depthwise CNN on pixels (small MobileNet)', smallMobileNet),
    trained('beyond the paper: signature field, small head', smallField),
  ],
};
