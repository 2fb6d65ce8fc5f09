import type { Engine } from '@sig/kernels';
import { checkInteger } from '../arguments/check-integer.js';
import { createBreather } from '../execution/create-breather.js';
import { withEngine } from '../execution/with-engine.js';
import { sizeOf } from '../layers/layer.js';
import type { Network } from '../network/network.js';
import type { Dataset } from '../training/dataset.js';
import { createPredictor, type Predictor } from './create-predictor.js';

export interface PredictOptions {
  /** What the last layer puts out, or its softmax ('probabilities'). */
  output?: 'probabilities' | 'activations';
  /** Samples at a time (128). */
  batch?: number;
  /** Threads in all (1); not with `engine`. */
  threads?: number;
  /** An engine that has `networkModules(network)`; it is not closed. */
  engine?: Engine;
  /** Of this network, made once for many questions; not with `engine` or `threads`. */
  predictor?: Predictor;
  /** Called after each batch with the samples done so far. */
  onBatch?: (done: number, count: number) => void;
  /** Where it is aborted, the promise is rejected with its reason. */
  signal?: AbortSignal;
}

/**
 * Probabilities [count, classes] for the samples of a dataset or of one flat array: uint8 where the
 * network has features, else floats [count, ...inputShape].
 *
 * @throws RangeError when the array is not a whole number of samples or the count is none; TypeError when it is of the
 * other type.
 *
 * @example
 * const probabilities = await predict(network, testSet, { threads: 2 });
 */
export async function predict(
  network: Network,
  samples: Pick<Dataset, 'count' | 'read'> | Uint8Array | Float32Array,
  options: PredictOptions = {},
): Promise<Float32Array> {
  const { batch = 128, output, onBatch, signal, predictor } = options;
  checkInteger('batch', batch, 1);
  if (predictor !== undefined && predictor.network !== network) {
    throw new RangeError(
      'the predictor is of another network; make one by createPredictor(network, engine)',
    );
  }
  if (predictor !== undefined && (options.engine ?? options.threads) !== undefined) {
    throw new RangeError('a predictor has an engine of its own; leave engine and threads out');
  }
  const dataset = ArrayBuffer.isView(samples) ? datasetOf(samples, network) : samples;
  const { count } = dataset;
  // What is left out is no number either.
  checkInteger('count', Number(count), 0);
  const classes = network.shapes[network.shapes.length - 1][0];
  const probabilities = new Float32Array(count * classes);
  if (count === 0) return probabilities;
  const askAll = async ({ run }: Predictor): Promise<Float32Array> => {
    const breathe = createBreather();
    for (let start = 0; start < count; start += batch) {
      signal?.throwIfAborted();
      const some = Math.min(batch, count - start);
      probabilities.set(run(dataset, start, some, output), start * classes);
      onBatch?.(start + some, count);
      await breathe();
    }
    return probabilities;
  };
  if (predictor !== undefined) return askAll(predictor);
  return withEngine(network, options, async (engine) => {
    const own = createPredictor(network, engine);
    try {
      return await askAll(own);
    } finally {
      own.release();
    }
  });
}

function datasetOf(
  samples: Uint8Array | Float32Array,
  { features, inputShape }: Network,
): Pick<Dataset, 'count' | 'read'> {
  const size = features ? features.inputBytes : sizeOf(inputShape);
  if (samples instanceof Uint8Array !== Boolean(features)) {
    throw new TypeError(
      features
        ? 'this network takes its samples as a Uint8Array: its features are made of bytes'
        : 'this network takes its samples as a Float32Array: it has no features to make of bytes',
    );
  }
  if (samples.length % size !== 0) {
    throw new RangeError(`samples must be a multiple of ${size} numbers, got ${samples.length}`);
  }
  return {
    count: samples.length / size,
    read: (index, target) => target.set(samples.subarray(index * size, (index + 1) * size)),
  };
}
