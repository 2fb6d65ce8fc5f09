import { seededRandom } from '@sig/kernels/random';
import type { Runtime } from '../execution/runtime.js';
import { symmetricBeta } from '../random/symmetric-beta.js';

/** Mixes samples in pairs, and says how. */
export interface Mixer {
  /** int32 [capacity], the label that is mixed into each sample. */
  readonly otherLabels: number;
  /** [capacity], how much of it: at most half. */
  readonly otherShares: number;
  /** Mixes the first `count` samples of the batch in place. */
  mix(count: number, seed: number): void;
}

/**
 * Mixup (Zhang et al. 2018, "mixup: Beyond empirical risk minimization"): each sample becomes
 * λ · itself + (1 - λ) · another one of the batch, λ from Beta(alpha, alpha), and so does its target.
 * It is done to what a dataset reads: bytes before there are features of them.
 *
 * The other one is the next one in the batch, whose order is random; of a sample and its partner the
 * larger share stays the sample's own, so that each of them is seen once in an epoch.
 */
export function createMixer({ engine, network, batch }: Runtime, alpha: number): Mixer {
  const { capacity, samples, sampleBytes, labels } = batch;
  const otherLabels = engine.allocate(capacity * 4);
  const otherShares = engine.allocateReals(capacity);
  const length = network.features ? sampleBytes : sampleBytes / engine.realBytes;
  const held = new Float64Array(length);
  const viewOf = (place: number): Uint8Array | Float32Array | Float64Array => {
    const at = samples + place * sampleBytes;
    return network.features ? engine.bytesAt(at, length) : engine.realsAt(at, length);
  };
  return {
    otherLabels,
    otherShares,
    mix(count, seed) {
      const random = seededRandom(seed);
      const half = network.features ? 0.5 : 0;
      const own = engine.int32At(labels, count);
      const others = engine.int32At(otherLabels, count);
      const shares = engine.realsAt(otherShares, count);
      // The last one is mixed with what the first one was.
      held.set(viewOf(0));
      for (let place = 0; place < count; place++) {
        const next = (place + 1) % count;
        const drawn = symmetricBeta(alpha, random);
        const share = Math.min(drawn, 1 - drawn);
        others[place] = own[next];
        shares[place] = share;
        const sample = viewOf(place);
        const other = next === 0 ? held : viewOf(next);
        for (let i = 0; i < length; i++) {
          // Bytes are cut off, not rounded, when they are stored.
          sample[i] = sample[i] + share * (other[i] - sample[i]) + half;
        }
      }
    },
  };
}
