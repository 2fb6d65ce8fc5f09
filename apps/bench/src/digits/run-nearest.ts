import type { Network } from '@sig/heads';
import { createThreadedEngine } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import {
  classify,
  createFeatureNet,
  extractFeatures,
  fitReferences,
  ONE_PIXEL_SHIFTS,
  project,
} from '@sig/knn-slice';
import type { DigitParts, ReadDigits } from './digit-counts.js';
import type { DigitExperiment, DigitResult } from './digit-experiment.js';
import { evolveFilters } from './evolve-filters.js';
import { pixelNet } from './pixel-net.js';
import type { RunDigitsOptions } from './run-digit-experiment.js';
import { trainSlidesNetwork } from './train-slides-network.js';

type NearestExperiment = Extract<DigitExperiment, { kind: 'k-nn' }>;

/** Makes filters and the references behind them, and judges the k-NN. */
export async function runNearest(
  experiment: NearestExperiment,
  { train, test }: DigitParts,
  readDigits: ReadDigits,
  options: RunDigitsOptions,
): Promise<DigitResult> {
  const { neighbourhood, threads } = experiment;
  const { network, seconds } = await filtersOf(experiment, readDigits, options);
  const engine = await createThreadedEngine({ modules: [linearModule], threads });
  try {
    const begun = performance.now();
    const { knn, projection } = await fitReferences(network, train, {
      k: neighbourhood.k,
      shifts: neighbourhood.shifts === 9 ? ONE_PIXEL_SHIFTS : undefined,
      discriminants: neighbourhood.projection,
      engine,
    });
    const fitted = performance.now();
    const features = await extractFeatures(network, test.images, { engine });
    const queries = projection ? await project(projection, features, { engine }) : features;
    const { labels } = await classify(knn, queries, { engine });
    const judged = performance.now();
    const weights = Object.values(network.weights).reduce((sum, { length }) => sum + length, 0);
    const params = weights + (projection ? projection.weight.length + projection.bias.length : 0);
    return {
      hits: labels.reduce((hits, label, row) => hits + Number(label === test.labels[row]), 0),
      count: labels.length,
      params,
      bytes: 4 * params,
      wholeBytes: 4 * params + 4 * knn.references.length + knn.labels.length,
      times: { making: seconds + (fitted - begun) / 1000, judging: (judged - fitted) / 1000 },
    };
  } finally {
    engine.close();
  }
}

async function filtersOf(
  { filters, seed, threads, neighbourhood }: NearestExperiment,
  readDigits: ReadDigits,
  options: RunDigitsOptions,
): Promise<{ network: Network; seconds: number }> {
  switch (filters.kind) {
    case 'pixels':
      return { network: pixelNet(), seconds: 0 };
    case 'random':
      return { network: createFeatureNet({ seed }), seconds: 0 };
    case 'back-propagated': {
      const { digits, epochs } = filters;
      const { train } = await readDigits(digits);
      const training = { neurons: 64, digits, seed, threads } as const;
      const { network, seconds } = await trainSlidesNetwork(training, train, {
        ...options,
        epochs,
      });
      return { network: createFeatureNet({ weights: convolutionsOf(network.weights) }), seconds };
    }
    case 'evolved':
      return evolveFilters({ ...filters, neighbourhood, seed, threads }, readDigits, options);
  }
}

/** The weights of the convolutions alone, under the names that they have in a feature net too. */
function convolutionsOf(weights: Network['weights']): Network['weights'] {
  return Object.fromEntries(Object.entries(weights).filter(([name]) => name.includes('conv2d')));
}
