import type { PrototypeRecipe, Reduction } from '../../experiments/prototypes.js';
import type { PrototypeRow, PrototypeTable } from '../prototype-table.js';

const SMALL = [8, 16];
const MIDDLE = [16, 32];

const row = (
  name: string,
  filters: readonly number[],
  kilobytes: number,
  reduction: Reduction,
  storage: PrototypeRecipe['storage'] = 'int8',
): PrototypeRow => ({
  name: `${name}, ${kilobytes} KB`,
  recipe: { filters, reduction, storage, maxBytes: kilobytes * 1024 },
});

const condensed = { method: 'condensed' } as const;
const clustered = { method: 'k-means', k: 3 } as const;
const learned = (dimensions: number) => ({ method: 'learned', dimensions, epochs: 16 }) as const;

/** Accuracy against all bytes of an engine, for each way to make references few. */
export const bytes: PrototypeTable = {
  kind: 'prototypes',
  name: 'knn-slice/bytes',
  title: 'Accuracy against the bytes of a whole engine',
  about:
    'MNIST, all 60,000 training and 10,000 test digits. Bytes are those of the model file, header, filters, projection and references together, and what is judged is that file, read back; KB are 1,024 bytes. All filters are random (8 + 16, or 16 + 32 of 3×3), rounded to int8 before anything is fitted to them, or float32. Condensed and k-means references lie among the nine linear discriminants, found without gradients; the k-means vote with three neighbours. Learned prototypes, their scores and their projection are trained by gradients, the filters before them are not. A few settings of each kind were tried on 10,000 of the training digits, and their neighbours taken for the rest. The interval is that of the mean over the same test digits.',
  judged: 'test',
  seeds: [1],
  rows: [
    row('condensed, int8', SMALL, 10, condensed),
    row('k-means, int8', SMALL, 10, clustered),
    row('learned, int8', SMALL, 10, learned(12)),
    row('learned, int8', SMALL, 14, learned(16)),
    row('learned, int8', SMALL, 20, learned(16)),
    row('condensed, int8', MIDDLE, 20, condensed),
    row('k-means, int8', MIDDLE, 20, clustered),
    row('learned, int8', MIDDLE, 40, learned(24)),
    row('condensed, int8', MIDDLE, 74, condensed),
    row('k-means, int8', MIDDLE, 74, clustered),
    row('learned, int8', MIDDLE, 74, learned(32)),
    row('learned, float32', SMALL, 40, learned(12), 'float32'),
    row('learned, float32', SMALL, 74, learned(16), 'float32'),
    {
      name: 'all references, float32',
      recipe: { filters: SMALL, reduction: { method: 'none', k: 9 }, storage: 'float32' },
    },
  ],
};
