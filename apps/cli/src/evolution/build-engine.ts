import type { Network } from '@sig/heads';
import type { ImageSet } from '@sig/image-paths';
import {
  attachKnn,
  attachPrototypes,
  clusterClasses,
  condense,
  discriminantProjection,
  extractFeatures,
  fitReferences,
  learnPrototypes,
  netBytes,
  ONE_PIXEL_SHIFTS,
  type Prototypes,
} from '@sig/knn-slice';
import { UsageError } from '../errors.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';

/** A feature net and the images as references, all of them or few prototypes, as one network. */
export async function buildEngine(
  network: Network,
  { pixels, labels }: ImageSet,
  classes: number,
  options: EvolveCommandOptions,
): Promise<Network> {
  const { k, vote, threads, prototypes, shifts, discriminants } = options;
  if (prototypes === undefined) {
    const fitted = await fitReferences(
      network,
      { images: pixels, labels },
      {
        ...{ k, vote, classes, threads, discriminants },
        shifts: shifts ? ONE_PIXEL_SHIFTS : undefined,
      },
    );
    return attachKnn(network, fitted);
  }
  const features = await extractFeatures(network, pixels, { threads });
  const found = await reduce({ features, labels }, network, options).catch((error: unknown) => {
    if (!(error instanceof RangeError && /^maxBytes /.test(error.message))) throw error;
    throw new UsageError(
      `--max-bytes ${options.maxBytes} less ${netBytes(network, 'int8')} bytes of filters leaves too little: ${error.message}`,
    );
  });
  return attachPrototypes(network, found, { k: Math.min(k, found.count), vote });
}

/** Few references in place of many, in a space of few dimensions. */
async function reduce(
  samples: { features: Float32Array; labels: Int32Array },
  network: Network,
  { prototypes, maxBytes, threads, seed }: EvolveCommandOptions,
): Promise<Prototypes> {
  const budget =
    maxBytes === undefined ? undefined : { maxBytes: maxBytes - netBytes(network, 'int8') };
  if (prototypes === 'condensed') {
    const projection = await discriminantProjection(samples, { threads });
    return condense(samples, { ...budget, projection, threads });
  }
  if (budget === undefined) throw new UsageError(`--prototypes ${prototypes} needs --max-bytes`);
  if (prototypes === 'protonn') return learnPrototypes(samples, { ...budget, threads, seed });
  const projection = await discriminantProjection(samples, { threads });
  return clusterClasses(samples, { ...budget, projection, threads, seed });
}
