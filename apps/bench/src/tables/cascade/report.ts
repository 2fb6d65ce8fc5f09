import type { ResNetTable } from '../res-net-table.js';

/** The arithmetic of the report on resolution cascades, beside what is counted and measured. */
export const cascadeReport: ResNetTable = {
  kind: 'res-nets',
  name: 'cascade/report',
  title: 'The costs of the report on resolution cascades, counted and measured',
  about:
    'Table 2.1 of the report calls FLOPs what is the number of parameters times (pixels / 224)²; equation 2.2 makes an average of that. Beside its numbers: multiply-adds counted from the graphs (1,000 classes, as the parameters in the report), and the time of those graphs with random weights in onnxruntime-node, one thread, one image, by turns. Accuracies are those that the report printed.',
  judged: 'test',
  seeds: [0],
  rows: [
    { name: 'ResNet-18', depth: 18, pixels: 32, params: 11.69, published: 0.24, accuracy: 0.7266 },
    { name: 'ResNet-34', depth: 34, pixels: 96, params: 21.8, published: 4, accuracy: 0.854 },
    {
      name: 'ResNet-50',
      depth: 50,
      pixels: 224,
      params: 25.56,
      published: 25.56,
      accuracy: 0.8963,
    },
  ],
  shares: [
    [0, 0, 1],
    [0.5, 0.3079, 0.1921],
    [0.6, 0.3, 0.1],
    [0.3, 0.387, 0.313],
  ],
};
