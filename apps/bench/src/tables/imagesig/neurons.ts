import type { PaperRow, PaperTable } from '../paper/paper-table.js';
import { fc, PIXEL_BASELINES } from './models.js';
import { asPublished, PROTOCOL } from './protocol.js';

/** Neurons, accuracy, parameters, size and time as printed. */
const PRINTED: Readonly<Record<number, readonly [number, number, number, string, string][]>> = {
  32: [
    [25, 90.53, 96_072, '1,180 KB', '2.34 min'],
    [50, 91.54, 192_152, '2,278 KB', '4.16 min'],
    [100, 92.23, 384_302, '4,638 KB', '2.38 min, GPU'],
    [150, 92.1, 576_452, '6,945 KB', '2.35 min, GPU'],
    [200, 93, 768_602, '9,253 KB', '2.35 min, GPU'],
  ],
  64: [
    [25, 91.19, 192_077, '2,332 KB', '3.99 min, GPU'],
    [50, 92.36, 384_152, '4,528 KB', '5.22 min'],
    [100, 92.39, 768_302, '9,246 KB', '4.02 min, GPU'],
    [150, 91.99, 1_151_452, '13,857 KB', '4.02 min, GPU'],
    [200, 92.87, 1_536_602, '18,469 KB', '4.04 min, GPU'],
  ],
};

/** Printed with a wrong digit. */
const MISPRINTED: Readonly<Record<number, number>> = { 96072: 96_077, 1151452: 1_152_452 };

const rows = Object.entries(PRINTED).flatMap(([size, lines]) =>
  lines.map(([hidden, accuracy, params, bytes, time]): PaperRow => {
    const model = fc({ size: Number(size), hidden: hidden === 50 ? undefined : hidden });
    const counted = MISPRINTED[params];
    return {
      name: `${size} × ${size} px, depth 4, ${hidden} neurons`,
      model,
      printed: { accuracy, params, size: bytes, time },
      runs: [asPublished('fire', model, {}, [0, 1])],
      ...(counted !== undefined && {
        counted,
        notes: [
          `Printed with a wrong digit: ${size} · 120 features and ${hidden} neurons make ${counted.toLocaleString('en')}.`,
        ],
      }),
    };
  }),
);

/** Table 10: neurons. */
export const neurons: PaperTable = {
  kind: 'paper',
  name: 'imagesig/10',
  title: 'ImageSig, table 10: neurons of the hidden layer',
  about: `Measured on \`fire\`, which stands for the paper’s private set (172 test images: one point is two of them). ${PROTOCOL}`,
  judged: 'test',
  seeds: [0, 1],
  columns: ['params', 'accuracy', 'size', 'flops', 'time'],
  rows: [
    ...rows,
    ...PIXEL_BASELINES.map(([name, model]): PaperRow => {
      return { name, model, runs: [asPublished('fire', model, {}, [0, 1])] };
    }),
  ],
};
