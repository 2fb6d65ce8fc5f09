import type { Engine } from '@sig/kernels';
import { sizeOf } from '../layers/layer.js';
import type { Network } from '../network/network.js';
import type { Dataset } from '../training/dataset.js';

/** A batch of samples as they are read, and what comes out for them. */
export interface SampleBatch {
  readonly capacity: number;
  /** [capacity, inputBytes] uint8 where the network has features, else [capacity, ...inputShape] reals. */
  readonly samples: number;
  /** Bytes from one sample to the next. */
  readonly sampleBytes: number;
  /** int32 [capacity] */
  readonly labels: number;
  /** [capacity, classes], or 0 where labels are all there is to learn. */
  readonly targets: number;
  /** [capacity, classes] */
  readonly probabilities: number;
  /** Reads one sample into its place. */
  read(place: number, dataset: Pick<Dataset, 'read'>, index: number, random?: () => number): void;
}

/** Allocates room for a batch; with `told` for targets as well. */
export function allocateBatch(
  engine: Engine,
  network: Network,
  capacity: number,
  told = false,
): SampleBatch {
  const { features, inputShape, shapes } = network;
  const size = sizeOf(inputShape);
  const outputs = capacity * shapes[shapes.length - 1][0];
  const sampleBytes = features ? features.inputBytes : size * engine.realBytes;
  const samples = engine.allocate(capacity * sampleBytes);
  const held = engine.precision === 'float64' && !features ? new Float32Array(size) : undefined;
  return {
    capacity,
    samples,
    sampleBytes,
    labels: engine.allocate(capacity * 4),
    targets: told ? engine.allocateReals(outputs) : 0,
    probabilities: engine.allocateReals(outputs),
    read(place, dataset, index, random) {
      const at = samples + place * sampleBytes;
      if (features) {
        dataset.read(index, engine.bytesAt(at, sampleBytes), random);
      } else if (held) {
        dataset.read(index, held, random);
        engine.realsAt(at, size).set(held);
      } else {
        dataset.read(index, engine.float32.subarray(at >>> 2, (at >>> 2) + size), random);
      }
    },
  };
}
