import type { ModelChoice } from '../../costs/count-model.js';
import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { cnn1d, PIXEL_BASELINES } from './models.js';
import { asHere, asPublished, PROTOCOL } from './protocol.js';

const trained = (name: string, model: ModelChoice, row: Partial<PaperRow> = {}): PaperRow => ({
  ...{ name, model },
  runs: [asPublished('crack', model), asHere('crack', model)],
  ...row,
});

const published = (
  depth: 50 | 101 | 152,
  accuracy: number,
  f1: number,
  millions: number,
): PaperRow => ({
  name: `ResNet${depth} at 224 px`,
  model: { graph: `resnet-${depth}`, size: 224, classes: 1000 },
  printed: { accuracy, f1 },
  notes: [
    `Parameters are printed as ${millions} million, which are those of 1,000 classes without running statistics; the count here has them.`,
  ],
});

/** Table 4: cracks. */
export const concrete: PaperTable = {
  kind: 'paper',
  name: 'imagesig/4',
  title: 'ImageSig, table 4: cracks',
  about: `Measured on the set \`crack\` (3,550 training and 483 test tiles of road photographs, 64 × 64 px), which stands for the 40,000 concrete images of the paper and is harder. ${PROTOCOL}`,
  judged: 'test',
  seeds: [0, 1],
  columns: ['params', 'accuracy', 'averagePrecision', 'f1', 'size', 'flops', 'time'],
  rows: [
    published(152, 99.5, 0.99, 60.2),
    published(101, 99.9, 0.99, 44.5),
    published(50, 99.9, 0.99, 25.6),
    trained('ImageSig + CNN1D', cnn1d, {
      printed: { accuracy: 98.7, f1: 0.99, params: 37_112 },
      notes: ['Parameters are printed as 0.037 million.'],
    }),
    ...PIXEL_BASELINES.map(([name, model]) => trained(name, model)),
  ],
};
