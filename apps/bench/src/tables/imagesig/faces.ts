import type { ModelChoice } from '../../costs/count-model.js';
import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { cnn1d, PIXEL_BASELINES } from './models.js';
import { asHere, asPublished, PROTOCOL } from './protocol.js';

const trained = (name: string, model: ModelChoice, row: Partial<PaperRow> = {}): PaperRow => ({
  ...{ name, model },
  runs: [asPublished('smile', model), asHere('smile', model)],
  ...row,
});

const quoted = (name: string, accuracy: string, millions?: number): PaperRow => ({
  name,
  printed: { accuracy },
  ...(millions !== undefined && { notes: [`${millions} million parameters, as printed.`] }),
});

/** Table 3: attributes of faces. */
export const faces: PaperTable = {
  kind: 'paper',
  name: 'imagesig/3',
  title: 'ImageSig, table 3: attributes of faces',
  about: `Measured on the set \`smile\` (5,851 training and 1,149 test faces, 64 × 64 px, labels somewhat noisy), which stands for one attribute of CelebA; the paper printed wearing hat, bald and blond hair, in this order. ${PROTOCOL}`,
  judged: 'test',
  seeds: [0, 1],
  columns: ['params', 'accuracy', 'averagePrecision', 'f1', 'size', 'flops', 'time'],
  rows: [
    quoted('FaceTracer', '89 / 89 / 80'),
    quoted('PANDA-w', '91 / 92 / 81', 2),
    quoted('PANDA-l', '96 / 96 / 93', 2),
    quoted('SURF cascade + ANet', '93 / 92 / 86', 61),
    quoted('LNets + ANet, without pre-training', '96 / 95 / 91', 61),
    quoted('LNets + ANet', '99 / 98 / 95', 61),
    trained('ImageSig + CNN1D', cnn1d, {
      printed: { accuracy: '91 / 92 / 84', params: 37_112 },
      notes: ['Parameters are printed as 0.037 million.'],
    }),
    ...PIXEL_BASELINES.map(([name, model]) => trained(name, model)),
  ],
};
