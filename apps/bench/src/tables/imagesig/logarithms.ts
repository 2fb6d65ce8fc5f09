import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { fc, PIXEL_BASELINES } from './models.js';
import { asPublished, PROTOCOL } from './protocol.js';

const row = (
  size: number,
  depth: number,
  logarithm: boolean,
  printed: PaperRow['printed'],
): PaperRow => {
  const model = fc({ size, depth, logarithm });
  return {
    name: `${size} × ${size} px, depth ${depth}, ${logarithm ? 'log-signature' : 'signature'}`,
    ...{ model, printed },
    runs: [asPublished('fire', model, {}, [0, 1])],
  };
};

/** Table 6: signature against log-signature. */
export const logarithms: PaperTable = {
  kind: 'paper',
  name: 'imagesig/6',
  title: 'ImageSig, table 6: signature against log-signature',
  about: `Measured on \`fire\`, which stands for the paper’s private set. Log-signatures are in the coordinates of Lyndon words and exist in these benchmarks alone: no model file says them, so their files are not counted. ${PROTOCOL}`,
  judged: 'test',
  seeds: [0, 1],
  columns: ['params', 'accuracy', 'size', 'flops', 'time'],
  rows: [
    row(32, 5, false, { accuracy: 92.31, params: 580_952, size: '6,834 KB' }),
    row(32, 5, true, { accuracy: 89.04, params: 128_152, size: '1,582 KB' }),
    row(64, 4, false, { accuracy: 92.36, params: 384_152, size: '4,528 KB' }),
    row(64, 4, true, { accuracy: 88.91, params: 102_552, size: '1,228 KB' }),
    ...PIXEL_BASELINES.map(([name, model]): PaperRow => {
      return { name, model, runs: [asPublished('fire', model, {}, [0, 1])] };
    }),
  ],
};
